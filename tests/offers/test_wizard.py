"""The wizard from the first page to the ask: whose it is, what it keeps, and what it takes no more."""

import re
import uuid
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.models import Instalment, Offer, Stage
from offers.wizard import PAGES, STEPS
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.forms import NUMBERS, OFFER, ROLE, SIGN_ON
from tests.offers.steps import send, step_of


def test_six_answers_lead_from_nothing_to_an_ask(desk: Client) -> None:
    start = reverse("offers:new")
    answer = desk.post(start, ROLE | {"token": str(uuid.uuid4())})
    offer = Offer.objects.get()
    assert answer.headers["Location"] == step_of(offer, "offer")
    assert send(desk, offer, "offer", OFFER).headers["Location"] == step_of(offer, "range")
    assert send(desk, offer, "range", {"range_basis": "position"}).headers["Location"] == step_of(
        offer, "team"
    )
    assert send(desk, offer, "team", {"salaries": ""}).headers["Location"] == step_of(offer, "numbers")
    assert send(desk, offer, "numbers", NUMBERS).headers["Location"] == step_of(offer, "bonus")
    offer.refresh_from_db()
    assert (offer.base, offer.target, offer.walk_away) == (Decimal(80_000), Decimal(95_000), Decimal(79_000))
    assert offer.currency == "USD"


def test_a_team_is_kept_as_salaries_without_names(desk: Client, alice: User) -> None:
    offer = make_offer(alice, team=("70000",))
    send(desk, offer, "team", {"salaries": "78,000\n82k\n84 500"})
    assert [one.pay for one in offer.colleagues.all()] == [Decimal(78_000), Decimal(82_000), Decimal(84_500)]


def test_a_part_that_is_not_offered_keeps_no_details(desk: Client, alice: User) -> None:
    offer = make_offer(alice, sign_on_stated="given", sign_on=Decimal(5_000))
    Instalment.objects.create(offer=offer, amount=Decimal(5_000), month=3)
    send(desk, offer, "sign-on", SIGN_ON | {"sign_on_stated": "none", "sign_on": "5,000", "amount_1": "5k"})
    assert Offer.objects.get(pk=offer.pk).sign_on is None
    assert not offer.instalments.exists()


@pytest.mark.parametrize("extra", [{"owner": "1"}, {"owner_id": "1"}, {"id": "1"}, {"stage": "decided"}])
def test_fields_that_no_page_has_are_ignored(desk: Client, alice: User, extra: dict[str, str]) -> None:
    offer = make_offer(alice)
    send(desk, offer, "role", ROLE | extra)
    saved = Offer.objects.get()
    assert (saved.owner, saved.pk, saved.stage) == (alice, offer.pk, "received")


@pytest.mark.parametrize("key", [step.key for step in PAGES])
def test_a_stranger_finds_no_page_and_changes_nothing(bob: User, alice: User, key: str) -> None:
    offer = make_offer(alice)
    stranger = sign_in(bob)
    assert stranger.get(step_of(offer, key)).status_code == 404
    assert stranger.post(step_of(offer, key), ROLE | OFFER | NUMBERS).status_code == 404
    assert Offer.objects.filter(base=80_000, company="Northwind Software").count() == 1


def test_a_step_that_does_not_exist_is_not_there(desk: Client, alice: User) -> None:
    assert desk.get(step_of(make_offer(alice), "nonsense")).status_code == 404


def test_no_address_of_the_wizard_carries_a_figure(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    answer = send(desk, offer, "numbers", NUMBERS)
    assert not re.search(r"79|95", answer.headers["Location"].replace(str(offer.pk), ""))


@pytest.mark.parametrize("key", [step.key for step in STEPS])
def test_no_answer_changes_once_it_is_decided(desk: Client, alice: User, key: str) -> None:
    offer = make_offer(alice, stage=Stage.DECIDED)
    before = Offer.objects.filter(pk=offer.pk).values()[0]
    page = desk.post(reverse("offers:step", args=[offer.pk, key]), {"base": "12,345", "company": "Other"})
    assert "Take the decision back before you change an answer." in page.content.decode()
    assert Offer.objects.filter(pk=offer.pk).values()[0] == before


def test_a_decided_offer_shows_its_answers_and_no_button(desk: Client, alice: User) -> None:
    offer = make_offer(alice, stage=Stage.DECIDED)
    page = desk.get(reverse("offers:step", args=[offer.pk, "numbers"])).content.decode()
    assert ("<fieldset disabled>" in page, "Continue" in page) == (True, False)
    assert "Take the decision back" in page
