"""What is asked for after their answer: the next step, a settlement, or nothing more."""

from decimal import Decimal
from typing import Any

import pytest

from offers.accounts.models import User
from offers.drafts.composer.ground import NothingToSayError
from offers.drafts.models import Tone
from offers.drafts.record import Record, record_of
from offers.engine.draft import Kind
from offers.engine.tone import check
from offers.models import Offer
from tests.drafts.conftest import TODAY
from tests.factories import make_answer, make_offer


@pytest.fixture
def answered(alice: User) -> Record:
    """They answered an ask of 88,500 with 84,000."""
    made = make_offer(alice)
    make_answer(made, base=Decimal(84_000))
    return record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)


@pytest.mark.parametrize("kind", [Kind.COUNTER, Kind.PHONE])
def test_after_an_answer_the_next_step_is_asked_for_and_a_settlement_after_it(
    answered: Record, kind: Kind
) -> None:
    text = answered.text(kind)
    assert "could we settle at a base of USD 86,000 a year?" in text
    assert "88,500" not in text
    assert answered.settle is not None
    assert answered.settle.base == 84_000
    assert ("84,000 a year with a review after 6 months" in text) == (kind is Kind.PHONE)


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("kind", [Kind.COUNTER, Kind.PHONE])
@pytest.mark.parametrize("employer_type", ["banded", "step_scale"])
def test_a_second_text_passes_the_check(alice: User, employer_type: str, kind: Kind, tone: Tone) -> None:
    made = make_offer(alice, level="Level 3", employer_type=employer_type)
    make_answer(made, base=Decimal(84_000))
    record = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)
    assert check(record.text(kind, tone), record.facts(kind, preferred=False)) == ()


@pytest.mark.parametrize("tone", Tone)
def test_the_phone_script_thanks_once_after_an_answer(answered: Record, tone: Tone) -> None:
    assert answered.text(Kind.PHONE, tone).count("Thank you") == 1


def test_a_note_on_another_offer_asks_for_the_next_step_too(alice: User, answered: Record) -> None:
    other = make_offer(alice, company="Harbour Foods", base=Decimal(90_000), stated_as="written")
    text = record_of(Offer.objects.with_case().get(pk=answered.offer.pk), TODAY).text(Kind.COMPETING)
    assert other.company not in text
    assert "a base of USD 86,000 a year would make my decision easier" in text.replace("A base", "a base")


@pytest.mark.parametrize("kind", [Kind.COUNTER, Kind.PHONE, Kind.FALLBACK])
@pytest.mark.parametrize(
    ("fields", "reached"), [({}, 88_500), ({"employer_type": "formula", "target": 82_000}, 82_000)]
)
def test_nothing_is_asked_for_once_they_have_reached_what_is_accepted(
    alice: User, fields: dict[str, Any], reached: int, kind: Kind
) -> None:
    made = make_offer(alice, **fields)
    make_answer(made, base=Decimal(reached))
    record = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)
    with pytest.raises(NothingToSayError, match="They have reached the base that you accept"):
        record.text(kind)


@pytest.mark.parametrize("kind", [Kind.COUNTER, Kind.PHONE])
def test_no_more_base_is_asked_of_those_who_called_it_final(alice: User, kind: Kind) -> None:
    made = make_offer(alice)
    make_answer(made, base=Decimal(84_000), kind="final")
    record = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)
    with pytest.raises(NothingToSayError, match="They called their answer final"):
        record.text(kind)
    assert record.settle is None or record.settle.base == 84_000


@pytest.mark.parametrize("base", range(80_500, 88_500, 500))
def test_a_settlement_is_worth_less_than_the_request_before_it(alice: User, base: int) -> None:
    made = make_offer(alice)
    make_answer(made, base=Decimal(base))
    record = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY)
    step, asked = record.settle, record.request
    assert step is not None
    assert asked is not None
    worth = step.base + sum(one.quantity for one in step.items) * Decimal("0.348")
    assert base <= step.base <= worth < asked


def test_a_base_that_they_cut_is_asked_back_before_more(alice: User) -> None:
    made = make_offer(alice, stated_as="written")
    make_answer(made, base=Decimal(79_500))
    text = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY).text(Kind.COUNTER)
    assert (
        "You offered a base of USD 80,000 a year, and I see that your last base is USD 79,500 a year." in text
    )
    assert "Starting from the first, I would like to ask for one more step." in text


def test_what_they_gave_beside_a_base_that_cannot_move_counts(alice: User) -> None:
    made = make_offer(alice, employer_type="formula")
    make_answer(made, base=Decimal(80_000), sign_on=Decimal(3_000), leave_days=Decimal(28))
    Offer.objects.filter(pk=made.pk).update(leave_stated="given", leave_days=25)
    text = record_of(Offer.objects.with_case().get(pk=made.pk), TODAY).text(Kind.COUNTER)
    assert "a sign-on of USD 8,000 in place of USD 3,000 and 2 more days of leave" in text
