"""What an offer pays by month and by year, and the strip of totals to compare offers by.

Years run from the first day of work. Nothing here is taxed; the benefits that are no pay (leave, health, the
way to work) stand beside the table and are never added to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from offers.engine.benefits import (
    CommuteCost,
    HourlyRate,
    commute_cost,
    health_cost,
    hourly_rate,
    worst_health_cost,
)
from offers.engine.compensation import Bonus, Package, Payout, Variable
from offers.engine.grants import GrantValue, grant_value, last_month
from offers.engine.money import percent
from offers.engine.policy import RULES, Policy
from offers.engine.reason import ASSUMPTION, TYPED, Grade, Reason
from offers.engine.streams import MONTHS, NONE, Months, Stream, first_year_part, streams
from offers.engine.strip import Strip, YearRow, strip_of
from offers.engine.workdays import add_months

_FEWEST_YEARS = 5


@dataclass(frozen=True, kw_only=True)
class MonthRow:
    """One month of work, 1 the first; `starts_on` is None without a start date."""

    number: int
    starts_on: date | None
    guaranteed: Decimal
    claimed: Decimal
    valued: Decimal


@dataclass(frozen=True, kw_only=True)
class YearPart:
    """What one thing that is paid comes to in a year, in three columns."""

    code: str
    label: str
    guaranteed: Decimal
    claimed: Decimal
    valued: Decimal


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What stands beside the table: base by the hour worked, the way to work, a year of health cover.

    `healthy_year` is the plan without any care, `expected_year` with the care the person expects (None: not
    known), `worst_year` however much care costs (None: no limit is known).
    """

    hourly: HourlyRate | None
    commute: CommuteCost | None
    healthy_year: Decimal | None
    expected_year: Decimal | None
    worst_year: Decimal | None


@dataclass(frozen=True, kw_only=True)
class PayTable:
    """Everything one offer pays: rows by month and year, what they are made of, totals, reasons."""

    months: tuple[MonthRow, ...]
    years: tuple[YearRow, ...]
    streams: tuple[Stream, ...]
    strip: Strip
    grants: tuple[GrantValue, ...]
    beside: Beside
    reasons: tuple[Reason, ...]

    def parts_of(self, year: int) -> tuple[YearPart, ...]:
        """What a year is made of, 1 the first; what pays nothing in it is left out."""
        parts = (_part(stream, MONTHS * (year - 1)) for stream in self.streams)
        return tuple(part for part in parts if part.guaranteed or part.claimed or part.valued)


def _part(stream: Stream, first: int) -> YearPart:
    guaranteed, claimed, valued = (
        sum(months[first : first + MONTHS], NONE)
        for months in (stream.guaranteed, stream.claimed, stream.valued)
    )
    return YearPart(
        code=stream.code, label=stream.label, guaranteed=guaranteed, claimed=claimed, valued=valued
    )


def pay_table(package: Package, policy: Policy) -> PayTable:
    """What `package` pays, guaranteed, claimed and counted: five years, or until the last grant has vested.

    120,000 rising 3%, a bonus of 10% at 0.8, 200,000 of shares over 4 years, 30,000 of sign-on, from
    1 April: year 1 counts 207,200, year 2 183,488. Raises `EngineError` for dates beyond the calendar.
    """
    parts = streams(package, _years_shown(package), policy)
    columns = _columns(parts)
    years = _year_rows(columns, package.start_on)
    grants = tuple(grant_value(grant, policy) for grant in package.grants)
    return PayTable(
        months=_month_rows(columns[:3], package.start_on),
        years=years,
        streams=parts,
        strip=strip_of(package, years),
        grants=grants,
        beside=_beside(package, policy),
        reasons=(*_reasons(package, policy), *(reason for grant in grants for reason in grant.reasons)),
    )


