"""Two red signals: for a day every page says to send nothing, and then none does."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.models import Offer
from tests.drafts.steps import page
from tests.factories import make_answer, make_offer, make_signal

TODAY = timezone.localdate()
WORDS = "send nothing for 24 hours"
PAGES = ("offers:room", "drafts:list", "timeline:page", "outcome:page")


def signal(offer: Offer, days_ago: int, **fields: Any) -> None:
    make_signal(offer, **{"sign": "rushes", "seen_on": TODAY - timedelta(days=days_ago)} | fields)


@pytest.fixture
def offer(alice: User) -> Offer:
    offer = make_offer(alice, level="Level 3", stated_as="written")
    make_answer(offer, heard_on=date(2026, 11, 20))
    signal(offer, 9)
    return offer


@pytest.mark.parametrize("days_ago", [0, 1])
def test_a_second_red_signal_asks_for_a_pause_on_every_page(alice: User, offer: Offer, days_ago: int) -> None:
    assert [name for name in PAGES if WORDS in page(alice, name, offer)] == []
    signal(offer, days_ago, sign="dodges_band")
    assert [name for name in PAGES if WORDS not in page(alice, name, offer)] == []
    assert "Suggested now" not in page(alice, "drafts:list", offer)


def test_a_pause_ends(alice: User, offer: Offer) -> None:
    signal(offer, 2, sign="dodges_band")
    assert [name for name in PAGES if WORDS in page(alice, name, offer)] == []
    assert "Pause met now" not in page(alice, "replies:page", offer)


def test_what_speaks_for_them_asks_for_no_pause(alice: User, offer: Offer) -> None:
    signal(offer, 0, sign="answers_directly")
    assert [name for name in PAGES if WORDS in page(alice, name, offer)] == []
