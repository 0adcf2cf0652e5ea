"""Another currency: the person's own rate with its date, and the same amount if the rate moved."""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.errors import EngineError
from offers.engine.inputs import finite
from offers.engine.money import percent
from offers.engine.policy import RULES, Policy
from offers.engine.reason import TYPED, Reason
from offers.engine.situation import ExchangeRate


@dataclass(frozen=True, kw_only=True)
class Converted:
    """An amount in the home currency at the typed rate, and at a rate that is lower and higher by the swing.

    `low` and `high` follow the rate, so a debt (an amount below zero) is deepest at `high`.
    """

    amount: Decimal
    low: Decimal
    high: Decimal
    reason: Reason


def converted(amount: Decimal, rate: ExchangeRate, policy: Policy) -> Converted:
    """`amount` of `rate.currency` in the home currency, unrounded, with the swing of the policy.

    100,000 at 0.90 is 90,000; with the rate 10% lower or higher 81,000 or 99,000.
    """
    finite("amount", amount)
    check_rate(rate)
    home = amount * rate.rate
    swing = home * policy.currency_swing
    return Converted(
        amount=home, low=home - swing, high=home + swing, reason=_explained(home, swing, rate, policy)
    )


def check_rate(rate: ExchangeRate) -> None:
    """Refuse a rate that is not an ordinary number above zero."""
    finite("rate", rate.rate)
    if rate.rate <= 0:
        raise EngineError("rate", "An exchange rate is above zero.")


def _explained(home: Decimal, swing: Decimal, rate: ExchangeRate, policy: Policy) -> Reason:
    return Reason(
        code="CONVERTED",
        sentence="{currency} at {rate}, your rate of {on}: {amount}; with the rate {swing} lower or higher, "
        "{low} or {high}.",
        params={
            "currency": rate.currency,
            "rate": f"{rate.rate:f}",
            "on": rate.on,
            "amount": home,
            "swing": percent(policy.currency_swing),
            "low": home - swing,
            "high": home + swing,
        },
        source=TYPED,
        grade=RULES["currency_swing"].grade,
    )
