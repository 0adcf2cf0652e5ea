"""Where base is not asked for and they give all of it in writing: every page says that it is a yes."""

from decimal import Decimal

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.models import Kind
from offers.drafts.starts import starts_of
from offers.models import Offer
from tests.drafts.steps import page, read, send
from tests.factories import make_answer, make_offer

TODAY = timezone.localdate()
LAST_WORD = "whether it is their last word"
GO_ON = "they are here Go on"


@pytest.fixture
def offer(alice: User) -> Offer:
    """On a public pay scale, with a counter that asked for a sign-on and days of leave."""
    fields = {"base": 41_000, "target": 45_000, "walk_away": 40_000, "team": (), "currency": "GBP"}
    scale = {"employer_type": "step_scale", "level": "Step 2", "stated_as": "written"}
    rest = {"sign_on_stated": "none", "leave_stated": "given", "leave_days": 28}
    offer = make_offer(alice, **fields, **scale, **rest)
    send(alice, offer)
    return offer


def answer(offer: Offer, channel: str, less: int = 0) -> None:
    """All that was asked for, or less of the sign-on."""
    wanted = read(offer).wanted
    assert set(wanted) == {"sign_on", "leave_days"}
    given = {"sign_on": wanted["sign_on"] - less, "leave_days": 28 + wanted["leave_days"]}
    make_answer(offer, base=Decimal(41_000), channel=channel, heard_on=TODAY, **given)


def test_all_that_was_asked_for_in_writing_is_a_yes_everywhere(alice: User, offer: Offer) -> None:
    answer(offer, "mail")
    first = starts_of(read(offer)).first
    assert first
    assert first.kind == Kind.ACCEPT
    assert "You can say yes" in page(alice, "outcome:page", offer)
    assert LAST_WORD not in page(alice, "timeline:page", offer)
    replies = page(alice, "replies:page", offer)
    assert "GBP 41,000 or more they are here Sign met now Base is not asked for" in replies
    assert GO_ON not in replies


def test_aloud_it_is_there_and_not_to_be_signed_yet(alice: User, offer: Offer) -> None:
    answer(offer, "call")
    assert LAST_WORD not in page(alice, "timeline:page", offer)
    assert "met now" not in page(alice, "replies:page", offer)


def test_less_than_that_leaves_something_to_ask_for(alice: User, offer: Offer) -> None:
    answer(offer, "mail", less=1_000)
    assert LAST_WORD in page(alice, "timeline:page", offer)
    replies = page(alice, "replies:page", offer)
    assert ("met now" in replies, GO_ON in replies) == (False, True)
