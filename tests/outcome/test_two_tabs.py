"""The same answer from a second, stale tab: it is kept once, and the page says so."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.ledger.models import Terms
from offers.models import Offer, Stage
from offers.outcome.views import ALREADY
from tests.factories import make_draft, make_offer

TODAY = timezone.localdate()


@pytest.fixture
def offer(alice: User) -> Offer:
    offer = make_offer(alice, stated_as="written", stage=Stage.COUNTERED)
    make_draft(offer, sent_on=TODAY)
    return offer


def save(desk: Client, offer: Offer, **changed: str) -> str:
    """Saves an answer in a tab of its own, and returns what the page says to it."""
    typed = {"base": "84k", "sign_on": "4k", "heard_on": TODAY.isoformat(), "channel": "mail"}
    body = {"key": str(uuid4())} | typed | changed
    response = desk.post(reverse("outcome:hear", args=[offer.pk]), body)
    assert response.status_code == 302
    return [str(message) for message in response.wsgi_request._messages][-1]


def test_the_same_answer_from_a_second_tab_is_kept_once(desk: Client, offer: Offer) -> None:
    assert save(desk, offer) == "Their answer is saved."
    assert save(desk, offer) == ALREADY
    assert [one.base for one in Terms.objects.all()] == [Decimal(84_000)]


@pytest.mark.parametrize(
    "changed",
    [
        {"base": "85k"},
        {"sign_on": ""},
        {"is_final": "on"},
        {"channel": "call"},
        {"leave_days": "25"},
        {"other": "So."},
    ],
)
def test_an_answer_that_differs_is_another_one(desk: Client, offer: Offer, changed: dict[str, str]) -> None:
    save(desk, offer)
    assert save(desk, offer, **changed) == "Their answer is saved."
    assert Terms.objects.count() == 2


def test_the_same_words_after_an_hour_or_to_another_counter_are_another_one(
    desk: Client, offer: Offer
) -> None:
    save(desk, offer)
    make_draft(offer, kind="fallback", sent_on=TODAY)
    save(desk, offer)
    assert Terms.objects.count() == 2
    Terms.objects.update(made_at=timezone.now() - timedelta(hours=2))
    offer.drafts.update(changed_at=timezone.now() - timedelta(hours=3))
    save(desk, offer)
    assert Terms.objects.count() == 3
