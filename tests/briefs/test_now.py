"""What the papers lead with once they have answered: the number of the call sheet and of the room."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.briefs.kinds import Choices, read
from offers.briefs.now import asked_now
from offers.drafts.composer.ground import FINAL
from offers.drafts.record import record_of
from offers.models import Offer
from tests.briefs.conftest import Printed, text_of
from tests.factories import make_answer, make_draft, make_offer

PAPERS = ("private-brief", "call-sheet")


def answered(owner: User, base: int, kind: str = "revised") -> Offer:
    """An offer with a counter that went out, and their answer to it."""
    offer = make_offer(owner, stated_as="written", level="Level 3")
    make_draft(offer, sent_on=date(2026, 11, 16), basis={"ask": "88500"})
    make_answer(offer, base=Decimal(base), kind=kind)
    return offer


@pytest.mark.parametrize("kind", PAPERS)
def test_after_their_answer_the_papers_lead_with_the_next_step(
    printed: Printed, window: Client, alice: User, kind: str
) -> None:
    offer = answered(alice, 84_000)
    first_page = " ".join(printed(offer, "", kind).pages[0].extract_text().split())
    assert "They answered with USD 84,000." in first_page
    assert "Ask for USD 86,000" in first_page
    room = window.get(reverse("offers:room", args=[offer.pk])).content.decode().replace("\xa0", " ")
    assert '<p class="ask-figure"><span class="figure">USD 86,000</span>' in room


def test_the_brief_names_the_highest_ask_after_it(printed: Printed, alice: User) -> None:
    text = text_of(printed(answered(alice, 84_000)))
    assert text.index("Ask for USD 86,000") < text.index("The highest ask on today’s facts: USD 88,500.")


def test_after_an_answer_no_page_counts_the_gap_from_the_ask(
    printed: Printed, window: Client, alice: User
) -> None:
    said = ("Base stays", "The gap to your target, in one item", "Missing to your target after the ask")
    offer = make_offer(alice, stated_as="written", level="Level 3", target=Decimal(98_000))

    def counted() -> list[str]:
        pages = [window.get(reverse(f"offers:{name}", args=[offer.pk])) for name in ("room", "levers")]
        read = " ".join([text_of(printed(offer)), *(page.content.decode() for page in pages)])
        return [words for words in said if words in read]

    assert counted() == list(said)
    make_draft(offer, sent_on=date(2026, 11, 16), basis={"ask": "88500"})
    make_answer(offer, base=Decimal(84_000))
    assert counted() == []


@pytest.mark.parametrize("kind", PAPERS)
def test_after_a_final_answer_they_say_why_no_number_is_left(
    printed: Printed, alice: User, kind: str
) -> None:
    text = text_of(printed(answered(alice, 84_000, "final"), "", kind))
    assert "No further number" in text
    assert FINAL in text


def test_of_a_decided_offer_the_ask_is_for_looking_back(alice: User) -> None:
    offer = answered(alice, 84_000)
    offer.stage = "decided"
    offer.save()
    record = record_of(read(Offer.objects.all(), offer.pk, Choices())[0], timezone.localdate())
    now = asked_now(record)
    assert (now.title, now.figure) == ("The ask on these facts, for looking back", "USD\xa088,500")


def test_the_yearly_figure_is_that_of_what_is_asked_for_now(
    printed: Printed, window: Client, alice: User
) -> None:
    money = {"base": Decimal(4_000), "target": Decimal(4_700), "walk_away": Decimal(3_900)}
    offer = make_offer(alice, team=(), unit="month", stated_as="written", level="Level 3", **money)
    make_answer(offer, base=Decimal(4_300))
    asked = record_of(read(Offer.objects.all(), offer.pk, Choices())[0], timezone.localdate()).request
    assert asked
    yearly = f"What to ask for, a year: EUR {asked * 12:,.0f}".replace("EUR", offer.currency)
    room = window.get(reverse("offers:room", args=[offer.pk])).content.decode().replace("\xa0", " ")
    assert yearly in " ".join(re.sub(r"<[^>]+>", "", room).split())
    assert yearly in text_of(printed(offer, "", "private-brief"))
