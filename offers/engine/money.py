"""Rounding and plain printing of amounts: the only place of the engine that rounds.

Amounts are `Decimal` in the currency and unit of the offer; rates are fractions.
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
_TWO_AND_A_HALF = Decimal("2.5")


def round_half_up(value: Decimal, step: Decimal = CENT) -> Decimal:
    """`value` as the nearest whole multiple of `step`, halves away from zero.

    >>> round_half_up(Decimal("88725"), Decimal("500"))
    Decimal('88500')
    """
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def round_up(value: Decimal, step: Decimal = CENT) -> Decimal:
    """`value` as the next whole multiple of `step` that is not below it: for "at least this much".

    >>> round_up(Decimal("4.371"))
    Decimal('4.38')
    """
    return (value / step).quantize(Decimal(1), rounding=ROUND_CEILING) * step


def round_down(value: Decimal, step: Decimal = CENT) -> Decimal:
    """`value` as the last whole multiple of `step` that is not above it: for what must stay inside a limit.

    >>> round_down(Decimal("84500"), Decimal("1000"))
    Decimal('84000')
    """
    return (value / step).quantize(Decimal(1), rounding=ROUND_FLOOR) * step


def plain(value: Decimal) -> str:
    """`value` to the cent as a plain decimal string: no exponent, no needless zeros beyond cents.

    >>> plain(Decimal("88500"))
    '88500.00'
    """
    return f"{round_half_up(value):f}"


def spoken(value: Decimal) -> str:
    """`value` for an English sentence: thousands separated, cents only where there are any.

    >>> spoken(Decimal("88500.00")), spoken(Decimal("42.5"))
    ('88,500', '42.50')
    """
    cents = round_half_up(value)
    return f"{cents:,.0f}" if cents == cents.to_integral_value() else f"{cents:,.2f}"


def percent(rate: Decimal, places: int = 1) -> str:
    """A fraction as a percentage for an English sentence.

    >>> percent(Decimal("0.05")), percent(Decimal("0.12426"))
    ('5%', '12.4%')
    """
    shown = round_half_up(rate * 100, Decimal(1).scaleb(-places))
    return f"{shown.normalize():f}%"


def nice_unit(near: Decimal) -> Decimal:
    """The member of 1, 2.5 or 5 times a power of ten that is nearest to `near`; a tie takes the larger.

    >>> nice_unit(Decimal("443.63"))
    Decimal('500')
    """
    power = Decimal(10) ** near.adjusted()
    return min((10 * power, 5 * power, _TWO_AND_A_HALF * power, power), key=lambda unit: abs(unit - near))


def tidy(
    amount: Decimal, share: Decimal, *, at_least: Decimal, above: Decimal, at_most: Decimal
) -> Decimal | None:
    """The odd multiple nearest to `amount` of the nice unit nearest to `share` of it: precise, not fussy.

    The answer is not below `at_least`, at least one unit above `above` and not over `at_most`; a tie takes
    the lower one. `None` when no odd multiple lies inside these limits.

    >>> near = Decimal("88725")
    >>> tidy(near, Decimal("0.005"), at_least=near - 8000, above=Decimal("80000"), at_most=near)
    Decimal('88500')
    """
    unit = nice_unit(amount * share)
    lowest = max(at_least, above + unit)
    under = _odd(min(amount, at_most), unit, ROUND_FLOOR)
    over = _odd(max(amount, lowest), unit, ROUND_CEILING)
    found = [number for number in (under, over) if lowest <= number <= at_most]
    return min(found, key=lambda number: abs(number - amount), default=None)


def _odd(amount: Decimal, unit: Decimal, rounding: str) -> Decimal:
    """The odd multiple of `unit` at `amount` or the next in the direction of `rounding`."""
    pairs = ((amount - unit) / (2 * unit)).quantize(Decimal(1), rounding=rounding)
    return (2 * pairs + 1) * unit
