"""The questions about a written offer: what they promise of us hangs on their answers."""

from datetime import date

import pytest

from offers.drafts.figures import origins
from offers.drafts.models import Tone
from offers.engine.draft import Kind
from tests.drafts.conftest import MakeRecord


@pytest.mark.parametrize("tone", Tone)
def test_questions_promise_no_day_before_they_are_answered(make_record: MakeRecord, tone: Tone) -> None:
    record = make_record(stated_as="written", deadline=date(2026, 12, 7))
    text = record.text(Kind.QUESTIONS, tone)
    assert "You will hear from me within 3 business days of your answers." in text
    assert "November" not in text
    (found,) = [one for one in origins(record, text) if one.label == "You answer"]
    assert found.words == "within 3 business days of your answers"


def test_questions_promise_no_day_after_a_deadline_that_is_near(make_record: MakeRecord) -> None:
    record = make_record(stated_as="written", deadline=date(2026, 11, 24))
    text = record.text(Kind.QUESTIONS)
    assert "Once I have your answers, you will hear from me by Tuesday 24 November." in text
    (found,) = [one for one in origins(record, text) if one.label == "You answer by"]
    assert found.why == "It is the deadline you entered."
