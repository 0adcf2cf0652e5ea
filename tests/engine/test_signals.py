"""What the other side's conduct amounts to, and what it changes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from offers.engine.errors import EngineError
from offers.engine.policy import Policy
from offers.engine.reason import Grade
from offers.engine.signals import (
    GREEN,
    SAID,
    Colour,
    Effects,
    Sign,
    Signal,
    Strength,
    conduct,
    one_grade_up,
    strength,
)

NOTHING = Effects()
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def dodged(on: date | None = None, person: str = "") -> Signal:
    return Signal(sign=Sign.DODGES_BAND, on=on, person=person)


@pytest.mark.parametrize(
    ("signals", "found"),
    [
        ((dodged(MONDAY, "Ann"),), Strength.DATA_POINT),
        ((dodged(MONDAY, "Ann"), dodged(MONDAY, "Ann")), Strength.DATA_POINT),
        ((dodged(MONDAY, "Ann"), dodged(MONDAY, " ANN ")), Strength.DATA_POINT),
        ((dodged(MONDAY, "Ann"), dodged(TUESDAY, "Ann")), Strength.PATTERN),
        ((dodged(MONDAY, "Ann"), dodged(MONDAY, "Ben")), Strength.PATTERN),
        ((dodged(), dodged()), Strength.DATA_POINT),
        ((dodged(MONDAY), dodged(None)), Strength.DATA_POINT),
        ((dodged(None, "Ann"), dodged(None, "Ben")), Strength.PATTERN),
        ((), Strength.DATA_POINT),
    ],
)
def test_two_of_different_days_or_people_are_a_pattern(signals: tuple[Signal, ...], found: Strength) -> None:
    assert strength(signals) is found


@pytest.mark.parametrize(
    ("sign", "effects", "why"),
    [
        (Sign.RUSHES, replace(NOTHING, accept_asks_twice=True), ["ACCEPT_ASKS_TWICE"]),
        (Sign.DODGES_BAND, replace(NOTHING, ask_band=True, outside_sources=2), ["ASK_BAND_OUTSIDE"]),
        (Sign.EXPLAINS_POSITION, replace(NOTHING, range_trusted_up=True), ["RANGE_TRUSTED_UP"]),
        (Sign.ESCALATES_FAST, replace(NOTHING, review_days=2), ["REVIEW_FAST"]),
        (Sign.DISCOURAGES_COUNTER, replace(NOTHING, counter_in_writing=True), ["COUNTER_IN_WRITING"]),
        (Sign.EXPLAINS_BAND, NOTHING, []),
        (Sign.REALISTIC_TIMES, NOTHING, []),
        (Sign.ANSWERS_DIRECTLY, NOTHING, []),
        (Sign.AVOIDS_LEVEL, NOTHING, []),
        (Sign.VAGUE, NOTHING, []),
        (Sign.OWN_GREEN, NOTHING, []),
        (Sign.OWN_RED, NOTHING, []),
    ],
)
def test_signal_changes_what_it_should_and_says_why(sign: Sign, effects: Effects, why: list[str]) -> None:
    found = conduct((Signal(sign=sign, label="kept the time"),))
    assert (found.effects, [reason.code for reason in found.reasons]) == (effects, why)


def test_no_signal_changes_nothing() -> None:
    found = conduct(())
    assert (found.notes, found.effects, found.reasons) == ((), NOTHING, ())


def test_reasons_of_the_effects_carry_their_numbers() -> None:
    found = conduct((Signal(sign=Sign.ESCALATES_FAST), Signal(sign=Sign.DODGES_BAND)))
    assert [reason.text for reason in found.reasons] == [
        "They take requests on quickly: the review is set at 2 business days.",
        "They dodged the band question: ask for the band by mail, and look at 2 outside sources.",
    ]


def test_fast_review_is_never_longer_than_the_usual_one() -> None:
    policy = Policy(review_days=Decimal(1))
    found = conduct((Signal(sign=Sign.ESCALATES_FAST),), policy)
    assert (found.effects.review_days, found.reasons[0].params) == (1, {"days": 1})


def test_notes_group_a_sign_and_say_how_strong_it_is() -> None:
    signals = (dodged(MONDAY), Signal(sign=Sign.EXPLAINS_BAND, on=MONDAY), dodged(TUESDAY))
    found = [(note.sign, note.colour, len(note.signals), note.reason.text) for note in conduct(signals).notes]
    assert found == [
        (
            Sign.EXPLAINS_BAND,
            Colour.GREEN,
            1,
            "They explained how the band works at this level. One data point, not yet a pattern.",
        ),
        (
            Sign.DODGES_BAND,
            Colour.RED,
            2,
            "They dodged the question about band, budget or the team's pay. A pattern: 2 signals.",
        ),
    ]


def test_own_signs_are_told_apart_by_their_label() -> None:
    signals = (
        Signal(sign=Sign.OWN_RED, label="Late to  calls", on=MONDAY),
        Signal(sign=Sign.OWN_RED, label="late to calls", on=TUESDAY),
        Signal(sign=Sign.OWN_RED, label="{odd}"),
    )
    found = [(note.label, note.strength, note.reason.text) for note in conduct(signals).notes]
    assert found == [
        ("Late to calls", Strength.PATTERN, "Late to calls. A pattern: 2 signals."),
        ("{odd}", Strength.DATA_POINT, "{odd}. One data point, not yet a pattern."),
    ]


def test_own_sign_is_the_person_s_fact_and_a_named_one_a_practitioner_s() -> None:
    own, named = conduct((Signal(sign=Sign.OWN_RED, label="late"),)), conduct((dodged(),))
    assert (own.notes[0].reason.grade, named.notes[0].reason.grade) == (Grade.FACT, Grade.D)


@pytest.mark.parametrize("sign", [Sign.OWN_GREEN, Sign.OWN_RED])
def test_own_sign_without_a_label_is_refused(sign: Sign) -> None:
    with pytest.raises(EngineError) as error:
        conduct((Signal(sign=sign, label="  "),))
    assert error.value.field == "label"


def test_there_are_five_named_signs_of_each_colour() -> None:
    green = [sign for sign in SAID if sign in GREEN]
    assert (len(green), len(SAID) - len(green)) == (5, 5)


@pytest.mark.parametrize(
    ("grade", "better"),
    [("A", "A"), ("B", "A"), ("C", "B"), ("D", "C"), ("E", "D"), ("fact", "fact")],
)
def test_grade_rises_by_one_letter_and_no_further(grade: str, better: str) -> None:
    assert one_grade_up(Grade(grade)) is Grade(better)
