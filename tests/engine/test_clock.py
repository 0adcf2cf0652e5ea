"""The dates of an offer."""

from dataclasses import replace
from datetime import date

import pytest

from offers.engine.clock import (
    ExtensionClass,
    align,
    clock,
    extension,
    follow_up,
    latest_counter,
    sign_by,
    time_left,
)
from offers.engine.errors import EngineError
from offers.engine.policy import Policy
from offers.engine.reason import Grade

POLICY = Policy()
TODAY = date(2026, 3, 4)
DEADLINE = date(2026, 3, 13)


def test_counter_of_a_friday_deadline_is_safe_until_monday() -> None:
    moment = latest_counter(DEADLINE, TODAY, policy=POLICY)
    assert moment.on == date(2026, 3, 9)
    assert moment.reason.text == "Counter by 9 March 2026: a review takes about 3 business days."
    assert moment.reason.grade == Grade.D


def test_counter_moves_with_the_review_and_the_holidays() -> None:
    fast = latest_counter(DEADLINE, TODAY, policy=POLICY, review_days=2)
    closed = latest_counter(DEADLINE, TODAY, policy=POLICY, holidays=frozenset({date(2026, 3, 12)}))
    assert (fast.on, closed.on) == (date(2026, 3, 10), date(2026, 3, 6))


def test_counter_is_still_safe_on_its_last_day() -> None:
    moment = latest_counter(DEADLINE, date(2026, 3, 12), policy=POLICY, review_days=0)
    assert (moment.on, moment.reason.code) == (date(2026, 3, 12), "COUNTER_BY")


def test_counter_past_its_safe_day_asks_for_more_time() -> None:
    moment = latest_counter(DEADLINE, date(2026, 3, 10), policy=POLICY)
    assert moment.reason.text == "The last safe day to counter was 9 March 2026; ask for more time with it."


def test_more_time_is_asked_for_once() -> None:
    late = date(2026, 3, 11)
    left = time_left(DEADLINE, late, policy=POLICY, extension_asked=True)
    assert (left.ask_for_time_first, left.reason.text) == (
        False,
        "Business days left until 13 March 2026: 2. It counts until they agree to a later date.",
    )
    moment = latest_counter(DEADLINE, late, policy=POLICY, extension_asked=True)
    assert moment.reason.text.endswith("; send it now that you have asked for more time.")


def test_counter_without_a_deadline_has_no_last_day() -> None:
    moment = latest_counter(None, TODAY, policy=POLICY)
    assert (moment.on, moment.reason.code) == (None, "COUNTER_NO_DEADLINE")


def test_counter_refuses_a_negative_review() -> None:
    with pytest.raises(EngineError) as caught:
        latest_counter(DEADLINE, TODAY, policy=POLICY, review_days=-1)
    assert caught.value.field == "review_days"


@pytest.mark.parametrize(
    ("today", "code"),
    [(TODAY, "FOLLOW_UP"), (date(2026, 3, 9), "FOLLOW_UP"), (date(2026, 3, 10), "FOLLOW_UP_DUE")],
)
def test_follow_up_comes_four_business_days_after_sending(today: date, code: str) -> None:
    moment = follow_up(TODAY, today, policy=POLICY)
    assert (moment.on, moment.reason.code) == (date(2026, 3, 10), code)


@pytest.mark.parametrize(
    ("deadline", "on"),
    [
        (None, date(2026, 3, 10)),
        (DEADLINE, date(2026, 3, 10)),
        (date(2026, 3, 6), date(2026, 3, 6)),
        (date(2026, 3, 2), date(2026, 3, 10)),
    ],
)
def test_a_yes_takes_a_few_days_and_not_more_than_there_are(deadline: date | None, on: date) -> None:
    assert sign_by(TODAY, deadline) == on


def test_follow_up_of_nothing_sent_is_open() -> None:
    moment = follow_up(None, TODAY, policy=POLICY)
    assert (moment.on, moment.reason.code) == (None, "FOLLOW_UP_NOT_SENT")


