"""Six totals that say what an offer is worth, each with what it holds; no single "total" stands alone."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from offers.engine.compensation import Package
from offers.engine.exchange import Converted, converted
from offers.engine.policy import Policy
from offers.engine.reason import ARITHMETIC, Grade, Param, Reason, Source
from offers.engine.situation import ExchangeRate

_NONE = Decimal(0)
_FOUR = 4
PUBLIC_FORMULA = Source(title="formula that public pay sites print")


@dataclass(frozen=True, kw_only=True)
class YearRow:
    """One year of work in three columns; `low` and `high` are the counted column at other payouts.

    `once` is the part of the counted column that is paid only once; dates are None without a start date.
    """

    number: int
    starts_on: date | None
    ends_on: date | None
    guaranteed: Decimal
    claimed: Decimal
    valued: Decimal
    low: Decimal
    high: Decimal
    once: Decimal


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One total, unrounded, and what it holds."""

    amount: Decimal
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Strip:
    """The totals in the order they are shown; all but `guaranteed` and `public_formula` are as counted."""

    guaranteed: Figure
    year_1: Figure
    average: Figure
    average_with_once: Figure
    year_5: Figure
    public_formula: Figure


def strip_of(package: Package, years: Sequence[YearRow]) -> Strip:
    """The strip of a package from its rows of at least five years."""
    first, four = years[0], years[:_FOUR]
    once = sum((year.once for year in four), _NONE)
    whole = sum((year.valued for year in four), _NONE)
    return Strip(
        guaranteed=_figure("guaranteed", first.guaranteed, once=first.once),
        year_1=_figure("year_1", first.valued, once=first.once),
        average=_figure("average", (whole - once) / _FOUR),
        average_with_once=_figure("average_with_once", whole / _FOUR),
        year_5=_figure("year_5", years[_FOUR].valued),
        public_formula=_public(package),
    )


_SENTENCES = {
    "guaranteed": "In year 1 the employer is bound to {amount} in cash; {once} of it is paid once.",
    "year_1": "Year 1 comes to {amount}; {once} of it is paid once.",
    "average": "The first four years average {amount} without one-time money.",
    "average_with_once": "With one-time money they average {amount}.",
    "year_5": "Year 5 comes to {amount}; grants that are used up by then no longer pay.",
    "public_formula": "{amount} by the common public formula: base, target bonus, a quarter of the grants as "
    "claimed and a quarter of the sign-on. No single year pays this.",
}


def _figure(
    name: str, amount: Decimal, source: Source = ARITHMETIC, grade: Grade = Grade.FACT, **params: Param
) -> Figure:
    reason = Reason(
        code=f"STRIP_{name.upper()}",
        sentence=_SENTENCES[name],
        params={"amount": amount, **params},
        source=source,
        grade=grade,
    )
    return Figure(amount=amount, reason=reason)


def _public(package: Package) -> Figure:
    target = package.base * package.bonus.target if package.bonus else _NONE
    variable = package.variable.on_target - package.base if package.variable else _NONE
    grants = sum((grant.claimed or _NONE for grant in package.grants if not grant.starts_after), _NONE)
    sign_on = package.sign_on.total if package.sign_on else _NONE
    amount = package.base + target + variable + grants / _FOUR + sign_on / _FOUR
    return _figure("public_formula", amount, PUBLIC_FORMULA, Grade.D)


def strip_in(strip: Strip, rate: ExchangeRate, policy: Policy) -> tuple[tuple[str, Converted], ...]:
    """Each total of the strip by its name in another currency, with the rate lower and higher as well."""
    return tuple(
        (item.name, converted(getattr(strip, item.name).amount, rate, policy)) for item in fields(strip)
    )
