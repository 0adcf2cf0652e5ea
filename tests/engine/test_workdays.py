"""Business days around weekends and holidays, and months of the calendar."""

from datetime import date

import pytest

from offers.engine.errors import EngineError
from offers.engine.workdays import add_business_days, add_months, business_days_between, is_business_day

MONDAY = date(2026, 3, 9)
FRIDAY = date(2026, 3, 13)
SATURDAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("day", "expected"), [(FRIDAY, True), (SATURDAY, False), (date(2026, 3, 15), False), (MONDAY, False)]
)
def test_business_days_are_weekdays_without_holidays(day: date, expected: bool) -> None:
    assert is_business_day(day, frozenset({MONDAY})) is expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 3, 4), 4, date(2026, 3, 10)),
        (FRIDAY, -4, MONDAY),
        (FRIDAY, 1, date(2026, 3, 16)),
        (SATURDAY, 1, date(2026, 3, 16)),
        (SATURDAY, -1, FRIDAY),
        (SATURDAY, 0, SATURDAY),
    ],
)
def test_add_business_days_skips_weekends(day: date, count: int, expected: date) -> None:
    assert add_business_days(day, count) == expected


def test_add_business_days_skips_holidays() -> None:
    assert add_business_days(FRIDAY, -4, frozenset({MONDAY, SATURDAY})) == date(2026, 3, 6)


@pytest.mark.parametrize(("day", "count"), [(date.max, 1), (date.min, -1), (MONDAY, 10_001)])
def test_add_business_days_refuses_what_the_calendar_does_not_hold(day: date, count: int) -> None:
    with pytest.raises(EngineError):
        add_business_days(day, count)


@pytest.mark.parametrize(
    ("start", "end", "holidays", "expected"),
    [
        (FRIDAY, FRIDAY, set(), 0),
        (FRIDAY, date(2026, 3, 19), set(), 4),
        (date(2026, 3, 19), FRIDAY, set(), -4),
        (FRIDAY, SATURDAY, set(), 0),
        (MONDAY, FRIDAY, {date(2026, 3, 10), MONDAY}, 3),
        (MONDAY, date(2026, 3, 16), {date(2026, 3, 16), SATURDAY}, 4),
        (date(2026, 1, 1), date(2027, 1, 1), set(), 261),
    ],
)
def test_business_days_between_counts_the_end_and_not_the_start(
    start: date, end: date, holidays: set[date], expected: int
) -> None:
    assert business_days_between(start, end, holidays) == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 4, 1), 60, date(2031, 4, 1)),
        (date(2026, 4, 1), -4, date(2025, 12, 1)),
        (date(1, 2, 1), -1, date(1, 1, 1)),
        (date(9999, 11, 30), 1, date(9999, 12, 30)),
    ],
)
def test_add_months_keeps_the_day_or_takes_the_last(day: date, count: int, expected: date) -> None:
    assert add_months(day, count) == expected


@pytest.mark.parametrize(("day", "count"), [(date.max, 1), (date.min, -1)])
def test_add_months_refuses_what_the_calendar_does_not_hold(day: date, count: int) -> None:
    with pytest.raises(EngineError) as caught:
        add_months(day, count)
    assert caught.value.field == "date"
