"""Six lights for any number, with by how much and what would turn each green."""

from dataclasses import replace

import pytest

from offers.engine.equity import Colour
from offers.engine.lights import Light, Lights, lights
from offers.engine.position import Quarter
from offers.engine.situation import ApprovalRung, Budget, RangeBasis, Situation
from tests.engine.cases import TEAM, TECHNOLOGY, D, Given, band, number, peers, posting, situation, state

GREEN, AMBER, RED, GREY = Colour.GREEN, Colour.AMBER, Colour.RED, Colour.GREY
BAND = band("60000", "75000", "90000")


def lit(asked: str, case: Situation) -> Lights:
    return lights(D(asked), state(case))


def shown(light: Light) -> tuple[object, ...]:
    return light.colour, light.by_how_much, light.reason.code


@pytest.mark.parametrize(
    ("asked", "typed", "colour", "by", "code"),
    [
        ("59000", BAND, AMBER, "1000", "BAND_UNDER"),
        ("60000", BAND, GREEN, "0", "BAND_INSIDE"),
        ("80000", BAND, GREEN, "0", "BAND_INSIDE"),
        ("80001", BAND, AMBER, "1", "BAND_UPPER"),
        ("90000", BAND, AMBER, "10000", "BAND_UPPER"),
        ("90001", BAND, RED, "10001", "BAND_OVER"),
        ("90000", replace(BAND, basis=RangeBasis.HIRE), GREEN, "0", "BAND_INSIDE"),
        ("90001", replace(BAND, basis=RangeBasis.HIRE), RED, "1", "BAND_OVER"),
        ("90000", band(None, None, "90000"), GREEN, "0", "BAND_INSIDE"),
        ("90001", band(None, None, "90000"), RED, "1", "BAND_OVER"),
        ("90000", band("60000"), GREY, None, "BAND_UNKNOWN"),
        ("59999", band("60000"), AMBER, "1", "BAND_UNDER"),
        ("90000", None, GREY, None, "BAND_UNKNOWN"),
    ],
)
def test_band_light(asked: str, typed: object, colour: Colour, by: Given, code: str) -> None:
    assert shown(lit(asked, situation("70000", band=typed)).band) == (colour, number(by), code)


@pytest.mark.parametrize(
    ("asked", "colour", "by", "code"),
    [
        ("75000", GREEN, "0", "APPROVAL_ALONE"),
        ("76000", AMBER, "1000", "APPROVAL_TRIM"),
        ("90000", AMBER, "15000", "APPROVAL_TRIM"),
        ("90001", RED, "15001", "APPROVAL_TRIM"),
    ],
)
def test_approval_light(asked: str, colour: Colour, by: str, code: str) -> None:
    assert shown(lit(asked, situation("70000", band=BAND)).approval) == (colour, D(by), code)


def test_approval_light_is_grey_without_a_band() -> None:
    assert shown(lit("75000", situation("70000")).approval) == (GREY, None, "APPROVAL_UNKNOWN")


def test_approval_light_follows_the_persons_own_ladder() -> None:
    own = (ApprovalRung(limit=D(72000), approver="team lead"),)
    found = lit("73000", situation("70000", approval_ladder=own)).approvals
    assert found is not None
    assert (found.approvers, found.trim) == (("team lead", "executive exception"), D(1000))


@pytest.mark.parametrize(
    ("asked", "colour", "by"),
    [("84500", GREEN, "0"), ("88725", AMBER, "4225"), ("95000", RED, "10500")],
)
def test_equity_light(asked: str, colour: Colour, by: str) -> None:
    light = lit(asked, TEAM).equity
    assert (light.colour, light.by_how_much) == (colour, D(by))


def test_equity_light_is_grey_without_salaries() -> None:
    assert shown(lit("75000", situation("70000")).equity) == (GREY, None, "TEAM_UNKNOWN")


@pytest.mark.parametrize(
    ("asked", "colour", "by", "text"),
    [
        (
            "92000",
            GREEN,
            "0",
            "15% above the offer; first offers usually hold back 5% to 15%.",
        ),
        (
            "96000",
            AMBER,
            "4000",
            "20% above the offer, more than the usual padding of 5% to 15%.",
        ),
        (
            "96001",
            RED,
            "4001",
            "20% above the offer, more than the usual padding of 5% to 15%.",
        ),
    ],
)
def test_padding_light(asked: str, colour: Colour, by: str, text: str) -> None:
    light = lit(asked, situation("80000", industry=TECHNOLOGY)).padding
    assert (light.colour, light.by_how_much, light.reason.text) == (colour, D(by), text)


@pytest.mark.parametrize(
    ("asked", "floor", "colour", "by", "code"),
    [
        ("79000.01", "79000", GREEN, "0", "WALK_AWAY_ABOVE"),
        ("79000", "79000", AMBER, "0", "WALK_AWAY_AT"),
        ("78000", "79000", RED, "1000", "WALK_AWAY_BELOW"),
        ("78000", None, GREY, None, "WALK_AWAY_MISSING"),
    ],
)
def test_walk_away_light_is_private(asked: str, floor: Given, colour: Colour, by: Given, code: str) -> None:
    light = lit(asked, situation("80000", "95000", floor)).walk_away
    assert (shown(light), light.private) == ((colour, number(by), code), True)


def test_no_other_light_is_private() -> None:
    found = lit("88500", TEAM)
    others = (found.band, found.approval, found.equity, found.budget, found.padding)
    assert [light.private for light in others] == [False] * 5


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        (
            "95000",
            [
                "15,000 less would turn it green.",
                "20,000 less would turn it green.",
                "3,000 less would turn it green.",
                "7,000 less would turn it green.",
                None,
            ],
        ),
        (
            "55000",
            ["5,000 more would turn it green.", None, None, None, "25,000 more would turn it green."],
        ),
    ],
)
def test_lights_say_what_would_turn_them_green(asked: str, texts: list[str | None]) -> None:
    case = situation("80000", "95000", "80000", band=BAND, team=("92000",))
    found = lit(asked, case)
    asked_for = (found.band, found.approval, found.equity, found.padding, found.walk_away)
    assert [light.to_green.text if light.to_green else None for light in asked_for] == texts


def test_budget_light_has_no_colour_and_lists_facts() -> None:
    found = lit("88500", replace(TEAM, budget=Budget(headcount_frozen=True)))
    assert (found.budget.colour, found.budget.by_how_much) == (GREY, None)
    assert [fact.code for fact in found.facts.against] == ["HEADCOUNT_FROZEN"]


def test_lights_carry_the_answers_behind_them() -> None:
    case = situation("70000", peers=peers("72000", manager=D(74000)), posting=posting("60000", "90000"))
    found = lit("75000", case)
    assert (found.number, found.position.quarter, found.inversion) == (D(75000), Quarter.THIRD, D(1000))
    assert found.team is not None
    assert found.team.rank == 1
