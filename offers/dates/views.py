"""All dates of a person on one page, as calendar files, and at a private address for a calendar to read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offers.accounts.models import User
from offers.accounts.workdays import counted_for, countries
from offers.accounts.zones import zone_words
from offers.bands.policy import current_policy
from offers.dates.calendar import TITLE, calendar_of
from offers.dates.events import Event, When, events_of, with_dates
from offers.dates.feeds import hash_of, owner_of, replace, revoke
from offers.dates.models import CalendarFeed, Reminder
from offers.explain import Why, why
from offers.models import Offer
from offers.requests import OwnRequest, post_only
from offers.whereabouts import country_of

LAST_MAILS = 30
FRESH = "new_calendar"  # In the session, from the making of an address to the page that shows it.
TITLES = {
    "deadline": "Answer due",
    "counter": "Last safe day to counter",
    "follow-up": "Ask again",
    "expected": "Their offer expected",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One date and why it is that day."""

    event: Event
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Day:
    """The dates of one day."""

    day: date
    when: When
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Mailed:
    """A reminder that went out: when, and about which date."""

    sent_at: datetime
    title: str
    day: date
    offer: Offer


def events_in(offers: "QuerySet[Offer]", today: date) -> list[Event]:
    """All dates of these offers, the earliest first, so that what is overdue comes before all else."""
    policy = current_policy()
    found = [event for offer in with_dates(offers) for event in events_of(offer, today, policy=policy)]
    return sorted(found, key=lambda event: (event.day, event.offer.role))


def days_of(events: Iterable[Event]) -> list[Day]:
    return [
        Day(day=day, when=group[0].when, lines=tuple(line_of(event) for event in group))
        for day, group in ((day, list(found)) for day, found in groupby(events, key=lambda one: one.day))
    ]


def line_of(event: Event) -> Line:
    return Line(event=event, whys=(why(event.reason, "the day you entered"),))


def mailed_to(user: User) -> list[Mailed]:
    """The last reminders that went out, the newest first."""
    sent = Reminder.objects.about(Offer.objects.owned_by(user)).exclude(sent_at=None)
    return [
        Mailed(sent_at=one.sent_at, title=TITLES.get(one.event, "A date"), day=one.day, offer=one.offer)
        for one in sent.select_related("offer").order_by("-sent_at")[:LAST_MAILS]
        if one.sent_at
    ]


@login_required
@require_safe
def dates(request: OwnRequest) -> HttpResponse:
    mine = Offer.objects.owned_by(request.user)
    feed = CalendarFeed.objects.filter(owner=request.user).first()
    events = events_in(mine, timezone.localdate())
    shown = {
        "days": days_of(events),
        "near": near(events),
        "mails": mailed_to(request.user),
        "feed": feed,
        "address": new_one(request, feed),
        "title": TITLE,
        "holidays": counted_for(request.user),
        "zone": zone_words(str(request.user.zone)),
    }
    return render(request, "dates/page.html", shown)


def near(events: Iterable[Event]) -> tuple[str, str] | None:
    """Code and name of the country that the first of the places lies in, as far as it is known."""
    found = next(filter(None, (country_of(event.offer.place) for event in events)), "")
    return (found, countries()[found]) if found else None


def new_one(request: OwnRequest, feed: CalendarFeed | None) -> str:
    """The address that was made just now, this once, if it still holds; else nothing."""
    token: str = request.session.pop(FRESH, "")
    if not token or feed is None or feed.token_hash != hash_of(token):
        return ""
    return f"{settings.SITE_URL}{reverse('dates:feed', args=[token])}"


@post_only("dates:list")
@login_required
@transaction.atomic
def make_feed(request: OwnRequest) -> HttpResponse:
    """A private address, in place of the one that the form names; the next page shows it, and only that.

    Until then the session holds it. It is saved before the person's row is let go, so that the second of two
    clicks leads to it too.
    """
    token = replace(request.user, timezone.now(), known=request.POST.get("replaces", ""))
    if token:
        request.session[FRESH] = token
        request.session.save()
        request.session.modified = False
    elif FRESH not in request.session:
        messages.info(request, "Nothing was changed: this page was older than the address.")
    return redirect("dates:list")


@post_only("dates:list")
@login_required
def revoke_feed(request: OwnRequest) -> HttpResponse:
    revoke(request.user)
    messages.success(request, "The address is gone. A calendar that reads it finds nothing any more.")
    return redirect("dates:list")


@login_required
@require_safe
def one(request: OwnRequest, pk: UUID, key: str) -> HttpResponse:
    """A calendar file of one date."""
    mine = Offer.objects.owned_by(request.user).filter(pk=pk)
    offer = get_object_or_404(with_dates(mine))
    events = events_of(offer, timezone.localdate(), policy=current_policy())
    found = [event for event in events if event.key == key]
    if not found:
        raise Http404
    answer = calendar(found)
    answer["Content-Disposition"] = 'attachment; filename="date.ics"'
    return answer


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The dates of open offers, for whoever holds the address; examples are nobody's dates."""
    owner = owner_of(token)
    if owner is None:
        raise Http404
    theirs = Offer.objects.owned_by(owner).filter(is_example=False)
    answer = calendar(events_in(theirs, timezone.localdate(timezone=owner.zone)))
    answer["X-Robots-Tag"] = "noindex"
    return answer


def calendar(events: Iterable[Event]) -> HttpResponse:
    made = calendar_of(events, now=timezone.now(), page=f"{settings.SITE_URL}{reverse('dates:list')}")
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(made, "text/calendar; charset=utf-8", headers=headers)
