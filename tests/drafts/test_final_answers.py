"""Their last word is the last one that they said: an answer that follows it opens the talk again."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.composer.ground import FINAL, WAITING
from offers.drafts.drops import refused
from offers.drafts.models import Kind
from offers.drafts.starts import starts_of
from offers.models import Offer
from tests.conftest import sign_in
from tests.drafts.steps import page, read, send, text_of
from tests.factories import make_answer, make_draft, make_offer

TODAY = timezone.localdate()
CALLED = ("They called it final.", "They called their answer final", "and called it final")
REOPENED = "Do not reopen what is agreed."


@pytest.fixture
def offer(alice: User) -> Offer:
    """With a counter, and an answer that they called final."""
    fields = {"base": 50_000, "target": 58_000, "walk_away": 49_000, "team": ()}
    offer = make_offer(alice, stated_as="written", level="Level 3", sign_on_stated="none", **fields)
    send(alice, offer)
    make_answer(offer, base=Decimal(53_000), kind="final", channel="mail", heard_on=TODAY)
    return offer


def sheet(alice: User, offer: Offer) -> str:
    return text_of(sign_in(alice).get(reverse("briefs:read", args=[offer.pk, "call-sheet"])))


def test_a_final_answer_is_followed_by_no_number(alice: User, offer: Offer) -> None:
    record = read(offer)
    assert (record.is_final, record.request, record.why_over) == (True, None, FINAL)
    assert REOPENED in page(alice, "timeline:page", offer)
    assert "No further number" in sheet(alice, offer)
    assert "They called it final" in page(alice, "outcome:page", offer)


def test_while_a_fallback_is_out_to_a_final_answer_pages_wait_and_do_not_decide(
    alice: User, offer: Offer
) -> None:
    offer.wishes.create(key="sign_on", movable=True, cap=9_000)
    send(alice, offer, Kind.FALLBACK)
    answer, replies = (page(alice, name, offer) for name in ("outcome:page", "replies:page"))
    assert (WAITING in answer, "They called it final." in answer) == (True, False)
    assert (f"everything that they said. {WAITING}" in replies, "called it final: a higher" in replies) == (
        True,
        False,
    )


def test_a_newer_answer_that_is_not_called_final_opens_it_again_on_every_page(
    alice: User, offer: Offer
) -> None:
    make_answer(offer, base=Decimal(54_000), channel="mail", heard_on=TODAY)
    record = read(offer)
    assert (record.is_final, record.process.final_on, record.why_over) == (False, None, "")
    assert (record.offer.history.is_final, record.aloud) == (False, ())
    asked = f"{record.request:,}"
    for name in ("offers:room", "outcome:page", "replies:page", "drafts:list"):
        assert not any(words in page(alice, name, offer) for words in CALLED)
    for name in ("offers:room", "outcome:page", "replies:page"):
        assert asked in page(alice, name, offer)
    assert "Go on No line is reached" in page(alice, "replies:page", offer)
    assert "No further number" not in sheet(alice, offer)
    assert REOPENED not in page(alice, "timeline:page", offer)
    first = starts_of(record).first
    assert first
    assert first.kind == Kind.COUNTER


@pytest.mark.parametrize("kind", ["final", "written"])
def test_it_stays_final_where_the_newer_one_is_too_or_only_writes_it_down(
    alice: User, offer: Offer, kind: str
) -> None:
    make_answer(offer, base=Decimal(54_000), kind=kind, channel="letter", heard_on=TODAY)
    record = read(offer)
    assert (record.is_final, record.offer.history.is_final, record.why_over) == (True, True, FINAL)
    assert REOPENED in page(alice, "timeline:page", offer)
    assert "Could we settle" not in page(alice, "outcome:page", offer)
    assert "Decide No line is reached" in page(alice, "replies:page", offer)


def test_what_a_final_answer_refused_is_open_again_after_another(alice: User) -> None:
    offer = make_offer(alice, sign_on_stated="given", sign_on=5_000, stated_as="written")
    make_answer(offer, base=Decimal(84_000), channel="letter", heard_on=TODAY)
    make_draft(offer, kind="questions", sent_on=TODAY)
    make_answer(offer, base=Decimal(84_000), kind="final", channel="letter", heard_on=TODAY)
    assert (refused(read(offer).written), read(offer).drops) == ({"sign_on"}, ())
    make_answer(offer, base=Decimal(84_500), channel="letter", heard_on=TODAY)
    assert (refused(read(offer).written), read(offer).dropped) == (set(), ("sign_on",))
