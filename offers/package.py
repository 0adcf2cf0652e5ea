"""From an offer, and what is known in detail beside it, to the package that the engine pays out by month.

The offer's own columns are its summary: drafts, versions of the terms and the comparison read them alone.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from offers.case import measure_of
from offers.engine.benefits import Commute, HealthPlan, Leave, Match
from offers.engine.compensation import (
    Bonus,
    Clawback,
    ClawbackFrom,
    ClawbackKind,
    Instalment,
    Package,
    Payout,
    SignOn,
    Variable,
)
from offers.engine.grants import Grant, belief
from offers.engine.money import round_half_up
from offers.engine.normalise import periods_in_year
from offers.engine.policy import Policy
from offers.engine.vesting import BASIS, Vesting
from offers.models import Offer, Stated
from offers.payout import payout_of
from offers.summary import USUAL_YEARS, Summary, summary_of

NONE, ONE = Decimal(0), Decimal(1)
GRANT = "The grant"


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
        start_on=offer.starts_on,
        raise_rate=offer.raise_rate,
        bonus=bonus_of(offer, now),
        variable=variable_of(offer),
        sign_on=sign_on_of(offer, now),
        grants=grants_of(offer, now),
        match=match_of(offer),
        leave=Leave(
            days=now.leave_days,
            holidays=offer.public_holidays or NONE,
            hours_a_week=hours_of(offer, policy),
        ),
        health=health_of(offer),
        commute=commute_of(offer),
    )


def hours_of(offer: Offer, policy: Policy) -> Decimal | None:
    """The hours of a week as offered; a part of a full week where only the share is known."""
    if offer.hours_per_week is None and offer.fte < 1:
        return policy.full_time_hours * offer.fte
    return offer.hours_per_week


def bonus_of(offer: Offer, now: Summary) -> Bonus | None:
    if now.bonus_rate is None:
        return None
    return Bonus(
        target=now.bonus_rate,
        payout=payout_of(offer),
        first_guaranteed=offer.bonus_first_guaranteed,
    )


def variable_of(offer: Offer) -> Variable | None:
    if offer.variable_stated != Stated.GIVEN or offer.on_target is None:
        return None
    return Variable(
        on_target=offer.on_target,
        attainment=Payout(base=offer.attainment_rate),
        ramp_months=offer.ramp_months or 0,
        draw=offer.draw,
        draw_months=offer.draw_months,
        recoverable=offer.draw_recoverable,
    )


def sign_on_of(offer: Offer, now: Summary) -> SignOn | None:
    """In its instalments while they sum to what stands; else as one with the first pay."""
    if not now.sign_on:
        return None
    parts = tuple(one.to_instalment() for one in offer.instalments.all())
    if sum((part.amount for part in parts), NONE) != now.sign_on:
        parts = (Instalment(amount=now.sign_on),)
    return SignOn(instalments=parts, clawback=clawback_of(offer, now.clawback_months))


def clawback_of(offer: Offer, months: int | None) -> Clawback | None:
    """All of it until the last month, where nobody said that it grows less."""
    if months is None:
        return None
    return Clawback(
        months=months,
        kind=ClawbackKind(offer.clawback_kind or ClawbackKind.CLIFF),
        runs_from=ClawbackFrom(offer.clawback_from),
        gross=offer.clawback_gross == "gross" if offer.clawback_gross else None,
    )


def grants_of(offer: Offer, now: Summary) -> tuple[Grant, ...]:
    """Each grant as it is known while together they are what stands; else that figure, in equal parts."""
    if offer.equity_stated != Stated.GIVEN and now.grant is None:
        return ()
    known = tuple(one.to_grant() for one in offer.grants.all())
    if known and (claimed(known), years_of(known)) == (now.grant, now.grant_years):
        return known
    if not now.grant:
        return ()
    return (Grant(worth=now.grant, label=GRANT, vesting=evenly(now.grant_years)),)


def claimed(grants: Sequence[Grant]) -> Decimal | None:
    """What they are claimed to be worth together, to the cent; None while that is known of none."""
    known = [grant.claimed for grant in grants if grant.claimed is not None]
    return round_half_up(sum(known, NONE)) if sum(known, NONE) else None


def counted_rate(grants: Sequence[Grant], policy: Policy) -> Decimal | None:
    """The share of what they are claimed to be worth that is counted; None where there is no claim."""
    whole = sum((grant.claimed or NONE for grant in grants), NONE)
    if not whole:
        return None
    counted = sum(((grant.claimed or NONE) * belief(grant, policy) for grant in grants), NONE)
    return round_half_up(counted / whole, Decimal("0.0001"))


def years_of(grants: Sequence[Grant]) -> int:
    """Over how many years the longest of them vests."""
    return max(len(grant.vesting.points) for grant in grants)


def evenly(years: int | None) -> Vesting:
    """In equal parts, month by month and without a cliff."""
    count = years or USUAL_YEARS
    ends = [BASIS * year // count for year in range(count + 1)]
    return Vesting(points=tuple(end - start for start, end in pairwise(ends)))


def match_of(offer: Offer) -> Match | None:
    tiers = tuple(one.to_tier() for one in offer.match_tiers.all())
    if offer.match_stated != Stated.GIVEN or not tiers:
        return None
    kept = offer.match_vested_rate
    return Match(tiers=tiers, own=offer.match_own_rate, vested=ONE if kept is None else kept)


def health_of(offer: Offer) -> HealthPlan | None:
    """None until the premium is known: without it no year can be told."""
    if offer.health_stated != Stated.GIVEN or offer.health_premium is None:
        return None
    return HealthPlan(
        premium=offer.health_premium,
        deductible=offer.health_deductible,
        coinsurance=offer.health_coinsurance_rate,
        most=offer.health_most,
        account=offer.health_account or NONE,
        care=offer.health_care,
    )


def commute_of(offer: Offer) -> Commute | None:
    if offer.onsite_days is None or not (offer.commute_minutes or offer.commute_cost):
        return None
    weeks = offer.commute_weeks
    return Commute(
        days_a_week=offer.onsite_days,
        cost_a_day=offer.commute_cost or NONE,
        minutes_a_day=Decimal(offer.commute_minutes or 0),
        hour_value=offer.hour_value,
        weeks=None if weeks is None else Decimal(weeks),
    )
