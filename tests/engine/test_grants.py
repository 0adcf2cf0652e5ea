"""Shares, options and money that vest: claimed and counted."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.errors import EngineError
from offers.engine.grants import (
    Grant,
    belief,
    claimed_tranches,
    grant_value,
    last_month,
    yearly_refreshers,
)
from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, Grade
from offers.engine.vesting import Every, Vesting

POLICY = Policy()
EVEN = Vesting(points=(2500,) * 4, every=Every.YEAR)
SHARES = Grant(label="Shares", vesting=EVEN, worth=Decimal(200000))
OPTIONS = Grant(
    label="Options", vesting=EVEN, units=20000, price=Decimal("7.5"), strike=Decimal(2), private=True
)


def test_grant_value_of_options_shows_their_gain_and_the_cost_to_exercise() -> None:
    value = grant_value(OPTIONS, POLICY)
    assert (value.claimed, value.valued, value.exercise_cost) == (110000, 0, 40000)
    assert [reason.text for reason in value.reasons] == [
        "Options: claimed at 110,000, counted as 0 (the shares cannot be sold).",
        "Options: 20,000 options gain 110,000 over their strike of 2; exercising them all costs 40,000.",
    ]


def test_grant_value_of_options_under_water_is_nothing() -> None:
    value = grant_value(replace(OPTIONS, price=Decimal("1.5"), private=False), POLICY)
    assert (value.claimed, value.valued, value.exercise_cost) == (0, 0, 40000)


@pytest.mark.parametrize(
    ("change", "code", "valued", "grade"),
    [
        ({"private": True}, "GRANT_PRIVATE", 0, Grade.E),
        ({"written": False}, "GRANT_NOT_PROMISED", 0, Grade.E),
        ({"private": True, "believed": Decimal("0.75")}, "GRANT_BELIEVED", 150000, Grade.FACT),
    ],
)
def test_grant_value_puts_the_claim_beside_what_is_counted(
    change: dict[str, Any], code: str, valued: int, grade: Grade
) -> None:
    value = grant_value(replace(SHARES, **change), POLICY)
    assert (value.claimed, value.valued) == (200000, valued)
    assert [(reason.code, reason.grade) for reason in value.reasons] == [(code, grade)]
    assert (value.reasons[0].source == ASSUMPTION) == (grade is Grade.E)


def test_grant_value_of_shares_that_can_be_sold_is_the_claim() -> None:
    value = grant_value(SHARES, POLICY)
    assert (value.claimed, value.valued, value.reasons) == (200000, 200000, ())


def test_grant_value_of_units_is_their_number_at_the_price() -> None:
    grant = Grant(vesting=EVEN, units=1000, price=Decimal("150.25"))
    assert grant_value(grant, POLICY).claimed == Decimal("150250.00")


@pytest.mark.parametrize(
    "grant",
    [
        Grant(vesting=EVEN),
        Grant(vesting=EVEN, units=1000),
        Grant(vesting=EVEN, price=Decimal(10)),
        Grant(vesting=EVEN, units=1000, strike=Decimal(2)),
    ],
)
def test_grant_value_asks_for_what_is_missing_and_counts_nothing(grant: Grant) -> None:
    value = grant_value(grant, POLICY)
    assert (value.claimed, value.valued) == (None, 0)
    assert value.reasons[0].text == (
        "grant: ask for the number of shares and the price used; until then it counts as nothing."
    )
    assert claimed_tranches(grant) == ()


def test_belief_follows_the_policy_for_private_shares() -> None:
    policy = replace(POLICY, private_share_value=Decimal("0.25"))
    assert (belief(OPTIONS, policy), belief(SHARES, policy)) == (Decimal("0.25"), 1)


def test_claimed_tranches_round_shares_before_they_are_priced() -> None:
    grant = Grant(vesting=EVEN, units=18, price=Decimal(10), starts_after=12)
    found = [(part.month, part.amount) for part in claimed_tranches(grant)]
    assert found == [(24, 50), (36, 40), (48, 50), (60, 40)]
    assert last_month(grant) == 60


def test_claimed_tranches_of_money_are_cents() -> None:
    grant = Grant(vesting=Vesting(points=(3333, 3333, 3334), every=Every.YEAR), worth=Decimal("0.10"))
    assert [part.amount for part in claimed_tranches(grant)] == [
        Decimal("0.03"),
        Decimal("0.04"),
        Decimal("0.03"),
    ]


def test_yearly_refreshers_start_at_each_anniversary_and_count_only_when_written() -> None:
    hoped, promised = yearly_refreshers(SHARES, 2), yearly_refreshers(SHARES, 1, written=True)
    assert [(grant.label, grant.starts_after, belief(grant, POLICY)) for grant in hoped + promised] == [
        ("Shares, refresher 1", 12, 0),
        ("Shares, refresher 2", 24, 0),
        ("Shares, refresher 1", 12, 1),
    ]


def test_refreshers_may_be_none_and_start_twenty_years_on() -> None:
    late = replace(SHARES, starts_after=240)
    assert (yearly_refreshers(SHARES, 0), last_month(late)) == ((), 288)


def test_options_without_a_number_cost_nothing_to_exercise() -> None:
    assert Grant(vesting=EVEN, price=Decimal(3), strike=Decimal(2)).exercise_cost == 0


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("worth", {"worth": Decimal(-1)}),
        ("worth", {"worth": Decimal("0.005")}),
        ("worth", {"worth": Decimal(1), "units": 1}),
        ("strike", {"worth": Decimal(1), "strike": Decimal(1)}),
        ("strike", {"units": 1, "strike": Decimal(-1)}),
        ("units", {"units": -1}),
        ("price", {"price": Decimal("NaN")}),
        ("believed", {"believed": Decimal("1.1")}),
        ("starts_after", {"starts_after": -1}),
        ("starts_after", {"starts_after": 241}),
    ],
)
def test_grant_refuses_impossible_numbers(field: str, values: dict[str, Any]) -> None:
    with pytest.raises(EngineError) as caught:
        Grant(vesting=EVEN, **values)
    assert caught.value.field == field
