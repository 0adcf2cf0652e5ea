"""Packages of equal value: the team of the worked example, and each rule at its edges."""

from decimal import Decimal
from typing import Any

import pytest

from offers.engine.money import round_half_up
from offers.engine.packages import MESO, Package, PackageList, Pick, equal_packages, fill_one, packages
from offers.engine.policy import Policy
from offers.engine.reason import ARITHMETIC, ASSUMPTION, Grade
from tests.engine.bargains import POLICY, item, small, team

D = Decimal


def shape(found: PackageList) -> list[tuple[Decimal, dict[str, Decimal]]]:
    return [(one.base, {pick.key: pick.quantity for pick in one.picks}) for one in found.packages]


def codes(found: PackageList) -> list[tuple[Decimal, str]]:
    return [(left.base, left.reason.code) for left in found.dropped]


def single(gain: str, bargain_items: tuple[Any, ...], policy: Policy = POLICY, **given: Any) -> PackageList:
    """The list at the base offered alone, 1,000, with half a per cent (5) of slack."""
    bargain = small(items=bargain_items, **given)
    return equal_packages(gain=D(gain), bases=(D(1000),), bargain=bargain, policy=policy)


def test_opening_of_the_team_is_worth_the_ask() -> None:
    opening = packages(team(), POLICY).opening
    assert (opening.gain, shape(opening)) == (
        D(8500),
        [(D(88500), {}), (D(84500), {"sign_on": D(8000), "leave_days": D(4)})],
    )
    assert [round_half_up(one.value) for one in opening.packages] == [D("88500.00"), D("88516.00")]


def test_opening_of_the_team_says_why_there_is_no_third() -> None:
    opening = packages(team(), POLICY).opening
    assert codes(opening) == [(D(82250), "PACKAGE_SHORT")]
    assert round_half_up(D(str(opening.dropped[0].reason.params["short"])), D(1)) == D(926)
    assert opening.dropped[0].reason.text == (
        "With base at 82,250, all that may move leaves 926 a year missing to what base of 88,500 is worth to "
        "you."
    )
    assert opening.fewer is not None
    assert opening.fewer.text == "The limits you set leave 2 packages of this value instead of 3."
    assert (opening.fewer.source, opening.fewer.grade) == (MESO, Grade.C)


def test_fallback_of_the_team_is_worth_what_needs_no_exception() -> None:
    fallback = packages(team(), POLICY).fallback
    assert (fallback.gain, fallback.fewer, fallback.dropped) == (D(4500), None, ())
    assert shape(fallback) == [
        (D(84500), {}),
        (D(82250), {"sign_on": D(6500)}),
        (D(80000), {"sign_on": D(8000), "leave_days": D(5), "learning": D(400)}),
    ]
    assert [pick.value for pick in fallback.packages[2].picks][2] == D(200)


def test_packages_count_the_factor_of_base() -> None:
    fallback = packages(team(k=D("1.12")), POLICY).fallback
    assert (fallback.gain, shape(fallback)) == (
        D("5040.00"),
        [
            (D(84500), {}),
            (D(82250), {"sign_on": D(7000), "learning": D(200)}),
            (D(80000), {"sign_on": D(8000), "leave_days": D(5), "learning": D(1400)}),
        ],
    )


def test_packages_count_the_weight_of_base_and_the_terms_that_stay() -> None:
    found = packages(team(base_weight=D("0.5"), other=D(3000)), POLICY)
    assert (found.opening.gain, found.opening.packages[0].value) == (D("4250.0"), D("47250.0"))
    assert shape(found.opening)[1] == (D(84500), {"sign_on": D(5500), "learning": D(200)})


def test_packages_where_the_ask_needs_no_exception_start_from_the_ask() -> None:
    bargain = small(ask=D(1050), items=(item("learning", cap="500"),))
    found = packages(bargain, POLICY)
    assert (found.opening.gain, shape(found.opening)) == (
        D(50),
        [(D(1050), {}), (D(1025), {"learning": D(25)})],
    )
    assert (found.fallback.gain, shape(found.fallback)) == (
        D(50),
        [(D(1050), {}), (D(1025), {"learning": D(25)}), (D(1000), {"learning": D(50)})],
    )


def test_packages_below_the_band_fall_back_to_the_minimum() -> None:
    found = packages(small(baseline=D(1060), items=(item("learning", cap="500"),)), POLICY)
    assert shape(found.opening) == [(D(1100), {}), (D(1060), {"learning": D(40)})]
    assert (found.fallback.gain, shape(found.fallback)) == (D(60), [(D(1060), {})])
    assert found.fallback.fewer is not None
    assert found.fallback.fewer.text == "The limits you set leave one package of this value."


def test_packages_have_no_fallback_where_base_has_no_room() -> None:
    found = packages(small(ceiling=D(1000), items=(item("learning", cap="500"),)), POLICY)
    assert shape(found.opening) == [(D(1100), {}), (D(1000), {"learning": D(100)})]
    assert found.fallback == PackageList(gain=D(0), packages=(), fewer=found.fallback.fewer)
    assert found.fallback.fewer is not None
    assert found.fallback.fewer.text == (
        "Base has no room without an exception, so there is nothing to fall back to."
    )


