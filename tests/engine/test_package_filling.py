"""One package of a given worth: how items fill it, how near it comes, how far it lies from others."""

from typing import Any

import pytest

from offers.engine.packages import Package, PackageList, Pick, equal_packages, fill_one
from offers.engine.policy import Policy
from tests.engine.answers import codes, shape
from tests.engine.bargains import POLICY, D, item, small


def single(gain: str, bargain_items: tuple[Any, ...], policy: Policy = POLICY, **given: Any) -> PackageList:
    """The list at the base offered alone, 1,000, with half a per cent (5) of slack."""
    bargain = small(items=bargain_items, **given)
    return equal_packages(gain=D(gain), bases=(D(1000),), bargain=bargain, policy=policy)


@pytest.mark.parametrize(
    ("cap", "kept", "reason"),
    [
        ("45", [(D(1000), {"learning": D(45)})], []),
        ("44", [], [(D(1000), "PACKAGE_SHORT")]),
    ],
)
def test_a_package_may_fall_half_a_per_cent_short(cap: str, kept: object, reason: object) -> None:
    found = single("50", (item("learning", cap=cap),))
    assert (shape(found), codes(found)) == (kept, reason)


@pytest.mark.parametrize(
    ("gain", "kept", "reason"),
    [("-5", [(D(1000), {})], []), ("-5.01", [], [(D(1000), "PACKAGE_OVER")])],
)
def test_a_package_may_lie_half_a_per_cent_over(gain: str, kept: object, reason: object) -> None:
    found = single(gain, (item("learning", cap="90"),))
    assert (shape(found), codes(found)) == (kept, reason)


def test_packages_of_a_small_unit_are_filled_to_the_cent() -> None:
    found = single("0.03", (item("learning", cap="1", unit="0.01"),))
    assert shape(found) == [(D(1000), {"learning": D("0.03")})]


@pytest.mark.parametrize(
    ("gain", "text"),
    [
        (
            "60",
            "With base at 1,000, all that may move leaves 60 a year missing to what base of 1,060 is worth "
            "to you.",
        ),
        ("-60", "With base at 1,000 the package is worth 60 a year more to you than base of 940."),
    ],
)
def test_a_package_of_another_value_says_how_far_off_it_is(gain: str, text: str) -> None:
    assert single(gain, ()).dropped[0].reason.text == text


@pytest.mark.parametrize(("floor", "kept"), [("1050", 1), ("1050.01", 0), (None, 1)])
def test_a_package_reaches_the_walk_away_value(floor: str | None, kept: int) -> None:
    found = single("50", (item("learning", cap="90"),), walk_away_value=None if floor is None else D(floor))
    assert len(found.packages) == kept


def test_a_package_counts_the_terms_that_stay_against_the_walk_away_value() -> None:
    found = single("50", (item("learning", cap="90"),), walk_away_value=D(1060), other=D(10))
    assert [one.value for one in found.packages] == [D(1060)]


@pytest.mark.parametrize(("second", "kept"), [("1035", 2), ("1035.01", 1)])
def test_packages_lie_two_per_cent_apart(second: str, kept: int) -> None:
    """1,045 with 5 of learning, then 10 less of base and 10 more of learning: 20 of 1,000 apart."""
    bargain = small(items=(item("learning", cap="90", unit="0.01"),))
    found = equal_packages(gain=D(50), bases=(D(1045), D(second)), bargain=bargain, policy=POLICY)
    assert len(found.packages) == kept
    assert [code for _, code in codes(found)] == ["PACKAGE_NOT_DISTINCT"] * (2 - kept)


def test_packages_are_compared_with_every_one_kept() -> None:
    bargain = small(items=(item("learning", cap="90"),))
    bases = (D(1050), D(1030), D(1049))
    found = equal_packages(gain=D(50), bases=bases, bargain=bargain, policy=POLICY)
    assert codes(found) == [(D(1049), "PACKAGE_NOT_DISTINCT")]
    assert found.dropped[0].reason.text == "With base at 1,049 the package is nearly the same as one above."


