"""The table of an offer's pay by month and by year."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.benefits import Commute, HealthPlan, Leave, Match, Tier
from offers.engine.compensation import Bonus, Instalment, Package, Payout, SignOn, Variable
from offers.engine.errors import EngineError
from offers.engine.grants import Grant
from offers.engine.money import plain
from offers.engine.pay import pay_table
from offers.engine.policy import Policy
from offers.engine.reason import Grade
from offers.engine.vesting import PRESETS, Every, Vesting

POLICY = Policy()
EVEN = PRESETS[0].vesting
SHARES = Package(
    base=Decimal(120000),
    start_on=date(2026, 4, 1),
    raise_rate=Decimal("0.03"),
    bonus=Bonus(target=Decimal("0.10")),
    grants=(Grant(label="Shares", vesting=EVEN, worth=Decimal(200000)),),
    sign_on=SignOn(instalments=(Instalment(amount=Decimal(30000)),)),
)
BARE = Package(base=Decimal(60000))


def codes(package: Package) -> list[str]:
    return [reason.code for reason in pay_table(package, POLICY).reasons]


@pytest.mark.parametrize("preset", [preset for preset in PRESETS if preset.code.startswith("even_4")])
def test_years_of_the_share_example(preset: Any) -> None:
    grants = (replace(SHARES.grants[0], vesting=preset.vesting),)
    table = pay_table(replace(SHARES, grants=grants), POLICY)
    assert [plain(year.valued) for year in table.years] == [
        "207200.00",
        "183488.00",
        "187492.64",
        "191617.42",
        "145865.94",
    ]


def test_years_carry_their_dates_and_columns() -> None:
    first = pay_table(SHARES, POLICY).years[0]
    assert (first.starts_on, first.ends_on) == (date(2026, 4, 1), date(2027, 3, 31))
    assert (first.guaranteed, first.claimed, first.once) == (150000, 209000, 30000)
    assert (first.low, first.valued, first.high) == (200000, 207200, 210800)


def test_months_follow_the_calendar_and_hold_what_falls_due() -> None:
    months = pay_table(SHARES, POLICY).months
    assert (len(months), months[0].starts_on, months[12].starts_on) == (
        60,
        date(2026, 4, 1),
        date(2027, 4, 1),
    )
    assert (months[0].guaranteed, months[1].guaranteed) == (40000, 10000)
    assert months[11].valued == 10000 + 50000 + 7200


def test_months_without_a_start_have_numbers_alone() -> None:
    table = pay_table(BARE, POLICY)
    assert (table.months[59].number, table.months[59].starts_on) == (60, None)
    assert (table.years[4].starts_on, table.years[4].ends_on) == (None, None)


def test_table_runs_until_the_last_grant_and_instalment() -> None:
    later = replace(SHARES.grants[0], starts_after=36)
    paid = SignOn(instalments=(Instalment(amount=Decimal(1), month=97),))
    assert len(pay_table(replace(SHARES, grants=(later,)), POLICY).years) == 7
    assert len(pay_table(replace(BARE, sign_on=paid), POLICY).years) == 9


def test_refreshers_stack_on_the_first_grant() -> None:
    yearly = Grant(vesting=Vesting(points=(10000,), every=Every.YEAR), worth=Decimal(12000))
    grants = tuple(replace(yearly, starts_after=12 * number) for number in range(3))
    doubled = (*grants, replace(yearly, starts_after=12))
    table = pay_table(replace(BARE, grants=doubled), POLICY)
    assert [year.valued for year in table.years] == [72000, 84000, 72000, 60000, 60000]


def test_reasons_of_the_share_example() -> None:
    table = pay_table(SHARES, POLICY)
    assert [(reason.text, reason.grade) for reason in table.reasons] == [
        (
            "Base rises by 3% at each anniversary, as you entered; the first column leaves raises out.",
            Grade.FACT,
        ),
        (
            "The bonus is counted at 80% of target, which is our assumption; 0% and 120% stand beside it.",
            Grade.E,
        ),
        ("The first bonus counts 75% of a year, from the start to 31 December.", Grade.FACT),
    ]


def test_reasons_say_what_is_typed_unknown_or_an_advance() -> None:
    package = Package(
        base=Decimal(60000),
        bonus=Bonus(target=Decimal("0.10"), payout=Payout(base=Decimal(1))),
        variable=Variable(on_target=Decimal(84000), ramp_months=3, draw=Decimal(1000)),
        match=Match(tiers=(Tier(rate=Decimal(1), high=Decimal("0.03")),)),
        grants=(Grant(vesting=EVEN),),
    )
    assert codes(package) == [
        "BONUS_TYPED",
        "START_UNKNOWN",
        "VARIABLE_ASSUMED",
        "RAMP",
        "DRAW_RECOVERABLE",
        "MATCH_UNKNOWN",
        "GRANT_UNKNOWN",
    ]


def test_reasons_stay_silent_where_nothing_needs_saying() -> None:
    steady = Variable(on_target=Decimal(84000), draw=Decimal(1000), recoverable=False)
    match = Match(tiers=(), own=Decimal("0.05"))
    assert codes(BARE) == []
    assert codes(replace(BARE, variable=steady, match=match)) == ["VARIABLE_ASSUMED"]


def test_benefits_stand_beside_the_table_and_are_not_in_it() -> None:
    package = replace(
        BARE,
        leave=Leave(days=Decimal(25)),
        commute=Commute(days_a_week=Decimal(5), cost_a_day=Decimal(10)),
        health=HealthPlan(
            premium=Decimal(100),
            deductible=Decimal(0),
            most=Decimal(3000),
            coinsurance=Decimal("0.2"),
            care=Decimal(4000),
        ),
    )
    table, bare = pay_table(package, POLICY), pay_table(BARE, POLICY)
    beside = table.beside
    assert beside.hourly is not None
    assert beside.commute is not None
    assert (plain(beside.hourly.rate), beside.commute.money) == ("31.91", 2300)
    assert (beside.healthy_year, beside.expected_year, beside.worst_year) == (1200, 2000, 4200)
    assert table.years == bare.years


def test_nothing_stands_beside_a_bare_base() -> None:
    assert set(vars(pay_table(BARE, POLICY).beside).values()) == {None}


def test_an_expected_year_of_health_needs_expected_care() -> None:
    plan = HealthPlan(premium=Decimal(100))
    beside = pay_table(replace(BARE, health=plan), POLICY).beside
    assert (beside.healthy_year, beside.expected_year, beside.worst_year) == (1200, None, None)


def test_a_start_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(EngineError) as caught:
        pay_table(replace(SHARES, start_on=date(9998, 1, 1)), POLICY)
    assert caught.value.field == "date"
