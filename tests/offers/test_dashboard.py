"""The dashboard: one's own offers, what comes next, an example to look around in, and deletion."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.models import Offer
from tests.conftest import sign_in
from tests.factories import make_industry, make_offer

DASHBOARD = reverse("offers:dashboard")


@pytest.fixture
def desk(alice: User) -> Client:
    return sign_in(alice)


def test_an_empty_dashboard_teaches_the_first_step(desk: Client) -> None:
    page = desk.get(DASHBOARD).content.decode()
    assert reverse("offers:new") in page
    assert reverse("offers:load-example") in page


def test_only_one_s_own_offers_are_listed(desk: Client, alice: User, bob: User) -> None:
    make_offer(alice)
    make_offer(bob, company="Harbour Analytics")
    assert [line.offer.company for line in desk.get(DASHBOARD).context["lines"]] == ["Northwind Software"]


def test_the_dashboard_keeps_the_walk_away_to_itself(desk: Client, alice: User) -> None:
    make_offer(alice)
    assert "79,000" not in desk.get(DASHBOARD).content.decode()


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({"base": None}, "Say what is offered"),
        ({"target": None, "walk_away": None}, "Set your target"),
        ({}, "See what to ask for"),
        ({"stage": "countered"}, "Wait for their answer"),
    ],
)
def test_the_next_step_follows_from_what_is_known(
    desk: Client, alice: User, fields: dict[str, object], step: str
) -> None:
    make_offer(alice, **fields)
    assert desk.get(DASHBOARD).context["lines"][0].next_step == step


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
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
    rows: int,
) -> None:
    for number in range(rows):
        make_offer(alice, role=f"Analyst {number}", deadline=date(2026, 12, 1))
    with django_assert_num_queries(4):
        desk.get(DASHBOARD)
