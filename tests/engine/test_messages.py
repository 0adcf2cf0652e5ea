"""What each kind of message must contain and must not: each part missing once, each intruder put in once."""

import pytest

from offers.engine.draft import DraftFacts, Kind, Term
from offers.engine.messages import MESSAGES
from offers.engine.tone import check
from offers.engine.tone_finding import Severity

EMPTY = "Hello there everyone."


def serious(text: str, kind: Kind, *agreed: Term) -> list[str]:
    found = check(text, DraftFacts(kind=kind, agreed=agreed))
    return [f.code for f in found if f.severity in (Severity.BLOCK, Severity.FIX)]


def tips(text: str, kind: Kind) -> list[str]:
    return [f.code for f in check(text, DraftFacts(kind=kind)) if f.severity is Severity.TIP]


@pytest.mark.parametrize(
    ("promise", "is_one"),
    [
        ("You will hear from me by Friday.", True),
        ("You will hear from me within 3 business days of having it.", True),
        ("You will hear from me within a week.", True),
        ("You will hear from me within the team.", False),
    ],
)
def test_an_acknowledgement_says_by_when_the_answer_comes(promise: str, is_one: bool) -> None:
    found = [one.code for one in check(promise, DraftFacts(kind=Kind.ACKNOWLEDGE))]
    assert ("NEEDS_DATE" not in found) is is_one


@pytest.mark.parametrize(
    ("words", "is_wish"),
    [
        ("I would still like to take the role of Analyst.", True),
        ("I would like to join Northwind.", True),
        ("I would still like the role.", True),
        ("I would like to take a week for it.", False),
        ("I would like to take up the base.", False),
    ],
)
def test_a_counter_says_that_one_wants_the_role(words: str, is_wish: bool) -> None:
    assert ("N4" not in tips(words, Kind.COUNTER)) is is_wish


@pytest.mark.parametrize(
    ("kind", "fixes", "hints"),
    [
        (
            Kind.ACKNOWLEDGE,
            ["NEEDS_DATE", "NEEDS_MISSING_PIECES", "NEEDS_REVIEW", "NEEDS_THANKS"],
            ["N7"],
        ),
        (Kind.QUESTIONS, ["NEEDS_QUESTIONS"], ["N7", "NEEDS_THANKS"]),
        (Kind.ASK_RANGE, ["NEEDS_QUESTION", "NEEDS_RANGE"], ["N7", "NEEDS_THANKS"]),
        (Kind.COUNTER, ["N1", "N2", "N3"], ["N4", "N5", "N7", "NEEDS_TEAM_REASON"]),
        (Kind.FALLBACK, ["NEEDS_CLOSING", "NEEDS_CONSTRAINT", "NEEDS_PACKAGE"], ["N7"]),
        (Kind.COMPETING, ["NEEDS_DATE", "NEEDS_DIFFERENCE", "NEEDS_SETTLING", "NEEDS_STAGE"], ["N7"]),
        (Kind.FOLLOW_UP, ["NEEDS_QUESTION", "NEEDS_REFERENCE"], ["N7"]),
        (
            Kind.EXTENSION,
            ["NEEDS_DATE", "NEEDS_NO_DELAY", "NEEDS_THANKS", "NEEDS_WHY"],
            ["N4", "N7"],
        ),
        (
            Kind.ACCEPT,
            ["NEEDS_ACCEPTANCE", "NEEDS_CONDITION", "NEEDS_TERM", "NEEDS_TERM", "NEEDS_THANKS"],
            ["N5", "N7"],
        ),
        (Kind.DECLINE, ["NEEDS_NO", "NEEDS_OPEN_DOOR", "NEEDS_THANKS"], ["N7"]),
        (Kind.PHONE, ["N1", "N2", "N3"], ["N4", "N5", "N7", "NEEDS_WRITING"]),
    ],
)
def test_message_without_its_parts_is_told_each_of_them(
    kind: Kind, fixes: list[str], hints: list[str]
) -> None:
    assert (serious(EMPTY, kind), tips(EMPTY, kind)) == (fixes, hints)


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Kind.ACKNOWLEDGE, "Could you raise the base?", "NOT_NEGOTIATION"),
        (Kind.ACKNOWLEDGE, "You said 80,000.", "NOT_AMOUNT"),
        (Kind.ACKNOWLEDGE, "I accept.", "A1"),
        (Kind.QUESTIONS, "Is there any room?", "NOT_NEGOTIATION"),
        (Kind.QUESTIONS, "Could we come closer to it?", "NOT_NEGOTIATION"),
        (Kind.ASK_RANGE, "I had 95k in mind.", "NOT_AMOUNT"),
        (Kind.COUNTER, "My current salary is known.", "C3"),
        (Kind.COUNTER, "This is my final offer.", "U1"),
        (Kind.FOLLOW_UP, "Could you add a day?", "NOT_NEW_ASK"),
        (Kind.EXTENSION, "I need some more time.", "NOT_OPEN_ENDED"),
        (Kind.EXTENSION, "May I wait as long as possible?", "NOT_OPEN_ENDED"),
        (Kind.ACCEPT, "One more thing about the laptop.", "NOT_NEW_ASK"),
        (Kind.DECLINE, "I have a better offer.", "NOT_COMPARISON"),
        (Kind.DECLINE, "They pay more.", "NOT_COMPARISON"),
        (Kind.DECLINE, "This was disappointing.", "E2"),
    ],
)
def test_what_does_not_belong_in_a_message_is_told_where_it_stands(kind: Kind, text: str, code: str) -> None:
    found = [f for f in check(text, DraftFacts(kind=kind)) if f.code == code]
    assert [f.end > f.start for f in found] == [True]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_word_range(kind: Kind) -> None:
    words = {
        Kind.ACKNOWLEDGE: (40, 80),
        Kind.QUESTIONS: (60, 150),
        Kind.ASK_RANGE: (30, 80),
        Kind.COUNTER: (80, 200),
        Kind.FALLBACK: (60, 150),
        Kind.COMPETING: (50, 120),
        Kind.FOLLOW_UP: (25, 70),
        Kind.EXTENSION: (40, 100),
        Kind.ACCEPT: (80, 350),
        Kind.DECLINE: (40, 120),
        Kind.PHONE: (60, 180),
    }
    low, high = words[kind]
    told = {size: check("word " * size, DraftFacts(kind=kind)) for size in (low - 1, low, high, high + 1)}
    sizes = {size: "N7" in [one.code for one in found] for size, found in told.items()}
    assert sizes == {low - 1: True, low: False, high: False, high + 1: True}
    assert MESSAGES[kind].words in ((low, high), (low, None))


def test_remark_on_length_counts_the_words() -> None:
    (found,) = [f for f in check("word " * 30, DraftFacts(kind=Kind.COUNTER)) if f.code == "N7"]
    assert found.reason.text == "30 words; such a message usually takes 80 to 200."


def test_every_part_of_every_message_has_a_source_and_a_rewrite() -> None:
    parts = [part for message in MESSAGES.values() for part in (*message.needs, *message.avoids)]
    assert [
        p.remark.reason.code for p in parts if not (p.remark.rewrite and str(p.remark.reason.source))
    ] == []
