"""Where a pay figure stands in a range: compa-ratio, range penetration, quarter, zone, spread."""

from bisect import bisect
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

UNLIMITED = Decimal("Infinity")


class Quarter(StrEnum):
    """The quarters of a band, not of the people in it."""

    BELOW = "below"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    ABOVE = "above"


class Zone(StrEnum):
    """The thirds of a band: entry, target, and reserved for hires that others fight for (practitioner)."""

    ENTRY = "entry"
    TARGET = "target"
    RESERVED = "reserved"


@dataclass(frozen=True, kw_only=True)
class Position:
    """Where one figure stands; `None` where the range does not tell."""

    compa_ratio: Decimal | None
    range_penetration: Decimal | None
    quarter: Quarter | None
    zone: Zone | None


def compa_ratio(pay: Decimal, midpoint: Decimal) -> Decimal | None:
    """Pay as a fraction of the midpoint: 95,000 against 100,000 is 0.95. `None` when there is no midpoint."""
    return pay / midpoint if 0 < midpoint < UNLIMITED else None


def range_penetration(pay: Decimal, minimum: Decimal, maximum: Decimal) -> Decimal | None:
    """How far pay has come from the minimum to the maximum: 104,000 in 80,000-120,000 is 0.60.

    Below 0 is under the range, above 1 over it. `None` when an end is unknown or the range is one number.
    """
    if not 0 < minimum < maximum < UNLIMITED:
        return None
    return (pay - minimum) / (maximum - minimum)


def quarter_lines(minimum: Decimal, midpoint: Decimal, maximum: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Where a range is cut in four: at its midpoint, and each side of that in two.

    80,000-120,000 without a midpoint (`UNLIMITED`) at 90,000, 100,000 and 110,000; 80,000-140,000 with one of
    100,000 at 90,000, 100,000 and 120,000, so that the third is the line that an approval goes by.
    """
    middle = midpoint if midpoint < UNLIMITED else (minimum + maximum) / 2
    return (minimum + middle) / 2, middle, middle + (maximum - middle) / 2


def spread(minimum: Decimal, maximum: Decimal) -> Decimal | None:
    """The width of a range as a fraction of its minimum: 80,000-120,000 is 0.50. `None` without both ends."""
    if not 0 < minimum <= maximum < UNLIMITED:
        return None
    return (maximum - minimum) / minimum


def position(pay: Decimal, minimum: Decimal, midpoint: Decimal, maximum: Decimal) -> Position:
    """Every measure of `pay` in a range: 0 for no minimum, `UNLIMITED` for no midpoint or maximum."""
    return Position(
        compa_ratio=compa_ratio(pay, midpoint),
        range_penetration=range_penetration(pay, minimum, maximum),
        quarter=_quarter(pay, minimum, midpoint, maximum),
        zone=_zone(pay, minimum, maximum),
    )


def _quarter(pay: Decimal, minimum: Decimal, midpoint: Decimal, maximum: Decimal) -> Quarter | None:
    if pay < minimum:
        return Quarter.BELOW
    if pay > maximum:
        return Quarter.ABOVE
    if not 0 < minimum < maximum < UNLIMITED:
        return None
    quarters = (Quarter.FIRST, Quarter.SECOND, Quarter.THIRD, Quarter.FOURTH)
    return quarters[bisect(quarter_lines(minimum, midpoint, maximum), pay)]


def _zone(pay: Decimal, minimum: Decimal, maximum: Decimal) -> Zone | None:
    """The third of the range that holds `pay`; multiplied before divided, so edges are exact."""
    if not 0 < minimum < maximum < UNLIMITED or not minimum <= pay <= maximum:
        return None
    zones = (Zone.ENTRY, Zone.TARGET, Zone.RESERVED)
    passed = int((pay - minimum) * len(zones) / (maximum - minimum))
    return zones[min(passed, len(zones) - 1)]
