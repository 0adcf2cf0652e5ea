"""When a grant becomes the person's: exact tranches, dated presets, and what an equity figure means.

A schedule is a row of basis points by year that sums to 10,000. A year's points are spread evenly over its
months; what falls due before the cliff, or between two vesting dates, comes with the next date. Every
tranche is the rounded running total less what vested before, so that nothing is lost or invented.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum

from offers.engine.errors import EngineError
from offers.engine.inputs import amount, between
from offers.engine.money import CENT, round_half_up, spoken
from offers.engine.reason import TYPED, Grade, Reason, Source

BASIS = 10_000
LONGEST_YEARS = 20
# Points are counted in twelfths, so that a month's part of a year is a whole number.
_FULL = 12 * BASIS
_ONE = Decimal(1)


class Every(IntEnum):
    """Months between two vesting dates."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Vesting:
    """Basis points by year, months of cliff (nothing vests before it), and how often shares vest.

    Raises `EngineError` when the points do not sum to 10,000 or the cliff lies beyond the last year.
    """

    points: tuple[int, ...]
    cliff: int = 0
    every: Every = Every.MONTH

    def __post_init__(self) -> None:
        if any(part < 0 for part in self.points) or sum(self.points) != BASIS:
            found = f"{sum(self.points):,}"
            raise EngineError("points", f"The vesting row sums to {found} basis points; it must be 10,000.")
        if len(self.points) > LONGEST_YEARS:
            raise EngineError("points", f"A vesting row has at most {LONGEST_YEARS} years.")
        between("cliff", self.cliff, 0, self.months)

    @property
    def months(self) -> int:
        """Months until everything has vested."""
        return 12 * len(self.points)

    def dates(self) -> Iterator[tuple[int, int]]:
        """Each vesting month with what has vested by then, in twelfths of a basis point."""
        for month in range(int(self.every), self.months + 1, self.every):
            if month >= self.cliff:
                years, rest = divmod(month, 12)
                part = rest * self.points[years] if rest else 0
                yield month, 12 * sum(self.points[:years]) + part


@dataclass(frozen=True, kw_only=True)
class Tranche:
    """What vests once `month` months are completed, in the unit of the grant."""

    month: int
    amount: Decimal


def tranches(total: Decimal, vesting: Vesting, step: Decimal = _ONE) -> tuple[Tranche, ...]:
    """The tranches of `total`, each a whole multiple of `step` (1 for shares, 0.01 for money).

    They always sum to `total`. Raises `EngineError` when `total` is not a whole number of steps.

    >>> [int(t.amount) for t in tranches(Decimal(18), Vesting(points=(2500,) * 4, every=Every.YEAR))]
    [5, 4, 5, 4]
    """
    amount("grant", total)
    steps = int(total / step)
    if steps * step != total:
        raise EngineError("grant", f"A grant of {total} is not a whole number of parts of {step}.")
    parts, before = [], 0
    for month, reached in vesting.dates():
        now = (2 * steps * reached + _FULL) // (2 * _FULL)
        parts.append(Tranche(month=month, amount=(now - before) * step))
        before = now
    return tuple(parts)


def by_year(total: Decimal, vesting: Vesting, step: Decimal = _ONE) -> tuple[Decimal, ...]:
    """What vests in each year of the schedule."""
    years = [Decimal(0)] * len(vesting.points)
    for part in tranches(total, vesting, step):
        years[(part.month - 1) // 12] += part.amount
    return tuple(years)


class EquityMeaning(StrEnum):
    """What a figure named for equity stands for."""

    WHOLE = "whole"
    PER_YEAR = "per_year"
    FIRST_YEAR = "first_year"


@dataclass(frozen=True, kw_only=True)
class EquityReading:
    """The whole grant and its years, with the sentence to confirm; `whole` is None while it is not known."""

    whole: Decimal | None
    by_year: tuple[Decimal, ...]
    reason: Reason


def read_equity(figure: Decimal | None, meaning: EquityMeaning | None, vesting: Vesting) -> EquityReading:
    """What `figure` says about the whole grant, echoed as a sentence the person can confirm.

    50,000 "per year" over four years is a grant of 200,000. Raises `EngineError` when the figure is for the
    first year and nothing vests in it.
    """
    amount("equity", figure)
    if figure is None or meaning is None:
        asked = "Is the equity figure the whole grant, the amount per year, or the first year?"
        return EquityReading(whole=None, by_year=(), reason=Reason(code="EQUITY_MEANING", sentence=asked))
    whole = _whole(figure, meaning, vesting)
    years = by_year(whole, vesting, CENT)
    return EquityReading(whole=whole, by_year=years, reason=_echo(whole, years))


def _whole(figure: Decimal, meaning: EquityMeaning, vesting: Vesting) -> Decimal:
    if meaning is EquityMeaning.WHOLE:
        return round_half_up(figure)
    if meaning is EquityMeaning.PER_YEAR:
        return round_half_up(figure * len(vesting.points))
    first = max((reached for month, reached in vesting.dates() if month <= 12), default=0)
    if not first:
        raise EngineError("meaning", "Nothing vests in the first year of this schedule.")
    return round_half_up(figure * _FULL / first)


def _echo(whole: Decimal, years: tuple[Decimal, ...]) -> Reason:
    if len(set(years)) == 1:
        return Reason(
            code="EQUITY_EVEN",
            sentence="{whole} in total: {yearly} a year for {years} years.",
            params={"whole": whole, "yearly": years[0], "years": len(years)},
            source=TYPED,
        )
    return Reason(
        code="EQUITY_UNEVEN",
        sentence="{whole} in total over {years} years, year by year: {amounts}.",
        params={"whole": whole, "years": len(years), "amounts": " · ".join(spoken(year) for year in years)},
        source=TYPED,
    )


PUBLISHED_SCHEDULES = Source(title="vesting schedules as candidates and employers describe them", year=2026)


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A schedule to start from. It was seen on `as_of`; the letter in hand decides."""

    code: str
    title: str
    vesting: Vesting
    as_of: date = date(2026, 11, 22)
    source: Source = PUBLISHED_SCHEDULES
    grade: Grade = Grade.D


def _even(years: int, cliff: int, every: Every) -> Vesting:
    share, rest = divmod(BASIS, years)
    return Vesting(points=(share,) * (years - 1) + (share + rest,), cliff=cliff, every=every)


PRESETS = (
    Preset(
        code="even_4_monthly",
        title="Even over 4 years, monthly after a one-year cliff",
        vesting=_even(4, 12, Every.MONTH),
    ),
    Preset(
        code="even_4_quarterly",
        title="Even over 4 years, quarterly after a one-year cliff",
        vesting=_even(4, 12, Every.QUARTER),
    ),
    Preset(code="even_4_yearly", title="Even over 4 years, once a year", vesting=_even(4, 12, Every.YEAR)),
    Preset(code="even_3_yearly", title="Even over 3 years, once a year", vesting=_even(3, 12, Every.YEAR)),
    Preset(
        code="front_loaded",
        title="Front-loaded: 33, 33, 22, 12% over 4 years, monthly",
        vesting=Vesting(points=(3300, 3300, 2200, 1200)),
    ),
    Preset(
        code="back_loaded",
        title="Back-loaded: 5, 15, 40, 40% over 4 years, once a year",
        vesting=Vesting(points=(500, 1500, 4000, 4000), cliff=12, every=Every.YEAR),
    ),
)
