"""Break-evens are equal, flips really reverse the order, and money scales."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from offers.engine.breakeven import Side, break_even, break_even_base
from offers.engine.comparison import compare
from offers.engine.flips import flips, weighted_difference
from offers.engine.policy import Policy
from offers.engine.situation import ExchangeRate
from tests.engine.properties.packages_of_pay import HUNDREDS, SHARES

POLICY = Policy()
TINY = Decimal("1e-18")
NAMES = ("pay", "growth", "place", "people")
RATES = (ExchangeRate(currency="USD", rate=Decimal("0.9"), on=date(2026, 3, 2)),)


@st.composite
def weightings(draw: st.DrawFn) -> dict[str, Decimal]:
    cuts = sorted(draw(st.tuples(*[st.integers(0, 100)] * 3)))
    points = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    return dict(zip(NAMES, map(Decimal, points), strict=True))


def differences() -> st.SearchStrategy[dict[str, Decimal]]:
    numbers = st.tuples(*[st.integers(-100, 100)] * 4)
    return numbers.map(lambda row: dict(zip(NAMES, map(Decimal, row), strict=True)))


def moved(weights: dict[str, Decimal], giver: str, taker: str, points: Decimal) -> dict[str, Decimal]:
    return {**weights, giver: weights[giver] - points, taker: weights[taker] + points}


def sides(name: str) -> st.SearchStrategy[Side]:
    return st.builds(
        Side,
        name=st.just(name),
        base=st.none() | HUNDREDS,
        k=st.none() | SHARES.map(lambda rate: 1 + rate),
        rest=st.none() | HUNDREDS,
        currency=st.sampled_from(["", "USD", "GBP"]),
        believed=SHARES,
    )


@settings(deadline=None)
@given(weights=weightings(), each=differences())
def test_flips_reverse_the_order_and_less_does_not(
    weights: dict[str, Decimal], each: dict[str, Decimal]
) -> None:
    lead = weighted_difference(weights, each)
    for flip in flips(weights, each):
        room = (weights[flip.taken_from] - flip.points) / 2
        more = moved(weights, flip.taken_from, flip.given_to, flip.points + room)
        less = moved(weights, flip.taken_from, flip.given_to, flip.points * Decimal("0.999"))
        assert weighted_difference(more, each) * lead < 0
        assert weighted_difference(less, each) * lead > 0


@settings(deadline=None)
@given(weights=weightings(), each=differences())
def test_flips_miss_no_single_move(weights: dict[str, Decimal], each: dict[str, Decimal]) -> None:
    lead = weighted_difference(weights, each)
    assume(lead)
    turned = {
        (giver, taker)
        for giver in NAMES
        for taker in NAMES
        if weighted_difference(moved(weights, giver, taker, weights[giver]), each) * lead < 0
        and giver != taker
    }
    found = flips(weights, each)
    assert {(flip.taken_from, flip.given_to) for flip in found} == turned
    assert [flip.points for flip in found] == sorted(flip.points for flip in found)


@settings(deadline=None)
@given(side=sides("Brick"), value=HUNDREDS)
def test_break_evens_each_close_the_gap_alone(side: Side, value: Decimal) -> None:
    assume(side.value is not None)
    found = break_even(side, value, POLICY)
    even = side.per_base * break_even_base(side, value) + (side.rest or 0)
    assert abs(even - value) < TINY
    assert found.sign_on / POLICY.stay_years == found.missing == max(0, value - (side.value or 0))
    if found.grant is not None:
        assert abs(found.grant * side.believed / side.vesting_years - found.missing) < TINY


@settings(deadline=None)
@given(first=sides("Acme"), second=sides("Brick"), third=sides("Coast"))
def test_compare_never_raises_and_does_not_depend_on_the_order_given(
    first: Side, second: Side, third: Side
) -> None:
    one = compare((first, second, third), home="EUR", rates=RATES, policy=POLICY)
    two = compare((third, second, first), home="EUR", rates=RATES, policy=POLICY)
    assert (one.money.lead, one.close, one.verdict.code) == (two.money.lead, two.close, two.verdict.code)
    assert [row.home for row in one.money.rows] == [row.home for row in two.money.rows]


@settings(deadline=None)
@given(first=sides("Acme"), second=sides("Brick"))
def test_compare_scales_with_every_amount(first: Side, second: Side) -> None:
    small = compare((first, second), home="EUR", rates=RATES, policy=POLICY).money
    large = compare((_ten(first), _ten(second)), home="EUR", rates=RATES, policy=POLICY).money
    assert (large.best, large.close) == (small.best, small.close)
    assert large.lead == (None if small.lead is None else 10 * small.lead)
    assert [each.sign_on for each in large.break_even] == [10 * each.sign_on for each in small.break_even]


def _ten(side: Side) -> Side:
    return replace(side, base=side.base and 10 * side.base, rest=side.rest and 10 * side.rest)
