"""Each thing an offer pays, month by month, in three columns.

*Guaranteed* is the cash that the letter binds the employer to; *claimed* is what the employer says it comes
to; *valued* is what is counted. Month 1 is the first month of work. What falls due after m completed months
stands in month m; a year's amount is split into cents so that its months sum to it exactly.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from offers.engine.benefits import full_match_rate, match_rate
from offers.engine.compensation import Bonus, Package, Variable
from offers.engine.grants import Grant, belief, claimed_tranches
from offers.engine.money import round_half_up
from offers.engine.policy import Policy

NONE = Decimal(0)
_ONE = Decimal(1)
MONTHS = 12

Months = tuple[Decimal, ...]


@dataclass(frozen=True, kw_only=True)
class Stream:
    """One thing that is paid, by month; `once` marks what comes only at the start.

    `low` and `high` are the counted column at the low and the high payout.
    """

    code: str
    label: str
    guaranteed: Months
    claimed: Months
    valued: Months
    low: Months
    high: Months
    once: bool = False


def streams(package: Package, years: int, policy: Policy) -> tuple[Stream, ...]:
    """What `package` pays over `years`, base first; what it does not have is left out."""
    bases = yearly_bases(package, years)
    return (
        _base(package, bases),
        *_bonus(package, bases, policy),
        *_variable(package, years, policy),
        *_sign_on(package, years),
        *(_grant(grant, years, policy) for grant in package.grants),
        *_match(package, bases),
    )


def yearly_bases(package: Package, years: int) -> tuple[Decimal, ...]:
    """Base in each year of work, raised at each anniversary; unrounded.

    120,000 with 3%: 120,000, 123,600, 127,308, 131,127.24.
    """
    growth, base, bases = _ONE + (package.raise_rate or NONE), package.base, []
    for _ in range(years):
        bases.append(base)
        base *= growth
    return tuple(bases)


def spread(yearly: Decimal) -> Months:
    """`yearly` in twelve parts: cents, the last one closing the year exactly.

    >>> [str(part) for part in spread(Decimal("100"))[:3]]
    ['8.33', '8.34', '8.33']
    """
    parts, before = [], NONE
    for month in range(1, MONTHS):
        now = round_half_up(yearly * month / MONTHS)
        parts.append(now - before)
        before = now
    return (*parts, yearly - before)


def first_year_part(start_on: date | None) -> Decimal:
    """The part of a bonus year worked by 31 December: months from the start over 12; 1 while it is not known.

    The starting month counts by its days. 1 April: 0.75.
    """
    if start_on is None:
        return _ONE
    days = monthrange(start_on.year, start_on.month)[1]
    started = Decimal(days - start_on.day + 1) / days
    return (MONTHS - start_on.month + started) / MONTHS


def _base(package: Package, bases: tuple[Decimal, ...]) -> Stream:
    raised = _by_year(bases)
    level = spread(package.base) * len(bases)
    return Stream(
        code="base", label="Base", guaranteed=level, claimed=raised, valued=raised, low=raised, high=raised
    )


def _by_year(amounts: Sequence[Decimal]) -> Months:
    return tuple(part for yearly in amounts for part in spread(yearly))


def _bonus(package: Package, bases: tuple[Decimal, ...], policy: Policy) -> Iterator[Stream]:
    bonus = package.bonus
    if bonus is None:
        return
    targets = [base * bonus.target for base in bases]
    targets[0] *= first_year_part(package.start_on)
    low, usual, high = (
        _at_year_ends(_paid(bonus, targets, payout)) for payout in bonus.payout.filled(policy)
    )
    promised = [targets[0] if bonus.first_guaranteed else NONE, *[NONE] * (len(targets) - 1)]
    yield Stream(
        code="bonus",
        label="Bonus",
        guaranteed=_at_year_ends(promised),
        claimed=_at_year_ends(targets),
        valued=usual,
        low=low,
        high=high,
    )


def _paid(bonus: Bonus, targets: list[Decimal], payout: Decimal) -> list[Decimal]:
    first = _ONE if bonus.first_guaranteed else payout
    return [targets[0] * first, *(target * payout for target in targets[1:])]


def _at_year_ends(amounts: Sequence[Decimal]) -> Months:
    months = [NONE] * (MONTHS * len(amounts))
    months[MONTHS - 1 :: MONTHS] = amounts
    return tuple(months)


def _variable(package: Package, years: int, policy: Policy) -> Iterator[Stream]:
    variable = package.variable
    if variable is None:
        return
    target = variable.on_target - package.base
    low, usual, high = (
        tuple(_with_draw(variable, _earned(variable, target * attained, years)))
        for attained in variable.attainment.filled(policy)
    )
    drawn = variable.draw if variable.draw is not None and not variable.recoverable else NONE
    yield Stream(
        code="variable",
        label="Variable pay",
        guaranteed=tuple(drawn if month < variable.drawn_months else NONE for month in range(MONTHS * years)),
        claimed=spread(target) * years,
        valued=usual,
        low=low,
        high=high,
    )


def _earned(variable: Variable, yearly: Decimal, years: int) -> Iterator[Decimal]:
    ramp = variable.ramp_months
    for number, part in enumerate(spread(yearly) * years, start=1):
        yield round_half_up(part * number / (ramp + 1)) if number <= ramp else part


def _with_draw(variable: Variable, earned: Iterator[Decimal]) -> Iterator[Decimal]:
    """What is paid: at least the draw while it runs; an advance is taken back from what is earned later."""
    advance = NONE
    for number, amount in enumerate(earned, start=1):
        least = variable.draw if variable.draw and number <= variable.drawn_months else NONE
        if amount < least:
            advance += least - amount if variable.recoverable else NONE
            yield least
        else:
            back = min(advance, amount - least)
            advance -= back
            yield amount - back


def _sign_on(package: Package, years: int) -> Iterator[Stream]:
    if package.sign_on is None:
        return
    months = [NONE] * (MONTHS * years)
    for part in package.sign_on.instalments:
        months[part.month - 1] += part.amount
    paid = tuple(months)
    yield Stream(
        code="sign_on",
        label="Sign-on",
        guaranteed=paid,
        claimed=paid,
        valued=paid,
        low=paid,
        high=paid,
        once=True,
    )


def _grant(grant: Grant, years: int, policy: Policy) -> Stream:
    claimed, valued = [NONE] * (MONTHS * years), [NONE] * (MONTHS * years)
    believed = belief(grant, policy)
    for part in claimed_tranches(grant):
        claimed[part.month - 1] = part.amount
        valued[part.month - 1] = part.amount * believed
    counted = tuple(valued)
    return Stream(
        code="grant",
        label=grant.label,
        guaranteed=(NONE,) * len(claimed),
        claimed=tuple(claimed),
        valued=counted,
        low=counted,
        high=counted,
    )


def _match(package: Package, bases: tuple[Decimal, ...]) -> Iterator[Stream]:
    if package.match is None:
        return
    own, full = match_rate(package.match), full_match_rate(package.match)
    counted = _by_year([base * own for base in bases])
    yield Stream(
        code="match",
        label="Pension match",
        guaranteed=(NONE,) * len(counted),
        claimed=_by_year([base * full for base in bases]),
        valued=counted,
        low=counted,
        high=counted,
    )
