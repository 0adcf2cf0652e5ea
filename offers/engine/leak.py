"""The leak guard: which numbers would give a private one away."""

from collections.abc import Collection
from decimal import Decimal

from offers.engine.policy import Policy


def guarded_zone(private: Decimal, policy: Policy) -> tuple[Decimal, Decimal]:
    """From where to where a number is too near to a private one: 0.5% to each side.

    A walk-away of 79,000 guards 78,605 to 79,395.
    """
    margin = policy.leak_margin * private
    return private - margin, private + margin


def is_leak(number: Decimal, private: Decimal | None, public: Collection[Decimal], policy: Policy) -> bool:
    """Whether a number in a message gives a private one away: too near to it, and not a public figure.

    Walk-away 79,000: 79,300 is a leak, 79,400 is not, and 79,000 is none when the posting says it.
    """
    if private is None or number in public:
        return False
    low, high = guarded_zone(private, policy)
    return low <= number <= high
