"""Drafts that are taken away, and messages that did not go out after all."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.models import Draft
from offers.ledger.models import Terms
from offers.models import Offer, Stage
from tests.drafts.steps import at, post, text_of
from tests.factories import make_answer, make_draft, make_offer


@pytest.mark.parametrize(("stated", "stage"), [("verbal", Stage.RECEIVED), ("written", Stage.REVIEWED)])
def test_a_counter_that_did_not_go_out_takes_the_stage_back(
    window: Client, alice: User, stated: str, stage: str
) -> None:
    draft = make_draft(make_offer(alice, level="Level 3", stated_as=stated))
    post(window, "send", draft)
    assert Offer.objects.get().stage == Stage.COUNTERED
    window.post(at("not_sent", draft))
    now = Draft.objects.get()
    assert (now.sent_on, now.basis, Offer.objects.get().stage) == (None, None, stage)


def test_what_an_answer_stands_on_stays_sent(window: Client, draft: Draft) -> None:
    today = timezone.localdate()
    post(window, "send", draft)
    Terms.objects.create(offer=draft.offer, key=uuid4(), kind="revised", heard_on=today, base=82_000)
    page = window.post(at("not_sent", draft), follow=True)
    assert ("Something stands on this message" in text_of(page), Draft.objects.get().sent_on) == (True, today)


def test_a_message_that_followed_an_answer_of_the_same_day_can_be_taken_back(
    window: Client, draft: Draft
) -> None:
    make_answer(draft.offer, heard_on=timezone.localdate())
    post(window, "send", draft, override="A test")
    window.post(at("not_sent", draft))
    assert Draft.objects.get().sent_on is None


def test_what_a_later_message_stands_on_stays_sent(window: Client, draft: Draft) -> None:
    post(window, "send", draft)
    tomorrow = timezone.localdate() + timedelta(days=1)
    make_draft(draft.offer, kind="follow_up", sent_on=tomorrow)
    window.post(at("not_sent", draft))
    assert Draft.objects.get(pk=draft.pk).sent_on == timezone.localdate()


def test_a_draft_is_deleted_after_one_question(window: Client, draft: Draft) -> None:
    asked = text_of(window.get(at("delete", draft)))
    assert ("Delete this draft?" in asked, Draft.objects.count()) == (True, 1)
    window.post(at("delete", draft), {"version": 1})
    assert Draft.objects.count() == 0


def test_a_draft_that_was_changed_or_sent_since_is_not_deleted(window: Client, draft: Draft) -> None:
    post(window, "edit", draft, text="Changed in another window.")
    window.post(at("delete", draft), {"version": 1})
    now = Draft.objects.get()
    post(window, "send", now, text="Thank you. You will hear from me by Friday.", override="A test")
    window.post(at("delete", draft), {"version": 3})
    assert Draft.objects.count() == 1
