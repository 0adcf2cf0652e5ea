"""What every typed number must satisfy."""

from decimal import Decimal

import pytest

from offers.engine.errors import ContradictionError, EngineError
from offers.engine.inputs import LARGEST, amount, between, finite, ordered


@pytest.mark.parametrize("value", [None, Decimal(0), Decimal("-1.5"), LARGEST, -LARGEST])
def test_finite_lets_ordinary_numbers_pass(value: Decimal | None) -> None:
    assert finite("rest", value) is None


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity", "1000000000000.01"])
def test_finite_refuses_what_is_no_pay_and_names_the_field(value: str) -> None:
    with pytest.raises(EngineError) as caught:
        finite("rest", Decimal(value))
    assert (caught.value.field, caught.value.sentence) == ("rest", "rest: give an ordinary number.")


def test_amount_refuses_what_is_below_zero() -> None:
    with pytest.raises(EngineError) as caught:
        amount("base", Decimal("-0.01"))
    assert caught.value.sentence == "base: an amount cannot be below zero."


@pytest.mark.parametrize("value", [None, 0, 1, Decimal("0.5")])
def test_between_takes_both_ends_and_the_unknown(value: Decimal | int | None) -> None:
    assert between("share", value, 0, 1) is None


@pytest.mark.parametrize("value", [-1, 2, Decimal("1.01"), Decimal("NaN"), Decimal("Infinity")])
def test_between_refuses_what_lies_outside(value: Decimal | int) -> None:
    with pytest.raises(EngineError) as caught:
        between("share", value, 0, 1)
    assert caught.value.sentence == "share: give a number from 0 to 1."


@pytest.mark.parametrize(("low", "high"), [(None, Decimal(1)), (Decimal(1), None), (Decimal(1), Decimal(1))])
def test_ordered_has_no_quarrel_with_equals_or_unknowns(low: Decimal | None, high: Decimal | None) -> None:
    assert ordered("low", low, "high", high) is None


def test_ordered_names_both_numbers_that_disagree() -> None:
    with pytest.raises(ContradictionError) as caught:
        ordered("low", Decimal(2), "high", Decimal(1))
    error = caught.value
    assert (error.field, error.value, error.other, error.other_value) == ("low", 2, "high", 1)
    assert error.sentence == "low (2) is above high (1)."
