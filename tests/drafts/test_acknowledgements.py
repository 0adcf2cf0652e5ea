"""The first answer to an offer: thanks, what nobody has named yet, and the day of the answer."""

from datetime import date

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.checks import check_text
from offers.drafts.composer.ground import NothingToSayError
from offers.drafts.models import Tone
from offers.drafts.record import record_of
from offers.engine.draft import Kind
from offers.models import Offer
from tests.drafts.conftest import MakeRecord
from tests.factories import make_draft, make_offer


def test_an_acknowledgement_asks_for_what_nobody_has_named(make_record: MakeRecord) -> None:
    assert make_record().text(Kind.ACKNOWLEDGE) == (
        "Hello,\n\n"
        "Thank you for offering me the role of Product Analyst at Northwind Software.\n\n"
        "Could you send me the offer in writing, with the bonus terms, any equity, the days of leave, the "
        "reporting line and the benefits? I will read it with care and answer within 3 business days of "
        "having it.\n\nKind regards"
    )


def test_a_written_offer_is_answered_by_a_day(make_record: MakeRecord) -> None:
    text = make_record(stated_as="written").text(Kind.ACKNOWLEDGE)
    assert "I will read it with care and answer by Thursday 26 November." in text


def test_a_written_offer_is_not_asked_for_again(make_record: MakeRecord) -> None:
    text = make_record("front-loaded").text(Kind.ACKNOWLEDGE)
    assert "Thank you for the written offer for the role of Site Reliability Engineer" in text
    assert "Could you also send me the reporting line?" in text


def test_a_sign_on_without_its_conditions_is_asked_about(make_record: MakeRecord) -> None:
    text = make_record("front-loaded", sign_on_clawback_months=None).text(Kind.ACKNOWLEDGE)
    assert "when the sign-on would have to be paid back and the reporting line?" in text


def test_the_answer_comes_before_a_deadline_that_is_near(make_record: MakeRecord) -> None:
    assert make_record(deadline=date(2026, 11, 24)).ground.answer_on == date(2026, 11, 24)


def test_an_acknowledgement_needs_no_base(make_record: MakeRecord) -> None:
    record = make_record(base=None)
    assert record.text(Kind.ACKNOWLEDGE).startswith("Hello,\n\nThank you for offering me the role")
    with pytest.raises(NothingToSayError, match="Enter the base they offered"):
        record.text(Kind.COUNTER)


@pytest.mark.parametrize("tone", Tone)
def test_what_was_asked_for_is_asked_again_under_the_name_of_that_message(alice: User, tone: Tone) -> None:
    made = make_offer(alice, stated_as="written")
    today = timezone.localdate()
    make_draft(made, kind="acknowledge", sent_on=today)
    record = record_of(Offer.objects.with_case().get(pk=made.pk), today)
    text = record.text(Kind.QUESTIONS, tone)
    assert f"I am following up on my message of {today:%A} {today.day} {today:%B}" in text
    assert "These points are still open:" in text
    found = check_text(text, record, Kind.QUESTIONS, preferred=False)
    assert [remark.label for remark in found.remarks] == []
