"""Eight windows at once: one entry, one settling, one change of a contact."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import connection

from offers.accounts.models import User
from offers.ledger.forms import PromiseForm
from offers.ledger.models import Contact, Promise, Settled, Terms
from offers.ledger.services import StaleError, change_contact, promise_again, settle, write_down
from offers.models import Offer
from tests.conftest import make_person
from tests.factories import make_answer, make_offer, make_terms
from tests.ledger.entries import make_contact, make_promise

TODAY = date(2026, 11, 23)
AT_ONCE = 8


@pytest.fixture
def owner(transactional_db: None) -> User:
    return make_person("alice")


def at_once(press: Callable[[int], object]) -> list[object]:
    """What each of eight windows got."""

    def pressed(number: int) -> object:
        try:
            return press(number)
        except StaleError:
            return "stale"
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(pressed, range(AT_ONCE)))


def test_one_form_pressed_eight_times_at_once_is_one_entry(owner: User) -> None:
    offer, key = make_offer(owner), uuid4()
    sent = {"key": str(key), "what": "A desk", "promised_on": "2026-11-20", "channel": "call"}

    def press(_: int) -> UUID:
        form = PromiseForm(sent, instance=Promise(offer=offer), today=TODAY)
        assert form.is_valid()
        return write_down(Offer.objects.get(pk=offer.pk), form).pk

    assert set(at_once(press)) == {Promise.objects.get().pk}


def test_one_drop_pressed_eight_times_at_once_is_one_promise(owner: User) -> None:
    offer = make_offer(owner)
    make_terms(offer, level="L3")
    answer = make_answer(offer, channel="letter")

    def press(_: int) -> UUID:
        mine = Terms.objects.select_related("offer").get(pk=answer.pk)
        found = promise_again(mine, "level")
        assert found is not None
        return found.pk

    assert set(at_once(press)) == {Promise.objects.get().pk}


def test_of_two_that_settle_a_promise_otherwise_one_is_told(owner: User) -> None:
    promise = make_promise(make_offer(owner))
    ways = (Settled.WRITTEN, Settled.WAIVED)

    def press(number: int) -> Settled:
        mine = Promise.objects.select_related("offer").get(pk=promise.pk)
        return Settled(settle(mine, ways[number % 2], was=Settled.OPEN, today=TODAY).state)

    found = at_once(press)
    state = Settled(Promise.objects.get().state)
    assert (found.count(state), found.count("stale")) == (4, 4)


def test_of_eight_that_change_a_contact_one_is_saved(owner: User) -> None:
    contact = make_contact(make_offer(owner))

    def press(number: int) -> str:
        mine = Contact.objects.select_related("offer").get(pk=contact.pk)
        return change_contact(mine, 1, {"phone": str(number)}).phone

    found = at_once(press)
    saved = Contact.objects.get()
    assert (found.count(saved.phone), found.count("stale"), saved.version) == (1, 7, 2)
