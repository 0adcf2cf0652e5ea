"""Situations drawn at random: any field left out, bands in order, numbers that do not disagree."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from offers.engine.situation import (
    Alternative,
    Budget,
    Buffer,
    EmployerType,
    Industry,
    Informant,
    InternalInformation,
    Level,
    Measure,
    Numbers,
    Peer,
    Peers,
    Posting,
    Range,
    RangeBasis,
    Situation,
    Stance,
    Terms,
    Unit,
    Wishes,
)
from tests.engine.cases import TODAY

D = Decimal
bases = st.sampled_from(RangeBasis)


def decimals(low: str, high: str, places: int = 2) -> st.SearchStrategy[Decimal]:
    return st.decimals(D(low), D(high), places=places)


# Near enough to each other that every rule binds now and then.
pay = decimals("40000", "160000") | st.integers(80, 320).map(lambda step: D(500) * step)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def ranges(draw: st.DrawFn, kind: type[Range] | type[InternalInformation], **more: Any) -> Any:
    minimum, midpoint, maximum = sorted(draw(st.tuples(pay, pay, pay)))
    kept = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    limits = zip(("minimum", "midpoint", "maximum"), (minimum, midpoint, maximum), kept, strict=True)
    return kind(**{name: limit for name, limit, is_kept in limits if is_kept}, **more)


@st.composite
def bands(draw: st.DrawFn) -> Range:
    return draw(ranges(Range, basis=draw(bases), employer_given=draw(st.booleans())))


@st.composite
def heard(draw: st.DrawFn) -> InternalInformation:
    """Said, not written: what the employer wrote may contradict a band, which is refused."""
    return draw(ranges(InternalInformation, said_by=draw(st.sampled_from(Informant))))


@st.composite
def postings(draw: st.DrawFn) -> Posting:
    low, high = sorted(draw(st.tuples(pay, pay)))
    return Posting(
        minimum=draw(st.sampled_from((None, D(0), low))),
        maximum=draw(st.sampled_from((None, high))),
        basis=draw(bases),
    )


peer_groups = st.builds(
    Peers,
    salaries=st.lists(st.builds(Peer, pay=pay), max_size=6).map(tuple),
    manager=maybe(pay),
)


@st.composite
def numbers(draw: st.DrawFn) -> Numbers:
    low, high = sorted(draw(st.tuples(pay, pay)))
    return Numbers(
        target=draw(st.sampled_from((None, high))),
        walk_away=draw(st.sampled_from((None, low))),
        accept_at=draw(maybe(pay)),
        premium=draw(decimals("0", "5000")),
    )


@st.composite
def buffers(draw: st.DrawFn) -> Buffer:
    low, high = sorted(draw(st.tuples(decimals("0", "0.3", 3), decimals("0", "0.3", 3))))
    return Buffer(low=draw(st.sampled_from((None, low))), high=draw(st.sampled_from((None, high))))


terms = st.builds(
    Terms,
    base=pay,
    bonus_target=maybe(decimals("0", "0.5")),
    payout=maybe(decimals("0", "1.5")),
    match_rate=maybe(decimals("0", "0.1")),
    other_value=maybe(decimals("-5000", "20000")),
)
alternatives = st.builds(
    Alternative,
    yearly_value=pay,
    in_writing=st.booleans(),
    expires_on=maybe(st.integers(-5, 5).map(lambda days: TODAY + timedelta(days=days))),
)
keys = st.sampled_from(("sign_on", "leave_days", "learning", "relocation", "parking"))
wishes = st.builds(
    Wishes,
    caps=st.dictionaries(keys, maybe(decimals("0", "20000"))),
    weights=st.dictionaries(keys | st.just("base"), decimals("0.1", "2")),
)
budgets = st.builds(
    Budget,
    headcount_frozen=maybe(st.booleans()),
    role_open_days=maybe(st.integers(0, 200)),
    competing_candidates=maybe(st.booleans()),
    fiscal_year_ending=maybe(st.booleans()),
    recruiter_hesitates=maybe(st.booleans()),
)
situations = st.builds(
    Situation,
    terms=terms,
    band=maybe(bands()),
    posting=maybe(postings()),
    internal=maybe(heard()),
    peers=maybe(peer_groups),
    numbers=numbers(),
    buffer=maybe(buffers()),
    industry=maybe(st.sampled_from(Industry)),
    level=maybe(st.sampled_from(Level)),
    stance=st.sampled_from(Stance),
    employer_type=st.sampled_from((EmployerType.BANDED,) * 5 + tuple(EmployerType)),
    alternatives=st.lists(alternatives, max_size=3).map(tuple),
    strong_alternative=st.booleans(),
    hard_to_fill=st.booleans(),
    wishes=wishes,
    budget=budgets,
    deadline=maybe(st.dates(date(2026, 2, 20), date(2026, 4, 1))),
)
banded = situations.map(lambda case: replace(case, employer_type=EmployerType.BANDED))
measures = st.builds(
    Measure,
    currency=st.sampled_from(("", "EUR", "JPY")),
    unit=st.sampled_from(Unit),
    payments_per_year=st.sampled_from((12, 13, 14)),
    hours_per_week=maybe(st.integers(10, 48).map(D)),
    fte=st.sampled_from((D(1), D("0.8"), D("0.3"))),
)


def scaled(case: Situation, factor: int) -> Situation:
    """The same situation with every amount times `factor`."""

    def times(thing: Any, *names: str) -> Any:
        if thing is None:
            return None
        found = {name: getattr(thing, name) for name in names}
        return replace(thing, **{name: value * factor for name, value in found.items() if value is not None})

    limits = ("minimum", "midpoint", "maximum")
    team = case.peers
    return replace(
        case,
        terms=times(case.terms, "base", "other_value"),
        band=times(case.band, *limits),
        posting=times(case.posting, "minimum", "maximum"),
        internal=times(case.internal, *limits),
        peers=team
        and replace(times(team, "manager"), salaries=tuple(times(p, "pay") for p in team.salaries)),
        numbers=times(case.numbers, "target", "walk_away", "accept_at", "premium"),
        alternatives=tuple(times(other, "yearly_value") for other in case.alternatives),
    )
