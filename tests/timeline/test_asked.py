"""Questions about a written offer that went out: every page waits for the same answers."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.models import Kind
from offers.models import Offer
from tests.factories import make_draft, make_offer, make_terms
from tests.offers.reading import main_of
from tests.timeline.reading import open_page, words

TITLE = "Wait for their answers; counter by"


def page(desk: Client, name: str, offer: Offer) -> str:
    return words(main_of(desk.get(reverse(name, args=[offer.pk])).content.decode()))


@pytest.fixture
def asked(offer: Offer) -> Offer:
    make_draft(offer, kind="questions", sent_on=timezone.localdate())
    return offer


def test_what_was_asked_for_is_listed_and_no_counter_is_offered(desk: Client, asked: Offer) -> None:
    main = open_page(desk, asked)
    (lines,) = main.having("stage-lines")
    assert [words(title) for title in lines.having("h3")] == ["Do", "Missing", "What comes next"]
    assert words(lines.having("ul")[0]).startswith(TITLE)
    assert words(lines.having("ul")[1]) == (
        "Asked for, and not given yet: bonus, equity, benefits, leave, level, reporting line."
    )
    assert [words(button) for button in main.having("btn-primary")] == ["Enter what they wrote"]


def test_every_page_says_to_wait(desk: Client, asked: Offer) -> None:
    assert TITLE in page(desk, "offers:room", asked)
    assert TITLE in page(desk, "drafts:list", asked)
    assert "Suggested now" not in page(desk, "drafts:list", asked)
    assert TITLE in words(main_of(desk.get(reverse("offers:dashboard")).content.decode()))


def test_once_something_came_in_every_page_suggests_the_counter(desk: Client, asked: Offer) -> None:
    make_terms(asked, heard_on=timezone.localdate(), level="L3")
    main = open_page(desk, asked)
    assert words(main.having("btn-primary")[0]) == "Write the counter"
    assert "Send no counter" not in main.text
    assert "Asked for, and not given yet: bonus, equity, benefits, leave, reporting line." in main.text
    assert "Write your counter" in page(desk, "offers:room", asked)
    assert f"Suggested now {Kind.COUNTER.label}" in page(desk, "drafts:list", asked)


@pytest.mark.parametrize("stated", ["written", "verbal"])
def test_where_answers_would_come_too_late_every_page_asks_for_more_time(
    desk: Client, alice: User, stated: str
) -> None:
    today = timezone.localdate()
    offer = make_offer(alice, stated_as=stated, deadline=today + timedelta(days=5))
    if stated == "verbal":
        make_draft(offer, kind="acknowledge", sent_on=today)
    main = open_page(desk, offer)
    assert words(main.having("btn-primary")[0]) == f"Write the {Kind.EXTENSION.label.lower()}"
    assert "read the answer and counter: ask for a later date." in main.text
    assert "Ask for a later date" in page(desk, "offers:room", offer)
    assert f"Suggested now {Kind.EXTENSION.label}" in page(desk, "drafts:list", offer)