def _years_shown(package: Package) -> int:
    months = [last_month(grant) for grant in package.grants]
    if package.sign_on:
        months += [part.month for part in package.sign_on.instalments]
    return max(_FEWEST_YEARS, -(-max(months, default=0) // MONTHS))


def _columns(parts: tuple[Stream, ...]) -> tuple[Months, ...]:
    """By month: guaranteed, claimed, valued; valued at the low and the high payout; what is paid once."""
    nothing = (NONE,) * len(parts[0].valued)
    return (
        _totals(part.guaranteed for part in parts),
        _totals(part.claimed for part in parts),
        _totals(part.valued for part in parts),
        _totals(part.low for part in parts),
        _totals(part.high for part in parts),
        _totals(part.valued if part.once else nothing for part in parts),
    )


def _totals(columns: Iterable[Months]) -> Months:
    return tuple(sum(amounts, NONE) for amounts in zip(*columns, strict=True))


def _month_rows(columns: tuple[Months, ...], start_on: date | None) -> tuple[MonthRow, ...]:
    return tuple(
        MonthRow(
            number=number,
            starts_on=add_months(start_on, number - 1) if start_on else None,
            guaranteed=guaranteed,
            claimed=claimed,
            valued=valued,
        )
        for number, (guaranteed, claimed, valued) in enumerate(zip(*columns, strict=True), start=1)
    )


def _year_rows(columns: tuple[Months, ...], start_on: date | None) -> tuple[YearRow, ...]:
    years = zip(*map(_by_year, columns), strict=True)
    return tuple(
        YearRow(
            number=number,
            starts_on=add_months(start_on, MONTHS * (number - 1)) if start_on else None,
            ends_on=add_months(start_on, MONTHS * number) - timedelta(days=1) if start_on else None,
            guaranteed=guaranteed,
            claimed=claimed,
            valued=valued,
            low=low,
            high=high,
            once=once,
        )
        for number, (guaranteed, claimed, valued, low, high, once) in enumerate(years, start=1)
    )


def _by_year(months: Months) -> Iterator[Decimal]:
    return (sum(months[first : first + MONTHS], NONE) for first in range(0, len(months), MONTHS))


def _beside(package: Package, policy: Policy) -> Beside:
    health = package.health
    return Beside(
        hourly=hourly_rate(package.base, package.leave, policy) if package.leave else None,
        commute=commute_cost(package.commute, policy) if package.commute else None,
        healthy_year=health_cost(health, NONE) if health else None,
        expected_year=health_cost(health, health.care) if health and health.care is not None else None,
        worst_year=worst_health_cost(health) if health else None,
    )


def _reasons(package: Package, policy: Policy) -> Iterator[Reason]:
    if package.raise_rate:
        yield Reason(
            code="RAISE",
            sentence="Base rises by {rate} at each anniversary, as you entered; "
            "the first column leaves raises out.",
            params={"rate": percent(package.raise_rate)},
            source=TYPED,
        )
    if package.bonus:
        yield from _bonus_reasons(package.bonus, package.start_on, policy)
    if package.variable:
        yield from _variable_reasons(package.variable, policy)
    if package.match and package.match.own is None:
        told = "Your own contribution is not known, so no pension match is counted."
        yield Reason(code="MATCH_UNKNOWN", sentence=told)


def _bonus_reasons(bonus: Bonus, start_on: date | None, policy: Policy) -> Iterator[Reason]:
    yield _payout_reason("BONUS", "The bonus", bonus.payout, policy)
    if start_on is None:
        told = "No start date is known, so the first bonus counts for a whole year."
        yield Reason(code="START_UNKNOWN", sentence=told)
    else:
        yield Reason(
            code="FIRST_BONUS",
            sentence="The first bonus counts {share} of a year, from the start to 31 December.",
            params={"share": percent(first_year_part(start_on))},
        )


def _variable_reasons(variable: Variable, policy: Policy) -> Iterator[Reason]:
    yield _payout_reason("VARIABLE", "Variable pay", variable.attainment, policy)
    if variable.ramp_months:
        rising = (
            "In the first months of work ({months}) variable pay rises in equal steps to its full height."
        )
        yield Reason(
            code="RAMP",
            sentence=rising,
            params={"months": variable.ramp_months},
            source=ASSUMPTION,
            grade=Grade.E,
        )
    if variable.draw and variable.recoverable:
        told = "The draw is an advance, taken back from later earnings; none of it is guaranteed."
        yield Reason(code="DRAW_RECOVERABLE", sentence=told, source=TYPED)


def _payout_reason(code: str, what: str, payout: Payout, policy: Policy) -> Reason:
    low, usual, high = (percent(case) for case in payout.filled(policy))
    typed = payout.base is not None
    rule = RULES["payout_base"]
    return Reason(
        code=f"{code}_TYPED" if typed else f"{code}_ASSUMED",
        sentence=what
        + " is counted at {usual} of target"
        + (", as you entered" if typed else ", which is our assumption")
        + "; {low} and {high} stand beside it.",
        params={"usual": usual, "low": low, "high": high},
        source=TYPED if typed else rule.source,
        grade=Grade.FACT if typed else rule.grade,
    )
