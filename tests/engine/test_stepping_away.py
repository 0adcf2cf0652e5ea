"""The step-away check: which grounds hold, and that each names its remedy first."""

from decimal import Decimal

import pytest

from offers.engine.errors import EngineError
from offers.engine.stepping_away import Doubts, step_away

BELOW = {"final": True, "package_value": Decimal(78_999), "walk_away_value": Decimal(79_000)}


@pytest.mark.parametrize(
    ("doubts", "grounds"),
    [
        (Doubts(), []),
        (Doubts(**BELOW), ["FINAL_BELOW_WALKAWAY"]),
        (Doubts(**BELOW | {"final": False}), []),
        (Doubts(**BELOW | {"package_value": Decimal(79_000)}), []),
        (Doubts(**BELOW | {"package_value": None}), []),
        (Doubts(**BELOW | {"walk_away_value": None}), []),
        (Doubts(duties_above_level=True), ["DUTIES_ABOVE_LEVEL"]),
        (Doubts(duties_above_level=False), []),
        (Doubts(level_asked=True), ["LEVEL_NOT_EXPLAINED"]),
        (Doubts(level_asked=True, level_explained=False), ["LEVEL_NOT_EXPLAINED"]),
        (Doubts(level_asked=True, level_explained=True), []),
        (Doubts(level_explained=False), []),
        (
            Doubts(**BELOW, duties_above_level=True, level_asked=True),
            ["FINAL_BELOW_WALKAWAY", "DUTIES_ABOVE_LEVEL", "LEVEL_NOT_EXPLAINED"],
        ),
    ],
)
def test_ground_holds_when_its_facts_do(doubts: Doubts, grounds: list[str]) -> None:
    assert [ground.reason.code for ground in step_away(doubts)] == grounds


def test_each_ground_names_a_remedy_and_writes_leaving_as_a_choice() -> None:
    grounds = step_away(Doubts(**BELOW, duties_above_level=True, level_asked=True))
    found = [(ground.remedy.code, "you may decline, or take it" in ground.choice.text) for ground in grounds]
    assert found == [("ASK_OUTSIDE_BASE", True), ("ASK_LEVEL_REVIEW", True), ("ASK_MANAGER", True)]


def test_no_ground_prints_the_walk_away() -> None:
    (ground,) = step_away(Doubts(**BELOW))
    assert "79" not in f"{ground.reason.text}{ground.remedy.text}{ground.choice.text}"


def test_value_that_is_no_number_is_refused() -> None:
    with pytest.raises(EngineError) as error:
        step_away(Doubts(package_value=Decimal("NaN")))
    assert error.value.field == "package_value"
