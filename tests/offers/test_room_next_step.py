"""What comes next in the room, by the stage, the deadline and the messages that went out."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.models import Offer
from offers.next_step import next_step
from tests.factories import make_draft, make_offer, make_terms
from tests.offers.reading import main_of
from tests.offers.room_page import room_of


@pytest.mark.parametrize(
    ("fields", "days", "title"),
    [
        ({}, 20, "Thank them and ask for the offer in writing"),
        ({"said_yes": True}, 20, "Ask your open questions in writing"),
        ({"stated_as": "written"}, 20, "Ask for what the written offer leaves out"),
        ({"stated_as": "written", "base": None}, 20, "Say what is offered"),
        ({"stated_as": "written"}, 0, "Ask for a later date"),
        ({"stated_as": "written"}, -1, "Ask whether the offer still stands"),
        ({"stage": "countered"}, 20, "Wait for their answer"),
        ({"stage": "review"}, 20, "Let them work"),
        ({"stage": "final"}, 20, "Compare their answer with the written offer, then decide"),
        ({"stage": "decided"}, -9, "Keep the contract and this record together"),
    ],
)
def test_the_next_step_follows_from_stage_and_deadline(
    desk: Client, alice: User, fields: dict[str, object], days: int, title: str
) -> None:
    offer = make_offer(alice, deadline=timezone.localdate() + timedelta(days=days), **fields)
    assert main_of(room_of(desk, offer)).having("next-card")[0].having("h2")[0].text == title


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({}, "Write your counter"),
        ({"employer_type": "formula"}, "Ask for something else than base"),
    ],
)
@pytest.mark.parametrize("kind", ["acknowledge", "questions"])
def test_some_days_after_the_open_parts_were_asked_for_the_counter_comes(
    desk: Client, alice: User, kind: str, fields: dict[str, object], title: str
) -> None:
    make_draft(offer := make_offer(alice, stated_as="written", **fields), kind=kind, sent_on=date(2026, 3, 4))
    Offer.objects.update(created_at="2026-03-03T09:00Z")
    assert main_of(room_of(desk, offer)).having("next-card")[0].having("h2")[0].text == title


@pytest.mark.parametrize("kind", ["accept", "decline"])
def test_after_a_yes_or_a_no_went_out_the_end_is_to_be_written_down(
    desk: Client, alice: User, kind: str
) -> None:
    make_draft(offer := make_offer(alice, stated_as="written"), kind=kind, sent_on=date(2026, 3, 4))
    assert main_of(room_of(desk, offer)).having("next-card")[0].having("h2")[0].text == (
        "Write down how it ended"
    )


def test_an_offer_that_names_every_part_needs_no_questions(desk: Client, alice: User) -> None:
    stated = {"bonus_stated": "none", "equity_stated": "none", "leave_stated": "none", "level": "L3"}
    offer = make_offer(alice, stated_as="written", **stated)
    make_terms(offer, benefits="Health and pension", reporting_line="Head of Data")
    title = main_of(room_of(desk, offer)).having("next-card")[0].having("h2")[0].text
    assert title == "Write your counter"


def test_after_the_thanks_went_out_the_written_offer_is_waited_for(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    make_draft(offer, kind="acknowledge", sent_on=date(2026, 3, 4))
    card = main_of(room_of(desk, offer)).having("next-card")[0]
    assert card.having("h2")[0].text == "Wait for the written offer"
    assert card.having("why-text")[0].text.startswith("Your thanks went out on 4 March 2026.")
    assert [(link.text, link.attributes["href"]) for link in card.having("a")] == [
        ("I have it in writing", reverse("ledger:terms", args=[offer.pk, "written"]))
    ]


@pytest.mark.parametrize(
    ("today", "title"),
    [
        (date(2026, 3, 9), "Wait for their answer until 10 March 2026, then ask again"),
        (date(2026, 3, 10), "Ask for their answer in one short message"),
        (date(2026, 3, 12), "Ask whether the offer still stands"),
    ],
)
def test_a_counter_that_went_out_is_waited_for(alice: User, today: date, title: str) -> None:
    make_draft(make_offer(alice, stage="countered", deadline=date(2026, 3, 11)), sent_on=date(2026, 3, 4))
    step = next_step(Offer.objects.with_case().get(), None, today)
    assert (step.title, step.on) == (title, None)
    assert "_" not in step.why.line


def test_after_a_passed_deadline_a_message_that_asks_is_waited_for(alice: User) -> None:
    make_draft(make_offer(alice, stage="countered", deadline=date(2026, 3, 3)), sent_on=date(2026, 3, 4))
    step = next_step(Offer.objects.with_case().get(), None, date(2026, 3, 5))
    assert step.title == "Wait for their answer until 10 March 2026, then ask again"


@pytest.mark.parametrize(("days", "dates"), [(20, 1), (-1, 0)])
def test_no_step_is_due_on_a_day_that_has_passed(desk: Client, alice: User, days: int, dates: int) -> None:
    today = timezone.localdate()
    offer = make_offer(alice, stated_as="written", deadline=today + timedelta(days=days))
    card = main_of(room_of(desk, offer)).having("next-card")[0]
    assert len(card.having("time")) == dates
    assert [link.attributes["href"] for link in card.having("a")] == [reverse("drafts:list", args=[offer.pk])]


def test_thanks_that_are_only_drafted_change_no_step(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    make_draft(offer, kind="acknowledge")
    card = main_of(room_of(desk, offer)).having("next-card")[0]
    assert card.having("h2")[0].text == "Thank them and ask for the offer in writing"


@pytest.mark.parametrize(("stated", "links"), [("verbal", 2), ("written", 2)])
def test_the_room_leads_to_the_drafts(desk: Client, alice: User, stated: str, links: int) -> None:
    offer = make_offer(alice, stated_as=stated)
    main = main_of(room_of(desk, offer))
    hrefs = [link.attributes["href"] for link in main.having("a")]
    assert hrefs.count(reverse("drafts:list", args=[offer.pk])) == links
