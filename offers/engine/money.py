"""Rounding and plain printing of amounts: the only place of the engine that rounds.

Amounts are `Decimal` in the currency and unit of the offer; rates are fractions.
"""

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


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
    ('5 %', '12.4 %')
    """
    shown = round_half_up(rate * 100, Decimal(1).scaleb(-places))
    return f"{shown.normalize():f} %"
