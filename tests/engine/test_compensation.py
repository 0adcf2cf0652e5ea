"""What an offer pays, as typed."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.compensation import Bonus, Clawback, Instalment, Package, Payout, SignOn, Variable
from offers.engine.errors import ContradictionError, EngineError
from offers.engine.policy import Policy

POLICY = Policy()


@pytest.mark.parametrize(
    ("typed", "filled"),
    [
        ({}, ("0", "0.8", "1.2")),
        ({"base": "1.5"}, ("0", "1.5", "1.5")),
        ({"low": "0.9"}, ("0.9", "0.9", "1.2")),
        ({"high": "0.5"}, ("0", "0.5", "0.5")),
        ({"low": "0.5", "base": "0.9", "high": "1.1"}, ("0.5", "0.9", "1.1")),
    ],
)
def test_payout_fills_what_is_open_and_gives_way_to_what_is_typed(
    typed: dict[str, str], filled: tuple[str, ...]
) -> None:
    payout = Payout(**{case: Decimal(value) for case, value in typed.items()})
    assert payout.filled(POLICY) == tuple(Decimal(value) for value in filled)


def test_payout_keeps_an_assumed_low_case_under_a_typed_one() -> None:
    policy = replace(POLICY, payout_low=Decimal("0.5"))
    assert Payout(base=Decimal("0.3")).filled(policy) == (Decimal("0.3"), Decimal("0.3"), Decimal("1.2"))


@pytest.mark.parametrize(
    ("typed", "field", "other"),
    [
        ({"low": "0.9", "base": "0.8"}, "payout_low", "payout_base"),
        ({"base": "1.3", "high": "1.2"}, "payout_base", "payout_high"),
        ({"low": "1.3", "high": "1.2"}, "payout_low", "payout_high"),
    ],
)
def test_payout_names_two_cases_out_of_order(typed: dict[str, str], field: str, other: str) -> None:
    with pytest.raises(ContradictionError) as caught:
        Payout(**{case: Decimal(value) for case, value in typed.items()})
    assert (caught.value.field, caught.value.other) == (field, other)


def test_package_names_on_target_earnings_below_base() -> None:
    with pytest.raises(ContradictionError) as caught:
        Package(base=Decimal(100), variable=Variable(on_target=Decimal(90)))
    error = caught.value
    assert (error.field, error.value, error.other, error.other_value) == ("on_target", 90, "base", 100)


@pytest.mark.parametrize(
    ("months", "draw", "draw_months", "expected"),
    [(3, None, 6, 0), (3, "500", None, 3), (3, "500", 6, 6), (0, "500", 0, 0)],
)
def test_variable_draws_through_the_ramp_unless_told(
    months: int, draw: str | None, draw_months: int | None, expected: int
) -> None:
    variable = Variable(
        on_target=Decimal(1),
        ramp_months=months,
        draw=None if draw is None else Decimal(draw),
        draw_months=draw_months,
    )
    assert variable.drawn_months == expected


def test_sign_on_totals_its_instalments() -> None:
    parts = (Instalment(amount=Decimal(20000)), Instalment(amount=Decimal(10000), month=13))
    assert SignOn(instalments=parts).total == 30000


@pytest.mark.parametrize(
    ("kind", "values", "field"),
    [
        (Bonus, {"target": Decimal(-1)}, "bonus_target"),
        (Payout, {"base": Decimal(11)}, "payout_base"),
        (Variable, {"on_target": Decimal("NaN")}, "on_target"),
        (Variable, {"on_target": Decimal(1), "draw": Decimal(-1)}, "draw"),
        (Variable, {"on_target": Decimal(1), "ramp_months": -1}, "ramp_months"),
        (Variable, {"on_target": Decimal(1), "draw_months": 241}, "draw_months"),
        (Clawback, {"months": -1}, "clawback_months"),
        (Instalment, {"amount": Decimal(-1)}, "sign_on"),
        (Instalment, {"amount": Decimal(1), "month": 0}, "sign_on_month"),
        (Package, {"base": Decimal(-1)}, "base"),
        (Package, {"base": Decimal(1), "raise_rate": Decimal("0.51")}, "raise_rate"),
    ],
)
def test_impossible_terms_are_refused_by_field(kind: Any, values: dict[str, Any], field: str) -> None:
    with pytest.raises(EngineError) as caught:
        kind(**values)
    assert caught.value.field == field
