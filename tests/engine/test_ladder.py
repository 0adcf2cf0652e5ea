"""The fallback ladder of the worked example, and the reason of each rung."""

from datetime import date
from typing import Any

import pytest

from offers.engine.ladder import CONTINGENT, ladder
from offers.engine.money import round_half_up
from offers.engine.packages import MESO, packages
from offers.engine.policy import RULES_15
from offers.engine.reason import ARITHMETIC, MIDPOINTS, PRACTITIONER, Grade
from offers.engine.situation import Unit
from tests.engine.answers import listed, of, rung
from tests.engine.bargains import POLICY, D, small, team

SIGN_BY = date(2026, 3, 9)


def test_ladder_of_the_team_steps_down_from_the_ask() -> None:
    found = of(team(walk_away_value=D(79000)))
    assert [(one.code, round_half_up(one.value)) for one in found.rungs] == [
        ("R1", D("88500.00")),
        ("R2", D("86785.24")),
        ("R3", D("84513.00")),
        ("R4", D("80000.00")),
        ("R5", D("80000.00")),
    ]
    assert (found.dropped, round_half_up(found.best), found.say_now) == ((), D("93823.70"), None)


def test_ladder_of_the_team_reads_as_the_employer_reads_it() -> None:
    bargain = team(walk_away_value=D(79000))
    found = ladder(
        bargain,
        packages(bargain, POLICY),
        ground="based on the posted range",
        sign_by=SIGN_BY,
        policy=POLICY,
    )
    assert [one.say.text for one in found.rungs] == [
        "I would like to ask for a base of 88,500, based on the posted range.",
        "If we can settle on 84,000 with a sign-on of 8,000, I can sign by 9 March 2026.",
        "I understand that base is limited. What would work for me is 82,250 with a sign-on of 6,500, or "
        "80,000 with a sign-on of 8,000, 5 more days of leave and a learning budget of 400.",
        "I could start at 80,000 with a review after 6 months, agreed in writing now: what it looks at, and "
        "84,500 when that is met.",
        "Thank you for looking into it. I am glad to accept once all terms are in writing.",
    ]


def test_ladder_of_the_team_gives_the_person_its_reasons() -> None:
    reasons = [one.reason for one in of(team()).rungs]
    assert [(one.code, one.source, one.grade) for one in reasons] == [
        ("RUNG_R1", RULES_15, Grade.D),
        ("RUNG_R2", PRACTITIONER, Grade.D),
        ("RUNG_R3", MESO, Grade.C),
        ("RUNG_R4", CONTINGENT, Grade.D),
        ("RUNG_R5_DECIDE", ARITHMETIC, Grade.FACT),
    ]
    assert str(CONTINGENT) == "Malhotra & Bazerman, 2007, Negotiation Genius"
    assert {(one.say.source, one.say.grade) for one in of(team()).rungs} == {(PRACTITIONER, Grade.D)}


@pytest.mark.parametrize(
    ("given", "code", "text"),
    [
        ({}, "R1", "Name one number and one reason; the rungs below wait for the answer."),
        (
            {"ceiling_exception": D(1155)},
            "R1",
            "It may be said as a range, since its top is still defensible; never below the number.",
        ),
        (
            {},
            "R2",
            "A round number that needs no exception, and money that is paid once, is easy to approve.",
        ),
        ({}, "R4", "It costs them nothing today. It is worth the offer now; count only what is in writing."),
        ({}, "R5", "Without a walk-away number this is for you to decide."),
        (
            {"walk_away_value": D(1000)},
            "R5",
            "The offer as it stands reaches your walk-away value, so accept it.",
        ),
        (
            {"walk_away_value": D(1001)},
            "R5",
            "The offer as it stands is under your walk-away value, so decline it.",
        ),
    ],
)
def test_each_rung_tells_the_person_why(given: dict[str, Any], code: str, text: str) -> None:
    assert rung(code, of(small(unit=Unit.HOUR, **given))).reason.text == text


@pytest.mark.parametrize(
    ("given", "code", "text"),
    [
        ({"ask": None}, "R1", "Base is not asked for."),
        ({}, "R3", "What may move leaves no package with less base."),
        ({"walk_away_value": D(1001)}, "R4", "It is under your walk-away value."),
    ],
)
def test_each_dropped_rung_tells_the_person_why(given: dict[str, Any], code: str, text: str) -> None:
    left = {one.code: one.reason.text for one in of(small(**given)).dropped}
    assert left[code] == text


def test_ladder_of_the_team_warns_that_its_steps_grow() -> None:
    warnings = of(team()).warnings
    assert [one.text for one in warnings] == [
        "R3 gives up 2,272, more than the step before it (1,715). A larger step can sound as if there were "
        "more to come, so take it only after a clear no.",
        "R4 gives up 4,513, more than the step before it (2,272). A larger step can sound as if there were "
        "more to come, so take it only after a clear no.",
    ]
    assert {(one.code, one.source, one.grade) for one in warnings} == {("STEP_GROWS", MIDPOINTS, Grade.C)}


@pytest.mark.parametrize(("value", "warned"), [("1050", []), ("1049.99", ["R3"]), ("1050.01", ["R4"])])
def test_a_step_is_warned_of_only_when_it_is_larger_than_the_one_before(
    value: str, warned: list[str]
) -> None:
    """R1 is worth 1,150, R2 1,100 and R4 1,000; R3 lies between the last two."""
    bargain = small(ask=D(1150), ceiling=D(1100), ceiling_exception=D(1150), unit=Unit.HOUR)
    found = ladder(bargain, listed(("1050", value)), policy=POLICY)
    assert [round_half_up(one.value, D(1)) for one in found.rungs[:2]] == [D(1150), D(1100)]
    assert [one.params["rung"] for one in found.warnings] == warned


def test_what_the_employer_reads_is_the_same_whatever_the_walk_away() -> None:
    offered = packages(team(), POLICY)
    free = {one.code: one.say for one in ladder(team(), offered, policy=POLICY).rungs[:-1]}
    for floor in ("79123.45", "83210", "86543.21"):
        bargain = team(walk_away=D(floor), walk_away_value=D(floor))
        found = ladder(bargain, offered, policy=POLICY)
        assert {one.code: one.say for one in found.rungs[:-1]}.items() <= free.items()
