"""Packages of equal value: the opening and the fallback, with an ask and without one."""

import pytest

from offers.engine.money import round_half_up
from offers.engine.packages import MESO, PackageList, packages
from offers.engine.reason import ARITHMETIC, ASSUMPTION, Grade
from tests.engine.answers import codes, shape
from tests.engine.bargains import POLICY, D, item, small, team


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
    assert opening.fewer.text == "What may move leaves 2 packages of this value instead of 3."
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
    assert found.fallback.fewer.text == "What may move leaves one package of this value."


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
            "Each is worth about 9,350 more to you than the offer, as much as base of 88,500.",
            "opening",
            ARITHMETIC,
            Grade.FACT,
        ),
        (
            "Each is worth about 4,950 more to you than the offer, as much as base of 84,500, which needs no "
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
    assert opening.fewer.text == "What may move leaves no package of this value."


def test_packages_name_the_study_they_rest_on() -> None:
    assert str(MESO) == (
        "Leonardelli, Gu, McRuer, Medvec & Galinsky, 2019, Multiple equivalent simultaneous offers (MESOs) "
        "reduce the negotiator dilemma"
    )
    assert MESO.url == "https://doi.org/10.1016/j.obhdp.2019.01.007"


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
