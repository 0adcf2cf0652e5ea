"""Every part of the advice is wired to the right numbers: gap, packages, ladder, replies, lights."""

from dataclasses import replace
from datetime import date

import pytest

from offers.engine.flags import Flag
from offers.engine.levers import levers
from offers.engine.situation import Alternative, EmployerType, Numbers, Situation, Stance, Terms, Unit, Wishes
from offers.engine.value import annuity_factor
from tests.engine.advised import BAND, EXAMPLE, advice
from tests.engine.cases import HOURLY, POLICY, TEAM, TECHNOLOGY, D, Given, band, number, situation


@pytest.mark.parametrize(("target", "gap"), [("95000", "6500"), ("88000", "0"), ("75000", "0")])
def test_shortfall_is_told_and_closed(target: str, gap: str) -> None:
    found = advice(replace(EXAMPLE, numbers=Numbers(target=D(target))))
    assert found.shortfall == D(gap)
    assert found.closers[0].amount == D(gap) * 3


def test_the_gap_is_closed_by_the_year_whatever_the_unit() -> None:
    wishes = Wishes(sign_on_kept=D("0.5"), vesting_years=D(4), believed_share=D("0.5"))
    found = advice(replace(HOURLY, wishes=wishes))
    assert [closer.amount for closer in found.closers] == [
        D("0.75") * 2080 * 6,
        D("0.75") * 2080 * 8,
        D("0.75") * 260 / D("43.25"),
    ]


def test_the_gap_counts_from_the_offer_when_base_is_not_asked_for() -> None:
    found = advice("98000", "104000", band=BAND)
    assert found.closers[2].amount == D(6000) * 260 / 98000


def test_packages_of_the_primers_team() -> None:
    found = advice(EXAMPLE).packages
    assert [package.phrase for package in found.opening.packages] == [
        "88,500",
        "84,500 with a sign-on of 8,000 and 4 more days of leave",
    ]
    assert [package.phrase for package in found.fallback.packages] == [
        "84,500",
        "82,250 with a sign-on of 6,500",
        "80,000 with a sign-on of 8,000, 5 more days of leave and a learning budget of 400",
    ]


def test_bargain_carries_every_number_of_the_advice() -> None:
    terms = Terms(base=D(50000), bonus_target=D("0.10"), match_rate=D("0.04"), other_value=D(2500))
    case = Situation(
        terms=terms,
        band=band("56000", "63000", "70000"),
        numbers=Numbers(target=D(62000), walk_away=D(51000), accept_at=D(60000), premium=D(1000)),
        alternatives=(Alternative(yearly_value=D(70000), in_writing=True),),
        wishes=Wishes(weights={"base": D("1.2")}),
        industry=TECHNOLOGY,
    )
    found = advice(case)
    bargain = found.bargain
    assert (bargain.offer, bargain.baseline, bargain.ask) == (D(50000), D(56000), found.ask.amount)
    assert (bargain.ceiling, bargain.ceiling_exception) == (
        found.ceilings.no_exception,
        found.ceilings.exception,
    )
    assert (bargain.target, bargain.accept_at, bargain.walk_away) == (D(62000), D(60000), D(51000))
    assert (bargain.k, bargain.base_weight, bargain.other) == (D("1.14"), D("1.2"), D(2500))
    assert bargain.walk_away_value == max(D("1.2") * D("1.14") * 51000 + 2500, D(69000))
    assert (bargain.ga, bargain.units_a_year, bargain.unit) == (annuity_factor(POLICY), D(1), Unit.YEAR)


@pytest.mark.parametrize(
    ("floor", "value", "premium", "expected"),
    [
        (None, None, "0", None),
        ("50000", None, "0", "50000"),
        (None, "90000", "0", "90000"),
        ("50000", "90000", "2000", "88000"),
        ("79000", "81000", "5000", "79000"),
        ("50000", "70000", "0", "50000"),
    ],
)
def test_a_package_has_to_reach_walk_away_and_the_better_offer(
    floor: Given, value: Given, premium: str, expected: Given
) -> None:
    others = () if value is None else (Alternative(yearly_value=D(value), in_writing=True),)
    case = situation(
        "80000", numbers=Numbers(walk_away=number(floor), premium=D(premium)), alternatives=others
    )
    assert advice(case).bargain.walk_away_value == number(expected)


def test_yearly_money_is_spread_over_the_hours_of_the_offer() -> None:
    case = replace(
        HOURLY,
        numbers=replace(HOURLY.numbers, premium=D(2080)),
        alternatives=(Alternative(yearly_value=D(104000), in_writing=True),),
    )
    found = advice(case)
    assert (found.bargain.walk_away_value, found.bargain.units_a_year) == (D(49), D(2080))
    assert found.per_year(D("43.25")) == D(89960)


def test_replies_and_ladder_start_at_the_ask() -> None:
    wishes = replace(EXAMPLE.wishes, ground="based on the posted range", sign_by=date(2026, 3, 9))
    found = advice(replace(EXAMPLE, wishes=wishes))
    assert (found.replies[0].said, found.replies[-1].said) == (D(88500), D(80000))
    assert [rung.code for rung in found.ladder.rungs] == ["R1", "R2", "R3", "R4", "R5"]
    assert (
        found.ladder.rungs[0].say.text
        == "I would like to ask for a base of 88,500, based on the posted range."
    )
    assert found.ladder.rungs[1].say.text.endswith("I can sign by 9 March 2026.")


def test_no_ask_leaves_one_list_of_packages_and_no_replies() -> None:
    found = advice("98000", "104000", band=BAND)
    assert (found.replies, found.ask_lights, found.packages.fallback.packages) == ((), None, ())
    assert [package.base for package in found.packages.opening.packages] == [D(98000)]


def test_levers_follow_employer_and_marks() -> None:
    kind, marks = EmployerType.FORMULA, {"step": True}
    found = advice(replace(TEAM, employer_type=kind, wishes=Wishes(movable=marks)))
    assert found.levers == levers(employer_type=kind, marks=marks)
    assert (found.ask.amount, found.flags[0]) == (None, Flag.NO_BASE_ASK)


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (TEAM, "MANAGER_ABOVE"),
        (replace(TEAM, stance=Stance.CAUTIOUS), "MANAGER_INSIDE"),
        (situation("70000", "76000"), "MANAGER_NO_PEERS"),
    ],
)
def test_deciders_know_the_best_paid_peer_if_anybody_does(case: Situation, says: str) -> None:
    assert advice(case).deciders[1].says.code == says


def test_lights_are_lit_for_offer_target_and_ask() -> None:
    found = advice(TEAM)
    assert found.ask_lights is not None
    numbers = (found.offer_lights.number, found.target_lights.number, found.ask_lights.number)
    assert numbers == (D(80000), D(95000), D(88500))
