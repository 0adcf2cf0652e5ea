"""The four marks where a request lands."""

import pytest

from offers.engine.ask import ask
from offers.engine.ceilings import ceilings
from offers.engine.landing import landing
from offers.engine.reason import MIDPOINTS, Grade
from tests.engine.cases import TEAM, VECTORS, D, Vector, state


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_landing_matches_the_table(vector: Vector) -> None:
    found = state(vector.situation)
    limits = ceilings(found)
    marks = landing(found, limits, ask(found, limits).amount)
    assert (marks.floor, marks.likely, marks.no_exception, marks.with_exception) == vector.landing


def test_landing_is_named_arithmetic_and_no_forecast() -> None:
    found = state(TEAM)
    why = landing(found, ceilings(found), D(88500)).why
    assert (
        why.text
        == "People often meet midway between offer and ask; the marks are arithmetic, not a forecast."
    )
    assert (why.source, why.grade, why.binding) == (MIDPOINTS, Grade.C, "middle")


def test_landing_without_an_ask_stays_at_the_offer() -> None:
    found = state(TEAM)
    marks = landing(found, ceilings(found), None)
    assert (marks.why.text, marks.why.binding) == ("Without a request base stays as offered.", "offer")