@pytest.mark.parametrize(
    ("until", "days", "kind", "grade"),
    [
        (date(2026, 3, 12), 0, ExtensionClass.NOT_NEEDED, Grade.FACT),
        (DEADLINE, 0, ExtensionClass.NOT_NEEDED, Grade.FACT),
        (date(2026, 3, 14), 0, ExtensionClass.ORDINARY, Grade.D),
        (date(2026, 3, 20), 5, ExtensionClass.ORDINARY, Grade.D),
        (date(2026, 3, 23), 6, ExtensionClass.EXPLAIN, Grade.E),
        (date(2026, 3, 27), 10, ExtensionClass.EXPLAIN, Grade.E),
        (date(2026, 3, 30), 11, ExtensionClass.RISKY, Grade.E),
    ],
)
def test_extension_is_ordinary_to_five_days_explained_to_ten_then_risky(
    until: date, days: int, kind: ExtensionClass, grade: Grade
) -> None:
    asked = extension(DEADLINE, until, policy=POLICY)
    assert (asked.days, asked.kind, asked.reason.grade) == (days, kind, grade)


def test_align_asks_until_two_days_after_the_other_offer_is_expected() -> None:
    asked = align(DEADLINE, date(2026, 3, 17), policy=POLICY)
    assert asked is not None
    assert (asked.until, asked.days, asked.kind) == (date(2026, 3, 19), 4, ExtensionClass.ORDINARY)
    assert asked.reason.text == "Until 19 March 2026 (business days more: 4) is an ordinary request."


@pytest.mark.parametrize(("deadline", "expected"), [(None, TODAY), (DEADLINE, None)])
def test_align_waits_for_both_dates(deadline: date | None, expected: date | None) -> None:
    assert align(deadline, expected, policy=POLICY) is None


@pytest.mark.parametrize(
    ("today", "business", "calendar", "overdue", "first", "code"),
    [
        (date(2026, 3, 10), 3, 3, False, False, "DEADLINE"),
        (date(2026, 3, 11), 2, 2, False, True, "DEADLINE_SHORT"),
        (DEADLINE, 0, 0, False, True, "DEADLINE_SHORT"),
        (date(2026, 3, 14), 0, -1, True, False, "DEADLINE_PASSED"),
        (date(2026, 3, 16), -1, -3, True, False, "DEADLINE_PASSED"),
    ],
)
def test_time_left_counts_down_and_says_when_it_is_over(
    today: date, business: int, calendar: int, overdue: bool, first: bool, code: str
) -> None:
    left = time_left(DEADLINE, today, policy=POLICY)
    assert (left.business_days, left.calendar_days) == (business, calendar)
    assert (left.overdue, left.ask_for_time_first, left.reason.code) == (overdue, first, code)


def test_time_left_follows_the_policy() -> None:
    patient = replace(POLICY, short_deadline_days=POLICY.short_deadline_days - 3)
    assert time_left(DEADLINE, DEADLINE, policy=patient).ask_for_time_first is False


def test_clock_of_an_offer_with_everything_known() -> None:
    found = clock(TODAY, deadline=DEADLINE, sent_on=TODAY, other_expected_on=date(2026, 3, 17), policy=POLICY)
    assert (found.left.business_days, found.counter_by.on, found.follow_up.on) == (
        7,
        date(2026, 3, 9),
        date(2026, 3, 10),
    )
    assert found.wait_until == align(DEADLINE, date(2026, 3, 17), policy=POLICY)


def test_clock_of_an_offer_with_nothing_known_is_open() -> None:
    found = clock(TODAY, policy=POLICY)
    days = (found.left.business_days, found.left.calendar_days, found.counter_by.on, found.follow_up.on)
    assert (days, found.wait_until) == ((None,) * 4, None)
    assert (found.left.overdue, found.left.ask_for_time_first) == (False, False)
    assert found.left.reason.text == "No deadline is known; ask for one."
