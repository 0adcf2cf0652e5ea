"""What the private brief says beside the room: packages, ladder, pay by year, what happened, who decides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from offers.briefs.rows import Answer, between, fewer
from offers.briefs.sheet import Day, answers_of, days_of
from offers.case import measure_of
from offers.drafts.models import Draft
from offers.drafts.record import Record
from offers.drafts.stands import standing_of
from offers.engine.advice import Advice
from offers.engine.confidence import Confidence
from offers.engine.errors import EngineError
from offers.engine.situation import Measure
from offers.explain import Why, money_in
from offers.ledger.models import Promise, Settled
from offers.levers import Decider, Group, Package, Shelf, levers_of
from offers.models import Offer
from offers.package import package_of
from offers.pay.page import Pay, pay_of
from offers.replies.rungs import TITLES, steps_of
from offers.replies.steps import Step, Steps, Warned
from offers.timeline.log import Event, log_of
from offers.timeline.versions import posted_range

MOST_ANSWERS, MOST_EVENTS, MOST_PROMISES = 6, 8, 8
LONGEST_TEXT = 1_200  # Letters of a message: a quarter of a page.
PROMISED = "They promised"  # These have a list of their own.


@dataclass(frozen=True, kw_only=True)
class Own:
    """One of the person's four numbers: what it is, how much, and where it is from."""

    label: str
    figure: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Happened:
    on: date
    title: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Sent:
    """The last message that went out; `is_cut` says that its end is left out."""

    title: str
    on: date
    lines: tuple[str, ...]
    is_cut: bool


@dataclass(frozen=True, kw_only=True)
class More:
    """All of it; each part is empty, or None, where nothing is known of it."""

    numbers: tuple[Own, ...]
    shelves: tuple[Shelf, ...]
    steps: tuple[Step, ...]
    warnings: tuple[Warned, ...]
    answers: tuple[Answer, ...]
    between: str
    groups: tuple[Group, ...]
    pay: Pay | None
    days: tuple[Day, ...]
    events: tuple[Happened, ...]
    events_left: int
    promises: tuple[Promise, ...]
    promises_left: int
    deciders: tuple[Decider, ...]
    sent: Sent | None


def more_of(record: Record, advice: Advice, *, private: bool) -> More:
    """What is known of each. The offer comes as `kinds.read` has it.

    Where the facts carry the ask but little, the table of replies and the list of levers are left out.
    Without `private` nothing stands there that the walk-away could be worked out from.
    """
    offer, levers = record.written, levers_of(record.offer, advice)
    steps, is_thin = steps_of(record, advice), advice.confidence.ask is Confidence.LOW
    # With earlier terms the offer may have been entered here later; what is of tomorrow is so in some places.
    events = tuple(one for one in events_of(offer) if one.on <= record.today + timedelta(days=1))
    promises, numbers = promises_of(offer), tuple(numbers_of(offer, private=private))
    answers = () if is_thin else answers_of(record, private=private)
    kept = fewer(answers, MOST_ANSWERS)
    return More(
        numbers=numbers if len(numbers) > 1 else (),  # The target alone stands in the table of pay.
        shelves=tuple(shelves_of(levers.shelves, private=private)),
        steps=ladder_of(record, steps, private=private),
        warnings=steps.warnings if private else (),
        answers=kept,
        between=between(kept, answers, measure_of(record.offer)),
        groups=() if is_thin else levers.groups,
        pay=pay_for(record),
        days=tuple(days_of(record)),
        events=events[:MOST_EVENTS],
        events_left=max(0, len(events) - MOST_EVENTS),
        promises=promises[:MOST_PROMISES],
        promises_left=max(0, len(promises) - MOST_PROMISES),
        deciders=levers.deciders,
        sent=sent_of(offer),
    )


def shelves_of(shelves: tuple[Shelf, ...], *, private: bool) -> Iterator[Shelf]:
    """Those that say something new. Which packages were left out may tell of the walk-away."""
    seen: list[tuple[Package, ...]] = []
    for shelf in shelves:
        if shelf.packages and shelf.packages not in seen:
            seen.append(shelf.packages)
            yield replace(shelf, notes=shelf.notes if private else ())


def ladder_of(record: Record, steps: Steps, *, private: bool) -> tuple[Step, ...]:
    """The steps to show; none after our yes or no."""
    kept = () if record.offer.history.last_word else steps.kept
    return tuple(step for step in kept if private or may_show(step))


def may_show(step: Step) -> bool:
    """Whether a step tells nothing of the walk-away: the last one says whether the offer reaches it."""
    return step.title != TITLES["R5"]


def numbers_of(offer: Offer, *, private: bool) -> Iterator[Own]:
    """Those of the four that are known, in the order in which they are asked for."""
    measure = measure_of(offer)
    if offer.target is not None:
        yield Own(label="Target", figure=money_in(offer.target, measure), source="you set it")
    if private and offer.walk_away is not None:
        yield Own(label="Walk-away", figure=money_in(offer.walk_away, measure), source="you set it")
    if posted := posted_range(offer):
        on = f", {offer.posted_on:%-d %B %Y}" if offer.posted_on else ""
        yield Own(label="Public range", figure=posted, source=f"the job posting{on}")
    if inside := inside_range(offer, measure):
        how = "in writing" if offer.inside_in_writing else "not in writing"
        said_by = offer.get_inside_by_display() or "somebody"
        yield Own(label="Said inside", figure=inside, source=f"{said_by.lower()}, {how}")


def inside_range(offer: Offer, measure: Measure) -> str:
    low, high = (
        money_in(end, measure) if end else "" for end in (offer.inside_minimum, offer.inside_maximum)
    )
    return f"{low} to {high}" if low and high else low or (f"up to {high}" if high else "")


def pay_for(record: Record) -> Pay | None:
    """None where pay by year would be base alone, or where the engine refuses an answer."""
    try:
        package = package_of(record.offer, record.policy, standing_of(record.offer).summary)
    except EngineError:
        return None
    known = package and (
        package.bonus or package.variable or package.sign_on or package.grants or package.match
    )
    if package is None or not known:
        return None
    try:
        return pay_of(record.offer, package, record.policy)
    except EngineError:
        return None


def events_of(offer: Offer) -> Iterator[Happened]:
    """What happened, the newest first, without what was struck out."""
    found: list[Event] = log_of(offer)
    for event in found:
        if not event.struck and event.title != PROMISED:
            words = ", ".join(part for part in (event.words, event.person) if part)
            yield Happened(on=event.on, title=event.title, words=words)


def promises_of(offer: Offer) -> tuple[Promise, ...]:
    """Those that stand in no writing first."""
    return tuple(sorted(offer.promises.all(), key=lambda one: one.state != Settled.OPEN))


def sent_of(offer: Offer) -> Sent | None:
    sent: list[Draft] = [one for one in offer.drafts.all() if one.sent_on]
    if not sent:
        return None
    last = max(sent, key=lambda one: one.moment)
    text = last.whole
    return Sent(
        title=str(last.get_kind_display()),
        on=last.sent_on or date.min,
        lines=tuple(line for line in text[:LONGEST_TEXT].split("\n") if line.strip()),
        is_cut=len(text) > LONGEST_TEXT,
    )


def reasons_of(more: More) -> Iterator[tuple[str, Why]]:
    """What is assumed in them, with what it is about."""
    for shelf in more.shelves:
        yield from ((shelf.title, reason) for reason in shelf.whys)
    for note in more.pay.notes if more.pay else ():
        yield from (("Pay by year", reason) for reason in note.own)
