"""The dates of an offer, seen from today: when an answer is due, until when to counter, when to ask again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from offers.case import holidays_around
from offers.drafts.models import COUNTERS, Draft, Kind
from offers.engine.clock import follow_up, latest_counter, time_left
from offers.engine.policy import Policy
from offers.engine.reason import TYPED, Reason
from offers.engine.workdays import add_business_days, business_days_between
from offers.history import rows_of
from offers.ledger.models import ANSWERS, Terms
from offers.models import Offer, Stage

BEFORE_COUNTER = (Stage.RECEIVED, Stage.REVIEWED)
WAITING = (Stage.COUNTERED, Stage.REVIEW)
EXPECTED = Reason(
    code="EXPECTED", sentence="You entered this day where you compare your offers.", params={}, source=TYPED
)


class Key(StrEnum):
    """Which date of an offer; it stays the same when the day moves."""

    DEADLINE = "deadline"
    COUNTER = "counter"
    FOLLOW_UP = "follow-up"
    EXPECTED = "expected"


class When(StrEnum):
    """How near a date is."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, kw_only=True)
class Event:
    """One date. `eve` is the business day before it; `business_days` left are below zero once it passed."""

    offer: Offer
    key: Key
    day: date
    eve: date
    title: str
    reason: Reason
    business_days: int
    when: When


def with_dates(offers: "QuerySet[Offer]") -> "QuerySet[Offer]":
    """Offers with their owner and all that their dates hang on, in one query however many there are."""
    history = rows_of()
    counters = Draft.objects.filter(offer=OuterRef("pk"), kind__in=COUNTERS).sent()
    asked_again = Draft.objects.filter(offer=OuterRef("pk"), kind=Kind.FOLLOW_UP).sent()
    more_time = Draft.objects.filter(offer=OuterRef("pk"), kind=Kind.EXTENSION).sent()
    heard = Terms.objects.filter(offer=OuterRef("pk"), kind__in=ANSWERS).order_by("-heard_on")
    return offers.select_related("owner", "expectation").annotate(
        counter_sent_on=latest(counters, "sent_on"),
        waiting_since=Subquery(
            counters.annotate(since=Coalesce("review_on", "sent_on")).order_by("-since").values("since")[:1]
        ),
        asked_again_on=latest(asked_again, "sent_on"),
        more_time_asked_on=latest(more_time, "sent_on"),
        last_heard_on=Subquery(heard.values("heard_on")[:1]),
        sent_rows=history["sent_rows"],
        terms_rows=history["terms_rows"],
    )


def latest(drafts: "QuerySet[Draft]", field: str) -> Subquery:
    return Subquery(drafts.order_by(f"-{field}").values(field)[:1])


def events_of(offer: Offer, today: date, *, policy: Policy) -> tuple[Event, ...]:
    """The dates of an offer that comes `with_dates()`, the earliest first.

    A decided offer has none, and none is left after our yes or no until they answer it.
    """
    if offer.is_decided or offer.history.last_word:
        return ()
    holidays = holidays_around(offer, today)
    found = (
        Event(
            offer=offer,
            key=key,
            day=day,
            eve=add_business_days(day, -1, holidays),
            title=title,
            reason=reason,
            business_days=business_days_between(today, day, holidays),
            when=when(day, today, holidays, policy),
        )
        for key, day, title, reason in _dates(offer, today, holidays, policy)
    )
    return tuple(sorted(found, key=lambda event: event.day))


def when(day: date, today: date, holidays: frozenset[date], policy: Policy) -> When:
    """Overdue once the day has passed; soon while under three business days are left."""
    if day <= today:
        return When.OVERDUE if day < today else When.TODAY
    near = business_days_between(today, day, holidays) < policy.short_deadline_days
    return When.SOON if near else When.LATER


def _dates(
    offer: Offer, today: date, holidays: frozenset[date], policy: Policy
) -> Iterator[tuple[Key, date, str, Reason]]:
    """Key, day, title for its owner and reason of each date."""
    asked = more_time_asked(offer)
    if offer.deadline:
        left = time_left(offer.deadline, today, holidays=holidays, policy=policy, extension_asked=asked)
        title = "Decide on their answer" if offer.stage == Stage.FINAL else "They want your answer"
        yield Key.DEADLINE, offer.deadline, title, left.reason
    if offer.stage in BEFORE_COUNTER and not offer.said_yes and not offer.has_passed_its_deadline(today):
        last = latest_counter(offer.deadline, today, holidays=holidays, policy=policy, extension_asked=asked)
        # A day that had passed when the offer was entered was never to be kept.
        if last.on and (last.on >= today or last.on >= offer.created_at.date()):
            yield Key.COUNTER, last.on, "Last safe day to counter", last.reason
    since = _waiting_since(offer)
    if since:
        reviewed = since != vars(offer)["counter_sent_on"]
        again = follow_up(since, today, holidays=holidays, policy=policy, is_reviewed=reviewed)
        if again.on:
            yield Key.FOLLOW_UP, again.on, "Ask again if no answer has come", again.reason
    expected: date | None = getattr(getattr(offer, "expectation", None), "expected_on", None)
    if expected and is_awaited(offer):
        yield Key.EXPECTED, expected, "You expect their offer", EXPECTED


def is_awaited(offer: Offer) -> bool:
    """Whether an offer is still to come, in whole or in writing."""
    return offer.stated_as == "verbal" or offer.base is None


def more_time_asked(offer: Offer) -> bool:
    """Whether a later date was asked for; of an offer that comes `with_dates()`."""
    return vars(offer)["more_time_asked_on"] is not None


def _waiting_since(offer: Offer) -> date | None:
    """Since when a counter lies with them; None once they answered or were asked again."""
    known: dict[str, date | None] = offer.__dict__
    sent_on = known["counter_sent_on"]
    if offer.stage not in WAITING or sent_on is None:
        return None
    again, heard = known["asked_again_on"], known["last_heard_on"]
    # What was heard on the same day came first: else the offer would no longer wait.
    is_over = (again and again >= sent_on) or (heard and heard > sent_on)
    return None if is_over else known["waiting_since"]
