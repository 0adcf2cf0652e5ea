"""Promises settled and opened again, made of what a version dropped, and what was written down by mistake."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from offers.ledger.models import Observation, Promise, Settled, Signal
from offers.models import Offer
from tests.factories import make_offer, make_terms
from tests.ledger.entries import make_figure, make_promise, make_signal
from tests.ledger.steps import post, settled, told


@pytest.mark.parametrize("state", ["written", "waived"])
def test_a_promise_is_settled_today_and_opened_again(desk: Client, offer: Offer, state: str) -> None:
    promise = make_promise(offer)
    settled(desk, promise, state, "open")
    promise.refresh_from_db()
    assert (promise.state, promise.settled_on) == (state, timezone.localdate())
    settled(desk, promise, "open", state)
    promise.refresh_from_db()
    assert (promise.state, promise.settled_on) == (Settled.OPEN, None)


def test_settling_twice_keeps_the_first_day(desk: Client, offer: Offer) -> None:
    earlier = timezone.localdate() - timedelta(days=3)
    promise = make_promise(offer, state="written", settled_on=earlier)
    settled(desk, promise, "written", "open")
    promise.refresh_from_db()
    assert promise.settled_on == earlier


def test_a_stale_tab_does_not_settle_a_promise_otherwise(desk: Client, offer: Offer) -> None:
    promise = make_promise(offer, state="waived", settled_on=timezone.localdate())
    response = settled(desk, promise, "written", "open")
    assert told(response) == ["Nothing was changed: in another window it was said to be “waived”."]
    assert Promise.objects.get().state == Settled.WAIVED


def test_a_promise_and_a_signal_entered_by_mistake_are_removed(desk: Client, offer: Offer) -> None:
    post(desk, offer, "remove-promise", {}, make_promise(offer).pk)
    post(desk, offer, "remove-signal", {}, make_signal(offer).pk)
    assert (Promise.objects.count(), Signal.objects.count()) == (0, 0)


def test_a_figure_is_struck_out_once_and_never_removed(desk: Client, offer: Offer) -> None:
    figure = make_figure(offer)
    post(desk, offer, "strike-figure", {}, figure.pk)
    first = Observation.objects.get().struck_at
    post(desk, offer, "strike-figure", {}, figure.pk)
    assert first is not None
    assert Observation.objects.get().struck_at == first


def test_what_a_version_dropped_becomes_a_promise_once(desk: Client, offer: Offer) -> None:
    make_terms(offer, sign_on=Decimal(8_000), person="Mr Oduya")
    final = make_terms(offer, kind="final", heard_on=timezone.localdate(), base=Decimal(84_000))
    for _ in range(2):
        post(desk, offer, "keep-drop", {}, final.pk, "sign_on")
    promise = Promise.objects.get()
    assert (promise.what.replace("\u00a0", " "), promise.person) == ("Sign-on: USD 8,000", "Mr Oduya")
    assert (promise.channel, str(promise.promised_on)) == ("letter", "2026-11-10")


def test_a_drop_that_only_the_offer_named_is_dated_by_it(desk: Client, alice: User) -> None:
    offer = make_offer(alice, leave_stated="given", leave_days=Decimal(30))
    final = make_terms(offer, kind="final", heard_on=timezone.localdate(), base=Decimal(84_000))
    post(desk, offer, "keep-drop", {}, final.pk, "leave_days")
    promise = Promise.objects.get()
    assert (promise.what, promise.channel, promise.person) == ("Days of leave: 30", "call", "")
    assert promise.promised_on == timezone.localdate(offer.created_at)


@pytest.mark.parametrize("part", ["base", "level", "key", "sign_on"])
def test_only_what_was_dropped_can_be_kept_as_a_promise(desk: Client, offer: Offer, part: str) -> None:
    final = make_terms(offer, kind="final", heard_on=timezone.localdate(), base=Decimal(84_000))
    assert post(desk, offer, "keep-drop", {}, final.pk, part).status_code == 404
    assert Promise.objects.count() == 0


def test_a_long_part_is_shortened_to_what_a_promise_holds(desk: Client, offer: Offer) -> None:
    make_terms(offer, benefits="x" * 300)
    final = make_terms(offer, kind="final", heard_on=timezone.localdate(), base=Decimal(84_000))
    post(desk, offer, "keep-drop", {}, final.pk, "benefits")
    assert (len(Promise.objects.get().what), Promise.objects.get().what[-1]) == (200, "…")