def test_the_same_base_is_tried_once() -> None:
    found = equal_packages(gain=D(50), bases=(D(1050), D(1050)), bargain=small(), policy=POLICY)
    assert (len(found.packages), found.dropped) == (1, ())


@pytest.mark.parametrize(
    ("most", "kept", "code"),
    [("1", 1, None), ("2", 2, None), ("3", 3, None), ("4", 3, "PACKAGES_FEWER")],
)
def test_packages_are_three_at_most(most: str, kept: int, code: str | None) -> None:
    bargain = small(items=(item("learning", cap="90"),))
    bases = (D(1050), D(1025), D(1000))
    policy = Policy(packages_most=D(most))
    found = equal_packages(gain=D(50), bases=bases, bargain=bargain, policy=policy)
    assert (len(found.packages), found.fewer and found.fewer.code) == (kept, code)


def test_items_are_used_in_order_until_the_need_is_met() -> None:
    first, second, third = (item(key, cap="30") for key in ("sign_on", "leave_days", "learning"))
    assert shape(single("50", (first, second, third))) == [(D(1000), {"sign_on": D(30), "leave_days": D(20)})]


def test_items_of_no_worth_are_not_used() -> None:
    none = item("sign_on", cap="90", weight=D(0))
    assert shape(single("50", (none, item("learning", cap="90")))) == [(D(1000), {"learning": D(50)})]


def test_items_too_coarse_for_the_need_are_passed_over() -> None:
    coarse, fine = item("remote_days", cap="3", worth="40"), item("learning", cap="90")
    assert shape(single("19", (coarse, fine))) == [(D(1000), {"learning": D(19)})]


def test_items_that_would_overshoot_take_one_unit_less() -> None:
    coarse, fine = item("remote_days", cap="3", worth="40"), item("learning", cap="90")
    assert shape(single("65", (coarse, fine))) == [(D(1000), {"remote_days": D(1), "learning": D(25)})]


@pytest.mark.parametrize(
    ("need", "quantity"),
    [
        ("14", "10"),
        ("14.99", "10"),
        ("15", "20"),
        ("20", "20"),
        ("24.99", "20"),
        ("25", "30"),
        ("30", "30"),
        ("99", "30"),
        ("4.99", "0"),
    ],
)
def test_fill_one_takes_the_nearest_unit_within_the_cap(need: str, quantity: str) -> None:
    learning = item("learning", cap="30", unit="10")
    assert fill_one(D(need), learning, D(1), D(5)).quantity == D(quantity)


@pytest.mark.parametrize(("slack", "quantity"), [("4", "20"), ("3.99", "10")])
def test_fill_one_overshoots_by_its_slack_at_most(slack: str, quantity: str) -> None:
    pick = fill_one(D(32), item("learning", cap="90", unit="10"), D("1.8"), D(slack))
    assert (pick.quantity, pick.value) == (D(quantity), D(quantity) * D("1.8"))


@pytest.mark.parametrize(
    ("quantities", "phrase"),
    [
        ({}, "84,500"),
        ({"sign_on": 8000}, "84,500 with a sign-on of 8,000"),
        ({"sign_on": 8000, "leave_days": 4}, "84,500 with a sign-on of 8,000 and 4 more days of leave"),
        (
            {"sign_on": 8000, "leave_days": 4, "learning": 400},
            "84,500 with a sign-on of 8,000, 4 more days of leave and a learning budget of 400",
        ),
    ],
)
def test_package_phrase_reads_as_the_employer_reads_it(quantities: dict[str, int], phrase: str) -> None:
    picks = tuple(Pick(key=key, quantity=D(number), value=D(0)) for key, number in quantities.items())
    assert Package(base=D(84500), picks=picks, value=D(0)).phrase == phrase
