"""What they may say, once they have answered: the answers name what is asked for now, as every page does."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.composer.ground import FINAL, KEPT, REACHED
from offers.engine.reason import in_words
from offers.models import Offer, Stage
from tests.factories import make_answer, make_draft, make_offer
from tests.offers.reading import main_of
from tests.replies.reading import page_of, part, said
from tests.rooms import ROOMS

ASKED = "I am looking for a base of {}."
SIGNED = "With a base of {} and the rest as offered, I can sign"


def countered(alice: User, **fields: Any) -> Offer:
    """An offer with one counter out."""
    offer = make_offer(alice, stated_as="written", stage=Stage.COUNTERED, **fields)
    make_draft(offer, sent_on=date(2026, 11, 12), basis={"ask": "88500"})
    return offer


def answers(desk: Client, offer: Offer) -> str:
    return " ".join(said(part(page_of(desk, offer), "lines")))


def names(desk: Client, offer: Offer, number: str) -> tuple[bool, bool]:
    """Whether the answers ask for this number, and whether they would sign at it."""
    found = answers(desk, offer)
    return ASKED.format(number) in found, SIGNED.format(number) in found


def test_until_they_answer_the_lines_name_the_ask(desk: Client, alice: User) -> None:
    assert names(desk, countered(alice), "88,500") == (True, True)


def test_after_an_answer_the_lines_name_the_next_step_and_no_more_the_ask(desk: Client, alice: User) -> None:
    make_answer(offer := countered(alice), base=Decimal(84_000))
    assert names(desk, offer, "86,000") == (True, True)
    assert "88,500" not in answers(desk, offer)
    path = reverse("replies:rehearse", args=[offer.pk])
    sent = {"line": "looking_for", "seen": "", "do": "answer"}
    turn = main_of(desk.post(path, sent).content.decode())
    assert ASKED.format("86,000") in turn.text


def test_while_the_second_counter_is_out_they_name_what_it_asks_for(desk: Client, alice: User) -> None:
    make_answer(offer := countered(alice), base=Decimal(84_000))
    make_draft(offer, sent_on=date(2026, 11, 22), basis={"ask": "86000"})
    assert names(desk, offer, "86,000") == (True, True)


@pytest.mark.parametrize(
    ("answer", "over"),
    [
        ({"base": Decimal(84_000), "kind": "final"}, FINAL),
        ({"base": Decimal(88_500)}, REACHED),
    ],
)
def test_where_no_more_is_asked_for_the_lines_say_so(
    desk: Client, alice: User, answer: dict[str, Any], over: str
) -> None:
    make_answer(offer := countered(alice), **answer)
    lines = part(page_of(desk, offer), "lines")
    assert over in lines.text
    assert [text for text in said(lines) if "86,000" in text or "88,500" in text] == []
    assert "I have no other number to name. You will have my answer on the offer as it stands." in lines.text


def test_a_next_number_that_one_keeps_is_in_no_line(desk: Client, alice: User) -> None:
    make_answer(offer := countered(alice, walk_away=Decimal(86_000)), base=Decimal(84_000))
    lines = part(page_of(desk, offer), "lines")
    assert KEPT in lines.text
    assert [text for text in said(lines) if "86,000" in text or "88,500" in text] == []


def test_a_base_that_was_enough_and_is_lowered_is_asked_back(desk: Client, alice: User) -> None:
    make_answer(offer := countered(alice), base=Decimal(89_000))
    make_answer(offer, base=Decimal(84_000))
    assert names(desk, offer, "89,000") == (True, True)


def test_nobody_promises_to_sign_at_a_step_under_the_walk_away(desk: Client, alice: User) -> None:
    make_answer(offer := countered(alice, walk_away=Decimal(88_000)), base=Decimal(84_000))
    assert names(desk, offer, "86,000") == (True, False)


def test_beside_a_base_that_stays_the_lines_ask_for_what_is_left(desk: Client, alice: User) -> None:
    make_answer(offer := ROOMS["formula"](alice), base=Decimal(61_400), sign_on=Decimal(2_000))
    assert "a sign-on of 6,000 in place of 2,000 and 5 more days of leave" in answers(desk, offer)


@pytest.mark.parametrize(("days", "asked"), [(None, False), (-1, False), (0, True), (24, True)], ids=str)
def test_the_days_that_they_granted_are_not_given_away(
    desk: Client, alice: User, days: int | None, asked: bool
) -> None:
    deadline = None if days is None else timezone.localdate() + timedelta(days)
    found = answers(desk, make_offer(alice, stated_as="written", deadline=deadline))
    day = in_words(deadline) if deadline else ""
    assert (f"You will have my answer by {day}, as you asked." in found) is asked
    assert ("as you asked" in found) is asked
