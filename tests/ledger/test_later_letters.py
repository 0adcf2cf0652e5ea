"""An offer that comes after an answer, such as the letter at last: it is what they say now, everywhere."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.models import Kind
from offers.ledger.parts import answers_of, versions_of
from offers.models import Offer, Stage
from tests.conftest import sign_in
from tests.drafts.steps import page, read, send, text
from tests.factories import make_answer, make_offer

TODAY = timezone.localdate()
RANGE = {"range_minimum": 90_000, "range_maximum": 130_000, "range_from_employer": True, "level": "Level 3"}


@pytest.fixture
def offer(alice: User) -> Offer:
    """With a counter and an answer to it."""
    fields: dict[str, Any] = {"base": 100_000, "target": 120_000, "walk_away": 96_000, "stated_as": "written"}
    offer = make_offer(alice, sign_on_stated="none", **fields | RANGE)
    send(alice, offer)
    make_answer(offer, base=Decimal(107_000), sign_on=Decimal(4_000), heard_on=TODAY)
    return offer


def letter(alice: User, offer: Offer, on: date) -> None:
    body = {
        "key": str(uuid4()),
        "base": "110k",
        "sign_on": "10k",
        "heard_on": on.isoformat(),
        "channel": "letter",
    }
    desk: Client = sign_in(alice)
    assert desk.post(reverse("ledger:terms", args=[offer.pk, "written"]), body).status_code == 302


@pytest.mark.parametrize("days", [0, 1])
def test_a_written_offer_after_an_answer_is_what_they_say_now(alice: User, offer: Offer, days: int) -> None:
    letter(alice, offer, TODAY + timedelta(days=days))
    record = read(offer)
    assert (record.answered, record.stand["sign_on"], record.offer.base) == (110_000, 10_000, 100_000)
    assert "They answered with USD 110,000" in page(alice, "offers:room", offer)
    for kind in (Kind.COUNTER, Kind.PHONE):
        assert "4,000" not in text(offer, kind)
    summary = sign_in(alice).get(reverse("briefs:read", args=[offer.pk, "summary"])).content.decode()
    assert ("4,000" in summary, "107,000" in summary) == (False, False)


@pytest.mark.parametrize("days", [0, 1])
def test_what_was_entered_first_stands_before_an_answer(alice: User, offer: Offer, days: int) -> None:
    letter(alice, offer, TODAY + timedelta(days=days))
    told = Offer.objects.prefetch_related("terms").get(pk=offer.pk)
    assert [one.terms.base for one in versions_of(told)] == [110_000, 107_000, 100_000]
    assert [one.base for one in answers_of(told)] == [110_000, 107_000]


def test_an_answer_that_was_heard_before_the_offer_was_entered_comes_after_it_too(alice: User) -> None:
    offer = make_offer(alice, **RANGE)
    make_answer(offer, base=Decimal(107_000), heard_on=TODAY - timedelta(days=20))
    letter(alice, offer, TODAY)
    told = Offer.objects.prefetch_related("terms").get(pk=offer.pk)
    assert [one.terms.base for one in versions_of(told)][-1] == offer.base


def test_a_letter_answers_a_second_counter(alice: User, offer: Offer) -> None:
    send(alice, offer)
    assert (read(offer).is_waiting, Offer.objects.get().stage) == (True, Stage.COUNTERED)
    letter(alice, offer, TODAY)
    assert (read(offer).is_waiting, Offer.objects.get().stage) == (False, Stage.FINAL)


def test_such_a_letter_is_removed_where_it_was_entered(alice: User, offer: Offer) -> None:
    letter(alice, offer, TODAY)
    newest = Offer.objects.prefetch_related("terms").get(pk=offer.pk).terms.all()[0]
    body = sign_in(alice).get(reverse("outcome:page", args=[offer.pk])).content.decode()
    assert reverse("outcome:remove", args=[offer.pk, newest.pk]) not in body
    sign_in(alice).post(reverse("ledger:remove-terms", args=[offer.pk, newest.pk]))
    assert read(offer).answered == 107_000
