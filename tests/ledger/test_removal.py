"""Nothing that was written down goes at one press: a page shows what goes, and asks."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.ledger.models import Promise, Signal, Terms
from offers.models import Offer, Stage
from tests.conftest import CountQueries
from tests.factories import make_answer, make_offer, make_terms
from tests.ledger.entries import make_promise, make_signal

MADE: dict[str, tuple[Callable[[Offer], Any], type[Any], str]] = {
    "ledger:remove-promise": (lambda offer: make_promise(offer, what="A desk"), Promise, "A desk"),
    "ledger:remove-signal": (lambda offer: make_signal(offer, quote="Today!"), Signal, "“Today!”"),
    "ledger:remove-terms": (lambda offer: make_terms(offer, level="L3"), Terms, "L3"),
    "outcome:remove": (lambda offer: make_answer(offer, level="L4"), Terms, "L4"),
}


@pytest.mark.parametrize("name", MADE)
def test_a_page_shows_what_goes_and_only_its_button_takes_it_away(
    desk: Client, alice: User, name: str, django_assert_num_queries: CountQueries
) -> None:
    make, model, words = MADE[name]
    offer = make_offer(alice)
    address = reverse(name, args=[offer.pk, make(offer).pk])
    with django_assert_num_queries(3):  # The session, the person, the entry with its offer.
        asked = desk.get(address).content.decode()
    assert words in asked
    assert "It cannot be brought back." in asked
    assert model.objects.count() == 1
    assert desk.post(address).status_code == 302
    assert model.objects.count() == 0


def test_the_page_says_which_deadline_comes_back(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    terms = make_terms(offer, decide_by=date(2026, 12, 9), deadline_before=date(2026, 12, 1))
    asked = desk.get(reverse("ledger:remove-terms", args=[offer.pk, terms.pk])).content.decode()
    assert "The deadline goes back to" in asked
    assert "1 December 2026" in asked


@pytest.mark.parametrize("name", MADE)
def test_nothing_is_asked_once_it_is_decided(desk: Client, alice: User, name: str) -> None:
    make, model, _ = MADE[name]
    offer = make_offer(alice, stage=Stage.DECIDED)
    address = reverse(name, args=[offer.pk, make(offer).pk])
    told = desk.get(address, follow=True).content.decode()
    assert "Take the decision back before you change what is written down." in told
    desk.post(address)
    assert model.objects.count() == 1
