"""What the call sheet says first while something else comes before the counter."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.demo import load_industries
from offers.demo import FRONT_LOADED, load_case
from offers.engine.policy import Policy
from offers.models import Offer
from tests.briefs.conftest import Printed, text_of
from tests.factories import make_draft, make_offer, make_signal, make_terms
from tests.offers.reading import main_of
from tests.offers.room_page import room_of

TODAY = timezone.localdate()
AFTER = "This sheet is for the call after that."
EVERY_PART = {"bonus_stated": "none", "equity_stated": "none", "leave_stated": "none", "level": "L3"}


def complete(owner: User, **fields: Any) -> Offer:
    """A written offer that leaves nothing out."""
    offer = make_offer(owner, stated_as="written", **EVERY_PART | fields)
    make_terms(offer, benefits="Health and pension", reporting_line="Head of Data")
    return offer


def first_said(window: Client, offer: Offer) -> list[str]:
    """The boxes above everything else."""
    page = window.get(reverse("briefs:read", args=[offer.pk, "call-sheet"]))
    return [one.text for one in main_of(page.content.decode()).having("early")]


def next_in_room(window: Client, offer: Offer) -> str:
    return main_of(room_of(window, offer)).having("next-card")[0].having("h2")[0].text


@pytest.mark.parametrize(
    ("fields", "days", "title"),
    [
        ({}, 20, "Ask for what the written offer leaves out"),
        ({}, 1, "Ask for a later date"),
        ({"stage": "reviewed"}, 1, "Ask for a later date"),
        ({}, -1, "Ask whether the offer still stands"),
        ({"said_yes": True}, 20, "Ask your open questions in writing"),
    ],
)
def test_what_the_room_puts_before_the_counter_stands_first(
    window: Client, alice: User, fields: dict[str, Any], days: int, title: str
) -> None:
    offer = make_offer(alice, stated_as="written", deadline=TODAY + timedelta(days), **fields)
    assert next_in_room(window, offer) == title
    (box,) = first_said(window, offer)
    assert (box.startswith(title), box.endswith(AFTER)) == (True, True)


def test_it_names_the_day_and_the_first_reason(window: Client, alice: User) -> None:
    day = TODAY + timedelta(1)
    (box,) = first_said(window, complete(alice, deadline=day))
    assert box.startswith(f"Ask for a later date, by {day:%-d %B}. Business days left until {day:%-d %B %Y}:")
    assert box.endswith(f"Ask for a later date before you counter. {AFTER}")


def test_while_their_answers_are_waited_for_it_says_so(window: Client, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", deadline=TODAY + timedelta(30))
    make_draft(offer, kind="questions", sent_on=TODAY)
    (box,) = first_said(window, offer)
    assert box.startswith(
        f"{next_in_room(window, offer)}. Asked for on {TODAY:%-d %B %Y}, and not given yet:"
    )


@pytest.mark.parametrize("fields", [{}, {"employer_type": "formula"}], ids=["base", "something else"])
def test_where_the_counter_is_next_it_starts_with_the_call(
    window: Client, alice: User, fields: dict[str, Any]
) -> None:
    assert first_said(window, complete(alice, **fields)) == []


@pytest.mark.parametrize("stage", ["countered", "review", "final", "decided"])
def test_once_the_counter_is_out_nothing_comes_before_it(window: Client, alice: User, stage: str) -> None:
    assert first_said(window, make_offer(alice, stated_as="written", stage=stage)) == []


def test_after_our_yes_nothing_comes_before_it(window: Client, alice: User) -> None:
    offer = make_offer(alice, stated_as="written")
    make_draft(offer, kind="accept", sent_on=TODAY)
    assert first_said(window, offer) == []


def test_said_aloud_or_in_a_pause_it_has_one_box(window: Client, alice: User) -> None:
    assert [box[:19] for box in first_said(window, make_offer(alice))] == ["Name no number yet."]
    paused = make_offer(alice, stated_as="written", company="Other")
    for sign in ("rushes", "vague"):
        make_signal(paused, sign=sign, seen_on=TODAY)
    assert [box[:6] for box in first_said(window, paused)] == ["Pause:"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_with_it_the_sheet_is_still_one_page(printed: Printed, alice: User, paper: str) -> None:
    load_industries(Policy())
    offer = load_case(alice, FRONT_LOADED, TODAY)
    offer.base, offer.deadline = Decimal(178_000), TODAY + timedelta(1)
    offer.save()
    for asked in (f"?paper={paper}", f"?paper={paper}&walk-away=yes"):
        document = printed(offer, asked, "call-sheet")
        assert len(document.pages) == 1
        assert "Ask for a later date" in text_of(document)
