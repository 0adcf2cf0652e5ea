"""Counting days: business days around a set of holidays, and months of the calendar.

A business day is Monday to Friday and no holiday. The engine receives the holidays; it knows none itself.
"""

from calendar import monthrange
from collections.abc import Set
from datetime import date, timedelta

from offers.engine.errors import EngineError
from offers.engine.inputs import between

NO_HOLIDAYS: frozenset[date] = frozenset()
_DAY = timedelta(days=1)
_SATURDAY = 5
_FARTHEST = 10_000


def is_business_day(day: date, holidays: Set[date] = NO_HOLIDAYS) -> bool:
    """Whether people work on `day`."""
    return day.weekday() < _SATURDAY and day not in holidays


def add_business_days(day: date, count: int, holidays: Set[date] = NO_HOLIDAYS) -> date:
    """The business day `count` business days after `day`, or before it when `count` is below zero.

    The start itself is not counted; 0 gives `day` back. Raises `EngineError` beyond the calendar.

    >>> add_business_days(date(2026, 3, 4), 4)
    datetime.date(2026, 3, 10)
    """
    between("business_days", count, -_FARTHEST, _FARTHEST)
    step, left = (_DAY if count > 0 else -_DAY), abs(count)
    try:
        while left:
            day += step
            left -= is_business_day(day, holidays)
    except OverflowError:
        raise EngineError("date", "This date is beyond the calendar.") from None
    return day


def business_days_between(start: date, end: date, holidays: Set[date] = NO_HOLIDAYS) -> int:
    """Business days after `start` up to and including `end`; below zero when `end` is earlier.

    >>> business_days_between(date(2026, 3, 13), date(2026, 3, 19))
    4
    """
    if end < start:
        return -business_days_between(end, start, holidays)
    weeks, rest = divmod((end - start).days, 7)
    odd = sum((start.weekday() + number) % 7 < _SATURDAY for number in range(1, rest + 1))
    off = sum(start < day <= end and day.weekday() < _SATURDAY for day in holidays)
    return 5 * weeks + odd - off


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or the last day of a shorter month.

    Raises `EngineError` beyond the calendar.

    >>> add_months(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise EngineError("date", "This date is beyond the calendar.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
