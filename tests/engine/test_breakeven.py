"""What one offer would have to change to be worth as much as another."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.breakeven import Side, break_even, break_even_base
from offers.engine.errors import EngineError
from offers.engine.money import plain
from offers.engine.policy import Policy

POLICY = Policy()
SIDE = Side(name="Brick", base=Decimal(125000), k=Decimal("1.15"), rest=Decimal(5000))


def test_break_even_base_of_156900_is_132086_96() -> None:
    assert plain(break_even_base(SIDE, Decimal(156900))) == "132086.96"


def test_break_even_names_base_sign_on_and_grant_each_alone() -> None:
    found = break_even(replace(SIDE, believed=Decimal("0.75")), Decimal(156900), POLICY)
    assert (found.missing, found.sign_on, found.grant) == (8150, 24450, Decimal(8150) * 4 / Decimal("0.75"))
    assert found.reason.text == (
        "Brick is equal at a base of 132,086.96, or with 24,450 more sign-on over a stay of 3 years, or with "
        "43,466.67 more in grants."
    )


def test_break_even_by_a_grant_needs_belief() -> None:
    found = break_even(replace(SIDE, believed=Decimal(0)), Decimal(156900), POLICY)
    assert (found.grant, found.reason.code) == (None, "BREAK_EVEN_NO_GRANT")


def test_break_even_of_the_better_offer_misses_nothing() -> None:
    found = break_even(SIDE, Decimal(120000), POLICY)
    assert (found.missing, found.base, found.sign_on, found.grant) == (0, 100000, 0, 0)


def test_break_even_of_an_unknown_base_is_refused() -> None:
    with pytest.raises(EngineError) as caught:
        break_even(replace(SIDE, base=None), Decimal(1), POLICY)
    assert caught.value.sentence == "The base of Brick is not known."


@pytest.mark.parametrize(
    ("change", "value"),
    [({}, 148750), ({"k": None}, 130000), ({"rest": None}, 143750), ({"base": None}, None)],
)
def test_side_is_worth_k_times_base_and_the_rest(change: dict[str, Any], value: int | None) -> None:
    assert replace(SIDE, **change).value == value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("base", Decimal(-1)),
        ("k", Decimal(0)),
        ("rest", Decimal("NaN")),
        ("vesting_years", Decimal(0)),
        ("believed", Decimal("1.1")),
    ],
)
def test_side_refuses_impossible_numbers(field: str, value: Decimal) -> None:
    with pytest.raises(EngineError) as caught:
        replace(SIDE, **{field: value})
    assert caught.value.field == field


def test_break_even_raises_no_base_that_follows_from_a_rule_and_no_grant_where_there_is_none() -> None:
    found = break_even(replace(SIDE, fixed_base=True, no_grant=True), Decimal(156900), POLICY)
    assert (found.base, found.grant) == (None, None)
    assert found.reason.text == (
        "Brick is equal with 24,450 more sign-on over a stay of 3 years. Base follows from a rule of this "
        "employer, so no other base is asked for."
    )
