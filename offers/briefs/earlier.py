"""An offer with the terms of an earlier version: what was said and sent since is left out. Nothing is saved.

The person's own numbers, and what they know of range and team, are kept only as they are today.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localtime

from offers.dates.events import with_dates
from offers.drafts.models import COUNTERS, Draft, Kind
from offers.engine.money import spoken
from offers.engine.reason import in_words
from offers.history import History, Row, answers_in
from offers.ledger.models import OFFERED, Observation, Promise, Settled, Signal, Terms, Version
from offers.ledger.parts import ON_OFFER, STATED, answers_of, of_terms
from offers.ledger.terms import TRUST
from offers.models import Offer, OfferQuerySet, Stage, Stated


def versions_of(offer: Offer, terms: Sequence[Terms]) -> list[Terms]:
    """The versions that a document can be made of, newest first as `terms` are: those with a base by then."""
    named = any(one.base is not None for one in terms if one.kind in OFFERED)
    found, is_known = [], offer.base is not None and not named
    for one in reversed(terms):
        is_offer = one.kind != Version.ADVERTISED
        is_known = is_known or (is_offer and one.base is not None)
        found += [one] if is_offer and is_known else []
    return found[::-1]


def labelled(terms: Sequence[Terms]) -> list[tuple[UUID, str]]:
    """Each by day, kind and base; those that read alike by the time of their entry too."""
    labels = [label_of(one) for one in terms]
    return [
        (one.pk, label if labels.count(label) == 1 else f"{label}, entered at {localtime(one.made_at):%H:%M}")
        for one, label in zip(terms, labels, strict=True)
    ]


def label_of(terms: Terms) -> str:
    base = f", base {spoken(terms.base)}" if terms.base is not None else ""
    return f"{in_words(terms.heard_on)}, {terms.get_kind_display().lower()}{base}"


def read_earlier(offers: OfferQuerySet, pk: UUID, version: UUID) -> tuple[Offer, Terms]:
    """The offer up to this version of its terms; a version that is not among those of this offer is a 404."""
    read = with_dates(offers.with_case().with_pay().select_related("decision"))
    offer = get_object_or_404(read, pk=pk)
    terms = list(Terms.objects.filter(offer=offer))
    last = next((one for one in versions_of(offer, terms) if one.pk == version), None)
    if last is None:
        raise Http404
    later = [one for one in terms if one.moment > last.moment]
    read_until(offer, last)
    give_back(offer, later)
    offer.history = History.of(
        until(offer.listed("sent_rows"), last), until(offer.listed("terms_rows"), last)
    )
    Offer.decision.related.set_cached_value(offer, None)
    wait_as_then(offer)
    return offer, last


def until(rows: Iterable[Row], last: Terms) -> list[Row]:
    """The rows of the history up to this version."""
    days = ((date.fromisoformat(row["on"]), datetime.fromisoformat(row["at"]), row) for row in rows)
    return [row for on, at, row in days if (on, at) <= last.moment]


def read_until(offer: Offer, last: Terms) -> None:
    """Reads what was said and sent by then; a promise that was settled later is open."""
    day = last.heard_on

    def by_then(on: str, at: str) -> Q:
        return Q(**{f"{on}__lt": day}) | Q(**{on: day, f"{at}__lte": last.made_at})

    prefetch_related_objects(
        [offer],
        Prefetch("terms", Terms.objects.filter(by_then("heard_on", "made_at"))),
        Prefetch("drafts", Draft.objects.filter(by_then("sent_on", "changed_at"))),
        Prefetch("promises", Promise.objects.filter(promised_on__lte=day)),
        Prefetch("signals", Signal.objects.filter(seen_on__lte=day)),
        Prefetch("observations", Observation.objects.filter(seen_on__lte=day)),
    )
    for promise in offer.promises.all():
        if promise.settled_on and promise.settled_on > day:
            promise.state, promise.settled_on = Settled.OPEN, None
    for draft in offer.drafts.all():
        if draft.review_on and draft.review_on > day:
            draft.review_on = None


def give_back(offer: Offer, later: Sequence[Terms]) -> None:
    """Takes from the offer what later versions gave it: deadline, parts, and that it is in writing."""
    for one in sorted(later, key=lambda one: one.made_at, reverse=True):
        if one.decide_by and one.decide_by == offer.deadline:
            offer.deadline = one.deadline_before
    versions = sorted((*offer.terms.all(), *later), key=lambda one: one.moment)
    answers = list(answers_in(versions, getattr))  # The offer has taken on nothing of them.
    kept = [one for one in offer.terms.all() if one.kind in OFFERED and one not in answers]
    since = [one for one in later if one.kind in OFFERED and one not in answers]
    given = {name for one in since for name in of_terms(one) if name in ON_OFFER}
    for name in ON_OFFER:
        named = [one for one in kept if name in of_terms(one)] if since else []
        if named:
            # They are the newest first, so of equal sources the newest counts.
            setattr(offer, name, of_terms(min(named, key=lambda one: TRUST.index(one.channel)))[name])
        elif name in given:
            setattr(offer, name, "" if name == "level" else None)
    for name in given & STATED.keys():
        parts = [part for part, field in STATED.items() if field == STATED[name]]
        known = any(getattr(offer, part) is not None for part in parts)
        setattr(offer, STATED[name], Stated.GIVEN if known else Stated.NOT_STATED)
    if any(one.kind == Version.WRITTEN for one in later):
        is_written = any(one.kind == Version.WRITTEN for one in offer.terms.all())
        offer.stated_as = "written" if is_written else "verbal"


def wait_as_then(offer: Offer) -> None:
    """Where it stood, and since when a counter lay with them, as `with_dates` says it."""
    counters = [one for one in offer.drafts.all() if one.kind in COUNTERS]
    answers = answers_of(offer)
    known: dict[str, Any] = vars(offer)
    again = [one for one in offer.drafts.all() if one.kind == Kind.FOLLOW_UP]
    known["counter_sent_on"] = latest(one.sent_on for one in counters)
    known["waiting_since"] = latest(one.review_on or one.sent_on for one in counters)
    known["asked_again_on"] = latest(one.sent_on for one in again)
    more_time = [one for one in offer.drafts.all() if one.kind == Kind.EXTENSION]
    known["more_time_asked_on"] = latest(one.sent_on for one in more_time)
    known["last_heard_on"] = latest(one.heard_on for one in answers)
    offer.stage = stage_of(offer, counters, answers)


def latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def stage_of(offer: Offer, counters: Sequence[Draft], answers: Sequence[Terms]) -> Stage:
    sent = max((one.moment for one in counters), default=None)
    if answers and (sent is None or sent < answers[0].moment):
        return Stage.FINAL
    if counters:
        return Stage.REVIEW if any(one.review_on for one in counters) else Stage.COUNTERED
    return Stage.REVIEWED if offer.stated_as == "written" else Stage.RECEIVED
