"""What is asked for after an answer is the ask from then on: no later number is answered with more."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from offers.accounts.models import User
from offers.drafts.record import Record, record_of
from offers.models import Offer
from tests.drafts.conftest import TODAY
from tests.drafts.steps import page
from tests.factories import make_answer, make_draft, make_offer
from tests.replies.reading import page_of, part, rows, told


@pytest.fixture
def offer(alice: User) -> Offer:
    """An ask of 120,000 for an offer of 100,000, which they have answered with 104,000."""
    money = {"base": Decimal(100_000), "target": Decimal(120_000), "walk_away": Decimal(95_000)}
    ends = {"range_minimum": Decimal(90_000), "range_maximum": Decimal(130_000)}
    made = make_offer(alice, team=(), stated_as="written", range_from_employer=True, **money, **ends)
    make_answer(made, base=Decimal(104_000), heard_on=date(2026, 11, 10))
    return made


def record(offer: Offer) -> Record:
    return record_of(Offer.objects.with_case().get(pk=offer.pk), TODAY)


def test_the_table_runs_up_to_what_is_asked_for_now(desk: Client, offer: Offer) -> None:
    assert record(offer).request == 113_000
    found = [told(row) for row in rows(page_of(desk, offer))]
    assert found == [
        ("USD 113,000 or more", "Accept"),
        *[(f"USD {said},000", "Answer with USD 113,000") for said in (112,)],
        ("USD 111,000", "Answer with USD 112,000"),
        ("USD 110,000", "Answer with USD 112,000"),
        ("USD 109,000", "Answer with USD 111,000"),
        ("USD 108,000", "Answer with USD 111,000"),
        ("USD 107,000", "Answer with USD 110,000"),
        ("USD 106,000", "Answer with USD 110,000"),
        ("USD 105,000", "Answer with USD 109,000"),
        ("USD 104,000", "Answer with USD 113,000"),
    ]


def test_the_line_to_sign_at_is_what_is_asked_for_now(desk: Client, offer: Offer) -> None:
    assert "USD 113,000 or more" in part(page_of(desk, offer), "stop").text


@pytest.mark.parametrize("said", [113_000, 114_000, 120_000])
def test_an_answer_that_reaches_it_is_a_yes(alice: User, offer: Offer, said: int) -> None:
    make_answer(offer, base=Decimal(said))
    found = record(offer)
    assert (found.is_reached, found.request) == (True, None)
    assert "You can say yes to this base" in page(alice, "outcome:page", offer)
    assert "No number to ask for now" in page(alice, "offers:room", offer)


@pytest.mark.parametrize(
    ("said", "then"), [(105_000, 109_000), (108_000, 111_000), (110_000, 112_000), (112_000, 113_000)]
)
def test_a_nearer_answer_is_asked_for_as_its_row_said(
    alice: User, offer: Offer, said: int, then: int
) -> None:
    make_answer(offer, base=Decimal(said))
    assert record(offer).request == then
    assert f"Ask for USD {then:,}" in page(alice, "offers:room", offer)


def test_the_same_answer_again_is_asked_for_the_same(offer: Offer) -> None:
    make_answer(offer, base=Decimal(104_000))
    assert record(offer).request == 113_000


def test_an_answer_that_they_lowered_is_asked_back_and_then_the_same(offer: Offer) -> None:
    make_answer(offer, base=Decimal(102_000))
    found = record(offer)
    assert (found.cut_from, found.request) == (104_000, 113_000)


def test_after_a_counter_went_out_its_ask_counts(offer: Offer) -> None:
    make_draft(offer, sent_on=date(2026, 11, 12), basis={"ask": "110000.00", "opening": []})
    make_answer(offer, base=Decimal(106_000))
    found = record(offer)
    assert (found.request, found.replies[0].said) == (108_000, 108_000)
    make_answer(offer, base=Decimal(108_000))
    assert record(offer).is_reached


def test_a_number_that_they_call_final_leaves_what_is_enough_as_it_was(desk: Client, offer: Offer) -> None:
    make_answer(offer, base=Decimal(106_000), kind="final")
    assert "USD 113,000 or more" in part(page_of(desk, offer), "stop").text
    assert record(offer).request is None
