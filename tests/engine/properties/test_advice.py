"""What holds for every situation, whatever is known of it."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from offers.engine.advice import Advice, advise
from offers.engine.landing import Landing
from offers.engine.shared import SharedBasis, shared_basis
from offers.engine.situation import ExchangeRate, Numbers, Peer, Peers, Situation
from tests.engine.cases import POLICY, TODAY, D
from tests.engine.properties.drawn_situations import banded, measures, pay, scaled, situations

RATES = (ExchangeRate(currency="EUR", rate=D("1.1"), on=TODAY),)


def advice(case: Situation) -> Advice:
    return advise(case, POLICY, TODAY)


def marks(found: Landing) -> tuple[Decimal, ...]:
    return found.floor, found.likely, found.no_exception, found.with_exception


def section_3(case: Situation) -> tuple[object, ...]:
    """Every number of steps 1 to 6."""
    found = advice(case)
    limits = found.ceilings
    return (
        limits.no_exception,
        limits.exception,
        found.ask.wanted,
        found.ask.amount,
        marks(found.landing),
        found.shortfall,
        found.state.target,
    )


def with_peers(case: Situation, salaries: list[Decimal]) -> Situation:
    return replace(case, peers=Peers(salaries=tuple(Peer(pay=salary) for salary in salaries)))


@settings(deadline=None)
@given(situations)
def test_landing_marks_never_fall(case: Situation) -> None:
    found = marks(advice(case).landing)
    assert list(found) == sorted(found)


@settings(deadline=None)
@given(situations)
def test_the_ceiling_without_an_exception_is_never_the_higher(case: Situation) -> None:
    limits = advice(case).ceilings
    assert limits.no_exception <= limits.exception


@settings(deadline=None)
@given(situations)
def test_the_ask_stays_under_the_ceiling_and_the_band(case: Situation) -> None:
    found = advice(case)
    asked = found.ask.amount
    if asked is not None:
        assert found.state.offer < asked <= min(found.ceilings.exception, found.state.band.maximum)


@settings(deadline=None)
@given(situations)
def test_the_ask_never_reaches_further_than_one_step(case: Situation) -> None:
    found = advice(case)
    assert found.ask.wanted <= found.state.base * (1 + found.state.step)


@settings(deadline=None)
@given(banded, st.lists(pay, min_size=2, max_size=5), st.data())
def test_a_peer_below_the_best_changes_no_number(
    case: Situation, salaries: list[Decimal], data: st.DataObject
) -> None:
    another = data.draw(st.decimals(D(1000), max(salaries), places=2))
    assert section_3(with_peers(case, salaries)) == section_3(with_peers(case, [*salaries, another]))


@settings(deadline=None)
@given(banded, st.lists(pay, min_size=1, max_size=5), st.data())
def test_lowering_the_best_peer_never_raises_what_is_wanted(
    case: Situation, salaries: list[Decimal], data: st.DataObject
) -> None:
    best = max(salaries)
    lowered = data.draw(st.decimals(D(1000), best, places=2))
    rest = list(salaries)
    rest[rest.index(best)] = lowered
    after, before = (advice(with_peers(case, each)).ask.wanted for each in (rest, salaries))
    assert after <= before


@settings(deadline=None)
@given(banded, st.tuples(pay, pay))
def test_raising_the_target_never_lowers_what_is_wanted(
    case: Situation, targets: tuple[Decimal, Decimal]
) -> None:
    lower, higher = (
        advice(replace(case, numbers=Numbers(target=target))).ask.wanted for target in sorted(targets)
    )
    assert lower <= higher


@settings(deadline=None)
@given(situations)
def test_ten_times_every_amount_gives_ten_times_every_number(case: Situation) -> None:
    small, large = advice(case), advice(scaled(case, 10))
    limits, wide = small.ceilings, large.ceilings
    assert (wide.no_exception, wide.exception) == (limits.no_exception * 10, limits.exception * 10)
    assert large.ask.wanted == small.ask.wanted * 10
    assert large.ask.amount == (None if small.ask.amount is None else small.ask.amount * 10)
    assert marks(large.landing) == tuple(mark * 10 for mark in marks(small.landing))
    assert (large.flags, large.confidence.ask) == (small.flags, small.confidence.ask)


@settings(deadline=None)
@given(situations, measures, st.sampled_from(("band", "posting", "internal", "peers", "numbers")))
def test_any_measure_of_any_group_gives_an_answer(case: Situation, measure: object, name: str) -> None:
    group = getattr(case, name)
    assume(group is not None)
    found = advice(replace(case, rates=RATES, **{name: replace(group, measure=measure)}))
    assert found.ceilings.no_exception >= found.state.offer


@settings(deadline=None)
@given(situations)
def test_every_note_and_reason_can_be_said(case: Situation) -> None:
    found = advice(case)
    limits = found.ceilings
    reasons = (*found.notes, limits.why_no_exception, limits.why_exception, found.ask.why, found.landing.why)
    assert [reason.text for reason in reasons if "{" in reason.text or "Infinity" in reason.text] == []


def figures(basis: SharedBasis) -> set[Decimal]:
    packages = (*basis.opening, *basis.fallback)
    amounts = [basis.offer, basis.ask, basis.range_top, *(package.base for package in packages)]
    return {amount for amount in amounts if amount is not None}


@settings(deadline=None)
@given(situations)
def test_the_walk_away_moves_no_number_that_is_shared(case: Situation) -> None:
    bare = replace(case.numbers, walk_away=None)
    found, without = advice(case), advice(replace(case, numbers=bare))
    offered = (without.packages.opening, without.packages.fallback)
    left_out = {dropped.base for each in offered for dropped in each.dropped}
    basis, other = shared_basis(found), shared_basis(without)
    assert (basis.offer, basis.ask, basis.pay_range) == (other.offer, other.ask, other.pay_range)
    assert figures(basis) <= figures(other) | left_out
