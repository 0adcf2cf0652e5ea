"""Dates as calendar files (RFC 5545): whole days, without a word about whose offer it is."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar
from icalendar import Event as CalendarEvent

from offers.dates.due import due_at
from offers.dates.events import Event, Key

TITLE = "A date you set in Negotiator"


def calendar_of(events: Iterable[Event], *, now: datetime, page: str) -> bytes:
    """One calendar with these dates, made at `now`; `page` is the address where their owner reads more."""
    calendar = Calendar()
    calendar.add("prodid", "-//Negotiator//Dates//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Negotiator")
    calendar.add("refresh-interval", timedelta(hours=6), {"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(entry(event, now=now, page=page))
    return bytes(calendar.to_ical())


def entry(event: Event, *, now: datetime, page: str) -> CalendarEvent:
    """One whole day that takes no time; a deadline rings when the reminder by mail is due."""
    made = CalendarEvent()
    made.add("uid", f"{uuid.uuid5(event.offer.pk, event.key)}@negotiator")
    made.add("dtstamp", now)
    made.add("dtstart", event.day)
    made.add("summary", TITLE)
    made.add("url", page)
    made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT")
    if event.key is Key.DEADLINE:
        made.add_component(alarm(event))
    return made


def alarm(event: Event) -> Alarm:
    """Rings at a moment: so long before midnight would be wherever the calendar thinks that it is."""
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", TITLE)
    made.add("trigger", due_at(event, on_the_day=False), {"VALUE": "DATE-TIME"})
    return made
