"""Saving a page of the wizard, quietly or not: what is typed is kept, and no older page wins."""

from decimal import Decimal

from django.test import Client

from offers.accounts.models import User
from offers.models import Offer
from tests.factories import make_offer
from tests.forms import NUMBERS, OFFER
from tests.offers.steps import opened, send, step_of


def test_a_stale_page_gets_both_texts_and_overwrites_nothing(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "numbers"))
    send(desk, offer, "numbers", NUMBERS | {"target": "97k"})
    page = desk.post(step_of(offer, "numbers"), old | NUMBERS | {"target": "91k"})
    text = page.content.decode()
    assert page.status_code == 409
    assert "97,000" in text
    assert "91k" in text
    assert Offer.objects.get(pk=offer.pk).target == Decimal(97_000)


def test_one_s_own_version_can_be_saved_from_the_page_with_both(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "numbers"))
    send(desk, offer, "numbers", NUMBERS | {"target": "97k"})
    page = desk.post(step_of(offer, "numbers"), old | NUMBERS | {"target": "91k"})
    again = dict(page.context["hidden"]) | {"opened": page.context["opened"]}
    assert desk.post(step_of(offer, "numbers"), again).status_code == 302
    assert Offer.objects.get(pk=offer.pk).target == Decimal(91_000)


def test_a_page_does_not_stand_in_the_way_of_another_topic(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "numbers"))
    send(desk, offer, "offer", OFFER | {"base": "81k"})
    assert desk.post(step_of(offer, "numbers"), old | NUMBERS).status_code == 302


def test_the_quiet_save_keeps_what_was_typed_and_says_so(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, "offer", OFFER | {"base": "82.5k"}, **{"HX-Request": "true"})
    assert "Saved at" in page.content.decode()
    assert "82,500" in page.content.decode()
    assert Offer.objects.get(pk=offer.pk).base == Decimal(82_500)


def test_what_a_page_sends_as_it_is_left_is_saved_and_moves_nowhere(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, "offer", OFFER | {"base": "82.5k", "quiet": "yes"})
    assert (page.status_code, "data-saved" in page.content.decode()) == (200, True)
    assert Offer.objects.get(pk=offer.pk).base == Decimal(82_500)


def test_what_an_older_page_sends_as_it_is_left_overwrites_nothing(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "offer"))
    send(desk, offer, "offer", OFFER | {"base": "82k"})
    page = desk.post(step_of(offer, "offer"), old | OFFER | {"base": "70k", "quiet": "yes"})
    assert (page.status_code, "data-saved" in page.content.decode()) == (200, False)
    assert Offer.objects.get(pk=offer.pk).base == Decimal(82_000)


def test_a_page_that_saved_quietly_may_save_again(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    same = opened(desk, step_of(offer, "offer"))
    desk.post(step_of(offer, "offer"), same | OFFER | {"base": "82k"}, headers={"HX-Request": "true"})
    assert desk.post(step_of(offer, "offer"), same | OFFER | {"base": "83k"}).status_code == 302
    assert Offer.objects.get(pk=offer.pk).base == Decimal(83_000)


def test_the_quiet_save_of_another_tab_is_said_and_not_overwritten(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    old = opened(desk, step_of(offer, "offer"))
    send(desk, offer, "offer", OFFER | {"base": "82k"})
    page = desk.post(step_of(offer, "offer"), old | OFFER | {"base": "70k"}, headers={"HX-Request": "true"})
    assert "Changed in another tab" in page.content.decode()
    assert Offer.objects.get(pk=offer.pk).base == Decimal(82_000)


def test_the_quiet_save_of_a_mistake_saves_nothing(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, "offer", OFFER | {"base": "a lot"}, **{"HX-Request": "true"})
    assert "Not saved yet" in page.content.decode()
    assert Offer.objects.get(pk=offer.pk).base == Decimal(80_000)
