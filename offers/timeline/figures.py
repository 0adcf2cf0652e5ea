"""Which figure to go by: all that was seen or heard of an amount, the most trusted first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from offers.case import measure_of
from offers.drafts.models import counters_in
from offers.engine.process import Figure, Trust, believed
from offers.engine.process import Observation as Seen
from offers.engine.reason import Reason
from offers.engine.situation import Measure
from offers.engine.stage_scripts import assumed
from offers.ledger.entries import CHANNELS
from offers.ledger.models import Observation, Terms, Version
from offers.ledger.parts import counted, of_offer, of_terms, paid, paid_once
from offers.models import Offer

ITEMS = {
    "base_from": ("Lowest base", paid),
    "base_to": ("Highest base", paid),
    "base": ("Base", paid),
    "bonus": ("Yearly bonus", paid_once),
    "sign_on": ("Sign-on", paid_once),
    "equity": ("The whole grant", paid_once),
    "leave": ("Days of leave", counted),
}
PARTS = {"base": "base", "sign_on": "sign_on", "equity_grant": "equity", "leave_days": "leave"}
FIGURES = {
    Figure.ADVERTISED: "advertised",
    Figure.DESIRED: "what you said you want",
    Figure.OFFERED: "what they offer",
    Figure.ASKED: "what you asked",
    Figure.FINAL: "what they call final",
}
POSTING, COUNTER, ANSWERS, TERMS = "the posting", "your counter", "your answers", "the terms"
OF_VERSION = {Version.ADVERTISED: Figure.ADVERTISED, Version.FINAL: Figure.FINAL}
SOURCES = dict(CHANNELS)
ORDER: Reason = assumed(
    "TRUST_ORDER",
    "A contract outweighs a letter, a letter a mail, a mail a call, a call a memory; of two alike the later "
    "counts. A later, weaker word does not replace a better one: have it in writing.",
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One observation in words: where it is from, or of which part of the record it follows.

    `row` is the entry it stands on; None for one that follows from elsewhere.
    """

    figure: str
    source: str
    on: date
    person: str = ""
    origin: str = ""
    row: Observation | None = None


@dataclass(frozen=True, kw_only=True)
class Believed:
    """One figure of one item: what to go by, and what later, weaker words say otherwise."""

    title: str
    best: Line
    disputed_by: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Found:
    """An observation as the engine reads it, with where it comes from."""

    seen: Seen
    person: str = ""
    origin: str = ""
    row: Observation | None = None


def beliefs_of(offer: Offer) -> list[Believed]:
    """Each figure of each item that was seen or heard, in their order. The offer's lists are loaded."""
    measure, found = measure_of(offer), list(found_in(offer))
    seen = tuple(one.seen for one in found)
    by = {id(one.seen): one for one in found}
    beliefs = []
    for item, (label, _) in ITEMS.items():
        for figure, words in FIGURES.items():
            belief = believed(seen, figure, item)
            if belief:
                best, *others = (
                    line(by[id(one)], measure) for one in (belief.observation, *belief.disputed_by)
                )
                beliefs.append(Believed(title=f"{label}, {words}", best=best, disputed_by=tuple(others)))
    return beliefs


def line(found: Found, measure: Measure) -> Line:
    return Line(
        figure=ITEMS[found.seen.item][1](found.seen.value, measure),
        source="" if found.origin in (POSTING, COUNTER) else SOURCES[found.seen.source.value],
        on=found.seen.on,
        person=found.person,
        origin=found.origin,
        row=found.row,
    )


def said(row: Observation, measure: Measure) -> str:
    """An entry in words: what it is of, and how much."""
    label, shown = ITEMS[row.item]
    return f"{label}, {FIGURES[Figure(row.figure)]}: {shown(row.value, measure)}"


def found_in(offer: Offer) -> Iterator[Found]:
    """What was written down and not struck out, and what follows from the rest; the oldest first."""
    yield from posted(offer)
    if offer.named_number is not None:
        day = timezone.localdate(offer.created_at)
        yield derived(Figure.DESIRED, "base", offer.named_number, Trust.MEMORY, day, ANSWERS)
    yield from entered(offer)
    for terms in offer.terms.all()[::-1]:
        yield from named(terms)
    yield from asked(offer)
    for row in offer.observations.all()[::-1]:
        if row.struck_at is None:
            yield Found(seen=as_engine(row), person=row.person, row=row)


def as_engine(row: Observation) -> Seen:
    figure, source = Figure(row.figure), Trust(row.channel)
    return Seen(figure=figure, item=row.item, value=row.value, source=source, on=row.seen_on)


def derived(figure: Figure, item: str, value: Decimal, source: Trust, on: date, origin: str) -> Found:
    return Found(seen=Seen(figure=figure, item=item, value=value, source=source, on=on), origin=origin)


def posted(offer: Offer) -> Iterator[Found]:
    """The two ends of the range of the posting."""
    day = offer.posted_on or timezone.localdate(offer.created_at)
    for item, value in (("base_from", offer.posted_minimum), ("base_to", offer.posted_maximum)):
        if value is not None:
            yield derived(Figure.ADVERTISED, item, value, Trust.LETTER, day, POSTING)


def entered(offer: Offer) -> Iterator[Found]:
    """The offer as the wizard has it, while no version of the terms says the same part."""
    versions = [of_terms(one) for one in offer.terms.all() if one.kind != Version.ADVERTISED]
    trust = Trust.LETTER if offer.stated_as == "written" else Trust.CALL
    day = timezone.localdate(offer.created_at)
    for name, value in of_offer(offer).items():
        if name in PARTS and not any(name in version for version in versions):
            yield derived(Figure.OFFERED, PARTS[name], value, trust, day, ANSWERS)


def named(terms: Terms) -> Iterator[Found]:
    """The amounts of one version of the terms."""
    figure = OF_VERSION.get(Version(terms.kind), Figure.OFFERED)
    values: dict[str, Any] = of_terms(terms)
    for name, item in PARTS.items():
        if name in values:
            found = derived(figure, item, values[name], Trust(terms.channel), terms.heard_on, TERMS)
            yield replace(found, person=terms.person)


def asked(offer: Offer) -> Iterator[Found]:
    """The base of each counter as it went out."""
    for draft in counters_in(offer.drafts.all()):
        ask = (draft.basis or {}).get("ask")
        if ask and draft.sent_on:
            # The script too: of two requests the later one counts, however it was made.
            yield derived(Figure.ASKED, "base", Decimal(ask), Trust.MAIL, draft.sent_on, COUNTER)


def said_by_row(offer: Offer) -> list[tuple[Observation, str]]:
    """Every entry, the newest first, with its words; those struck out as well."""
    measure = measure_of(offer)
    return [(row, said(row, measure)) for row in offer.observations.all()]
