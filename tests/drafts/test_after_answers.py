"""After an answer: what is asked next, what is asked back first, and when there is nothing to ask."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.composer.ground import GIVEN, PROPOSED, WAITING
from offers.drafts.models import Kind
from offers.drafts.record import record_of
from offers.drafts.starts import starts_of
from offers.engine import draft as engine
from offers.models import Offer, Wish
from tests.conftest import sign_in
from tests.drafts.steps import page, read, send, text
from tests.factories import make_answer, make_offer

TODAY = timezone.localdate()
EARLIER = date(2026, 11, 16)
RANGE = {"range_minimum": 72_000, "range_maximum": 96_000}
BARGAINING = (Kind.COUNTER, Kind.PHONE, Kind.FALLBACK)


@pytest.mark.parametrize("fields", [{}, RANGE])
def test_a_second_counter_is_remembered_by_what_it_asks(alice: User, fields: dict[str, Any]) -> None:
    offer = make_offer(alice, range_from_employer=True, level="Level 3", **fields)
    make_answer(offer, base=Decimal(84_000), heard_on=TODAY)
    asked = read(offer).request
    send(alice, offer)
    assert asked
    assert Offer.objects.with_case().get(pk=offer.pk).history.asked == asked


def test_a_fallback_is_remembered_by_what_it_proposes(alice: User) -> None:
    offer = make_offer(alice, level="Level 3")
    make_answer(offer, base=Decimal(82_000), heard_on=TODAY)
    settle = read(offer).settle
    send(alice, offer, Kind.FALLBACK)
    assert settle
    assert Offer.objects.with_case().get(pk=offer.pk).history.asked in (None, settle.base)


def test_while_a_counter_is_out_nothing_more_is_asked(alice: User) -> None:
    offer = make_offer(alice, level="Level 3")
    make_answer(offer, base=Decimal(84_000), heard_on=TODAY)
    send(alice, offer)
    assert {read(offer).why_over_for(engine.Kind(kind)) for kind in BARGAINING} == {WAITING}
    assert "Your last counter has no answer yet." in page(alice, "outcome:page", offer)
    assert "Wait for their answer" in page(alice, "replies:page", offer)
    assert "No number to ask for now" in page(alice, "offers:room", offer)


def test_an_answer_to_the_second_counter_ends_the_wait(alice: User) -> None:
    offer = make_offer(alice, level="Level 3")
    make_answer(offer, base=Decimal(83_000), heard_on=TODAY)
    send(alice, offer)
    make_answer(offer, base=Decimal(84_000), heard_on=TODAY)
    assert not read(offer).is_waiting


def test_a_sign_on_that_is_taken_away_aloud_is_kept_as_nothing(alice: User) -> None:
    offer = make_offer(alice, sign_on_stated="given", sign_on=5_000)
    desk: Client = sign_in(alice)
    form = {"key": str(uuid4()), "base": "84,000", "sign_on": "0", "heard_on": TODAY.isoformat()}
    answer = desk.post(reverse("outcome:hear", args=[offer.pk]), form | {"channel": "call"})
    assert answer.status_code == 302
    record = read(offer)
    assert [one.has for one in record.drops] == ["no sign-on"]
    assert "sign_on" not in record.kept


def test_a_better_base_that_was_only_said_is_not_told_as_written(alice: User) -> None:
    offer, other = make_offer(alice, level="Level 3"), make_offer(alice, company="Brick", stated_as="written")
    make_answer(other, base=Decimal(88_000), heard_on=TODAY)
    assert (
        "What differs for me is the base, which is higher there; they have said so and not written it yet."
        in text(offer, Kind.COMPETING)
    )


def test_a_written_answer_of_another_offer_is_told_as_written(alice: User) -> None:
    offer, other = make_offer(alice, level="Level 3"), make_offer(alice, company="Brick", stated_as="written")
    make_answer(other, base=Decimal(88_000), channel="letter", heard_on=TODAY)
    assert "not written it yet" not in text(offer, Kind.COMPETING)


def test_no_fallback_stands_beside_an_answer_that_is_enough(alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(96_000), channel="letter", heard_on=TODAY)
    assert "The base of your fallback" not in page(alice, "outcome:page", offer)


def test_it_is_asked_back_from_where_it_was_named(alice: User) -> None:
    offer = make_offer(alice, level="Level 3")
    make_answer(offer, channel="mail", base=Decimal(84_000), heard_on=EARLIER)
    make_answer(offer, channel="call", base=Decimal(85_000), heard_on=EARLIER + timedelta(days=1))
    make_answer(offer, channel="letter", base=Decimal(82_000), heard_on=TODAY)
    assert [one.by for one in read(offer).drops if one.name == "base"] == ["on the phone"]


def test_where_base_is_not_asked_for_all_that_was_asked_is_a_yes(alice: User) -> None:
    offer = make_offer(alice, employer_type="formula", target=None, level="Step 2")
    send(alice, offer)
    mine = Offer.objects.with_case().get(pk=offer.pk)
    basis = record_of(mine, TODAY).basis
    assert basis
    asked = {item.key: item.quantity + item.offered for item in basis.opening[0].items}
    make_answer(offer, channel="mail", base=offer.base, heard_on=TODAY, **asked)
    assert {read(offer).why_over_for(engine.Kind(kind)) for kind in BARGAINING} == {GIVEN}
    assert "You can say yes" in page(alice, "outcome:page", offer)


def test_the_message_that_comes_next_is_the_one_that_asks_for_the_next_number(alice: User) -> None:
    make_answer(offer := make_offer(alice, level="Level 3"), base=Decimal(84_000), heard_on=TODAY)
    first = starts_of(read(offer)).first
    assert first
    assert first.kind == Kind.COUNTER
    send(alice, offer)
    assert starts_of(read(offer)).first is None


def test_the_day_to_ask_again_counts_from_the_second_counter(alice: User) -> None:
    offer = make_offer(alice, level="Level 3", stated_as="written")
    send(alice, offer)
    make_answer(offer, base=Decimal(84_000), heard_on=TODAY)
    send(alice, offer)
    assert Offer.objects.get().stage == "countered"
    assert "Ask again if no answer has come" in page(alice, "timeline:page", offer)


def test_a_base_that_is_enough_and_in_writing_is_answered_by_an_acceptance(alice: User) -> None:
    make_answer(
        offer := make_offer(alice), base=Decimal(96_000), channel="letter", heard_on=TODAY, level="L3"
    )
    first = starts_of(read(offer)).first
    assert first
    assert first.kind == Kind.ACCEPT


def test_packages_worth_the_first_request_are_gone_once_that_is_answered(alice: User) -> None:
    offer = make_offer(alice, target=Decimal(120_000), level="Level 3", **RANGE)
    before = page(alice, "offers:levers", offer)
    make_answer(offer, base=Decimal(84_000), heard_on=TODAY)
    after = page(alice, "offers:levers", offer)
    words = ("Worth as much as the ask", "The gap that is left", "Can say:")
    assert [said in before for said in words] == [True, True, True]
    assert [said in after for said in words] == [False, False, False]
    assert "what is left to ask for stands in Replies" in after


def test_what_is_asked_for_beside_base_does_not_grow_with_their_answers(alice: User) -> None:
    fields: dict[str, Any] = {"sign_on_stated": "given", "sign_on": 3_000, "leave_stated": "given"}
    offer = make_offer(alice, employer_type="formula", target=None, level="Step 2", leave_days=25, **fields)
    for key, cap in (("sign_on", 8_000), ("leave_days", 6)):
        Wish.objects.create(offer=offer, key=key, movable=True, cap=cap)
    before = wanted(offer)
    assert before == {"sign_on": Decimal(11_000), "leave_days": Decimal(6)}
    make_answer(offer, channel="mail", base=offer.base, sign_on=6_000, leave_days=28, heard_on=TODAY)
    assert wanted(offer) == before


def wanted(offer: Offer) -> dict[str, Decimal]:
    """What the next message asks for beside base in all: money, and days on top of the offer as entered."""
    movable = read(offer).movable
    assert movable
    return {item.key: item.quantity + item.offered for item in movable.opening[0].items}


def test_a_second_way_that_went_out_is_the_last_request_where_base_is_fixed(alice: User) -> None:
    fields: dict[str, Any] = {"sign_on_stated": "given", "sign_on": 5_000, "level": "Step 2"}
    offer = make_offer(alice, employer_type="formula", target=Decimal(95_000), **fields)
    Wish.objects.create(offer=offer, key="sign_on", movable=True, cap=4_000)
    send(alice, offer)
    make_answer(offer, channel="mail", base=offer.base, sign_on=8_000, heard_on=TODAY, key=uuid4())
    send(alice, offer, Kind.FALLBACK)
    make_answer(offer, channel="mail", base=offer.base, sign_on=8_000, heard_on=TODAY, key=uuid4())
    assert {read(offer).why_over_for(engine.Kind(kind)) for kind in BARGAINING} <= {GIVEN, PROPOSED}
    assert "9,000" not in page(alice, "outcome:page", offer)


def test_leave_is_given_only_where_there_is_so_much_more_of_it(alice: User) -> None:
    offer = make_offer(
        alice, employer_type="formula", target=None, level="Step 2", leave_stated="given", leave_days=28
    )
    for key, cap in (("sign_on", 0), ("leave_days", 2)):
        Wish.objects.create(offer=offer, key=key, movable=True, cap=cap)
    send(alice, offer)
    make_answer(offer, channel="mail", base=offer.base, leave_days=28, heard_on=TODAY, key=uuid4())
    assert not read(offer).is_given
    make_answer(offer, channel="mail", base=offer.base, leave_days=30, heard_on=TODAY, key=uuid4())
    assert read(offer).is_given
