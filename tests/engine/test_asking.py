"""Asking for what a written offer leaves out: by when, and how long its answer is waited for."""

from datetime import date

import pytest

from offers.engine.asking import ask_by, await_answers
from offers.engine.clock import time_left
from offers.engine.policy import Policy

POLICY = Policy()
DEADLINE = date(2026, 3, 13)  # A counter is safe until Monday 9 March.


def march(day: int) -> date:
    return date(2026, 3, day)


def test_the_day_to_ask_leaves_time_to_read_the_answer_before_the_counter() -> None:
    asked = ask_by(DEADLINE, march(2), policy=POLICY)
    assert (asked.on, asked.reason.text) == (
        march(4),
        "Ask by 4 March 2026: that leaves time to read the answer before the last safe day to counter, "
        "9 March 2026.",
    )


def test_the_day_to_ask_moves_with_a_holiday() -> None:
    asked = ask_by(DEADLINE, march(2), holidays=frozenset({march(6)}), policy=POLICY)
    assert asked.on == march(3)


def test_once_the_day_to_ask_has_passed_the_day_of_the_counter_counts() -> None:
    asked = ask_by(DEADLINE, march(5), policy=POLICY)
    assert (asked.on, asked.reason.code) == (None, "COUNTER_BY")


def test_without_a_deadline_there_is_no_day_to_ask() -> None:
    asked = ask_by(None, march(5), policy=POLICY)
    assert (asked.on, asked.reason.code) == (None, "COUNTER_NO_DEADLINE")


@pytest.mark.parametrize(("today", "first"), [(march(4), False), (march(5), True), (march(9), True)])
def test_where_there_is_no_time_to_ask_more_time_comes_first(today: date, first: bool) -> None:
    assert time_left(DEADLINE, today, policy=POLICY, asks=True).ask_for_time_first is first
    assert time_left(DEADLINE, today, policy=POLICY).ask_for_time_first is False
    assert not time_left(DEADLINE, today, policy=POLICY, asks=True, extension_asked=True).ask_for_time_first


def test_too_little_time_to_ask_says_so() -> None:
    left = time_left(DEADLINE, march(5), policy=POLICY, asks=True)
    assert left.reason.text == (
        "Business days left until 13 March 2026: 6. That is too few to ask what is open, read the answer and "
        "counter: ask for a later date."
    )


@pytest.mark.parametrize(
    ("today", "deadline", "on", "said"),
    [
        (
            march(4),
            DEADLINE,
            march(9),
            "Wait for their answers; counter by 9 March 2026, also without them.",
        ),
        (march(4), None, march(9), "Wait for their answers until 9 March 2026, then counter."),
        (
            march(4),
            date(2026, 3, 27),
            march(9),
            "Wait for their answers; counter by 23 March 2026, also without them.",
        ),
        (
            march(4),
            march(11),
            march(5),
            "Wait for their answers; counter by 5 March 2026, also without them.",
        ),
    ],
)
def test_answers_are_waited_for_up_to_the_follow_up_and_the_counter(
    today: date, deadline: date | None, on: date, said: str
) -> None:
    wait = await_answers(march(3), deadline, today, policy=POLICY)
    assert wait is not None
    assert (wait.on, wait.reason.text) == (on, said)


@pytest.mark.parametrize(
    ("today", "deadline"),
    [(march(9), DEADLINE), (march(9), None), (march(5), march(11)), (march(4), march(5))],
)
def test_then_what_was_asked_counts_as_not_given(today: date, deadline: date | None) -> None:
    assert await_answers(march(3), deadline, today, policy=POLICY) is None
