"""The three lines at which the talking stops."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, TYPED, Grade
from offers.engine.stops import StopLine, pause_until, stop_lines
from tests.engine.bargains import POLICY, small

D = Decimal


def lines(given: dict[str, Any] | None = None, **now: Any) -> tuple[StopLine, StopLine, StopLine]:
    return stop_lines(bargain=small(**given or {}), policy=POLICY, **now)


def met(found: tuple[StopLine, ...]) -> list[str]:
    return [line.code for line in found if line.met]


@pytest.mark.parametrize(
    ("signals", "insult", "codes"),
    [(0, False, []), (1, False, []), (2, False, ["PAUSE"]), (3, False, ["PAUSE"]), (0, True, ["PAUSE"])],
)
def test_pause_after_two_red_signals_or_an_insult(signals: int, insult: bool, codes: list[str]) -> None:
    assert met(lines(red_signals=signals, insult=insult)) == codes


@pytest.mark.parametrize(
    ("final", "value", "floor", "codes"),
    [
        (True, "1039.99", "1040", ["WALK"]),
        (True, "1040", "1040", []),
        (False, "1039.99", "1040", []),
        (True, None, "1040", []),
        (True, "1039.99", None, []),
    ],
)
def test_walk_when_it_is_final_and_under_the_walk_away_value(
    final: bool, value: str | None, floor: str | None, codes: list[str]
) -> None:
    given = {"walk_away_value": None if floor is None else D(floor)}
    found = lines(given, final=final, package_value=None if value is None else D(value))
    assert met(found) == codes


@pytest.mark.parametrize(
    ("said", "ask", "target", "codes"),
    [
        ("1100", "1100", None, ["SIGN"]),
        ("1099.99", "1100", None, []),
        ("1050", "1100", "1050", ["SIGN"]),
        ("1049.99", "1100", "1050", []),
        ("1100", "1100", "1200", ["SIGN"]),
        ("1050", None, "1050", ["SIGN"]),
        ("1049.99", None, "1050", []),
        ("1050", None, None, []),
        (None, "1100", None, []),
    ],
)
def test_sign_when_base_reaches_the_number_accepted_at_once(
    said: str | None, ask: str | None, target: str | None, codes: list[str]
) -> None:
    given = {"ask": None if ask is None else D(ask), "target": None if target is None else D(target)}
    assert met(lines(given, said=None if said is None else D(said))) == codes


@pytest.mark.parametrize(
    ("value", "floor", "codes"),
    [("1110", "1120", []), ("1120", "1120", ["SIGN"]), (None, "1120", []), (None, "1105", ["SIGN"])],
)
def test_sign_never_under_the_walk_away_value(value: str | None, floor: str, codes: list[str]) -> None:
    """Without a package value base alone counts, here 1,100 with 5 of terms that stay."""
    given = {"walk_away_value": D(floor), "other": D(5)}
    found = lines(given, said=D(1100), package_value=None if value is None else D(value))
    assert met(found) == codes


def test_several_lines_may_be_met_and_the_first_holds() -> None:
    found = lines(
        {"walk_away_value": D(1120)}, said=D(1100), final=True, red_signals=2, package_value=D(1110)
    )
    assert met(found) == ["PAUSE", "WALK"]
    assert [line.code for line in found] == ["PAUSE", "WALK", "SIGN"]


def test_stop_lines_say_where_they_lie() -> None:
    found = lines({"walk_away_value": D(1040), "target": D(1090)})
    assert [line.reason.text for line in found] == [
        "Pause: after 2 red signals or an insult, send nothing for 24 hours.",
        "Walk away: they call it final, and the package is worth less than 1,040 to you.",
        "Sign: base is 1,090 or more, and all the terms are in writing.",
    ]
    assert [(line.reason.binding, line.reason.source, line.reason.grade) for line in found] == [
        ("signals", ASSUMPTION, Grade.E),
        ("walk_away", TYPED, Grade.FACT),
        ("accept_at", TYPED, Grade.FACT),
    ]


def test_stop_lines_say_what_is_missing() -> None:
    found = lines({"ask": None})
    assert [(line.reason.code, line.reason.text) for line in found[1:]] == [
        ("STOP_WALK_OPEN", "Walk away: without a walk-away number this line cannot be drawn."),
        ("STOP_SIGN_OPEN", "Sign: without a number you accept at once this line cannot be drawn."),
    ]


def test_the_pause_follows_the_policy() -> None:
    policy = Policy(pause_signals=D(3), pause_hours=D(48))
    found = stop_lines(bargain=small(), red_signals=2, policy=policy)
    assert (found[0].met, found[0].reason.params) == (False, {"signals": "3", "hours": "48"})


def test_no_signal_is_no_pause() -> None:
    found = stop_lines(bargain=small(), policy=Policy(pause_signals=D(1)))
    assert (met(found), found[0].reason.code) == ([], "STOP_PAUSE")


@pytest.mark.parametrize(("hours", "last"), [("24", 3), ("25", 4), ("1", 3)])
def test_a_pause_lasts_through_the_day_on_which_its_hours_end(hours: str, last: int) -> None:
    policy = replace(POLICY, pause_hours=D(hours))
    assert pause_until([date(2026, 3, 2), date(2026, 2, 1)], policy) == date(2026, 3, last)
    assert pause_until([date(2026, 3, 2)], policy) is None
