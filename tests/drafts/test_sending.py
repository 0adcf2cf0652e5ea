"""Marking a message as sent: on which day, past which warning, and what is said before and after."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.models import Draft
from offers.drafts.notes import SPOKEN
from tests.drafts.steps import CLEAN, post, text_of
from tests.factories import make_draft, make_offer


def test_marking_as_sent_shows_it_as_it_was_sent(window: Client, draft: Draft) -> None:
    response = window.get(post(window, "send", draft).headers["Location"])
    page = text_of(response)
    assert ("It stays as it was sent." in page, "<textarea" in response.content.decode()) == (True, False)
    assert "The ask USD 88,500" in page


def test_a_counter_that_went_out_says_when_to_ask_again(window: Client, draft: Draft) -> None:
    post(window, "send", draft)
    Draft.objects.update(sent_on=date(2026, 3, 4))
    page = text_of(window.get(draft.get_absolute_url()))
    assert "If no answer has come, ask again on Tuesday 10 March 2026." in page


def test_a_blocked_text_stays_here_until_a_reason_is_written(window: Client, draft: Draft) -> None:
    blocked = f"{CLEAN} I also have another offer."
    refused = post(window, "send", draft, text=blocked)
    assert "The check blocks this text. Change it, or write here why it goes out as it is." in text_of(
        refused
    )
    assert blocked in refused.content.decode()
    post(window, "send", draft, text=blocked, override="It is true; I have it by phone.")
    page = text_of(window.get(draft.get_absolute_url()))
    assert "Why it went out as it was It is true; I have it by phone." in page


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("", "This field is required."),
        ("1999-12-31", "within the last year, tomorrow at the latest."),
        ("9999-12-31", "within the last year, tomorrow at the latest."),
        ("2026-02-30", "Enter a valid date."),
    ],
)
def test_a_day_that_cannot_be_is_refused(window: Client, draft: Draft, day: str, sentence: str) -> None:
    assert sentence in text_of(post(window, "send", draft, sent_on=day))
    assert Draft.objects.sent().count() == 0


@pytest.mark.parametrize(("ahead", "sent"), [(0, True), (1, True), (2, False)])
def test_a_message_goes_out_tomorrow_at_the_latest(
    window: Client, draft: Draft, ahead: int, sent: bool
) -> None:
    day = timezone.localdate() + timedelta(days=ahead)
    response = post(window, "send", draft, sent_on=day.isoformat())
    assert (Draft.objects.sent().exists(), "tomorrow at the latest" in text_of(response)) == (sent, not sent)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"said_yes": True}, "Ask a lawyer or an adviser of your place before you send this."),
        ({"named_number": Decimal(82_000)}, "You named a number before."),
        ({"named_number": Decimal(90_000)}, "asking for 88,500 now lowers your own number."),
        ({"deadline": date(2026, 1, 5)}, "The deadline has passed, and this text does not ask"),
        ({"walk_away": Decimal(88_400)}, "The ask lies at your walk-away, so the check holds the text back."),
        ({"stated_as": "verbal"}, "You do not have the offer in writing yet."),
    ],
)
def test_what_happened_before_is_said_beside_the_text(
    window: Client, alice: User, fields: dict[str, Any], sentence: str
) -> None:
    draft = make_draft(make_offer(alice, **{"stated_as": "written"} | fields))
    assert sentence in text_of(window.get(draft.get_absolute_url()))
    plain = make_draft(make_offer(alice, stated_as="written"))
    assert sentence not in text_of(window.get(plain.get_absolute_url()))


def test_a_deadline_that_is_near_asks_for_time_first(window: Client, alice: User) -> None:
    draft = make_draft(make_offer(alice, deadline=timezone.localdate()))
    assert "Ask for a later date before you counter." in text_of(window.get(draft.get_absolute_url()))


@pytest.mark.parametrize(
    ("stated", "thanked", "first"),
    [
        ("verbal", False, ["acknowledgement"]),
        ("verbal", True, []),
        ("written", False, ["questions about the written offer"]),
    ],
)
def test_the_message_that_comes_first_stands_out(
    window: Client, alice: User, stated: str, thanked: bool, first: list[str]
) -> None:
    offer = make_offer(alice, stated_as=stated)
    if thanked:
        make_draft(offer, kind="acknowledge", sent_on=timezone.localdate())
    page = window.get(reverse("drafts:list", args=[offer.pk])).content.decode()
    assert re.findall(r'btn-primary" type="submit" name="kind" value="\w+">Start the ([^<]+)<', page) == first
    assert ("Nothing has to go out now." in page) is (not first)


def test_once_an_acknowledgement_went_out_the_counter_no_longer_asks_for_it(
    window: Client, alice: User
) -> None:
    draft = make_draft(make_offer(alice, stated_as="verbal"))
    make_draft(draft.offer, kind="acknowledge")
    first = text_of(window.get(draft.get_absolute_url()))
    make_draft(draft.offer, kind="acknowledge", sent_on=timezone.localdate())
    then = text_of(window.get(draft.get_absolute_url()))
    assert [SPOKEN in page for page in (first, then)] == [True, False]
