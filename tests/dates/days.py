"""Offers with dates, and mornings to look at them from."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import time_machine
from django.core import mail
from django.utils import timezone

from offers.accounts.models import User
from offers.dates.events import Event, events_of, with_dates
from offers.dates.models import CalendarFeed
from offers.dates.reminders import due_reminders, send
from offers.engine.policy import Policy
from offers.models import Offer
from tests.factories import make_offer

LONG_AGO = datetime(2026, 1, 2, tzinfo=UTC)


def offer_due(owner: User, deadline: date | None, **fields: Any) -> Offer:
    """An offer that was last worked on long ago."""
    offer = make_offer(owner, deadline=deadline, **fields)
    Offer.objects.filter(pk=offer.pk).update(changed_at=LONG_AGO)
    return offer


def live(owner: User, zone: str, country: str = "", region: str = "") -> User:
    User.objects.filter(pk=owner.pk).update(time_zone=zone, country=country, subdivision=region)
    owner.refresh_from_db()
    return owner


def version(owner: User) -> str:
    """What the page's form names of the address that holds."""
    return CalendarFeed.objects.get(owner=owner).version


def dates_of(offer: Offer, today: date) -> dict[str, Event]:
    loaded = with_dates(Offer.objects.filter(pk=offer.pk)).get()
    return {event.key.value: event for event in events_of(loaded, today, policy=Policy())}


def at(moment: datetime) -> list[datetime]:
    """The reminders that go out when a worker looks at this moment: for each the moment it was due."""
    with time_machine.travel(moment, tick=False):
        due = list(due_reminders(timezone.now()))
        for reminder in due:
            send(reminder.pk, timezone.now())
    return [reminder.due_at for reminder in due]


def between(start: datetime, end: datetime, step: timedelta = timedelta(minutes=30)) -> list[datetime]:
    """When mails went out while a worker looked every half hour."""
    found, moment = [], start
    while moment <= end:
        before = len(mail.outbox)
        at(moment)
        found += [moment] * (len(mail.outbox) - before)
        moment += step
    return found
