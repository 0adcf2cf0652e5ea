"""Another currency at the person's own rate, with the rate moved."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from offers.engine.errors import EngineError
from offers.engine.exchange import converted
from offers.engine.policy import Policy
from offers.engine.situation import ExchangeRate

RATE = ExchangeRate(currency="USD", rate=Decimal("0.90"), on=date(2026, 3, 2))


def test_converted_shows_the_amount_and_the_rate_ten_percent_lower_and_higher() -> None:
    found = converted(Decimal(100000), RATE, Policy())
    assert (found.amount, found.low, found.high) == (90000, 81000, 99000)
    assert found.reason.text == (
        "USD at 0.90, your rate of 2 March 2026: 90,000; with the rate 10% lower or higher, 81,000 or 99,000."
    )


def test_converted_follows_the_policy() -> None:
    found = converted(Decimal(-100), RATE, Policy(currency_swing=Decimal("0.20")))
    assert (found.amount, found.low, found.high) == (-90, -72, -108)


@pytest.mark.parametrize("rate", ["0", "-1", "NaN"])
def test_converted_refuses_a_rate_that_is_none(rate: str) -> None:
    with pytest.raises(EngineError) as caught:
        converted(Decimal(1), replace(RATE, rate=Decimal(rate)), Policy())
    assert caught.value.field == "rate"