def test_packages_fall_back_as_soon_as_base_has_room() -> None:
    assert shape(packages(small(ceiling=D("1000.01")), POLICY).fallback) == [(D("1000.01"), {})]


def test_packages_say_why_they_are_worth_that_much() -> None:
    found = packages(team(k=D("1.1")), POLICY)
    reasons = [one.why for one in (found.opening, found.fallback) if one.why]
    assert [one.code for one in reasons] == ["PACKAGES_OPENING", "PACKAGES_FALLBACK"]
    assert [(one.text, one.binding, one.source, one.grade) for one in reasons] == [
        (
            "Each is worth 9,350 more to you than the offer, as much as base of 88,500.",
            "opening",
            ARITHMETIC,
            Grade.FACT,
        ),
        (
            "Each is worth 4,950 more to you than the offer, as much as base of 84,500, which needs no "
            "exception.",
            "fallback",
            ARITHMETIC,
            Grade.FACT,
        ),
    ]


@pytest.mark.parametrize(
    ("target", "text", "grade"),
    [
        ("1030", "It is worth 30 more to you than the offer, the least that is worth asking for.", Grade.E),
        ("1090", "It is worth 90 more to you than the offer, as much as your target in base.", Grade.FACT),
        (
            "1091",
            "It is worth 90 more to you than the offer: all that may move, up to its limits.",
            Grade.FACT,
        ),
    ],
)
def test_packages_without_an_ask_say_what_they_are_bound_by(target: str, text: str, grade: Grade) -> None:
    bargain = small(ask=None, target=D(target), items=(item("learning", cap="90"),))
    why = packages(bargain, POLICY).opening.why
    assert why is not None
    assert (why.text, why.grade) == (text, grade)
    assert why.source == (ASSUMPTION if grade is Grade.E else ARITHMETIC)


@pytest.mark.parametrize(
    ("target", "gain"),
    [(None, "30.00"), ("990", "30.00"), ("1030", "30.00"), ("1040", "40"), ("1100", "90"), ("1090", "90")],
)
def test_packages_without_an_ask_are_one_list_at_the_offer(target: str | None, gain: str) -> None:
    bargain = small(
        ask=None, target=None if target is None else D(target), items=(item("learning", cap="90"),)
    )
    found = packages(bargain, POLICY)
    assert (found.opening.gain, shape(found.opening)) == (D(gain), [(D(1000), {"learning": D(gain)})])
    assert (found.fallback.packages, found.fallback.gain) == ((), D(0))
    for one in (found.opening.fewer, found.fallback.fewer):
        assert one is not None
        assert one.text == "Base stays as offered, so there is one list with one package."


def test_packages_without_an_ask_count_the_factor_of_base() -> None:
    bargain = small(ask=None, target=D(1040), k=D("1.5"), items=(item("learning", cap="90"),))
    assert packages(bargain, POLICY).opening.gain == D(60)


def test_packages_without_an_ask_or_items_are_none() -> None:
    opening = packages(small(ask=None, target=D(1100)), POLICY).opening
    assert (opening.gain, opening.packages) == (D(0), ())
    assert opening.fewer is not None
    assert opening.fewer.text == "Nothing outside base is marked as movable, so there is no package."


def test_packages_without_an_ask_say_when_the_walk_away_is_out_of_reach() -> None:
    bargain = small(ask=None, walk_away_value=D("1030.01"), items=(item("learning", cap="90"),))
    opening = packages(bargain, POLICY).opening
    assert codes(opening) == [(D(1000), "PACKAGE_BELOW_WALK_AWAY")]
    assert opening.dropped[0].reason.text == "With base at 1,000 the package is under your walk-away value."
    assert opening.fewer is not None
    assert opening.fewer.text == "The limits you set leave no package of this value."


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


def test_packages_name_the_study_they_rest_on() -> None:
    assert str(MESO) == (
        "Leonardelli, Gu, McRuer, Medvec & Galinsky, 2019, Multiple equivalent simultaneous offers (MESOs) "
        "reduce the negotiator dilemma"
    )
    assert MESO.url == "https://doi.org/10.1016/j.obhdp.2019.01.007"


def test_packages_of_a_small_unit_are_filled_to_the_cent() -> None:
    found = single("0.03", (item("learning", cap="1", unit="0.01"),))
    assert shape(found) == [(D(1000), {"learning": D("0.03")})]


def test_packages_without_an_ask_are_found_for_hourly_pay() -> None:
    bargain = small(
        offer=D(20),
        ask=None,
        ceiling=D(21),
        ceiling_exception=D(22),
        items=(item("learning", cap="1", unit="0.01"),),
    )
    opening = packages(bargain, POLICY).opening
    assert (opening.gain, shape(opening)) == (D("0.60"), [(D(20), {"learning": D("0.60")})])


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
