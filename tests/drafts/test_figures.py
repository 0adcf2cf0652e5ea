"""Where the numbers of a first text come from."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client

from offers.accounts.models import User
from offers.drafts.case import numbers_in
from offers.drafts.figures import Origin, origins
from offers.drafts.models import Draft
from offers.drafts.record import Record, record_of
from offers.engine.draft import Kind
from offers.models import Offer, Wish
from tests.drafts.conftest import NAMES, STARTS, TODAY
from tests.drafts.steps import text_of
from tests.factories import make_offer

MakeRecord = Callable[..., Record]


def of(record: Record, kind: Kind) -> tuple[Origin, ...]:
    return origins(record, record.text(kind))


def test_a_script_names_the_ask_and_its_second_way(make_record: MakeRecord) -> None:
    found = of(make_record(), Kind.PHONE)
    assert [(one.label, one.words) for one in found] == [
        ("The ask", "USD 88,500 a year"),
        ("Base of the second way", "USD 84,000 a year"),
        ("Beside base", "a sign-on of USD 8,000"),
    ]
    assert [one.source for one in found[1:]] == ["practitioner guide, 2026, grade D", "what you entered"]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_amount_of_a_first_text_has_an_origin(make_record: MakeRecord, name: str, start: str) -> None:
    record = make_record(name, **STARTS[start])
    text = record.text(Kind.COUNTER)
    told = {number for one in of(record, Kind.COUNTER) for number in numbers_in(one.words)}
    assert {number for number in numbers_in(text) if number > 1_000} - told == set()


def test_the_day_of_the_answer_is_our_proposal(make_record: MakeRecord) -> None:
    (found,) = of(make_record(deadline=None, stated_as="written"), Kind.ACKNOWLEDGE)
    assert (found.label, found.words) == ("You answer by", "Thursday 26 November")
    assert found.why == "Our proposal, check it: 3 business days to read the offer."
    assert found.source == "practitioner guide, 2026, grade D"


def test_nobody_promises_a_day_for_an_offer_that_is_still_to_come(make_record: MakeRecord) -> None:
    (found,) = of(make_record(deadline=None), Kind.ACKNOWLEDGE)
    assert (found.label, found.words) == ("You answer", "within 3 business days of having it")
    assert found.why == "Our proposal, check it: 3 business days to read the offer."


def test_an_answer_on_the_deadline_is_what_was_entered(make_record: MakeRecord) -> None:
    (found,) = of(make_record(deadline=TODAY), Kind.ACKNOWLEDGE)
    assert (found.why, found.source) == ("It is the deadline you entered.", "what you entered")


def test_an_amount_that_was_taken_out_has_no_origin(make_record: MakeRecord) -> None:
    record = make_record(walk_away=Decimal(79_000))
    text = record.text(Kind.COUNTER).replace("USD 88,500 a year", "more")
    assert "The ask" not in [one.label for one in origins(record, text)]


def test_the_editor_lists_them_below_the_text(window: Client, draft: Draft) -> None:
    page = text_of(window.get(draft.get_absolute_url()))
    assert "Where these numbers come from The ask: USD 88,500 a year" in page


def test_a_limit_of_ones_own_is_not_told_as_the_usual_one(alice: User) -> None:
    offer = make_offer(alice)
    Wish.objects.create(offer=offer, key="sign_on", movable=True, cap=8_000)
    record = record_of(Offer.objects.with_case().get(pk=offer.pk), TODAY)
    beside = next(one for one in of(record, Kind.PHONE) if one.label == "Beside base")
    assert beside.why == "As much of it as makes up for base, up to the most that you entered."
