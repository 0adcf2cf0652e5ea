"""From an offer, and what is known in detail beside it, to the package that the engine pays out by month.

The offer's own columns are its summary: drafts, versions of the terms and the comparison read them alone.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from offers.case import measure_of
from offers.engine.benefits import Leave
from offers.engine.compensation import Bonus, Clawback, Instalment, Package, SignOn
from offers.engine.grants import Grant
from offers.engine.normalise import periods_in_year
from offers.engine.policy import Policy
from offers.engine.vesting import BASIS, Vesting
from offers.models import Offer, Stated

NONE = Decimal(0)
USUAL_YEARS = 4  # Where nobody said over how many years a grant vests.
GRANT = "The grant"


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What stands of each part in one figure. `base` is in the offer's own unit; None: not known."""

    base: Decimal | None
    bonus_rate: Decimal | None
    sign_on: Decimal | None
    clawback_months: int | None
    grant: Decimal | None
    grant_years: int | None
    leave_days: Decimal | None


def summary_of(offer: Offer) -> Summary:
    """The offer as it was entered; a part that is not given has no figure."""
    sign_on, equity = offer.sign_on_stated == Stated.GIVEN, offer.equity_stated == Stated.GIVEN
    return Summary(
        base=offer.base,
        bonus_rate=offer.bonus_target_rate if offer.bonus_stated == Stated.GIVEN else None,
        sign_on=offer.sign_on if sign_on else None,
        clawback_months=offer.sign_on_clawback_months if sign_on else None,
        grant=offer.equity_grant if equity else None,
        grant_years=offer.equity_years if equity else None,
        leave_days=leave_days_of(offer),
    )


def leave_days_of(offer: Offer) -> Decimal | None:
    """No day where they said that there is none; None where nobody said."""
    if offer.leave_stated == Stated.NONE:
        return NONE
    return offer.leave_days if offer.leave_stated == Stated.GIVEN else None


def package_of(offer: Offer, policy: Policy, stands: Summary | None = None) -> Package | None:
    """What the offer pays, base by the year; None while no base is known.

    `stands` is what stands of it now, the offer as entered where left out. Raises `EngineError` for answers
    that cannot be true together.
    """
    now = stands or summary_of(offer)
    if now.base is None:
        return None
    return Package(
        base=now.base * periods_in_year(measure_of(offer), policy),
        bonus=Bonus(target=now.bonus_rate) if now.bonus_rate is not None else None,
        sign_on=sign_on_of(now),
        grants=grants_of(now),
        leave=Leave(days=now.leave_days, hours_a_week=hours_of(offer, policy)),
    )


def hours_of(offer: Offer, policy: Policy) -> Decimal | None:
    """The hours of a week as offered; a part of a full week where only the share is known."""
    if offer.hours_per_week is None and offer.fte < 1:
        return policy.full_time_hours * offer.fte
    return offer.hours_per_week


def sign_on_of(now: Summary) -> SignOn | None:
    if not now.sign_on:
        return None
    months = now.clawback_months
    clawback = None if months is None else Clawback(months=months)
    return SignOn(instalments=(Instalment(amount=now.sign_on),), clawback=clawback)


def grants_of(now: Summary) -> tuple[Grant, ...]:
    if not now.grant:
        return ()
    return (Grant(worth=now.grant, label=GRANT, vesting=evenly(now.grant_years)),)


def evenly(years: int | None) -> Vesting:
    """In equal parts, month by month and without a cliff."""
    count = years or USUAL_YEARS
    ends = [BASIS * year // count for year in range(count + 1)]
    return Vesting(points=tuple(end - start for start, end in pairwise(ends)))
