"""Pension match, health plan, leave as an hourly rate, the way to work."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.benefits import (
    Commute,
    HealthPlan,
    Leave,
    Match,
    Tier,
    commute_cost,
    full_match_rate,
    health_cost,
    hourly_rate,
    match_rate,
    worst_health_cost,
)
from offers.engine.errors import ContradictionError, EngineError
from offers.engine.money import plain
from offers.engine.policy import Policy

POLICY = Policy()
TIERS = (
    Tier(rate=Decimal(1), high=Decimal("0.03")),
    Tier(rate=Decimal("0.5"), low=Decimal("0.03"), high=Decimal("0.05")),
)
PLAN = HealthPlan(
    premium=Decimal(180),
    deductible=Decimal(1500),
    coinsurance=Decimal("0.2"),
    most=Decimal(5000),
    account=Decimal(500),
)


@pytest.mark.parametrize(
    ("own", "expected"),
    [("0", 0), ("0.02", 2000), ("0.03", 3000), ("0.04", 3500), ("0.05", 4000), ("0.10", 4000)],
)
def test_match_rate_pays_for_what_the_person_puts_in(own: str, expected: int) -> None:
    assert match_rate(Match(tiers=TIERS, own=Decimal(own))) * 100000 == expected


def test_match_rate_counts_only_the_vested_part() -> None:
    assert match_rate(Match(tiers=TIERS, own=Decimal("0.04"), vested=Decimal("0.5"))) == Decimal("0.0175")


def test_match_rate_of_an_unknown_contribution_is_nothing_while_the_full_match_stands() -> None:
    match = Match(tiers=TIERS, vested=Decimal("0.5"))
    assert (match_rate(match), full_match_rate(match)) == (0, Decimal("0.04"))


def test_tier_refuses_an_end_below_its_start() -> None:
    with pytest.raises(ContradictionError) as caught:
        Tier(rate=Decimal(1), low=Decimal("0.05"), high=Decimal("0.03"))
    assert (caught.value.field, caught.value.other) == ("match_low", "match_high")


@pytest.mark.parametrize(
    ("claims", "expected"), [("0", 1660), ("1500", 3160), ("4000", 3660), ("1000000", 6660)]
)
def test_health_cost_adds_premium_and_care_less_the_account(claims: str, expected: int) -> None:
    assert health_cost(PLAN, Decimal(claims)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, 6660),
        ({"most": None}, None),
        ({"coinsurance": Decimal(0)}, 3160),
        ({"coinsurance": Decimal(0), "most": None}, 3160),
    ],
)
def test_worst_health_cost_is_what_no_care_can_exceed(change: dict[str, Any], expected: int | None) -> None:
    assert worst_health_cost(replace(PLAN, **change)) == expected


@pytest.mark.parametrize(
    ("known", "claims", "expected"),
    [
        ({}, "0", 2400),
        ({}, "2000", None),
        ({"deductible": Decimal(2500)}, "2000", 4400),
        ({"deductible": Decimal(1500)}, "2000", None),
        ({"coinsurance": Decimal("0.2")}, "2000", None),
    ],
)
def test_health_cost_is_not_known_without_what_decides_about_it(
    known: dict[str, Any], claims: str, expected: int | None
) -> None:
    assert health_cost(HealthPlan(premium=Decimal(200), **known), Decimal(claims)) == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, None),
        ({"coinsurance": Decimal(0)}, None),
        ({"deductible": Decimal(1500)}, None),
        ({"most": Decimal(5000)}, 7400),
        ({"coinsurance": Decimal(0), "deductible": Decimal(1500)}, 3900),
    ],
)
def test_the_worst_year_is_not_known_without_a_limit(known: dict[str, Any], expected: int | None) -> None:
    assert worst_health_cost(HealthPlan(premium=Decimal(200), **known)) == expected


def test_health_cost_without_a_limit_grows_with_care() -> None:
    assert health_cost(replace(PLAN, most=None), Decimal(101500)) == 2160 + 1500 + 20000 - 500


def test_health_plan_refuses_a_deductible_above_the_limit() -> None:
    with pytest.raises(ContradictionError) as caught:
        replace(PLAN, deductible=Decimal(6000))
    assert caught.value.sentence == "deductible (6000) is above most (5000)."


@pytest.mark.parametrize(
    ("leave", "rate", "hours"),
    [
        (Leave(days=Decimal(0), hours_a_week=Decimal(40)), "50.00", 2080),
        (Leave(days=Decimal(20), hours_a_week=Decimal(40)), "54.17", 1920),
        (Leave(days=Decimal(20), holidays=Decimal(10), hours_a_week=Decimal("37.5")), "60.29", 1725),
    ],
)
def test_hourly_rate_rises_with_leave(leave: Leave, rate: str, hours: int) -> None:
    found = hourly_rate(Decimal(104000), leave, POLICY)
    assert (plain(found.rate), found.hours) == (rate, hours)
    assert [reason.code for reason in found.reasons] == ["HOURLY_RATE"]


def test_hourly_rate_names_what_is_unknown_or_assumed() -> None:
    found = hourly_rate(Decimal(104000), Leave(), POLICY)
    assert [reason.text for reason in found.reasons] == [
        "50 for each of 2,080 hours worked. Leave raises this rate; it is not added to base.",
        "Ask how many days of leave people really take; until then none are counted.",
        "A full week is taken as 40 hours.",
    ]


def test_hourly_rate_refuses_a_year_without_work() -> None:
    policy = replace(POLICY, working_days=Decimal(200))
    with pytest.raises(EngineError) as caught:
        hourly_rate(Decimal(104000), Leave(days=Decimal(200)), policy)
    assert caught.value.field == "leave_days"


def test_commute_cost_keeps_money_and_time_apart() -> None:
    trip = Commute(days_a_week=Decimal(3), cost_a_day=Decimal(12), minutes_a_day=Decimal(80))
    cost = commute_cost(trip, POLICY)
    assert (cost.money, cost.hours, cost.time_value) == (1656, 184, None)
    assert cost.reason.text == (
        "The way to work takes 1,656 and 184 hours a year, over 46 weeks (our assumption)."
    )


def test_commute_cost_values_time_only_as_the_person_does() -> None:
    trip = Commute(
        days_a_week=Decimal(2), minutes_a_day=Decimal(60), hour_value=Decimal(25), weeks=Decimal(40)
    )
    cost = commute_cost(trip, POLICY)
    assert (cost.money, cost.hours, cost.time_value) == (0, 80, 2000)
    assert cost.reason.text == "The way to work takes 0 and 80 hours a year, over 40 weeks."


TIER = {"rate": Decimal(1), "high": Decimal(1)}


@pytest.mark.parametrize(
    ("kind", "terms", "field", "lowest", "highest"),
    [
        (Tier, TIER, "rate", "0", "10"),
        (Tier, TIER, "low", "0", "1"),
        (Tier, TIER, "high", "0", "1"),
        (Match, {"tiers": ()}, "own", "0", "1"),
        (Match, {"tiers": ()}, "vested", "0", "1"),
        (HealthPlan, {"premium": Decimal(0)}, "coinsurance", "0", "1"),
        (Leave, {}, "days", "0", "200"),
        (Leave, {}, "holidays", "0", "50"),
        (Leave, {}, "hours_a_week", "1", "168"),
        (Commute, {"days_a_week": Decimal(1)}, "days_a_week", "0", "7"),
        (Commute, {"days_a_week": Decimal(1)}, "minutes_a_day", "0", "1440"),
        (Commute, {"days_a_week": Decimal(1)}, "weeks", "0", "52"),
    ],
)
def test_benefits_take_numbers_up_to_their_limits_and_no_further(
    kind: Any, terms: dict[str, Any], field: str, lowest: str, highest: str
) -> None:
    for value in (Decimal(lowest), Decimal(highest)):
        assert getattr(kind(**{**terms, field: value}), field) == value
    for value in (Decimal(lowest) - Decimal("0.01"), Decimal(highest) + Decimal("0.01")):
        with pytest.raises(EngineError):
            kind(**{**terms, field: value})


def test_hourly_rate_of_a_single_day_of_work_is_told() -> None:
    policy = replace(POLICY, working_days=Decimal(201))
    found = hourly_rate(Decimal(800), Leave(days=Decimal(200), hours_a_week=Decimal(40)), policy)
    assert (found.rate, found.hours) == (100, 8)
