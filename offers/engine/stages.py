"""Where a negotiation stands: what to do, what to leave, what is missing, what opens the next stage."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from offers.engine.asking import await_answers
from offers.engine.clock import TimeLeft, time_left
from offers.engine.draft import Kind
from offers.engine.gates import many_counters, open_promise, within_window
from offers.engine.policy import Policy
from offers.engine.process import Component, Outcome, Process
from offers.engine.reason import Reason, in_words
from offers.engine.stage_scripts import AWAITING, SCRIPTS, Stage, assumed, typed
from offers.engine.workdays import NO_HOLIDAYS, add_business_days


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One stage as it is for this negotiation today.

    `drafts` are the messages of this stage and `suggested` the one to send next, None when there is nothing
    to send. `waits` says how long to wait for what was asked for, while that comes first. `starts` are things
    that had happened before, each with its answer; `decide_by` is the day that counts.
    """

    stage: Stage
    outcome: Outcome | None
    do: tuple[Reason, ...]
    avoid: tuple[Reason, ...]
    missing: tuple[Reason, ...]
    opens_next: Reason | None
    next_stage: Stage | None
    drafts: tuple[Kind, ...]
    suggested: Kind | None
    waits: Reason | None
    warnings: tuple[Reason, ...]
    starts: tuple[Reason, ...]
    decide_by: date | None


def stage_of(process: Process) -> Stage:
    """The stage that the record has reached.

    The written offer opens the second, a counter the third, its review the fourth; the final package, or an
    answer to every counter, the fifth; an outcome ends it.
    """
    if process.outcome is not None:
        return Stage.DECIDED
    still_open = process.open_counters
    if still_open:
        reviewed = any(counter.review_on for counter in still_open)
        return Stage.INTERNAL_REVIEW if reviewed else Stage.COUNTER_SUBMITTED
    if process.final_on is not None or process.counters:
        return Stage.FINAL_ADJUSTMENT
    return Stage.OFFER_RECEIVED if process.written_on is None else Stage.WRITTEN_REVIEWED


def standing(
    process: Process, today: date, *, holidays: Set[date] = NO_HOLIDAYS, policy: Policy | None = None
) -> Standing:
    """Where the negotiation stands today, what to do and what comes next."""
    rules, stage = policy or Policy(), stage_of(process)
    late = stage is not Stage.DECIDED and process.decide_by is not None and process.decide_by < today
    left, waits = (
        _time(process, stage, today, holidays, rules),
        _waits(process, stage, today, holidays, rules),
    )
    suggested = _suggested(process, stage, today, holidays, rules, left)
    suggested = Kind.FOLLOW_UP if late else None if waits else suggested
    order = list(Stage)
    return Standing(
        stage=stage,
        outcome=process.outcome,
        do=_do(process, stage, left, waits),
        avoid=_avoid(process, stage),
        missing=_missing(process, stage),
        opens_next=_opens(process, stage),
        next_stage=None if stage is Stage.DECIDED else order[order.index(stage) + 1],
        drafts=_drafts(process, stage, suggested),
        suggested=suggested,
        waits=waits,
        warnings=_close_counters(process, holidays, rules),
        starts=_starts(process, stage, late),
        decide_by=process.decide_by,
    )


def _time(process: Process, stage: Stage, today: date, holidays: Set[date], policy: Policy) -> TimeLeft:
    """The time left, with that for an answer where the offer or a part of it is still to be asked for."""
    return time_left(
        process.decide_by,
        today,
        holidays=holidays,
        policy=policy,
        extension_asked=process.extension_asked,
        asks=stage is Stage.OFFER_RECEIVED or bool(process.missing),
    )


def _waits(process: Process, stage: Stage, today: date, holidays: Set[date], policy: Policy) -> Reason | None:
    is_open = stage is Stage.WRITTEN_REVIEWED and not process.yes_said
    if not is_open or process.asked_on is None or process.missing or not process.not_given:
        return None
    wait = await_answers(process.asked_on, process.decide_by, today, holidays=holidays, policy=policy)
    return wait.reason if wait else None


def _do(process: Process, stage: Stage, left: TimeLeft, waits: Reason | None) -> tuple[Reason, ...]:
    """Wait for what was asked for, ask for what was not, and for more time where it is short."""
    do = SCRIPTS[stage].do
    if waits:
        return (waits, *AWAITING)
    if stage is Stage.WRITTEN_REVIEWED and not process.missing:
        do = tuple(one for one in do if one.code != "DO_ASK_MISSING")
    if not left.ask_for_time_first or stage not in (Stage.OFFER_RECEIVED, Stage.WRITTEN_REVIEWED):
        return do
    return (left.reason, *do) if stage is Stage.WRITTEN_REVIEWED else (*do, left.reason)


