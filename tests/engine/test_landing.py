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


@pytest.mark.parametrize(
    ("asked", "likely", "binding", "text"),
    [
        (
            "88500",
            "84250",
            "middle",
            "People often meet midway, here between 80,000 and 88,500 at 84,250: arithmetic, no forecast.",
        ),
        (
            "89000",
            "84500",
            "middle",
            "People often meet midway, here between 80,000 and 89,000 at 84,500: arithmetic, no forecast.",
        ),
        (
            "92500",
            "84500",
            "ceiling",
            "People often meet midway, but 86,250 would need an exception, so the mark stays at 84,500: "
            "arithmetic, no forecast.",
        ),
    ],
)
def test_landing_names_what_bound_the_likely_mark(asked: str, likely: str, binding: str, text: str) -> None:
    found = state(TEAM)
    marks = landing(found, ceilings(found), D(asked))
    assert (marks.likely, marks.why.binding, marks.why.text) == (D(likely), binding, text)
    assert (marks.why.source, marks.why.grade) == (MIDPOINTS, Grade.C)
    assert marks.why.code == f"LANDING_{binding.upper()}"


def test_landing_without_an_ask_stays_at_the_offer() -> None:
    found = state(TEAM)
    marks = landing(found, ceilings(found), None)
    assert marks.why.text == "Without a request base stays as offered."
    assert (marks.why.code, marks.why.binding) == ("LANDING_OFFER", "offer")
