"""After our yes, our no or our question for more time: no page goes on as if it had not been said."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.briefs.summary import summary_of
from offers.drafts.composer.ground import ENDED, NothingToSayError
from offers.drafts.models import Kind
from offers.drafts.services import start_draft
from offers.drafts.starts import starts_of, unsayable
from offers.models import Offer, Stage
from tests.conftest import sign_in
from tests.drafts.steps import page, read, send, text_of
from tests.factories import make_answer, make_draft, make_offer

TODAY = timezone.localdate()
GOES_ON = (
    "Ask for the next step",
    "One more step",
    "Ask for USD",
)
PAGES = ("offers:room", "outcome:page", "timeline:page", "replies:page")


@pytest.fixture
def offer(alice: User) -> Offer:
    """With a counter and an answer that leaves a step."""
    offer = make_offer(alice, level="Level 3", stated_as="written")
    send(alice, offer)
    make_answer(offer, heard_on=TODAY)
    return offer


@pytest.mark.parametrize("kind", [Kind.ACCEPT, Kind.DECLINE])
def test_after_our_yes_or_no_nothing_is_asked_for(alice: User, offer: Offer, kind: Kind) -> None:
    asked = {words for name in PAGES for words in GOES_ON if words in page(alice, name, offer)}
    assert asked
    make_draft(offer, kind=kind, sent_on=TODAY)
    record = read(offer)
    assert (record.request, record.why_over) == (None, ENDED[kind])
    assert [words for name in PAGES for words in GOES_ON if words in page(alice, name, offer)] == []
    answer = page(alice, "outcome:page", offer)
    assert (ENDED[kind] in answer, "Could we settle" in answer) == (True, False)
    assert "Write down how it ended" in page(alice, "replies:page", offer)
    found = starts_of(record)
    refused = {one.kind for one in (*found.stage, *found.others) if one.why_not == ENDED[kind]}
    assert (found.first, refused >= {Kind.COUNTER, Kind.FALLBACK, Kind.PHONE, kind}) == (None, True)


@pytest.fixture
def chased(alice: User) -> Offer:
    """With a counter that has lain with them for a week, and a deadline that has passed."""
    late = {"deadline": TODAY - timedelta(days=1), "stage": Stage.COUNTERED}
    offer = make_offer(alice, level="Level 3", stated_as="written", **late)
    make_draft(offer, sent_on=TODAY - timedelta(days=10))
    return offer


CHASES = ("Ask again", "Ask for their answer", "ask whether the offer still stands", "Write the follow-up")


@pytest.mark.parametrize("kind", [Kind.ACCEPT, Kind.DECLINE])
def test_after_our_yes_or_no_nobody_is_chased(alice: User, chased: Offer, kind: Kind) -> None:
    first = starts_of(read(chased)).first
    assert (first and first.kind, "Ask again" in page(alice, "timeline:page", chased)) == (
        Kind.FOLLOW_UP,
        True,
    )
    make_draft(chased, kind=kind, sent_on=TODAY)
    names = ("offers:room", "timeline:page", "outcome:page", "drafts:list")
    assert [words for name in names for words in CHASES if words in page(alice, name, chased)] == []
    assert "under their answer. Why?" in (timeline := page(alice, "timeline:page", chased))
    assert ("It is decided Terms" in timeline, "Enter their answer" in timeline) == (True, False)
    assert chased.company not in text_of(sign_in(alice).get(reverse("dates:list")))
    assert f"{ENDED[kind]} Also at this stage" in page(alice, "drafts:list", chased)
    found = starts_of(read(chased))
    open_ones = {one.kind for one in (*found.stage, *found.others) if one.why_not != ENDED[kind]}
    other = Kind.DECLINE if kind == Kind.ACCEPT else Kind.ACCEPT
    assert (found.first, open_ones) == (None, {other})


@pytest.mark.parametrize("kind", [Kind.ACCEPT, Kind.DECLINE])
def test_the_drafts_say_once_that_our_yes_or_no_went_out(alice: User, chased: Offer, kind: Kind) -> None:
    make_draft(chased, kind=kind, sent_on=TODAY)
    assert page(alice, "drafts:list", chased).count(ENDED[kind]) == 1


@pytest.mark.parametrize("kind", [one for one in Kind if one != Kind.DECLINE])
def test_no_message_but_a_no_is_started_after_our_yes(alice: User, chased: Offer, kind: Kind) -> None:
    make_draft(chased, kind=Kind.ACCEPT, sent_on=TODAY)
    with pytest.raises(NothingToSayError, match="Your acceptance went out"):
        start_draft(read(chased).offer, kind=kind, key=uuid4(), today=TODAY)


def test_once_they_answer_our_no_they_may_be_followed_up_again(alice: User, chased: Offer) -> None:
    make_draft(chased, kind=Kind.DECLINE, sent_on=TODAY)
    make_answer(chased, base=Decimal(85_000), heard_on=TODAY)
    Offer.objects.update(stage=Stage.FINAL)
    assert unsayable(read(chased), Kind.FOLLOW_UP) == ""
    assert chased.company in text_of(sign_in(alice).get(reverse("dates:list")))


def test_the_counter_itself_says_no_day_to_ask_again_after_our_yes(alice: User, chased: Offer) -> None:
    counter = sign_in(alice).get(chased.drafts.get().get_absolute_url())
    assert "If no answer has come, ask again on" in text_of(counter)
    make_draft(chased, kind=Kind.ACCEPT, sent_on=TODAY)
    counter = sign_in(alice).get(chased.drafts.get(kind=Kind.COUNTER).get_absolute_url())
    assert "If no answer has come, ask again on" not in text_of(counter)


def test_an_answer_to_our_no_opens_it_again(alice: User, offer: Offer) -> None:
    make_draft(offer, kind=Kind.DECLINE, sent_on=TODAY)
    make_answer(offer, base=Decimal(85_000), heard_on=TODAY, key=uuid4())
    assert "Ask for USD" in page(alice, "offers:room", offer)
    assert "Write down how it ended" not in page(alice, "offers:room", offer)


def test_where_base_is_fixed_what_is_left_beside_it_is_the_next_message(alice: User) -> None:
    fields = {"employer_type": "formula", "target": None, "level": "Step 2", "stated_as": "written"}
    offer = make_offer(alice, sign_on_stated="given", sign_on=1_000, **fields)
    offer.wishes.create(key="sign_on", movable=True, cap=5_000)
    send(alice, offer)
    make_answer(offer, base=offer.base, sign_on=3_000, heard_on=TODAY)
    first = starts_of(read(offer)).first
    assert first
    assert first.kind == Kind.COUNTER


def test_once_more_time_was_asked_for_no_page_asks_for_it_again(alice: User) -> None:
    offer = make_offer(alice, level="Level 3", stated_as="written", deadline=TODAY + timedelta(days=1))
    pages = ("offers:room", "timeline:page")
    assert all("later date" in page(alice, name, offer) for name in pages)
    make_draft(offer, kind=Kind.EXTENSION, sent_on=TODAY)
    for name in pages:
        now = page(alice, name, offer)
        assert [said for said in ("Ask for a later date", "ask for more time") if said in now] == []


@pytest.mark.parametrize("kind", [Kind.ACCEPT, Kind.DECLINE])
def test_after_our_yes_or_no_there_is_no_summary_to_hand_over(alice: User, chased: Offer, kind: Kind) -> None:
    assert summary_of(read(chased))
    make_draft(chased, kind=kind, sent_on=TODAY)
    assert summary_of(read(chased)) is None


@pytest.mark.parametrize("kind", [Kind.ACCEPT, Kind.DECLINE])
def test_without_an_answer_of_theirs_nothing_is_asked_for_either(alice: User, kind: Kind) -> None:
    offer = make_offer(alice, level="Level 3", stated_as="written")
    make_draft(offer, kind=kind, sent_on=TODAY)
    replies, room = page(alice, "replies:page", offer), page(alice, "offers:room", offer)
    assert "Write down how it ended" in replies
    assert [words for words in ("I would like to ask for", "I am glad to accept") if words in replies] == []
    assert "Where a request lands" not in room
