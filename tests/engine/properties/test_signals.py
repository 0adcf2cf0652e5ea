"""What holds for any signals."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from offers.engine.signals import Sign, Signal, Strength, conduct, strength

SIGNALS = st.lists(
    st.builds(
        Signal,
        sign=st.sampled_from(Sign),
        quote=st.text(max_size=20),
        on=st.none() | st.dates(date(2026, 3, 1), date(2026, 3, 5)),
        person=st.sampled_from(["", "Ann", "ann ", "Ben"]),
        label=st.sampled_from(["late", "Late ", "{kind}"]),
    ),
    max_size=10,
).map(tuple)


@settings(deadline=None)
@given(SIGNALS)
def test_every_signal_is_in_exactly_one_note(signals: tuple[Signal, ...]) -> None:
    noted = [signal for note in conduct(signals).notes for signal in note.signals]
    assert sorted(map(repr, noted)) == sorted(map(repr, signals))


@settings(deadline=None)
@given(SIGNALS)
def test_order_of_recording_changes_neither_effects_nor_strengths(signals: tuple[Signal, ...]) -> None:
    ahead, back = conduct(signals), conduct(signals[::-1])
    told = [
        [(note.sign, note.strength, note.label.casefold()) for note in each.notes] for each in (ahead, back)
    ]
    assert (told[0], ahead.effects) == (told[1], back.effects)


@settings(deadline=None)
@given(SIGNALS)
def test_one_signal_is_never_a_pattern(signals: tuple[Signal, ...]) -> None:
    alone = [note for note in conduct(signals).notes if len(note.signals) == 1]
    assert [note.sign for note in alone if note.strength is Strength.PATTERN] == []


@settings(deadline=None)
@given(SIGNALS, SIGNALS)
def test_more_signals_never_weaken_a_pattern(signals: tuple[Signal, ...], more: tuple[Signal, ...]) -> None:
    before, after = strength(signals), strength((*signals, *more))
    assert (before, after) != (Strength.PATTERN, Strength.DATA_POINT)


@settings(deadline=None)
@given(SIGNALS)
def test_every_note_and_reason_can_be_said(signals: tuple[Signal, ...]) -> None:
    found = conduct(signals)
    said = [each.text for each in (*(note.reason for note in found.notes), *found.reasons)]
    assert [text for text in said if not text] == []
