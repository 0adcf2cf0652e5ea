"""Whatever the offer, its packages are equal, distinct, within their limits and never under the floor."""

from decimal import Decimal
from itertools import combinations

from hypothesis import given

from offers.engine.bargain import Bargain
from offers.engine.packages import Package, PackageList, Pick, packages
from offers.engine.policy import Policy
from tests.engine.properties.drawn_bargains import MONEY_KEYS, bargains, ten_times

POLICY = Policy()
ROUNDING = Decimal("1e-15")


def lists(bargain: Bargain) -> tuple[PackageList, PackageList]:
    found = packages(bargain, POLICY)
    return found.opening, found.fallback


def worth_of(package: Package, bargain: Bargain) -> Decimal:
    """The value of a package, added up anew."""
    worths = {item.key: item.weight * item.unit_value for item in bargain.items}
    extra = sum(pick.quantity * worths[pick.key] for pick in package.picks)
    return bargain.base_weight * bargain.k * package.base + extra + bargain.other


def distance(one: Package, other: Package, bargain: Bargain) -> Decimal:
    here, there = ({pick.key: pick.value for pick in package.picks} for package in (one, other))
    apart = abs(one.base - other.base) * bargain.base_weight * bargain.k
    keys = {*here, *there}
    return apart + sum(abs(here.get(key, Decimal(0)) - there.get(key, Decimal(0))) for key in keys)


@given(bargain=bargains())
def test_packages_are_equal_within_one_per_cent_of_the_offer(bargain: Bargain) -> None:
    for found in lists(bargain):
        values = [worth_of(package, bargain) for package in found.packages]
        aim = bargain.value(bargain.offer) + found.gain
        assert [one for one in values if abs(one - aim) > bargain.offer / 200 + ROUNDING] == []
        assert all(
            abs(one - other) <= bargain.offer / 100 + ROUNDING for one, other in combinations(values, 2)
        )


@given(bargain=bargains())
def test_packages_say_what_they_are_worth(bargain: Bargain) -> None:
    for found in lists(bargain):
        for package in found.packages:
            assert abs(package.value - worth_of(package, bargain)) <= ROUNDING * bargain.offer


@given(bargain=bargains())
def test_packages_differ_by_two_per_cent_of_the_offer(bargain: Bargain) -> None:
    for found in lists(bargain):
        pairs = combinations(found.packages, 2)
        assert all(distance(one, other, bargain) >= bargain.offer / 50 for one, other in pairs)


@given(bargain=bargains())
def test_packages_are_never_under_the_walk_away_value(bargain: Bargain) -> None:
    floor = bargain.walk_away_value
    for found in lists(bargain):
        assert [one for one in found.packages if floor is not None and one.value < floor] == []


@given(bargain=bargains())
def test_packages_hold_whole_units_within_their_caps(bargain: Bargain) -> None:
    items = {item.key: item for item in bargain.items}
    picks = [pick for found in lists(bargain) for package in found.packages for pick in package.picks]
    for pick in picks:
        item = items[pick.key]
        assert 0 < pick.quantity <= item.cap
        assert pick.quantity % item.unit == 0


@given(bargain=bargains())
def test_packages_never_ask_for_more_base_than_the_ask(bargain: Bargain) -> None:
    opening, fallback = lists(bargain)
    highest = bargain.offer if bargain.ask is None else bargain.ask
    assert [one.base for one in opening.packages if one.base > highest] == []
    assert [one.base for one in fallback.packages if one.base > min(highest, bargain.ceiling)] == []


@given(bargain=bargains())
def test_packages_are_three_at_most_and_less_is_said(bargain: Bargain) -> None:
    for found in lists(bargain):
        assert len(found.packages) <= 3
        assert (found.fewer is None) == (len(found.packages) == 3)


@given(bargain=bargains())
def test_every_base_is_either_kept_or_explained(bargain: Bargain) -> None:
    for found in lists(bargain):
        tried = [one.base for one in found.packages] + [left.base for left in found.dropped]
        assert len(tried) == len(set(tried))
        assert [one.reason.text for one in found.dropped if not one.reason.text] == []


@given(bargain=bargains())
def test_packages_of_ten_times_the_money_are_ten_times_as_large(bargain: Bargain) -> None:
    def larger(package: Package) -> Package:
        picks = tuple(
            Pick(
                key=pick.key,
                quantity=pick.quantity * (10 if pick.key in MONEY_KEYS else 1),
                value=10 * pick.value,
            )
            for pick in package.picks
        )
        return Package(base=10 * package.base, picks=picks, value=10 * package.value)

    for small, large in zip(lists(bargain), lists(ten_times(bargain)), strict=True):
        assert large.gain == 10 * small.gain
        assert large.packages == tuple(larger(package) for package in small.packages)
