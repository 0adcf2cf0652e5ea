"""Internal equity: the table of the team, colours at their edges, and how strong the evidence is."""

import pytest

from offers.engine.equity import Colour, Equity, Evidence, equity, evidence_of, inversion
from offers.engine.money import round_half_up
from offers.engine.policy import PUBLISHED
from offers.engine.reason import ASSUMPTION, TYPED, Grade
from tests.engine.cases import POLICY, D, Given, number

TEAM = tuple(D(pay) for pay in ("78000", "82000", "84500"))
FIVE, TEN = D("0.05"), D("0.10")


def of(asked: str, tolerance: object = FIVE) -> Equity:
    found = equity(D(asked), TEAM, tolerance=tolerance, policy=POLICY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("asked", "over", "ripple", "colour"),
    [
        ("78000", "-7.69", "0", Colour.GREEN),
        ("84500", "0.00", "2275", Colour.GREEN),
        ("84500.01", "0.00", "2275.0095", Colour.AMBER),
        ("86000", "1.78", "3700", Colour.AMBER),
        ("88000", "4.14", "7200", Colour.AMBER),
        ("88725", "5.00", "8577.50", Colour.AMBER),
        ("88725.01", "5.00", "8577.519", Colour.RED),
        ("90000", "6.51", "12000", Colour.RED),
        ("95000", "12.43", "26250", Colour.RED),
    ],
)
def test_equity_matches_the_table(asked: str, over: str, ripple: str, colour: Colour) -> None:
    found = of(asked)
    assert (round_half_up(found.over_best * 100), found.ripple, found.colour) == (D(over), D(ripple), colour)


def test_equity_measures_the_distance_to_the_median() -> None:
    assert round_half_up(of("95000").over_median * 100) == D("15.85")


def test_equity_takes_the_middle_of_two_as_median() -> None:
    found = equity(D(90000), TEAM[:2], tolerance=FIVE, policy=POLICY)
    assert found is not None
    assert found.over_median == D("0.125")


@pytest.mark.parametrize(
    ("asked", "rank"), [("90000", 1), ("84500", 1), ("84499", 2), ("82000", 2), ("80000", 3), ("77000", 4)]
)
def test_equity_ranks_from_the_best_paid(asked: str, rank: int) -> None:
    assert of(asked).rank == rank


@pytest.mark.parametrize(
    ("tolerance", "safe", "colour"), [(FIVE, "88725", Colour.RED), (TEN, "92950", Colour.AMBER)]
)
def test_equity_ends_amber_at_the_tolerance_used(tolerance: object, safe: str, colour: Colour) -> None:
    found = of("92950", tolerance)
    assert (found.safe_maximum, found.tolerance, found.colour) == (D(safe), tolerance, colour)


@pytest.mark.parametrize(
    ("asked", "code", "text", "source", "grade"),
    [
        (
            "84500",
            "EQUITY_GREEN",
            "The best-paid person at this level earns 84,500; this does not pass it.",
            TYPED,
            Grade.FACT,
        ),
        (
            "88000",
            "EQUITY_AMBER",
            "4.1% above the best-paid person at this level, inside the tolerance of 5%.",
            ASSUMPTION,
            Grade.E,
        ),
        (
            "95000",
            "EQUITY_RED",
            "12.4% above the best-paid person at this level, over the tolerance of 5%.",
            ASSUMPTION,
            Grade.E,
        ),
    ],
)
def test_equity_explains_its_colour(asked: str, code: str, text: str, source: object, grade: Grade) -> None:
    reason = of(asked).reason
    assert (reason.code, reason.text, reason.source, reason.grade) == (code, text, source, grade)
    assert reason.binding == "peers"


def test_equity_proposes_one_time_money_only_when_red() -> None:
    proposals = [of(asked).proposal for asked in ("84500", "88725", "90000")]
    assert proposals[:2] == [None, None]
    assert (proposals[2].code, proposals[2].source) == ("EQUITY_PROPOSAL", PUBLISHED)
    assert proposals[2].text == (
        "Ask for one-time money instead of base, or show a real difference in scope or level."
    )


def test_equity_is_unknown_without_salaries() -> None:
    assert equity(D(90000), (), tolerance=FIVE, policy=POLICY) is None


@pytest.mark.parametrize(
    ("salaries", "evidence"),
    [
        (1, Evidence.WEAK),
        (2, Evidence.WEAK),
        (3, Evidence.FAIR),
        (4, Evidence.FAIR),
        (5, Evidence.STRONG),
        (6, Evidence.STRONG),
    ],
)
def test_evidence_grows_with_the_number_of_salaries(salaries: int, evidence: Evidence) -> None:
    assert evidence_of(salaries, POLICY) is evidence


def test_equity_grades_its_own_evidence() -> None:
    assert of("90000").evidence is Evidence.FAIR


@pytest.mark.parametrize(("manager", "by"), [(None, None), ("95000", "0"), ("90000", "0"), ("89000", "1000")])
def test_inversion_is_what_passes_the_manager(manager: Given, by: Given) -> None:
    assert inversion(D(90000), number(manager)) == number(by)


def test_colours_and_evidence_are_plain_words() -> None:
    assert [colour.value for colour in Colour] == ["green", "amber", "red", "grey"]
    assert [evidence.value for evidence in Evidence] == ["weak", "fair", "strong"]
