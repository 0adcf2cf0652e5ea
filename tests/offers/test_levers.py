"""The page of levers: groups, equal packages, the gap in one item, and who decides, as the engine says."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.reference import load_industries
from offers.case import advice_on
from offers.demo import CASES, Fields, load_case
from offers.engine.policy import Policy
from offers.levers import levers_of
from offers.models import Offer
from offers.payout import ASSUMED
from tests.conftest import CountQueries, sign_in
from tests.factories import make_crowd, make_offer
from tests.offers.reading import Element, explained, main_of, numbers_of


def page_of(desk: Client, offer: Offer) -> Element:
    response = desk.get(reverse("offers:levers", args=[offer.pk]))
    assert response.status_code == 200
    return main_of(response.content.decode())


def packages(main: Element, key: str) -> list[list[str]]:
    """The base of every package and what stands beside it."""
    (section,) = [
        one for one in main.having("panel") if one.attributes.get("aria-labelledby") == f"{key}-title"
    ]
    return [
        [item.having("package-base")[0].text, *(line.text for line in item.having("li"))]
        for item in section.having("package")
    ]


def test_packages_of_the_same_worth_stand_side_by_side(desk: Client, alice: User) -> None:
    main = page_of(desk, make_offer(alice))
    assert packages(main, "opening") == [
        ["USD 88,500"],
        ["USD 84,500", "a sign-on of USD 8,000", "4 more days of leave"],
    ]
    assert "What may move leaves 2 packages of this value instead of 3." in main.text


def test_what_the_ask_lacks_is_closed_by_one_thing(desk: Client, alice: User) -> None:
    main = page_of(desk, make_offer(alice))
    assert "Missing to your target after the ask: USD 6,500 a year" in main.text
    assert [mark.text for mark in main.having("mark-amount")] == [
        "USD 19,500",
        "not known",
        "about 19 days",
    ]


def test_one_day_of_leave_is_one_day(desk: Client, alice: User) -> None:
    main = page_of(desk, make_offer(alice, target=Decimal(88_800)))
    assert "about 1 day" in [mark.text for mark in main.having("mark-amount")]


def test_a_gap_counts_an_unknown_payout_as_pay_does_and_says_so(desk: Client, alice: User) -> None:
    """6,500 a year at 1 + 10% x 80%, over three years."""
    bonus = {"bonus_stated": "given", "bonus_target_rate": Decimal("0.1")}
    main = page_of(desk, make_offer(alice, **bonus))
    assert main.having("mark-amount")[0].text == "USD 21,060"
    (opening,) = [one for one in main.having("panel") if "opening-title" in one.attributes.values()]
    assert (ASSUMED in opening.text, ASSUMED in main.having("mark-amount")[0].parent.parent.text) == (
        True,
        True,
    )
    typed = make_offer(alice, **bonus, bonus_payout_rate=Decimal(1))
    assert ASSUMED not in page_of(desk, typed).text


def test_nothing_is_closed_where_the_ask_reaches_the_target(desk: Client, alice: User) -> None:
    assert "closed by one thing" not in page_of(desk, make_offer(alice, target=Decimal(84_000))).text


def test_a_formula_fixes_base_and_opens_its_inputs(desk: Client, alice: User) -> None:
    load_industries(Policy())
    main = page_of(desk, load_case(alice, CASES[2], timezone.localdate()))
    fixed, hard = (main.having(f"lever-{key}")[0].text for key in ("fixed", "hard"))
    assert ("Base set by" in fixed, "Location factor of the formula" in hard) == (True, True)
    assert "Beside the base they offer" in main.text


def test_what_was_said_not_to_move_closes_no_gap(desk: Client, alice: User) -> None:
    offer = make_offer(alice, equity_stated="none")
    offer.wishes.create(key="leave_days", movable=False)
    main = page_of(desk, offer)
    assert [mark.text for mark in main.having("mark-amount")] == ["USD 19,500"]
    assert "left out: days of leave. They said that there is no grant, so none is counted." in main.text
    (fixed,) = main.having("lever-fixed")
    line = next(one for one in fixed.having("li") if "A few days of leave" in one.text)
    assert [word for word in ("agreed by", "set by", "Evidence") if word in line.text] == []


def test_where_nothing_can_close_the_gap_that_is_said(desk: Client, alice: User) -> None:
    offer = make_offer(alice, equity_stated="none")
    offer.wishes.create(key="leave_days", movable=False)
    offer.wishes.create(key="sign_on", movable=False)
    assert "No one thing could close it here." in page_of(desk, offer).text


def test_a_grant_that_is_known_closes_the_gap_by_its_years(desk: Client, alice: User) -> None:
    offer = make_offer(
        alice, equity_stated="given", equity_grant=Decimal(40_000), equity_years=4, equity_believed_rate="0.5"
    )
    assert [mark.text for mark in page_of(desk, offer).having("mark-amount")][1] == "USD 52,000"


def test_without_range_and_team_no_rule_is_said_to_be_theirs(desk: Client, alice: User) -> None:
    main = page_of(
        desk, make_offer(alice, team=(), unit="hour", base="36.00", target="38.00", walk_away=None)
    )
    assert "no rule of this employer. Ask before you count on it." in main.text
    (who,) = main.having("deciders")
    assert "exception" not in who.text
    assert "hat this employer may agree to by itself is not known" in who.text
    shelves = " ".join(one.text for one in main.having("number") if one.having("package"))
    assert "exception" not in shelves


def test_those_who_decide_are_told_from_the_owner_alone(desk: Client, alice: User, bob: User) -> None:
    offer = make_offer(alice)
    deciders = page_of(desk, offer).having("deciders")[0].text
    assert [who in deciders for who in ("Recruiter", "Hiring manager", "Finance")] == [True] * 3
    assert sign_in(bob).get(reverse("offers:levers", args=[offer.pk])).status_code == 404


@pytest.mark.parametrize("case", CASES, ids=[str(case["company"]) for case in CASES])
def test_every_number_is_explained_and_is_the_engines(desk: Client, alice: User, case: Fields) -> None:
    load_industries(Policy())
    made = load_case(alice, case, timezone.localdate())
    main = page_of(desk, made)
    assert [label for label, number in numbers_of(main) if not explained(number)] == []
    offer = Offer.objects.with_case().get(pk=made.pk)
    advice = advice_on(offer, timezone.localdate())
    assert advice
    found = levers_of(offer, advice)
    assert (
        len(packages(main, "opening"))
        == len(advice.packages.opening.packages)
        == len(found.shelves[0].packages)
    )
    assert sum(len(group.lines) for group in found.groups) == len(advice.levers)


def test_without_a_base_the_page_says_what_to_enter(desk: Client, alice: User) -> None:
    main = page_of(desk, make_offer(alice, base=None))
    assert "What do they offer?" in main.text


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_asks_the_database_five_times(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offer = make_crowd(alice, many)[0]
    address = reverse("offers:levers", args=[offer.pk])
    desk.get(address)
    with django_assert_num_queries(5):
        desk.get(address)
