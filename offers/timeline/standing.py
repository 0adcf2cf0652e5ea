"""Where a negotiation stands on its line of stages, and the one thing to do next."""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from offers.drafts.asked import last_asked
from offers.drafts.drops import refused
from offers.drafts.models import Draft, Kind, counters_in
from offers.drafts.record import Record, record_of
from offers.engine.policy import Policy
from offers.engine.process import Outcome, Process
from offers.engine.reason import TYPED, Param, Reason
from offers.engine.stage_scripts import Stage
from offers.engine.stages import Standing, standing
from offers.engine.workdays import add_business_days
from offers.explain import Why, why
from offers.ledger.services import unkept_drops
from offers.models import Offer
from offers.pause import pause_of

NAMES = {
    Stage.OFFER_RECEIVED: "Offer received",
    Stage.WRITTEN_REVIEWED: "Written offer reviewed",
    Stage.COUNTER_SUBMITTED: "Counter submitted",
    Stage.INTERNAL_REVIEW: "Internal review",
    Stage.FINAL_ADJUSTMENT: "Final adjustment",
    Stage.DECIDED: "Decided",
}
ENTER = {
    Stage.OFFER_RECEIVED: "Enter the written offer",
    Stage.WRITTEN_REVIEWED: "Enter what they wrote",
    Stage.COUNTER_SUBMITTED: "Enter their answer",
    Stage.INTERNAL_REVIEW: "Enter their answer",
    Stage.FINAL_ADJUSTMENT: "Look at it and decide",
    Stage.DECIDED: "How it ended",
}
IS_DECIDED = "It is decided"
ENDED = Reason(
    code="OPENS_ENDED",
    sentence="Your yes or no went out. Write down how it ended under their answer.",
    source=TYPED,
)
STEP_LEFT = Reason(
    code="OPENS_STEP",
    sentence="Ask for the next step, if their answer leaves one. Your yes or no ends the negotiation.",
    source=TYPED,
)
PARTS = ("MISSING_PART", "MISSING_ASKED")
ONCE = (Kind.ACKNOWLEDGE, Kind.QUESTIONS)


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One stage on the line: done, now, or to come."""

    name: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Lines:
    """What is said under one title, and one "Why?" for all of it."""

    title: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Message:
    """The message to send next: a form that starts it, or the draft that was started already."""

    label: str
    kind: str
    key: UUID
    path: str


@dataclass(frozen=True, kw_only=True)
class Stand:
    """The line of stages, what to know at this one, what to send, and where to enter what they said."""

    stops: tuple[Stop, ...]
    name: str
    lines: tuple[Lines, ...]
    alerts: tuple[Why, ...]
    message: Message | None
    enter_label: str
    enter_path: str


def stand_of(offer: Offer, process: Process, today: date, *, holidays: Set[date], policy: Policy) -> Stand:
    """The stage of an offer that comes `with_process()`, as its owner reads it today.

    What to do after the end speaks of a contract, so only a yes has it.
    """
    plain = standing(process, today, holidays=holidays, policy=policy)
    found = after_an_answer(plain, record_of(offer, today), process)
    is_ended = found.outcome is None and bool(offer.history.last_word)
    waits = None if found.outcome or is_ended else pause_of(offer, today, policy)
    return Stand(
        stops=stops(found.stage, process, has_countered=has_countered(offer)),
        name=NAMES[found.stage],
        lines=tuple(lines_of(found)) if found.outcome in (None, Outcome.ACCEPTED) else (),
        alerts=reasons(*([waits] if waits else []), *found.starts, *found.warnings, *left_out(offer, found)),
        message=None if waits else message(offer, found, today, holidays, policy),
        enter_label=IS_DECIDED if is_ended else ENTER[found.stage],
        enter_path=enter_path(offer, Stage.DECIDED if is_ended else found.stage),
    )


def after_an_answer(found: Standing, record: Record, process: Process) -> Standing:
    """Until they call an answer final a step may be left; what was asked and given needs no last word."""
    if record.offer.history.last_word and found.outcome is None:
        nothing: dict[str, Any] = dict.fromkeys(("do", "avoid", "missing", "starts", "warnings"), ())
        return replace(found, **nothing, opens_next=ENDED, suggested=None)
    if found.stage is not Stage.FINAL_ADJUSTMENT or process.final_on is not None:
        return found
    known = () if is_enough(record) else found.missing
    return replace(found, avoid=(), missing=known, opens_next=STEP_LEFT)


def is_enough(record: Record) -> bool:
    """Whether they have answered with the base that was asked for last, else with all that was beside it."""
    if asked := last_asked(record.offer):
        return record.answered is not None and record.answered >= asked
    return bool(record.wanted) and record.gave_all


def left_out(offer: Offer, found: Standing) -> tuple[Reason, ...]:
    """What they lowered or left out without a word and what nobody has written down, while that counts."""
    gone = refused(offer)
    is_over = found.outcome or offer.history.last_word
    drops = [] if is_over else [drop for drop in unkept_drops(offer) if drop.name not in gone]
    named = ", ".join(f"{drop.label.lower()} ({drop.before} before)" for drop in drops)
    said = "Less than it was, or left out without a word: {parts}. Ask whether it stands."
    params: dict[str, Param] = {"parts": named}
    return (Reason(code="LEFT_OUT", sentence=said, params=params, source=TYPED),) if drops else ()


def stops(current: Stage, process: Process, *, has_countered: bool) -> tuple[Stop, ...]:
    """Every stage; one that was passed without its event was skipped, not done."""
    order = list(Stage)
    here, skipped = order.index(current), unreached(process, has_countered=has_countered)
    return tuple(
        Stop(name=NAMES[stage], state=state_of(place - here, stage in skipped))
        for place, stage in enumerate(order)
    )


def has_countered(offer: Offer) -> bool:
    return bool(counters_in(offer.drafts.all()))


def state_of(ahead: int, skipped: bool) -> str:
    if ahead < 0:
        return "skipped" if skipped else "done"
    return "to come" if ahead else "now"


def unreached(process: Process, *, has_countered: bool) -> set[Stage]:
    """Stages of which nothing is on record; an answer of theirs to nothing that was sent is no counter."""
    happened = {
        Stage.WRITTEN_REVIEWED: process.written_on is not None,
        Stage.COUNTER_SUBMITTED: has_countered,
        Stage.INTERNAL_REVIEW: any(counter.review_on for counter in process.counters),
        Stage.FINAL_ADJUSTMENT: process.final_on is not None or any(c.answered_on for c in process.counters),
    }
    return {stage for stage, is_so in happened.items() if not is_so}


def lines_of(found: Standing) -> list[Lines]:
    opens = (found.opens_next,) if found.opens_next else ()
    parts = (
        ("Do", found.do),
        ("Careful", found.avoid),
        ("Missing", in_one_line(found.missing)),
        ("What comes next", opens),
    )
    return [Lines(title=title, whys=reasons(*told)) for title, told in parts if told]


def in_one_line(missing: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The parts not asked for yet as one sentence, those not given as another; all else as it is."""
    named: dict[str, list[str]] = {}
    for reason in missing:
        named.setdefault(reason.code, []).append(str(reason.params.get("part", "")))
    first = {reason.code: reason for reason in reversed(missing)}
    parts = [replace(first[code], params={"part": ", ".join(named[code])}) for code in PARTS if code in named]
    return (*parts, *(reason for reason in missing if reason.code not in PARTS))


