"""What the private brief says beside the room, and what it leaves out."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone
from pypdf import PdfReader

from offers.accounts.models import User
from offers.bands.demo import load_industries
from offers.demo import FRONT_LOADED, load_case
from offers.engine.policy import Policy
from offers.models import Offer
from tests.briefs.conftest import Printed, elements_of, text_of
from tests.factories import make_answer, make_draft, make_offer, make_promise

WITH = "?walk-away=yes"
SENT = "Hello,\n\nThank you for the offer.\nCould we settle at USD 88,500 a year?\n\nKind regards"


def titles(document: PdfReader) -> list[str]:
    """The bookmarks: what a reader opens the document by."""
    found: list[str] = []
    pending = list(document.outline)
    while pending:
        one = pending.pop(0)
        if isinstance(one, list):
            pending = one + pending
        else:
            found.append(str(one.title))
    return found


def written(owner: User) -> Offer:
    """An offer with a message that went out, an answer, promises and numbers of its own."""
    offer = make_offer(
        owner,
        stated_as="written",
        level="Level 3",
        posted_minimum=Decimal(70_000),
        posted_maximum=Decimal(110_000),
        inside_maximum=Decimal(92_000),
        inside_by="recruiter",
    )
    make_draft(offer, text=SENT, sent_on=date(2026, 11, 16), basis={"ask": "88500"})
    make_answer(offer)
    for number in range(40):
        make_promise(offer, what=f"Promise number {number} that takes a whole line of words to say")
    return offer


def test_every_part_has_its_title_in_order(printed: Printed, alice: User) -> None:
    load_industries(Policy())
    found = titles(printed(load_case(alice, FRONT_LOADED, timezone.localdate())))
    assert found == [
        "Site Reliability Engineer",
        "Ask for",
        "Next step",
        "Where a request lands",
        "Pay on one line",
        "Their screen",
        "Worth as much as the ask",
        "Worth as much as what needs no exception",
        "The ladder, when the answer is no",
        "What to say to their number",
        "Every lever here, and who agrees",
        "Who decides",
        "Pay by year",
        "Timeline",
        "What is missing, and what it would change",
        "What is assumed",
        "Sources and grades",
    ]


def test_both_pictures_are_told_in_words(printed: Printed, alice: User) -> None:
    load_industries(Policy())
    offer = load_case(alice, FRONT_LOADED, timezone.localdate())
    elements = elements_of(printed(offer).root_object["/StructTreeRoot"])
    words = [element["/Alt"] for element in elements if "/Alt" in element]
    assert [text.partition(":")[0] for text in words] == ["Pay on one line, in USD a year", "Counted by year"]


def test_the_numbers_promises_and_the_message_as_sent_are_on_it(printed: Printed, alice: User) -> None:
    document = printed(written(alice))
    text = text_of(document)
    said = (
        "Public range",
        "USD 70,000 to USD 110,000",
        "Said inside",
        "up to USD 92,000",
        "The recruiter, not in writing.",
        "Promise number 7 that takes",
        "And 32 more, on the page of the timeline.",
        "Counter, as it went out on 16 November 2026",
        "Could we settle at USD 88,500 a year?",
        "You sent: counter",
    )
    assert [words for words in said if words not in text] == []
    assert "Promise number 8" not in text
    assert len(document.pages) <= 5


def test_a_table_that_leaves_rows_out_says_what_to_do_between_two(printed: Printed, alice: User) -> None:
    left_out = "Between two rows, take the lower one"
    assert left_out in text_of(printed(make_offer(alice, stated_as="written")))
    few = make_offer(alice, stated_as="written", company="Other", industry=None, base=Decimal(87_000))
    assert left_out not in text_of(printed(few))


def test_of_an_offer_of_which_little_is_known_it_is_shorter(printed: Printed, alice: User) -> None:
    document = printed(make_offer(alice, team=(), industry=None, target=None, walk_away=None))
    left_out = {"Your numbers", "What to say to their number", "Every lever here, and who agrees", "Promises"}
    assert left_out.isdisjoint(titles(document))
    assert len(document.pages) <= 3


@pytest.mark.parametrize("walk_away", [60_000, 70_000])
def test_without_the_walk_away_it_is_the_same_wherever_that_lies(
    printed: Printed, alice: User, walk_away: int
) -> None:
    build = {"team": (), "stated_as": "written", "level": "Level 3"}
    one = make_offer(alice, walk_away=Decimal(walk_away), **build)
    other = make_offer(alice, walk_away=Decimal(50_000), industry=one.industry, **build)
    for kind in ("private-brief", "call-sheet"):
        assert text_of(printed(one, "", kind)) == text_of(printed(other, "", kind))


def test_the_last_step_of_the_ladder_is_only_there_with_the_walk_away(printed: Printed, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", walk_away=Decimal(79_000))
    assert "The decision." not in text_of(printed(offer))
    assert "The decision." in text_of(printed(offer, WITH))


@pytest.mark.parametrize(("channel", "words"), [("call", "aloud"), ("mail", "in writing")])
@pytest.mark.parametrize("kind", ["private-brief", "call-sheet"])
def test_the_heading_says_how_they_answered(
    printed: Printed, alice: User, kind: str, channel: str, words: str
) -> None:
    offer = make_offer(alice, stated_as="written", stage="final")
    make_answer(offer, channel=channel)
    assert f"Final adjustment, answered {words}" in text_of(printed(offer, "", kind))


def test_after_our_yes_went_out_the_brief_asks_for_nothing_more(printed: Printed, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", level="Level 3", deadline=timezone.localdate())
    past = (
        "They want an answer by",
        "The ladder, when the answer is no",
        "Ask for it in writing before you counter",
    )
    before = text_of(printed(offer, WITH))
    assert [words in before for words in past] == [True] * 3
    make_answer(offer)
    make_draft(offer, kind="accept", sent_on=timezone.localdate())
    after = text_of(printed(offer, WITH))
    assert [words in after for words in past] == [False] * 3
    assert "Write down how it ended" in after
