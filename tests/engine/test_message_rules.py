"""The requirements of a message that take counting."""

from decimal import Decimal

import pytest

from offers.engine.draft import DraftFacts, Kind, Term
from offers.engine.policy import Policy
from offers.engine.tone import check
from offers.engine.tone_finding import Severity


def told(code: str, text: str, kind: Kind, *agreed: Term, policy: Policy | None = None) -> list[str]:
    found = check(text, DraftFacts(kind=kind, agreed=agreed), policy)
    return [text[f.start : f.end] for f in found if f.code == code]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Could we look at 88,500 based on the posted range?", []),
        ("Based on the posted range. Could we look at 88,500?", []),
        ("Could we look at 88,500? The market range is there.", []),
        ("Could we look at 88,500? I like it. I do. The market range is there.", ["88,500"]),
        ("You said 80,000. I see. So. Given the scope, 88,500 is right.", []),
        ("Could we look at more, given the scope?", []),
        ("Could we look at more?", [""]),
    ],
)
def test_reason_stands_beside_the_number(text: str, where: list[str]) -> None:
    assert told("N2", text, Kind.COUNTER) == where


def test_third_thanks_of_a_counter_is_one_too_many() -> None:
    text = "Thank you. I appreciate it. I am grateful. Thanks."
    assert told("N6", text, Kind.COUNTER) == ["grateful"]


def test_second_thanks_of_an_acknowledgement_is_one_too_many() -> None:
    assert told("NOT_MORE_THANKS", "Thank you. Thanks again.", Kind.ACKNOWLEDGE) == ["Thanks"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("I would like base, bonus and leave.", []),
        ("I would like base, bonus, leave and equity.", ["equity"]),
        ("I would like base and base, a salary, a base.", []),
        ("I would like base, bonus and leave. If the base is fixed, equity would help.", []),
        ("You gave me base, bonus, leave, equity and a laptop.", []),
        ("Could you add equity?\n\nI would like:\n- base\n- bonus\n- relocation", ["relocation"]),
    ],
)
def test_fourth_thing_asked_for_is_one_too_many(text: str, where: list[str]) -> None:
    assert told("N8", text, Kind.COUNTER) == where


def test_policy_sets_how_many_things_are_asked_for() -> None:
    one = Policy(asks_most=Decimal(1))
    assert told("N8", "I would like base and leave.", Kind.COUNTER, policy=one) == ["leave"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("If we can do 84,000, I can sign by Friday.", []),
        ("With that I will commit by 20 March.", []),
        ("If we can do 84,000, I can sign.", [""]),
        ("I can sign by Friday.", [""]),
        ("If we can do 84,000 with a sign-on by Friday.", [""]),
        ("I can sign. It is Friday. If only.", [""]),
    ],
)
def test_fallback_says_if_then_and_by_when(text: str, where: list[str]) -> None:
    assert told("NEEDS_CLOSING", text, Kind.FALLBACK) == where


@pytest.mark.parametrize(
    ("amount", "where"),
    [("84,250", ["84,250"]), ("84,500", []), ("84.2k", ["84.2k"]), ("6,250", []), ("41.10 an hour", [])],
)
def test_number_that_closes_is_round(amount: str, where: list[str]) -> None:
    text = f"If we can do {amount}, I can sign by Friday. You had said 81,234."
    assert told("NOT_EXACT", text, Kind.FALLBACK) == where


def test_agreed_term_is_not_asked_for_again() -> None:
    text = "Could you look at the leave again? The start date stays."
    agreed = (Term.LEAVE, Term.START_DATE)
    assert told("NOT_SETTLED_TERM", text, Kind.FALLBACK, *agreed) == ["leave"]


def test_acceptance_names_every_agreed_term() -> None:
    text = "I accept a base of 88,500 with a sign-on bonus and 30 days of leave."
    facts = DraftFacts(kind=Kind.ACCEPT, agreed=(Term.BASE, Term.LEAVE, Term.CLAWBACK, Term.REVIEW_DATE))
    missing = [f.reason.params["term"] for f in check(text, facts) if f.code == "NEEDS_TERM"]
    assert missing == ["start date", "clawback", "review date"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("- Base: USD 113,000 a year", ["USD 113,000"]),
        ("I accept a base salary of $113k.", ["$113k"]),
        ("I accept the salary of 113,000.", ["113,000"]),
        ("- Base: USD 109,000 a year", []),
        ("I accept a base of 109k.", []),
        ("The base is USD 9,083.33 a month.", []),
        ("- Bonus: 10% of base\n- Sign-on: USD 14,000", []),
    ],
)
def test_acceptance_names_the_base_that_stands(text: str, where: list[str]) -> None:
    bases = (Decimal(109_000), Decimal(109_000) / 12)
    found = check(text, DraftFacts(kind=Kind.ACCEPT, bases=bases))
    assert [text[f.start : f.end] for f in found if f.code == "NOT_THE_BASE"] == where


def test_no_base_is_another_one_where_none_is_on_record() -> None:
    assert told("NOT_THE_BASE", "- Base: USD 113,000 a year", Kind.ACCEPT) == []


TERMS = [
    ("the title of Senior Analyst", Term.TITLE),
    ("at level 5", Term.LEVEL),
    ("a salary of this size", Term.BASE),
    ("a bonus of 10 %", Term.BONUS),
    ("a sign-on", Term.SIGN_ON),
    ("a signing bonus", Term.SIGN_ON),
    ("a clawback", Term.CLAWBACK),
    ("repayable in full", Term.CLAWBACK),
    ("1,000 RSUs", Term.EQUITY),
    ("vesting over four years", Term.VESTING),
    ("first day", Term.START_DATE),
    ("the office in Leeds", Term.PLACE),
    ("25 days of annual leave", Term.LEAVE),
    ("a written review", Term.REVIEW_DATE),
    ("relocation", Term.RELOCATION),
    ("a learning budget", Term.LEARNING),
    ("severance", Term.SEVERANCE),
    ("the notice period", Term.NOTICE),
    ("a laptop", Term.EQUIPMENT),
]


@pytest.mark.parametrize(("words", "term"), TERMS)
def test_term_is_recognised_by_its_usual_words(words: str, term: Term) -> None:
    facts = DraftFacts(kind=Kind.ACCEPT, agreed=tuple(Term))
    missing = {f.reason.params["term"] for f in check(f"I accept {words}.", facts) if f.code == "NEEDS_TERM"}
    assert {each.value.replace("_", " ") for each in Term} - missing == {term.value.replace("_", " ")}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("What is the level? What is the bonus?", []),
        ("I would like to know:\n- the level\n- the bonus", []),
        ("What is the level?", [""]),
        ("- the level\n\nThat is all.", [""]),
    ],
)
def test_questions_mail_asks_at_least_two_things(text: str, where: list[str]) -> None:
    assert told("NEEDS_QUESTIONS", text, Kind.QUESTIONS) == where


def test_draft_over_the_longest_is_to_be_fixed() -> None:
    severities = {
        size: [f.severity for f in check("word " * size, DraftFacts(kind=Kind.COUNTER)) if f.code == "N7"]
        for size in (200, 201, 350, 351)
    }
    assert severities == {200: [], 201: [Severity.TIP], 350: [Severity.TIP], 351: [Severity.FIX]}


def test_policy_sets_how_long_a_counter_may_be() -> None:
    long = Policy(words_warn=Decimal(300))
    assert told("N7", "word " * 250, Kind.COUNTER, policy=long) == []