def reasons(*given: Reason) -> tuple[Why, ...]:
    return tuple(why(reason, "where this offer stands") for reason in given)


def enter_path(offer: Offer, stage: Stage) -> str:
    if stage in (Stage.OFFER_RECEIVED, Stage.WRITTEN_REVIEWED):
        return reverse("ledger:terms", args=[offer.pk, "written"])
    return reverse("outcome:page", args=[offer.pk])


def message(
    offer: Offer, found: Standing, today: date, holidays: Set[date], policy: Policy
) -> Message | None:
    """The engine's message, unless it went out already and another of its kind would be too soon."""
    if found.suggested is None:
        return None
    kind = Kind(found.suggested.value)
    same = [draft for draft in offer.drafts.all() if draft.kind == kind]
    if too_soon(kind, same, today, holidays, policy):
        return None
    begun = next((draft for draft in same if draft.sent_on is None), None)
    verb = "Go on with the" if begun else "Write the"
    return Message(
        label=f"{verb} {kind.label.lower()}",
        kind=kind.value,
        key=uuid4(),
        path=begun.get_absolute_url() if begun else "",
    )


def too_soon(kind: Kind, same: list[Draft], today: date, holidays: Set[date], policy: Policy) -> bool:
    """Thanks and questions are sent once; a follow-up not again within the days of a follow-up."""
    sent = [draft.sent_on for draft in same if draft.sent_on]
    if not sent or kind not in (*ONCE, Kind.FOLLOW_UP):
        return False
    if kind in ONCE:
        return True
    return add_business_days(max(sent), int(policy.follow_up_days), holidays) > today
