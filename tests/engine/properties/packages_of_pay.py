"""Packages of pay for the properties: any vesting, any instalments, anything left out.

The strategies are made once: making them anew for each example takes longer than the engine.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from offers.engine.benefits import Commute, HealthPlan, Leave, Match, Tier
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
from offers.engine.grants import Grant
from offers.engine.vesting import BASIS, Every, Vesting

# A basis point of a whole hundred is a cent, so that whole years stay exact.
HUNDREDS = st.integers(0, 10_000).map(lambda number: Decimal(100 * number))
PRICES = st.integers(0, 1000).map(Decimal)
MAYBE = st.booleans()


def _thousandths(highest: int) -> st.SearchStrategy[Decimal]:
    return st.integers(0, highest).map(lambda number: Decimal(number).scaleb(-3))


SHARES = _thousandths(1000)


def _vesting(cuts: list[int], cliff: int, every: Every) -> Vesting:
    edges = sorted(cuts)
    points = tuple(high - low for low, high in zip([0, *edges], [*edges, BASIS], strict=True))
    return Vesting(points=points, cliff=cliff % (12 * len(points) + 1), every=every)


VESTINGS = st.builds(
    _vesting, st.lists(st.integers(0, BASIS), max_size=5), st.integers(0, 72), st.sampled_from(Every)
)


def _grant(kind: str, units: int, price: Decimal, strike: Decimal, years: int, **terms: Any) -> Grant:
    named: dict[str, dict[str, Any]] = {
        "worth": {"worth": 100 * price},
        "shares": {"units": units, "price": price},
        "options": {"units": units, "price": price, "strike": strike},
        "unpriced": {"units": units, "strike": strike},
        "unknown": {},
    }
    return Grant(starts_after=12 * years, **named[kind], **terms)


GRANTS = st.builds(
    _grant,
    kind=st.sampled_from(["worth", "shares", "options", "unpriced", "unknown"]),
    units=st.integers(0, 50_000),
    price=PRICES,
    strike=PRICES,
    years=st.integers(0, 3),
    vesting=VESTINGS,
    private=MAYBE,
    written=MAYBE,
    believed=st.none() | SHARES,
)
CLAWBACKS = st.builds(
    Clawback,
    months=st.integers(0, 48),
    kind=st.sampled_from(ClawbackKind),
    runs_from=st.sampled_from(ClawbackFrom),
    gross=st.none() | MAYBE,
)
INSTALMENTS = st.builds(Instalment, amount=HUNDREDS, month=st.integers(1, 48))
SIGN_ONS = st.builds(
    SignOn, instalments=st.lists(INSTALMENTS, max_size=3).map(tuple), clawback=st.none() | CLAWBACKS
)


def _payout(cases: tuple[Decimal, Decimal, Decimal], known: int) -> Payout:
    low, base, high = sorted(cases)
    return Payout(
        low=low if known & 1 else None, base=base if known & 2 else None, high=high if known & 4 else None
    )


_CASES = _thousandths(2000)
PAYOUTS = st.builds(_payout, st.tuples(_CASES, _CASES, _CASES), st.integers(0, 7))
BONUSES = st.builds(Bonus, target=SHARES, payout=PAYOUTS, first_guaranteed=MAYBE)


def _tier(rate: Decimal, ends: tuple[Decimal, Decimal]) -> Tier:
    return Tier(rate=rate, low=min(ends), high=max(ends))


TIERS = st.builds(_tier, SHARES, st.tuples(SHARES, SHARES))
MATCHES = st.builds(
    Match, tiers=st.lists(TIERS, max_size=3).map(tuple), own=st.none() | SHARES, vested=SHARES
)
STEADY_PAY = st.fixed_dictionaries({"attainment": PAYOUTS})
RAMPED_PAY = st.fixed_dictionaries(
    {
        "attainment": PAYOUTS,
        "ramp_months": st.integers(0, 18),
        "draw": st.none() | PRICES,
        "draw_months": st.none() | st.integers(0, 18),
        "recoverable": MAYBE,
    }
)


def _package(base: Decimal, more: Decimal, variable: dict[str, Any] | None, **terms: Any) -> Package:
    paid = None if variable is None else Variable(on_target=base + more, **variable)
    return Package(base=base, variable=paid, **terms)


def _packages(variable: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[Package]:
    return st.builds(
        _package,
        base=HUNDREDS,
        more=HUNDREDS,
        variable=st.none() | variable,
        start_on=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        raise_rate=st.none() | _thousandths(500),
        bonus=st.none() | BONUSES,
        sign_on=st.none() | SIGN_ONS,
        grants=st.lists(GRANTS, max_size=2).map(tuple),
        match=st.none() | MATCHES,
        leave=st.none() | st.builds(Leave, days=st.none() | st.integers(0, 60).map(Decimal)),
        health=st.none() | st.builds(HealthPlan, premium=HUNDREDS, coinsurance=SHARES),
        commute=st.none() | st.builds(Commute, days_a_week=SHARES, minutes_a_day=PRICES),
    )


PACKAGES = _packages(RAMPED_PAY)
# Without ramp and draw, whose months are rounded one by one, years are exact at any scale.
STEADY_PACKAGES = _packages(STEADY_PAY)
