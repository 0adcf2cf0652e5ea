"""When a person is reminded of a date: nine in the morning where they are."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from offers.dates.events import Event, Key

NINE = time(9)


def due_at(event: Event, *, on_the_day: bool) -> datetime:
    """Nine o'clock of the owner's morning, on the day itself or on the business day before it, in UTC."""
    day = event.day if on_the_day else event.eve
    return datetime.combine(day, NINE, event.offer.owner.zone).astimezone(UTC)


def due_now(event: Event, now: datetime) -> Iterator[bool]:
    """Which mails about a date are due, each by its `on_the_day`: one the day before, and one for a deadline.

    None once the day has passed. On the day of a deadline its own mail takes the place of the earlier one.
    """
    today = now.astimezone(event.offer.owner.zone).date()
    is_deadline = event.key is Key.DEADLINE
    last_day_before = today < event.day or (today == event.day and not is_deadline)
    if last_day_before and due_at(event, on_the_day=False) <= now:
        yield False
    if is_deadline and today == event.day and due_at(event, on_the_day=True) <= now:
        yield True
