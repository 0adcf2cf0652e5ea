"""After an answer that lowers, leaves out or is the last: what is asked back, and until when."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.checks import check_text
from offers.drafts.composer.ground import BACK_FIRST
from offers.drafts.models import Kind
from offers.engine import draft as engine
from offers.replies.table import ASKED_BACK, rows_of
from tests.drafts.steps import page, read, send, text
from tests.factories import make_answer, make_offer, make_terms

TODAY = timezone.localdate()
EARLIER = date(2026, 11, 16)
RANGE = {"range_minimum": 72_000, "range_maximum": 96_000}
BARGAINING = (Kind.COUNTER, Kind.PHONE, Kind.FALLBACK)


@pytest.mark.parametrize("kind", BARGAINING)
def test_a_base_that_they_named_aloud_and_lowered_is_asked_back_first(alice: User, kind: Kind) -> None:
    offer = make_offer(alice, level="Level 3")
    make_answer(offer, base=Decimal(84_000), heard_on=EARLIER)
    make_answer(offer, base=Decimal(82_000), channel="letter", heard_on=TODAY)
    words = text(offer, kind)
    assert (
        "You offered a base of USD 84,000 a year, and I see that your last base is USD 82,000 a year. "
        "Does the first still stand?" in words
    )
    remarks = check_text(words, read(offer), engine.Kind(kind), preferred=False).remarks
    assert [one.why for one in remarks if one.severity != "tip"] == []
    assert "Ask first whether USD 84,000 still stands. Then ask for USD" in page(alice, "offers:room", offer)


def test_where_base_is_not_asked_for_a_cut_is_asked_back_all_the_same(alice: User) -> None:
    offer = make_offer(alice, employer_type="formula", target=None, level="Step 2")
    make_answer(offer, base=offer.base - 1_000, channel="letter", heard_on=TODAY)
    words = text(offer, Kind.COUNTER)
    assert "Does the first still stand? Beyond that, I have no request on base" in words
    assert "You have offered more base before." in page(alice, "outcome:page", offer)


def test_a_base_that_was_enough_and_is_lowered_is_asked_back_and_nothing_else(alice: User) -> None:
    offer = make_offer(alice, level="Level 3")
    make_answer(offer, base=Decimal(96_000), heard_on=EARLIER)
    make_answer(offer, base=Decimal(84_000), channel="letter", heard_on=TODAY)
    assert {read(offer).why_over_for(engine.Kind(kind)) for kind in BARGAINING} == {BACK_FIRST}
    assert not read(offer).is_reached
    assert "a base of USD 96,000" in text(offer, Kind.QUESTIONS)


def test_what_they_dropped_is_not_asked_for_as_something_new(alice: User) -> None:
    offer = make_offer(alice, sign_on_stated="given", sign_on=5_000, level="Level 3")
    make_answer(offer, base=Decimal(84_000), channel="letter", heard_on=TODAY)
    reply = read(offer).reply
    assert reply
    assert "in place of" not in reply.say.text
    assert "in place of" not in page(alice, "outcome:page", offer)
    assert "in place of" not in page(alice, "replies:page", offer)


def test_what_was_lowered_stays_asked_back_until_it_is_back(alice: User) -> None:
    offer = make_offer(alice)
    make_terms(offer, kind="verbal", channel="call", base=Decimal(90_000), heard_on=EARLIER)
    make_terms(offer, kind="written", base=Decimal(80_000), heard_on=EARLIER + timedelta(days=1))
    make_answer(offer, base=Decimal(84_000), heard_on=TODAY)
    assert read(offer).cut_from == Decimal(90_000)
    make_answer(offer, base=Decimal(90_000), heard_on=TODAY)
    assert read(offer).cut_from is None


def test_what_was_partly_given_back_is_still_asked_back(alice: User) -> None:
    offer = make_offer(alice, sign_on_stated="given", sign_on=8_000, leave_stated="given", leave_days=25)
    make_answer(offer, base=Decimal(84_000), sign_on=Decimal(0), leave_days=Decimal(20), heard_on=EARLIER)
    make_answer(offer, channel="letter", sign_on=Decimal(4_000), leave_days=Decimal(22), heard_on=TODAY)
    assert [(one.name, one.said, one.has) for one in read(offer).drops] == [
        ("sign_on", "a sign-on of USD 8,000", "a sign-on of USD 4,000"),
        ("leave_days", "25 days of leave", "22 days"),
    ]


def test_a_final_package_that_was_only_said_is_asked_for_in_writing(alice: User) -> None:
    offer = make_offer(alice, level="Level 3")
    send(alice, offer)
    make_answer(offer, kind="final", base=Decimal(84_000), leave_days=Decimal(25), heard_on=TODAY)
    words = text(offer, Kind.FOLLOW_UP)
    assert "Could you confirm this in writing?\n- a base of USD 84,000\n- 25 days of leave" in words


def test_no_row_of_replies_is_under_a_base_that_is_asked_back(alice: User) -> None:
    offer = make_offer(alice, level="Level 3")
    make_answer(offer, base=Decimal(84_000), heard_on=EARLIER)
    make_answer(offer, base=Decimal(83_000), channel="letter", heard_on=TODAY)
    record = read(offer)
    found = rows_of(record)
    assert found[-1].said == "USD\u00a084,000"
    assert record.request
    assert found[-1].does.endswith(f"{record.request:,.0f}")
    assert [(row.said, row.mark) for row in found if row.mark] == [("USD\u00a084,000", ASKED_BACK)]
    assert "Ask first whether USD 84,000 still stands" in page(alice, "replies:page", offer)


def test_to_a_final_answer_no_row_of_replies_asks_for_more(alice: User) -> None:
    offer = make_offer(alice, level="Level 3")
    make_answer(offer, kind="final", channel="letter", base=Decimal(84_000), heard_on=TODAY)
    assert {row.does for row in rows_of(read(offer))} <= {"Accept", "Take it as part of a package"}


def test_a_part_that_was_named_on_paper_is_asked_back_as_such(alice: User) -> None:
    offer = make_offer(alice, stated_as="written", leave_stated="given", leave_days=24, level="Level 3")
    make_answer(offer, base=Decimal(84_000), leave_days=24, heard_on=EARLIER)
    make_answer(offer, base=Decimal(84_000), leave_days=20, channel="letter", heard_on=TODAY)
    assert [one.by for one in read(offer).drops if one.name == "leave_days"] == ["in the written offer"]


def test_what_was_asked_back_and_refused_for_good_is_asked_no_more(alice: User) -> None:
    offer = make_offer(alice, level="Level 3", target=Decimal(95_000))
    make_answer(offer, base=Decimal(84_000), heard_on=EARLIER, key=uuid4())
    make_answer(offer, base=Decimal(82_000), channel="letter", heard_on=EARLIER, key=uuid4())
    send(alice, offer)
    make_answer(offer, kind="final", base=Decimal(82_000), channel="letter", heard_on=TODAY, key=uuid4())
    assert not read(offer).drops
    assert "84,000 still stands" not in page(alice, "replies:page", offer)
    assert "Less than it was" not in page(alice, "timeline:page", offer)


def test_a_cut_that_comes_with_their_last_word_is_asked_back_in_the_room_too(alice: User) -> None:
    offer = make_offer(alice, level="Level 3", target=Decimal(95_000))
    make_answer(offer, base=Decimal(84_000), heard_on=EARLIER)
    make_answer(offer, kind="final", base=Decimal(82_000), channel="letter", heard_on=EARLIER, key=uuid4())
    asked, went_on = "Ask first whether USD 84,000 still stands", "Then ask for"
    assert "You have offered more base before." in page(alice, "outcome:page", offer)
    assert asked in page(alice, "offers:room", offer)
    assert went_on not in page(alice, "offers:room", offer)
    send(alice, offer, Kind.QUESTIONS)
    assert asked in page(alice, "offers:room", offer)
    make_answer(offer, kind="final", base=Decimal(82_000), channel="letter", heard_on=TODAY, key=uuid4())
    assert asked not in page(alice, "offers:room", offer)
    assert "You have offered more base before." not in page(alice, "outcome:page", offer)
