"""A text that was made from other answers than those that are on record now."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from offers.drafts.models import Draft, Kind
from offers.drafts.services import start_draft
from offers.models import Offer
from tests.drafts.steps import post, text_of

CHANGED = "Your answers have changed since this text was made."
STANDS = "this text does not ask whether the offer still stands"


def says(window: Client, draft: Draft, sentence: str) -> bool:
    return sentence in text_of(window.get(draft.get_absolute_url()))


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"base": Decimal(85_000)}, True),
        ({"role": "Analyst"}, True),
        ({"target": Decimal(83_000)}, True),
        ({"stage": "reviewed"}, False),
    ],
)
def test_a_change_of_what_the_text_was_made_of_is_said(
    window: Client, draft: Draft, fields: dict[str, object], changed: bool
) -> None:
    Offer.objects.filter(pk=draft.offer_id).update(**fields)
    assert says(window, draft, CHANGED) == changed


def test_days_that_go_by_are_no_change_of_answers(window: Client, offer: Offer) -> None:
    before = timezone.localdate() - timedelta(days=9)
    draft = start_draft(offer, kind=Kind.ACKNOWLEDGE, key=uuid4(), today=before)
    assert not says(window, draft, CHANGED)


def test_a_text_that_is_kept_is_no_longer_asked_about(window: Client, draft: Draft) -> None:
    Offer.objects.update(base=Decimal(85_000))
    post(window, "edit", draft, keep="on", text="My own words.")
    assert (says(window, draft, CHANGED), Draft.objects.get().text) == (False, "My own words.")


def test_made_again_it_stands_on_the_answers_of_now(window: Client, draft: Draft) -> None:
    Offer.objects.update(role="Analyst")
    page = window.get(draft.get_absolute_url())
    given = {"kind": draft.kind, "key": str(page.context["key"])}
    window.post(f"/offers/{draft.offer_id}/drafts/new/", given)
    made = Draft.objects.exclude(pk=draft.pk).get()
    assert ("the role of Analyst." in made.text, says(window, made, CHANGED)) == (True, False)


@pytest.mark.parametrize(
    ("text", "silent"),
    [("Thank you.", True), ("Does the offer still stand?", False), ("It still stands.", True)],
)
def test_after_the_deadline_a_text_that_does_not_ask_is_named(
    window: Client, draft: Draft, text: str, silent: bool
) -> None:
    Offer.objects.update(deadline=timezone.localdate() - timedelta(days=2))
    post(window, "edit", draft, text=text)
    assert says(window, draft, STANDS) == silent
