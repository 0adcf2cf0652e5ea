"""What recruiters say: every answer holds public numbers alone, is short, and passes our own check."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from offers.engine.advice import Advice, advise
from offers.engine.draft import Competing, DraftFacts
from offers.engine.leak import is_leak
from offers.engine.recruiter_lines import ENTRIES, RecruiterLine, recruiter_lines
from offers.engine.recruiter_lines_parts import Topic, Variant
from offers.engine.recruiter_lines_words import Left, Words, words_of
from offers.engine.shared import SharedItem, shared_basis
from offers.engine.situation import Measure, Situation, Unit
from offers.engine.tone import check
from offers.engine.tone_figures import amounts
from offers.engine.tone_finding import Severity
from offers.engine.tone_text import Page
from tests.engine.cases import HOURLY, POLICY, TEAM, TODAY, VECTORS, band, situation

SIGN_BY = date(2026, 3, 6)
SENTENCE = re.compile(r"(?<=[.?!;:])\s+")
CASES = {one.name: one.situation for one in VECTORS}
BANDED = situation(
    "80000", "95000", "79000", band=band("70000", "82000", "90000", employer_given=True), team=("78000",)
)


def advised(case: Situation) -> Advice:
    return advise(case, POLICY, TODAY)


def figures_of(advice: Advice) -> frozenset[Decimal]:
    """The amounts that a message may hold: what a draft may name, less what is near the walk-away."""
    basis = shared_basis(advice)
    packages = (*basis.opening, *basis.fallback)
    said = {each.value for sentence in basis.sentences for each in amounts(Page(sentence))}
    said |= {one.base for one in packages} | {item.quantity for one in packages for item in one.items}
    walk_away, public = advice.state.walk_away, basis.public_figures
    return frozenset(number for number in said | public if not is_leak(number, walk_away, public, POLICY))


def lines_of(case: Situation, **more: object) -> dict[str, RecruiterLine]:
    advice = advised(case)
    found = recruiter_lines(words_of(advice, figures_of(advice), sign_by=SIGN_BY, **more))
    return {line.key: line for line in found}


def answer(key: str, case: Situation = TEAM, **more: object) -> str:
    return lines_of(case, **more)[key].answer.text


def test_there_are_at_least_twenty_lines_with_a_key_each_and_every_topic() -> None:
    keys = [entry.key for entry in ENTRIES]
    assert (len(keys) >= 20, len(set(keys)) == len(keys)) == (True, True)
    assert list(dict.fromkeys(entry.topic for entry in ENTRIES)) == list(Topic)


@pytest.mark.parametrize(("name", "competing"), [*product(CASES, Competing)])
def test_every_answer_passes_our_own_check(name: str, competing: Competing) -> None:
    advice = advised(CASES[name])
    figures, state = figures_of(advice), advice.state
    facts = DraftFacts(
        target=state.target, walk_away=state.walk_away, figures=tuple(figures), competing=competing
    )
    for early in (False, True):
        words = words_of(
            advice, figures, competing=competing, early=early, sign_by=SIGN_BY, answer_by=SIGN_BY
        )
        found = [
            (line.key, finding.code, finding.severity)
            for line in recruiter_lines(words)
            for finding in check(line.answer.text, facts)
            if finding.severity in (Severity.BLOCK, Severity.FIX) or finding.code == "H3"
        ]
        assert found == []


@pytest.mark.parametrize(
    "variant", [one for entry in ENTRIES for one in entry.answers], ids=lambda one: one.code
)
def test_every_wording_passes_the_check_whatever_it_is_filled_with(variant: Variant) -> None:
    filled = variant.sentence.format_map(dict.fromkeys(variant.fields, "a sign-on of 8,000"))
    facts = DraftFacts(competing=Competing.WRITTEN)
    assert [one.code for one in check(filled, facts) if one.severity in (Severity.BLOCK, Severity.FIX)] == []


@pytest.mark.parametrize("name", CASES)
def test_no_sentence_is_longer_than_twenty_five_words(name: str) -> None:
    texts = [text for line in lines_of(CASES[name]).values() for text in (line.answer.text, line.means.text)]
    long = [one for text in texts for one in SENTENCE.split(text) if len(one.split()) > 25]
    assert long == []


@pytest.mark.parametrize("name", CASES)
def test_no_line_holds_a_number_that_may_not_be_said(name: str) -> None:
    advice = advised(CASES[name])
    figures = figures_of(advice)
    for line in lines_of(CASES[name]).values():
        said = {each.value for each in amounts(Page(f"{line.said} {line.answer.text}")) if each.money}
        assert said <= figures


def test_a_number_that_may_not_be_said_is_left_out_of_every_answer() -> None:
    advice = advised(TEAM)
    lines = recruiter_lines(words_of(advice, frozenset()))
    assert [line.key for line in lines if amounts(Page(line.answer.text))] == []


@pytest.mark.parametrize(
    ("key", "case", "says"),
    [
        ("looking_for", TEAM, "I am looking for a base of 88,500."),
        ("looking_for", HOURLY, "I am looking for a base of 43.25 an hour."),
        ("looking_for", CASES["above the band"], "I would leave base as it is."),
        ("budget_fixed", TEAM, "Could a sign-on of 8,000 come from somewhere else"),
        ("tops_out", TEAM, "Could you take 84,000 with a sign-on of 8,000 further?"),
        ("answer_today", TEAM, "You will have it by 6 March 2026"),
        ("will_you_sign", TEAM, "With a base of 88,500 and the rest as offered, I can sign by 6 March 2026."),
        ("will_you_sign", CASES["above the band"], "With a sign-on of 9,500 and 5 more days of leave"),
        ("review", TEAM, "and 84,500 when that is met?"),
        ("review", CASES["above the band"], "and by how much base rises?"),
    ],
)
def test_an_answer_names_the_number_that_fits_it(key: str, case: Situation, says: str) -> None:
    assert says in answer(key, case)


@pytest.mark.parametrize(
    ("key", "says"),
    [
        (
            "answer_today",
            "You will have it by 18 December 2026, as you asked, once I have everything in writing.",
        ),
        ("others_waiting", "You will have my answer by 18 December 2026, as you asked."),
        ("will_you_sign", "I can sign by 6 March 2026."),
    ],
)
def test_the_day_that_they_named_is_given_and_a_shorter_one_only_for_a_yes(key: str, says: str) -> None:
    assert says in answer(key, answer_by=date(2026, 12, 18))


def test_the_top_of_the_range_is_theirs_to_say_only_where_they_said_it() -> None:
    assert lines_of(BANDED)["tops_out"].said == "The band tops out at 90,000."
    unsaid = replace(BANDED, band=replace(BANDED.band, employer_given=False))
    assert lines_of(unsaid)["tops_out"].said == "The band for this level tops out below that."


def test_before_the_written_offer_no_answer_names_a_number() -> None:
    found = [line.answer.text for line in lines_of(TEAM, early=True).values()]
    assert [text for text in found if "88,500" in text or "sign-on" in text] == []
    assert answer("looking_for", early=True).startswith("I would like to read the whole offer in writing")


@pytest.mark.parametrize(
    ("competing", "says"),
    [
        (Competing.NONE, "I would rather keep that to myself."),
        (Competing.PROCESS, "I am in another hiring process"),
        (Competing.VERBAL, "so far only aloud"),
        (Competing.WRITTEN, "Yes, I have another offer in writing."),
    ],
)
def test_other_offers_are_spoken_of_as_far_as_they_are_on_record(competing: Competing, says: str) -> None:
    assert says in answer("other_offers", competing=competing)


def test_no_signature_is_promised_for_an_ask_that_is_not_enough() -> None:
    case = replace(TEAM, numbers=replace(TEAM.numbers, walk_away=Decimal(94_000)))
    assert (
        answer("will_you_sign", case)
        == "Once all of it is in writing, I will answer within one business day."
    )


def test_monthly_pay_is_named_by_the_month() -> None:
    case = situation("5000", "5600", "4900", measure=Measure(unit=Unit.MONTH))
    assert " a month" in answer("looking_for", case)


def test_nothing_known_still_answers_every_line() -> None:
    lines = recruiter_lines(Words())
    assert [line.key for line in lines if "{" in line.answer.text or "{" in line.said] == []


def test_every_meaning_names_its_source_and_no_answer_claims_more_than_an_assumption() -> None:
    lines = lines_of(TEAM).values()
    assert {str(line.answer.grade) for line in lines} == {"E"}
    assert {str(line.means.grade) for line in lines} == {"C", "D", "E"}
    assert [line.key for line in lines if not line.means.source.title] == []


def test_nothing_that_they_named_and_dropped_is_asked_for_as_new() -> None:
    found = [line.answer.text for line in lines_of(TEAM, dropped=["sign_on"]).values()]
    assert [text for text in found if "sign-on" in text] == []
    assert answer("budget_fixed", CASES["above the band"], dropped=["leave_days"]).endswith("outside base?")


SIGN_ON = SharedItem(key="sign_on", quantity=Decimal(3_000), offered=Decimal(5_000))
DAYS = SharedItem(key="leave_days", quantity=Decimal(2))
NEXT = Left(
    stands=Decimal(84_000), base=Decimal(86_000), is_enough=True, at=Decimal(84_000), items=(SIGN_ON, DAYS)
)


def after(key: str, left: Left, case: Situation = TEAM, **more: bool) -> str:
    """The answer once they have answered; every amount may be said."""
    advice = advised(case)
    figures = {Decimal(number) for number in (84_000, 84_500, 85_000, 86_000, 8_000, 5_000, 2)}
    words = words_of(advice, figures_of(advice) | figures, sign_by=SIGN_BY, left=left, **more)
    return next(line.answer.text for line in recruiter_lines(words) if line.key == key)


@pytest.mark.parametrize(
    ("key", "left", "says"),
    [
        ("looking_for", NEXT, "I am looking for a base of 86,000."),
        (
            "tops_out",
            NEXT,
            "84,000 with a sign-on of 8,000 in place of 5,000 and 2 more days of leave further",
        ),
        ("budget_fixed", NEXT, "Could a sign-on of 8,000 in place of 5,000 come from somewhere else"),
        ("budget_fixed", replace(NEXT, items=(DAYS,)), "Could we look at 2 more days of leave instead?"),
        ("budget_fixed", replace(NEXT, items=()), "What could you move outside base?"),
        ("will_you_sign", NEXT, "With a base of 86,000 and the rest as offered, I can sign"),
        ("will_you_sign", replace(NEXT, is_enough=False), "Once all of it is in writing, I will answer"),
        ("review", NEXT, "and 84,500 when that is met?"),
        ("review", replace(NEXT, stands=Decimal(85_000)), "and by how much base rises?"),
        ("looking_for", Left(stands=Decimal(84_000), is_over=True), "I have no other number to name."),
        ("send_it", Left(stands=Decimal(84_000), is_over=True), "You will have my answer on the offer as it"),
    ],
)
def test_after_an_answer_the_lines_name_what_is_left(key: str, left: Left, says: str) -> None:
    assert says in after(key, left)


def test_where_base_is_not_asked_for_a_yes_is_promised_for_what_is_left() -> None:
    left = Left(stands=Decimal(98_000), items=(SIGN_ON,))
    told = after("will_you_sign", left, CASES["above the band"])
    assert told.startswith("With a sign-on of 8,000 in place of 5,000 and the rest as offered, I can sign")


def test_what_is_left_is_named_no_sooner_than_the_ask() -> None:
    assert after("looking_for", NEXT, early=True).startswith(
        "I would like to read the whole offer in writing"
    )
