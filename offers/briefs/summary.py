"""The summary for the employer: the request and why, from what may leave the person's hands and no more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from offers.briefs.frame import Frame, drawn
from offers.drafts.composer.bargaining import REVIEW, interest, opening_items, second_way
from offers.drafts.composer.dropped import taken_as_standing
from offers.drafts.composer.ground import Ground
from offers.drafts.composer.words import GAP, day, ended, level_reason, package_words, paid, reason
from offers.drafts.models import Tone
from offers.drafts.record import Record, record_of
from offers.engine.reason import in_words
from offers.engine.shared import SharedBasis
from offers.explain import money
from offers.models import Offer
from offers.room import too_early

MOST_WAYS = 3
NOT_FINAL = "It stands on what was said aloud, and I may change it once I have read the offer in writing."


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something public that the request rests on; `url` is empty for what they said themselves."""

    text: str
    source: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Summary:
    """Everything of the page. `basis` holds figures alone: no package and no sentence that was not looked at.

    There is no field for a walk-away, for what it is derived from, for colleagues or for other offers.
    """

    role: str
    company: str
    level: str
    basis: SharedBasis
    interest: str
    figure: str
    unit: str
    request: str
    facts: tuple[Fact, ...]
    ways: tuple[str, ...]
    answer: str


def pages_of(offer: Offer, today: date, frame: Frame, private: bool) -> tuple[str, ...]:
    """The summary as HTML; nothing while there is no base to speak of. It is never `private`."""
    summary = summary_of(record_of(offer, today))
    if summary is None:
        return ()
    return (drawn("briefs/summary.html", context_of(summary), frame),)


def context_of(summary: Summary) -> dict[str, object]:
    """All that the template gets beside its frame."""
    return {"summary": summary}


def summary_of(record: Record) -> Summary | None:
    """What of the record may be handed over. None without advice, and where nothing is asked for now."""
    basis = record.movable
    if basis is None or record.why_over:
        return None
    ground = record.ground
    return Summary(
        role=ground.role,
        company=ground.company,
        level=ground.level,
        basis=replace(basis, opening=(), fallback=(), sentences=(), range_top=None),
        interest=interest(ground, Tone.PLAIN, preferred=False),
        figure=money(basis.ask, basis.currency) if basis.ask else "",
        unit=record.offer.get_unit_display(),
        request=" ".join(filter(None, whole_request(record, basis))),
        facts=tuple(facts(record, basis)),
        ways=tuple(dict.fromkeys(way for way in ways(record, basis) if record.may_say(way)))[:MOST_WAYS],
        answer=answer(record),
    )


def whole_request(record: Record, basis: SharedBasis) -> Iterator[str]:
    """The request between what is asked back first and, before the written offer, that it is not final."""
    yield taken_as_standing(record.drops)
    yield request(record.ground, basis)
    yield NOT_FINAL if too_early(record.offer) else ""


def request(ground: Ground, basis: SharedBasis) -> str:
    """One sentence with its reason; without the reason where none is on record, since a gap is no reason.

    A range is a reason for base alone.
    """
    found = reason(ground, basis) if basis.ask else level_reason(ground)
    start = "I would like to ask for" if GAP in found else f"{found}, I would like to ask for"
    if basis.ask:
        return f"{start} a base of {paid(basis.ask, basis)}."
    items = opening_items(basis)
    return f"{start} {items}." if items else f"{start} a review after six months, agreed in writing now."


def facts(record: Record, basis: SharedBasis) -> Iterator[Fact]:
    """The level that they named; where base is asked for, first the range that they stated or posted."""
    offer, stated = record.offer, basis.pay_range
    if basis.ask and stated and stated.minimum and stated.maximum:
        low, high = (money(end, basis.currency) for end in (stated.minimum, stated.maximum))
        posted = stated.minimum == offer.posted_minimum and stated.maximum == offer.posted_maximum
        on = f" of {in_words(offer.posted_on)}" if offer.posted_on else ""
        yield Fact(
            text=f"The range for this role is {low} to {high} {record.offer.get_unit_display()}.",
            source=f"Your posting{on}" if posted else "As you stated it",
            url=offer.posted_url if posted else "",
        )
    if record.ground.level:
        yield Fact(
            text=f"The level of the role is {ended(record.ground.level)}", source="As you named it", url=""
        )


def ways(record: Record, basis: SharedBasis) -> Iterator[str]:
    """What would be worth as much, else the second way of the request: nothing that lies further down."""
    ground = record.ground
    if not basis.ask:
        yield REVIEW
        return
    if record.answered is None:
        for one in basis.opening:
            if one.base != basis.ask and record.may_say(one.phrase):
                yield f"{package_words(one.base, one.items, basis)} would come to the same for me."
    if ground.package is None:
        yield second_way(ground, basis)


def answer(record: Record) -> str:
    """By when they hear: the day that they named, and none that was worked out here: it would bind."""
    if record.answer_by is None:
        return "I am happy to talk it through."
    named = day(record.answer_by)
    return f"You will have my answer by {named}, as you asked. I am happy to talk it through before."
