"""The call sheet once little is left to say: a last word of theirs, a cut with it, our own yes or no."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.briefs.sheet import Sheet, sheet_of
from offers.dates.events import with_dates
from offers.drafts.composer.ground import ENDED
from offers.drafts.process import with_process
from offers.drafts.record import record_of
from offers.models import Offer
from offers.replies.after import END, WAIT
from tests.drafts.steps import page
from tests.factories import make_answer, make_draft, make_offer, make_signal

TODAY = timezone.localdate()


def sheet(offer: Offer, *, private: bool = False) -> Sheet:
    read = with_dates(with_process(Offer.objects.with_case().with_pay())).get(pk=offer.pk)
    record = record_of(read, TODAY)
    assert record.advice
    return sheet_of(record, record.advice, private=private)


def test_nothing_is_settled_under_the_walk_away(alice: User) -> None:
    fields: dict[str, Any] = {
        "equity_stated": "given",
        "equity_grant": 160_000,
        "equity_years": 4,
    }
    money = {"base": Decimal(100_000), "target": Decimal(110_000), "walk_away": Decimal(98_000)}
    offer = make_offer(alice, level="Level 3", stated_as="written", team=(), **fields | money)
    make_answer(offer, kind="final", channel="letter", base=Decimal(112_000), equity_grant=0, heard_on=TODAY)
    found = sheet(offer)
    assert [line for line in (*found.request, *found.ways) if "would work for me" in line] == []
    assert "Hold it against the lines at which you stop" in found.now.instead
    replies, answer = page(alice, "replies:page", offer), page(alice, "outcome:page", offer)
    for said in ("would work for me: a base of", "Base alone is under", "look at the rest"):
        assert (said in replies, said in answer) == (False, False), said
    assert "the package is below your walk-away" in answer


def test_a_cut_that_comes_with_their_last_word_is_asked_back(alice: User) -> None:
    low = {"base": Decimal(70_000), "target": Decimal(78_000), "walk_away": Decimal(65_000)}
    offer = make_offer(alice, level="Level 3", team=(), **low)
    make_answer(offer, kind="final", channel="letter", base=Decimal(68_000), heard_on=TODAY)
    asked = [line for line in sheet(offer).request if "Does the first still stand?" in line]
    assert len(asked) == 1


@pytest.mark.parametrize("kind", ["accept", "decline"])
def test_after_our_yes_or_no_there_is_nothing_to_say(alice: User, kind: str) -> None:
    offer = make_offer(alice, level="Level 3", stated_as="written")
    make_answer(offer, heard_on=TODAY, key=uuid4())
    make_draft(offer, kind=kind, sent_on=TODAY)
    found = sheet(offer, private=True)
    assert (found.opening, found.request, found.ways, found.answers, found.others) == ("", (), (), (), ())
    assert (found.deciders, found.stops) == ((), ())
    assert found.now.instead == ENDED[kind]
    replies = page(alice, "replies:page", offer)
    assert [words for words in ("Answer with", "talk on, one step") if words in replies] == []
    assert ENDED[kind] in replies


@pytest.mark.parametrize(("kind", "title"), [("accept", END.title), ("counter", WAIT.title)])
def test_its_heading_says_what_comes_next(alice: User, kind: str, title: str) -> None:
    offer = make_offer(alice, level="Level 3", stated_as="written")
    make_answer(offer, heard_on=TODAY, key=uuid4())
    make_draft(offer, kind=kind, sent_on=TODAY, basis={"ask": "86000"})
    assert sheet(offer).now.title == title


def test_after_two_red_signals_it_says_to_wait(alice: User) -> None:
    offer = make_offer(alice, level="Level 3", stated_as="written")
    make_signal(offer, sign="rushes", seen_on=TODAY)
    assert sheet(offer).pause == ""
    make_signal(offer, sign="vague", seen_on=TODAY)
    assert sheet(offer).pause.startswith("Pause: after 2 red signals")


def test_a_base_that_they_cut_is_asked_back_before_the_rest(alice: User) -> None:
    offer = make_offer(alice, level="Level 3", team=(), leave_stated="given", leave_days=Decimal(25))
    make_answer(offer, kind="final", channel="letter", base=Decimal(78_000), leave_days=20, heard_on=TODAY)
    first, second = sheet(offer).request[:2]
    assert ("You offered a base of" in first, "25 days of leave" in second) == (True, True)
