"""One log of everything that happened, each line with its day and the page it leads to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from offers.case import measure_of
from offers.engine.process import Outcome
from offers.engine.signals import GREEN, Sign
from offers.engine.situation import Measure
from offers.ledger.models import OFFERED, Promise, Settled, Terms
from offers.ledger.parts import paid
from offers.models import Offer
from offers.timeline.figures import said

SETTLED = {Settled.WRITTEN: "Promise put in writing", Settled.WAIVED: "Promise waived"}
LATER = timedelta(microseconds=1)  # What follows from a line of the same moment stands after it.
ENDED = {
    Outcome.ACCEPTED: "Accepted",
    Outcome.DECLINED: "Declined",
    Outcome.WITHDRAWN: "They took the offer back",
    Outcome.EXPIRED: "The offer ran out",
}


@dataclass(frozen=True, kw_only=True)
class Event:
    """One line: its day, what happened, the words that go with it, and where it leads.

    `made_at` orders what happened on one day. `struck` is a figure that was struck out.
    """

    on: date
    made_at: datetime
    title: str
    path: str
    words: str = ""
    person: str = ""
    struck: bool = False


def log_of(offer: Offer) -> list[Event]:
    """All that happened, the newest first. Every list of the offer is loaded."""
    page = reverse("timeline:page", args=[offer.pk])
    events = [
        *beginning(offer),
        *messages(offer),
        *terms(offer, page),
        *promises(offer, page),
        *signals(offer, page),
        *figures(offer, page),
        *ending(offer),
    ]
    return sorted(events, key=lambda event: (event.on, event.made_at), reverse=True)


def beginning(offer: Offer) -> Iterator[Event]:
    room, day = offer.get_absolute_url(), timezone.localdate(offer.created_at)
    if offer.posted_on:
        yield Event(on=offer.posted_on, made_at=offer.created_at, title="The posting", path=room)
    yield Event(on=day, made_at=offer.created_at, title="Offer entered here", path=room)


def messages(offer: Offer) -> Iterator[Event]:
    """What was sent, and the day on which they said that it is with those who decide."""
    for draft in offer.drafts.all():
        path = draft.get_absolute_url() if draft.sent_on or draft.review_on else ""
        if draft.sent_on:
            title = f"You sent: {draft.get_kind_display().lower()}"
            yield Event(on=draft.sent_on, made_at=draft.changed_at, title=title, path=path)
        if draft.review_on:
            title = "They took it to their internal review"
            yield Event(on=draft.review_on, made_at=draft.changed_at + LATER, title=title, path=path)


def terms(offer: Offer, page: str) -> Iterator[Event]:
    measure, entered_on = measure_of(offer), timezone.localdate(offer.created_at)
    versions = [one for one in offer.terms.all() if one.kind in OFFERED and one.heard_on == entered_on]
    for one in offer.terms.all():
        path = one.get_absolute_url() if one.is_answer else f"{page}#terms"
        yield Event(
            on=one.heard_on,
            # The offer as it was entered is kept as a version later, and was there from the start.
            made_at=offer.created_at + LATER if versions[-1:] == [one] else one.made_at,
            title=str(one.get_kind_display()),
            path=path,
            words=in_short(one, measure),
            person=one.person,
        )


def in_short(one: Terms, measure: Measure) -> str:
    """Its base and how it came."""
    base = f"base {paid(one.base, measure)}, " if one.base else ""
    return f"{base}{one.get_channel_display()}"


def promises(offer: Offer, page: str) -> Iterator[Event]:
    path = f"{page}#promises"
    for one in offer.promises.all():
        yield Event(
            on=one.promised_on,
            made_at=one.made_at,
            title="They promised",
            path=path,
            words=one.what,
            person=one.person,
        )
        if one.settled_on:
            yield settled(one, one.settled_on, path)


def settled(one: Promise, on: date, path: str) -> Event:
    return Event(
        on=on, made_at=one.made_at + LATER, title=SETTLED[Settled(one.state)], path=path, words=one.what
    )


def signals(offer: Offer, page: str) -> Iterator[Event]:
    for one in offer.signals.all():
        title = "A good sign" if Sign(one.sign) in GREEN else "A sign that calls for care"
        yield Event(
            on=one.seen_on,
            made_at=one.made_at,
            title=title,
            path=f"{page}#signals",
            words=str(one),
            person=one.person,
        )


def figures(offer: Offer, page: str) -> Iterator[Event]:
    measure = measure_of(offer)
    for one in offer.observations.all():
        yield Event(
            on=one.seen_on,
            made_at=one.made_at,
            title="A figure",
            path=f"{page}#figures",
            words=said(one, measure),
            person=one.person,
            struck=one.struck_at is not None,
        )


def ending(offer: Offer) -> Iterator[Event]:
    decision = getattr(offer, "decision", None)
    if decision:
        path = reverse("outcome:page", args=[offer.pk])
        yield Event(on=decision.decided_on, made_at=decision.made_at, title=ended(offer), path=path)


def ended(offer: Offer) -> str:
    """How it ended, in a word or two; empty while it is open."""
    decision = getattr(offer, "decision", None)
    return ENDED[Outcome(decision.outcome)] if decision else ""
