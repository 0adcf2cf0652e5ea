"""What a written offer leaves out is asked for in time, waited for, and then no longer stands in the way."""

from datetime import date, timedelta
from typing import Any

import pytest

from offers.accounts.models import User
from offers.case import ask_on
from offers.engine.policy import Policy
from offers.models import Offer
from offers.next_step import NextStep, step_of
from tests.factories import make_draft, make_offer, make_terms

# A week of questions: asked on Tuesday, a follow-up on Monday 30, the last safe day on Tuesday 1 December.
TODAY, SAFE, DEADLINE = date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 7)
WHOLE = {"bonus_stated": "none", "equity_stated": "none", "leave_stated": "none", "level": "L3"}
SENT: dict[str, Any] = {"sent_on": TODAY}


@pytest.fixture
def offer(alice: User) -> Offer:
    made = make_offer(alice, stated_as="written", deadline=DEADLINE)
    Offer.objects.update(created_at="2026-11-20T09:00Z")
    return made


def step_on(today: date) -> NextStep:
    found, policy = Offer.objects.with_case().get(), Policy()
    return step_of(found, ask_on(found, policy, today), today, policy=policy)


def test_the_step_names_what_is_missing_and_leaves_days_for_the_counter(offer: Offer) -> None:
    step = step_on(TODAY)
    assert (step.title, step.on) == ("Ask for what the written offer leaves out", date(2026, 11, 26))
    assert [why.text for why in step.whys] == [
        "Not named: bonus, equity, benefits, leave, level, reporting line. Ask for it once, in one mail. "
        "Then counter.",
        "Ask by 26 November 2026: that leaves time to read the answer before the last safe day to counter, "
        "1 December 2026.",
    ]


def test_only_the_one_part_that_is_missing_is_named(offer: Offer) -> None:
    Offer.objects.update(**WHOLE)
    make_terms(offer, benefits="Health and pension")
    assert step_on(TODAY).why.text == "Not named: reporting line. Ask for it once, in one mail. Then counter."


def test_a_part_that_a_version_of_the_terms_names_is_not_asked_for(offer: Offer) -> None:
    terms = {"level": "L3", "bonus_target_rate": "0.1", "equity_grant": 0, "leave_days": 25}
    make_terms(offer, **terms, benefits="Health and pension", reporting_line="Head of Data")
    assert step_on(TODAY).title == "Write your counter"


@pytest.mark.parametrize("kind", ["questions", "acknowledge"])
def test_what_was_asked_for_is_waited_for_up_to_the_counter(offer: Offer, kind: str) -> None:
    make_draft(offer, kind=kind, **SENT)
    step = step_on(TODAY)
    assert (step.title, step.on, step.label) == (
        "Wait for their answers; counter by 1 December 2026, also without them",
        None,
        "Enter what they wrote",
    )
    assert [why.text for why in step.whys] == [
        "Asked for on 24 November 2026, and not given yet: bonus, equity, benefits, leave, level, "
        "reporting line.",
        "What they have not answered by 30 November 2026 counts as asked for and not given, and the counter "
        "goes out.",
    ]


@pytest.mark.parametrize("days", [6, 7])
def test_then_the_counter_comes_also_without_them(offer: Offer, days: int) -> None:
    make_draft(offer, kind="questions", **SENT)
    step = step_on(TODAY + timedelta(days=days))
    assert (step.title, step.on) == ("Write your counter", SAFE)


def test_without_a_deadline_the_answers_are_waited_for_until_a_follow_up_would_be_due(offer: Offer) -> None:
    make_draft(offer, kind="questions", **SENT)
    Offer.objects.update(deadline=None)
    assert step_on(TODAY).title == "Wait for their answers until 30 November 2026, then counter"
    assert step_on(date(2026, 11, 30)).title == "Write your counter"


def test_an_answer_that_was_written_down_ends_the_wait(offer: Offer) -> None:
    make_draft(offer, kind="questions", **SENT)
    make_terms(offer, heard_on=TODAY, level="L3")
    assert step_on(TODAY).title == "Write your counter"


def test_parts_that_were_filled_in_end_the_wait(offer: Offer) -> None:
    make_draft(offer, kind="questions", **SENT)
    make_terms(offer, heard_on=date(2026, 11, 23), benefits="Health", reporting_line="Head of Data")
    assert step_on(TODAY).title.startswith("Wait for their answers")
    Offer.objects.update(**WHOLE)
    assert step_on(TODAY).title == "Write your counter"


def test_questions_of_before_the_letter_could_not_know_what_it_leaves_out(offer: Offer) -> None:
    make_draft(offer, kind="questions", sent_on=date(2026, 11, 19))
    assert step_on(TODAY).title == "Ask for what the written offer leaves out"


def test_where_an_answer_would_come_too_late_more_time_is_asked_for_first(offer: Offer) -> None:
    step = step_on(date(2026, 11, 27))
    assert (step.title, step.on) == ("Ask for a later date", SAFE)
    assert step.why.text.endswith(
        "too few to ask what is open, read the answer and counter: ask for a later date."
    )
    make_draft(offer, kind="extension", sent_on=date(2026, 11, 27))
    step = step_on(date(2026, 11, 27))
    assert (step.title, step.on) == ("Ask for what the written offer leaves out", None)
    assert step.whys[1].text == "Counter by 1 December 2026: a review takes about 3 business days."


def test_a_spoken_offer_with_too_little_time_is_thanked_for_and_then_more_is_asked_for(offer: Offer) -> None:
    Offer.objects.update(stated_as="verbal")
    late = date(2026, 11, 27)
    step = step_on(late)
    assert step.title == "Thank them and ask for the offer in writing"
    assert step.whys[1].text.endswith("ask for a later date.")
    make_draft(offer, kind="acknowledge", sent_on=late)
    assert (step_on(late).title, step_on(late).on) == ("Ask for a later date", SAFE)
    make_draft(offer, kind="extension", sent_on=late)
    assert step_on(late).title == "Wait for the written offer"
