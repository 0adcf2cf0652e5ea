"""Reminders by mail: which are due, and sending one. Both may be done again at any time.

A reminder is a row first and a mail after it. The row is locked while the mail server takes the mail, so no
two processes send the same one. Whoever is killed between the server's yes and the commit leaves a row that
is sent once more, under the same Message-ID; that is the only way to two of one.
"""

import contextlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from offers.bands.policy import current_policy
from offers.dates.due import due_at, due_now
from offers.dates.events import WAITING, Event, events_of, with_dates
from offers.dates.models import Reminder
from offers.engine.policy import Policy
from offers.models import Offer, Stage

SUBJECT = "A date is near"
AT_A_TIME = 500


def reminded_offers(now: datetime) -> "QuerySet[Offer]":
    """Open offers whose owners want mails, at an address they confirmed, if a date may be near."""
    wanting = Offer.objects.filter(
        owner__is_active=True,
        owner__mail_reminders=True,
        owner__emailaddress__verified=True,
        owner__emailaddress__email=F("owner__email"),
    )
    yesterday = now.date() - timedelta(days=1)
    near = Q(deadline__gte=yesterday) | Q(stage__in=WAITING) | Q(expectation__expected_on__gte=yesterday)
    return with_dates(wanting.filter(near, is_example=False).exclude(stage=Stage.DECIDED))


def due_reminders(now: datetime) -> Iterator[Reminder]:
    """Every reminder that is due and not sent, made where it was not there yet."""
    policy = current_policy()
    for offer in reminded_offers(now).iterator(chunk_size=AT_A_TIME):
        for event, on_the_day in due_events(offer, now, policy):
            if reminder := reminder_of(event, on_the_day):
                yield reminder


def due_events(offer: Offer, now: datetime, policy: Policy) -> Iterator[tuple[Event, bool]]:
    today = now.astimezone(offer.owner.zone).date()
    for event in events_of(offer, today, policy=policy):
        for on_the_day in due_now(event, now):
            yield event, on_the_day


def reminder_of(event: Event, on_the_day: bool) -> Reminder | None:
    """The row of a reminder; None when it is sent, or when the offer was worked on since it was due."""
    moment = due_at(event, on_the_day=on_the_day)
    date = {"offer": event.offer, "event": event.key.value, "day": event.day, "on_the_day": on_the_day}
    known = Reminder.objects.filter(**date).first()
    if known is None and event.offer.changed_at >= moment:
        return None
    reminder = known or Reminder.objects.get_or_create(**date, defaults={"due_at": moment})[0]
    return reminder if reminder.sent_at is None else None


@transaction.atomic
def send(pk: UUID, now: datetime) -> None:
    """Sends one reminder if it still is wanted; otherwise, and when it was sent, nothing happens.

    Raises whatever the mail server's connection raises; the reminder then stays unsent.
    """
    reminder = Reminder.objects.select_for_update().filter(pk=pk, sent_at=None).first()
    if reminder is None:
        return
    offer = reminded_offers(now).filter(pk=reminder.offer_id).first()
    if offer is None or not is_due(reminder, offer, now):
        return
    with mail_server() as server:
        server.send_messages([mail(reminder, offer, now)])
    reminder.sent_at = now
    reminder.save(update_fields=["sent_at"])


def is_due(reminder: Reminder, offer: Offer, now: datetime) -> bool:
    """Whether its offer still has that date and the mail about it is due."""
    asked = (reminder.event, reminder.day, reminder.on_the_day)
    due = due_events(offer, now, current_policy())
    return any((event.key.value, event.day, on_the_day) == asked for event, on_the_day in due)


@contextlib.contextmanager
def mail_server() -> Iterator[BaseEmailBackend]:
    """An open connection. What goes wrong in the goodbye is no reason to send again what was taken."""
    server = get_connection()
    server.open()
    yield server
    with contextlib.suppress(Exception):
        server.close()


def mail(reminder: Reminder, offer: Offer, now: datetime) -> EmailMessage:
    """Says that a date is near, and nothing of which: mails are read over shoulders and on servers."""
    today = now.astimezone(offer.owner.zone).date()
    context = {
        "is_today": reminder.day == today,
        "dates": f"{settings.SITE_URL}{reverse('dates:list')}",
        "preferences": f"{settings.SITE_URL}{reverse('accounts:preferences')}",
    }
    headers = {"Message-ID": reminder.message_id, "Auto-Submitted": "auto-generated"}
    body = render_to_string("dates/mail.txt", context)
    return EmailMessage(SUBJECT, body, to=[offer.owner.email], headers=headers)