def _avoid(process: Process, stage: Stage) -> tuple[Reason, ...]:
    """What to leave; nothing speaks against a counter once each part is given or was asked for."""
    is_counted = stage is Stage.WRITTEN_REVIEWED and not process.missing
    return () if is_counted else SCRIPTS[stage].avoid


def _missing(process: Process, stage: Stage) -> tuple[Reason, ...]:
    if stage is Stage.OFFER_RECEIVED:
        return (typed("MISSING_WRITTEN", "The written offer is missing."),)
    if stage is Stage.WRITTEN_REVIEWED:
        return tuple(map(_open_part, process.missing)) + tuple(map(_part_not_given, process.not_given))
    if stage is Stage.FINAL_ADJUSTMENT:
        return _missing_final(process) + tuple(map(open_promise, process.open_promises))
    return ()


def _open_part(part: Component) -> Reason:
    words = part.value.replace("_", " ")
    return typed("MISSING_PART", "Not given, and not asked for yet: {part}.", part=words)


def _part_not_given(part: Component) -> Reason:
    words = part.value.replace("_", " ")
    return typed("MISSING_ASKED", "Asked for, and not given yet: {part}.", part=words)


_NOT_FINAL = "They have not called their answer final: ask whether it is their last word."


def _missing_final(process: Process) -> tuple[Reason, ...]:
    if process.final_on is None:
        return (typed("MISSING_FINAL", _NOT_FINAL),)
    if process.final_decide_by is None:
        return (typed("MISSING_DECIDE_BY", "Ask by when they need your answer to the final package."),)
    return ()


def _opens(process: Process, stage: Stage) -> Reason | None:
    count = len(process.missing)
    if stage is Stage.WRITTEN_REVIEWED and count:
        said = "Each part given, or asked for and not given, opens the counter; {count} to go."
        return assumed("OPENS_COMPLETE", said, count=count)
    return SCRIPTS[stage].opens_next


def _drafts(process: Process, stage: Stage, suggested: Kind | None) -> tuple[Kind, ...]:
    """Those of the stage, and what is suggested beside them."""
    drafts = SCRIPTS[stage].drafts
    if process.yes_said and stage is Stage.OFFER_RECEIVED:
        drafts = (*drafts, Kind.QUESTIONS)
    return drafts if suggested is None or suggested in drafts else (*drafts, suggested)


def _suggested(
    process: Process, stage: Stage, today: date, holidays: Set[date], policy: Policy, left: TimeLeft
) -> Kind | None:
    """The next message; a counter is never suggested before the written offer is complete."""
    if stage is Stage.OFFER_RECEIVED:
        return _suggested_first(process, left)
    if stage is Stage.WRITTEN_REVIEWED:
        if left.ask_for_time_first:
            return Kind.EXTENSION
        return Kind.QUESTIONS if process.missing or process.yes_said else Kind.COUNTER
    if process.outcome is None and process.open_counters:
        last = max(each.review_on or each.sent_on for each in process.open_counters)
        due = add_business_days(last, int(policy.follow_up_days), holidays)
        return Kind.FOLLOW_UP if due <= today else None
    return None


def _suggested_first(process: Process, left: TimeLeft) -> Kind | None:
    """Thanks come first, and then more time where the written offer would come too late to be read."""
    if process.yes_said:
        return Kind.QUESTIONS
    if not process.thanked:
        return Kind.ACKNOWLEDGE
    return Kind.EXTENSION if left.ask_for_time_first else None


def _close_counters(process: Process, holidays: Set[date], policy: Policy) -> tuple[Reason, ...]:
    """A warning when two open counters went out within five business days of each other."""
    sent = [] if process.outcome else [counter.sent_on for counter in process.open_counters]
    close = any(within_window(first, second, holidays, policy) for first, second in pairwise(sent))
    return (many_counters(len(sent), policy),) if close else ()


def _starts(process: Process, stage: Stage, late: bool) -> tuple[Reason, ...]:
    """What had happened before, and the answer to it."""
    if stage is Stage.DECIDED:
        return ()
    named = "You have named a number: your reason says what has changed since. The ask stays as it is."
    yes = "You have said yes aloud, and that can bind: ask a lawyer or adviser, and send your questions."
    passed = "The deadline of {deadline} has passed: ask whether the offer still stands."
    found = (
        (process.number_named, assumed("NUMBER_NAMED", named)),
        (process.yes_said, assumed("YES_SAID", yes)),
        (late, typed("DEADLINE_PASSED", passed, deadline=in_words(process.decide_by or ""))),
    )
    return tuple(reason for holds, reason in found if holds)
