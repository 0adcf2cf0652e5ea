"""What to know before a message goes out. A gate warns; it does not lock, until all is decided."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date

from offers.engine.draft import Kind
from offers.engine.policy import RULES, Policy
from offers.engine.process import Process, Promise
from offers.engine.reason import Reason
from offers.engine.stage_scripts import advised, assumed, typed
from offers.engine.workdays import NO_HOLIDAYS, business_days_between


@dataclass(frozen=True, kw_only=True)
class Gate:
    """Whether a message may go out, and what to know before."""

    possible: bool
    warnings: tuple[Reason, ...]


def gate(
    kind: Kind,
    process: Process,
    today: date,
    *,
    asks_twice: bool = False,
    holidays: Set[date] = NO_HOLIDAYS,
    policy: Policy | None = None,
) -> Gate:
    """What to know before a message of this kind goes out today.

    A counter is warned before the written offer is complete, and while another went out in the last five
    business days; a yes is warned before the written offer, and asks about every promise that stands in no
    writing. `asks_twice` is the effect of the signals: they pressed before the details were in writing.
    """
    if process.outcome is not None:
        ended = typed("ALREADY_DECIDED", "This is decided: {outcome}.", outcome=process.outcome.value)
        return Gate(possible=False, warnings=(ended,))
    if kind in (Kind.COUNTER, Kind.FALLBACK):
        recent = _recent(process, today, holidays, policy or Policy())
        return Gate(possible=True, warnings=_early_counter(process) + recent)
    if kind is Kind.ACCEPT:
        promises = tuple(map(open_promise, process.open_promises))
        return Gate(possible=True, warnings=_early_yes(process) + promises + _twice(asks_twice))
    return Gate(possible=True, warnings=())


def open_promise(promise: Promise) -> Reason:
    """The question about a promise that stands in no writing."""
    said = "Promised, not in writing: {what}. Is it in the contract?"
    return typed("OPEN_PROMISE", said, what=promise.what, person=promise.person)


def many_counters(count: int, policy: Policy) -> Reason:
    """The warning about several counters that are open at once."""
    rule = RULES["counter_window_days"]
    said = "{count} counters are open within {days} business days; each change restarts an approval round."
    return Reason(
        code="MANY_COUNTERS",
        sentence=said,
        params={"count": count, "days": int(policy.counter_window_days)},
        source=rule.source,
        grade=rule.grade,
    )


def within_window(first: date, second: date, holidays: Set[date], policy: Policy) -> bool:
    """Whether two counters lie so near to each other that both are warned."""
    return business_days_between(first, second, holidays) <= policy.counter_window_days


def _early_counter(process: Process) -> tuple[Reason, ...]:
    if process.written_on is None:
        said = "There is no written offer yet; a counter now bargains about what may still change."
        return (assumed("COUNTER_BEFORE_WRITTEN", said),)
    if process.missing:
        said = "Open parts of the written offer: {count}. Ask for them before you counter."
        return (assumed("COUNTER_BEFORE_COMPLETE", said, count=len(process.missing)),)
    return ()


def _recent(process: Process, today: date, holidays: Set[date], policy: Policy) -> tuple[Reason, ...]:
    near = sum(within_window(each.sent_on, today, holidays, policy) for each in process.open_counters)
    return (many_counters(near + 1, policy),) if near else ()


def _early_yes(process: Process) -> tuple[Reason, ...]:
    if process.written_on is not None:
        return ()
    return (advised("YES_BEFORE_WRITTEN", "There is no written offer yet; accept once you have read it."),)


def _twice(asks_twice: bool) -> tuple[Reason, ...]:
    said = "They pressed for this answer. Do you want to accept now?"
    return (assumed("ASK_TWICE", said),) if asks_twice else ()
