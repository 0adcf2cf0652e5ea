"""What a typed number must satisfy before any rule uses it. `None` always passes: it means "not known"."""

from decimal import Decimal

from offers.engine.errors import ContradictionError, EngineError

LARGEST = Decimal(10) ** 12


def finite(field: str, value: Decimal | None) -> None:
    """Refuse what is not a number, or is larger than any pay; below zero is allowed."""
    if value is not None and not (value.is_finite() and abs(value) <= LARGEST):
        raise EngineError(field, f"{field}: give an ordinary number.")


def amount(field: str, value: Decimal | None) -> None:
    """Refuse an amount below zero or not finite."""
    finite(field, value)
    if value is not None and value < 0:
        raise EngineError(field, f"{field}: an amount cannot be below zero.")


def between(field: str, value: Decimal | int | None, lowest: Decimal | int, highest: Decimal | int) -> None:
    """Refuse a number outside `lowest` to `highest`; shares of a whole use 0 and 1."""
    if value is None:
        return
    if not (Decimal(value).is_finite() and lowest <= value <= highest):
        raise EngineError(field, f"{field}: give a number from {lowest} to {highest}.")


def ordered(field: str, low: Decimal | None, other: str, high: Decimal | None) -> None:
    """Refuse `low` above `high`, naming both; a missing one disagrees with nothing."""
    if low is not None and high is not None and low > high:
        raise ContradictionError(field, low, other, high, f"{field} ({low}) is above {other} ({high}).")
