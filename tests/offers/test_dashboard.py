"""The dashboard: one's own offers, what comes next, an example to look around in, and deletion."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.models import Offer
from offers.outcome.models import Decision
from tests.conftest import CountQueries, sign_in
from tests.factories import make_answer, make_industry, make_offer
from tests.offers.reading import main_of

DASHBOARD = reverse("offers:dashboard")


def test_an_empty_dashboard_teaches_the_first_step(desk: Client) -> None:
    page = desk.get(DASHBOARD).content.decode()
    assert reverse("offers:new") in page
    assert reverse("offers:load-example") in page


def test_only_one_s_own_offers_are_listed(desk: Client, alice: User, bob: User) -> None:
    make_offer(alice)
    make_offer(bob, company="Harbour Analytics")
    assert [line.offer.company for line in desk.get(DASHBOARD).context["lines"]] == ["Northwind Software"]


def test_what_is_to_be_answered_first_stands_first(desk: Client, alice: User) -> None:
    for company, days, stage in (("D", 1, "decided"), ("B", 9, "received"), ("A", 2, "received")):
        make_offer(alice, company=company, deadline=timezone.localdate() + timedelta(days=days), stage=stage)
    make_offer(alice, company="C")
    assert [line.offer.company for line in desk.get(DASHBOARD).context["lines"]] == ["A", "B", "C", "D"]


def test_the_dashboard_keeps_the_walk_away_to_itself(desk: Client, alice: User) -> None:
    make_offer(alice)
    assert "79,000" not in desk.get(DASHBOARD).content.decode()


@pytest.mark.parametrize(
    ("fields", "days", "step"),
    [
        ({}, 20, "Thank them and ask for the offer in writing"),
        ({"stated_as": "written", "base": None}, 20, "Say what is offered"),
        ({"stated_as": "written"}, 20, "Ask for what the written offer leaves out"),
        ({"stage": "countered"}, 20, "Wait for their answer"),
        ({}, -1, "Ask whether the offer still stands"),
    ],
)
def test_the_next_step_is_the_one_of_the_room(
    desk: Client, alice: User, fields: dict[str, object], days: int, step: str
) -> None:
    offer = make_offer(alice, deadline=timezone.localdate() + timedelta(days=days), **fields)
    room = main_of(desk.get(offer.get_absolute_url()).content.decode())
    assert desk.get(DASHBOARD).context["lines"][0].step.title == step
    assert room.having("next-card")[0].having("h2")[0].text == step


def test_answers_that_contradict_each_other_come_first(desk: Client, alice: User) -> None:
    offer = make_offer(alice, range_minimum=Decimal(90_000), range_midpoint=Decimal(70_000))
    step = desk.get(DASHBOARD).context["lines"][0].step
    assert step.title == "Change an answer that does not fit"
    assert step.path == reverse("offers:check", args=[offer.pk])


def test_amounts_have_their_unit_and_unknown_ones_have_none(desk: Client, alice: User) -> None:
    make_offer(alice, base=None)
    facts = main_of(desk.get(DASHBOARD).content.decode()).having("offer-facts")[0].having("dd")
    assert [fact.text for fact in facts[1:3]] == ["not known yet", "USD 95,000 a year"]


@pytest.mark.parametrize(("days", "late"), [(-1, True), (0, False), (1, False)])
def test_a_deadline_that_has_passed_is_said(desk: Client, alice: User, days: int, late: bool) -> None:
    make_offer(alice, deadline=timezone.localdate() + timedelta(days=days))
    assert desk.get(DASHBOARD).context["lines"][0].is_late is late


def test_the_example_is_loaded_once(desk: Client, alice: User) -> None:
    make_industry()
    addresses = {desk.post(reverse("offers:load-example")).headers["Location"] for _ in range(2)}
    offer = Offer.objects.get()
    assert addresses == {reverse("offers:room", args=[offer.pk])}
    assert (offer.owner, offer.is_example) == (alice, True)


def test_deleting_asks_first_and_then_deletes_everything(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    address = reverse("offers:delete", args=[offer.pk])
    desk.get(address)
    assert Offer.objects.count() == 1
    desk.post(address)
    assert not Offer.objects.exists()


def test_a_stranger_deletes_nothing(bob: User, alice: User) -> None:
    offer = make_offer(alice)
    assert sign_in(bob).post(reverse("offers:delete", args=[offer.pk])).status_code == 404
    assert Offer.objects.count() == 1


@pytest.mark.parametrize("page", ["2", "0", "-1", "abc", "99999999999999999999", "%00"])
def test_a_damaged_page_number_shows_a_page(desk: Client, alice: User, page: str) -> None:
    make_offer(alice)
    assert desk.get(f"{DASHBOARD}?page={page}").status_code == 200


@pytest.mark.parametrize("rows", [1, 30])
def test_the_dashboard_takes_the_same_queries_however_long(
    desk: Client,
    alice: User,
    django_assert_num_queries: CountQueries,
    rows: int,
) -> None:
    for number in range(rows):
        make_offer(alice, role=f"Analyst {number}", deadline=date(2026, 12, 1))
    with django_assert_num_queries(6):
        desk.get(DASHBOARD)


@pytest.mark.parametrize(("own", "is_there"), [(1, False), (2, True)])
def test_two_offers_that_are_no_example_can_be_compared(
    desk: Client, alice: User, own: int, is_there: bool
) -> None:
    make_offer(alice, is_example=True)
    for _ in range(own):
        make_offer(alice)
    assert (reverse("compare:page") in desk.get(DASHBOARD).content.decode()) is is_there


def test_what_they_answered_stands_beside_the_offer(desk: Client, alice: User) -> None:
    make_answer(offer := make_offer(alice, stage="final"), base=Decimal(86_000))
    line = desk.get(DASHBOARD).context["lines"][0]
    assert line.answered == "USD\u00a086,000"
    room = main_of(desk.get(offer.get_absolute_url()).content.decode())
    card = room.having("ask-card")[0]
    assert card.having("they-said")[0].text == "They answered with USD 86,000"
    assert card.having("ask-figure")[0].text == "USD 87,000 a year"
    assert card.having("highest-ask")[0].text == "The highest ask on today’s facts: USD 88,500"


def test_an_offer_that_is_decided_says_how_and_has_no_deadline(desk: Client, alice: User) -> None:
    offer = make_offer(alice, stage="decided", deadline=timezone.localdate() - timedelta(days=3))
    Decision.objects.create(offer=offer, outcome="declined", decided_on=timezone.localdate())
    (line,) = desk.get(DASHBOARD).context["lines"]
    assert (line.offer.standing_at, line.due, line.is_late) == ("I declined", None, False)
