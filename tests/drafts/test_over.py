"""A message that was made before what was said last, and is not what would be made now."""

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
from tests.drafts.steps import post, read, send, text_of
from tests.factories import make_answer, make_offer

OLDER = "This text is older than what was said since, and what it asks for is not asked for any more."
NO_YES = "This text is older than what was said since, and no acceptance is made now."
OTHER = "This text is older than what is on record now: what it accepts is not what stands."
CHANGED = "Your answers have changed"
AGAIN = "A new text is made from your answers"
NOT_THE_BASE = "This is not the base that stands on record."
TICK = "I know that this text is out of date, and it went out all the same"
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


def test_a_fallback_from_before_their_final_answer_says_so_and_can_be_made_again(
    window: Client, offer: Offer
) -> None:
    draft = start(offer, Kind.FALLBACK)
    make_answer(offer, base=Decimal(84_500), kind="final")
    now = page(window, draft)
    assert (f"{OLDER} {FINAL}" in now, TICK in now, AGAIN in now, CHANGED in now) == (True, True, True, False)


def test_a_fallback_from_before_an_answer_that_is_not_final_is_only_out_of_date(
    window: Client, offer: Offer
) -> None:
    draft = start(offer, Kind.FALLBACK)
    make_answer(offer, base=Decimal(84_500))
    now = page(window, draft)
    assert (CHANGED in now, OLDER in now, TICK in now) == (True, False, False)


def test_a_fallback_from_after_their_final_answer_goes_out_without_a_tick(
    window: Client, offer: Offer
) -> None:
    make_answer(offer, base=Decimal(84_500), kind="final")
    draft = start(offer, Kind.FALLBACK)
    Offer.objects.update(role="Analyst")
    now = page(window, draft)
    assert (CHANGED in now, OLDER in now, TICK in now) == (True, False, False)


def test_an_older_fallback_that_is_kept_after_their_final_answer_wants_no_tick(
    window: Client, offer: Offer
) -> None:
    draft = start(offer, Kind.FALLBACK)
    make_answer(offer, base=Decimal(84_500), kind="final")
    post(window, "edit", draft, keep="on")
    now = page(window, draft)
    assert (OLDER in now, TICK in now) == (False, False)


def test_an_acceptance_waits_once_they_have_lowered_the_base_that_it_accepts(
    window: Client, offer: Offer
) -> None:
    draft = start(offer, Kind.ACCEPT)
    now = page(window, draft)
    assert (NO_YES in now, OTHER in now, TICK in now, NOT_THE_BASE in now) == (False, False, False, False)
    make_answer(offer, base=Decimal(83_000))
    why, now = read(offer).why_no_yes, page(window, draft)
    assert why
    assert (f"{NO_YES} {why}" in now, TICK in now, AGAIN in now) == (True, True, False)
    assert (NOT_THE_BASE in now, "Nothing to change" in now) == (True, False)


def test_an_acceptance_of_what_they_have_raised_since_says_that_other_terms_stand(
    window: Client, offer: Offer
) -> None:
    draft = start(offer, Kind.ACCEPT)
    make_answer(offer, base=Decimal(85_000), sign_on=Decimal(5_000))
    now = page(window, draft)
    assert (OTHER in now, TICK in now, AGAIN in now, CHANGED in now) == (True, True, True, False)
    assert NOT_THE_BASE in now


def test_a_second_acceptance_says_that_the_first_has_gone_out(
    window: Client, alice: User, offer: Offer
) -> None:
    draft = start(offer, Kind.ACCEPT)
    send(alice, offer, Kind.ACCEPT)
    assert f"{NO_YES} {ENDED['accept']}" in page(window, draft)


@pytest.mark.parametrize("base", [83_000, 85_000])
def test_an_older_acceptance_is_marked_as_sent_only_by_those_who_are_sure(
    window: Client, offer: Offer, base: int
) -> None:
    draft = start(offer, Kind.ACCEPT)
    make_answer(offer, base=Decimal(base))
    given = {"override": "It went out before.", "binding": "on", "twice": "on"}
    refused = text_of(post(window, "send", draft, **given))
    assert ("Tick this before you mark it as sent." in refused, Draft.objects.sent().count()) == (True, 0)
    post(window, "send", draft, **given, over="on")
    assert Draft.objects.sent().count() == 1


@pytest.mark.parametrize("kind", [*ASKING, Kind.FALLBACK])
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
