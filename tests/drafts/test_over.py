"""A message that was made before what was said last, once nothing more is asked for."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.composer.ground import ENDED, FINAL, REACHED, WAITING
from offers.drafts.models import Draft, Kind
from offers.drafts.services import start_draft
from offers.models import Offer
from tests.drafts.steps import post, send, text_of
from tests.factories import make_answer, make_offer

OLDER = "This text is older than what was said since, and what it asks for is not asked for any more."
TICK = "I know that this is not asked for any more, and it went out all the same"
ASKING = [Kind.COUNTER, Kind.PHONE]


@pytest.fixture
def offer(alice: User) -> Offer:
    """They have answered an ask of 88,500 with 84,000."""
    made = make_offer(alice, level="Level 3", stated_as="written")
    make_answer(made, base=Decimal(84_000))
    return made


def start(offer: Offer, kind: Kind) -> Draft:
    mine = Offer.objects.with_case().get(pk=offer.pk)
    return start_draft(mine, kind=kind, key=uuid4(), today=timezone.localdate())


def page(window: Client, draft: Draft) -> str:
    return text_of(window.get(draft.get_absolute_url()))


@pytest.mark.parametrize("kind", ASKING)
@pytest.mark.parametrize(("base", "said", "why"), [(84_500, "final", FINAL), (88_500, "revised", REACHED)])
def test_after_their_last_answer_it_says_why_no_more_is_asked_for(
    window: Client, offer: Offer, kind: Kind, base: int, said: str, why: str
) -> None:
    draft = start(offer, kind)
    assert (OLDER in page(window, draft), TICK in page(window, draft)) == (False, False)
    make_answer(offer, base=Decimal(base), kind=said)
    now = page(window, draft)
    assert (f"{OLDER} {why}" in now, TICK in now, "Your answers have changed" in now) == (True, True, False)


@pytest.mark.parametrize("kind", ASKING)
@pytest.mark.parametrize(
    ("ours", "why"),
    [(Kind.COUNTER, WAITING), (Kind.ACCEPT, ENDED["accept"]), (Kind.DECLINE, ENDED["decline"])],
)
def test_after_a_message_of_ours_it_says_what_is_waited_for(
    window: Client, alice: User, offer: Offer, kind: Kind, ours: Kind, why: str
) -> None:
    draft = start(offer, kind)
    send(alice, offer, ours)
    assert f"{OLDER} {why}" in page(window, draft)


def test_a_fallback_that_can_still_be_made_is_only_out_of_date(window: Client, offer: Offer) -> None:
    draft = start(offer, Kind.FALLBACK)
    make_answer(offer, base=Decimal(84_500), kind="final")
    now = page(window, draft)
    assert ("Your answers have changed" in now, OLDER in now, TICK in now) == (True, False, False)


@pytest.mark.parametrize("kind", ASKING)
def test_it_is_marked_as_sent_only_by_those_who_are_sure(window: Client, offer: Offer, kind: Kind) -> None:
    draft = start(offer, kind)
    make_answer(offer, base=Decimal(84_500), kind="final")
    refused = text_of(post(window, "send", draft, override="It went out before."))
    assert ("Tick this before you mark it as sent." in refused, Draft.objects.sent().count()) == (True, 0)
    post(window, "send", draft, override="It went out before.", over="on")
    assert Draft.objects.sent().count() == 1


def test_saving_and_checking_it_need_no_tick(window: Client, offer: Offer) -> None:
    draft = start(offer, Kind.COUNTER)
    make_answer(offer, base=Decimal(84_500), kind="final")
    assert post(window, "edit", draft, text="Thank you.").status_code == 302
    assert "Tick this" not in text_of(post(window, "check", Draft.objects.get(), text="Thank you."))
