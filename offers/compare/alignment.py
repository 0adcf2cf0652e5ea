"""Whom to ask to wait, and until when, so that two offers lie on the table at the same time."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from offers.compare.board import opened
from offers.compare.sides import Told
from offers.engine.clock import Extension, ExtensionClass, TimeLeft, align, extension, time_left
from offers.engine.policy import RULES, Policy
from offers.engine.reason import Reason, in_words
from offers.engine.workdays import add_business_days
from offers.explain import Why
from offers.models import Offer

KINDS = {
    ExtensionClass.NOT_NEEDED: "no more time needed",
    ExtensionClass.ORDINARY: "ordinary",
    ExtensionClass.EXPLAIN: "needs its reason",
    ExtensionClass.RISKY: "risky",
}


@dataclass(frozen=True, kw_only=True)
class Wait:
    """One employer to ask for more time: until when, for which other offer, and how usual that is."""

    offer: Offer
    name: str
    cause: str
    until: date
    word: str
    is_risky: bool
    is_needed: bool
    sentence: str
    whys: tuple[Why, ...]


def left_of(told: Sequence[Told], today: date, holidays: Set[date], policy: Policy) -> list[TimeLeft]:
    return [time_left(one.offer.deadline, today, holidays=holidays, policy=policy) for one in told]


def is_awaited(one: Told) -> bool:
    """Whether an offer is still to come, in whole or in writing."""
    return not one.is_written or one.standing.base is None


def waits_of(
    told: Sequence[Told],
    expected: Mapping[UUID, date],
    today: date,
    *,
    holidays: Set[date],
    policy: Policy,
) -> list[Wait]:
    """Of each offer whose deadline still runs: until when to ask for time, as the message asks for it.

    Until the next one that is expected lies beside it; where none is, for as long as is ordinary, and only
    if another one ends later.
    """
    running = [one for one in told if not one.offer.is_decided]
    days = {one.name: expected.get(one.offer.pk, date.min) for one in running}
    awaited = sorted((one for one in running if days[one.name] >= today), key=lambda one: days[one.name])
    found = []
    for one in running:
        deadline = one.offer.deadline
        if deadline is None or deadline < today:
            continue
        coming = [other for other in awaited if other is not one]
        ends = last_end(running, deadline)
        if coming:
            day = days[coming[0].name]
            asked = align(deadline, day, holidays=holidays, policy=policy)
            found += [wait(one, arrives(coming[0].name, day), asked, (arrival(coming[0]),))] if asked else []
        elif ends:
            found.append(wait(one, ends, usual(deadline, holidays, policy), ()))
    return sorted(found, key=lambda each: each.offer.deadline or today)


def usual(deadline: date, holidays: Set[date], policy: Policy) -> Extension:
    """As much more time as is ordinary."""
    until = add_business_days(deadline, int(policy.extension_ordinary_days), holidays)
    return extension(deadline, until, holidays=holidays, policy=policy)


def arrives(name: str, day: date) -> str:
    return f"{name} is expected on {in_words(day)}."


def last_end(running: Sequence[Told], deadline: date) -> str:
    """Which of the others ends last, in words; empty where none ends later than `deadline`."""
    ends = [(one.offer.deadline, one.name) for one in running if one.offer.deadline]
    day, name = max(ends)
    return f"{name} ends later, on {in_words(day)}." if day > deadline else ""


def wait(one: Told, cause: str, asked: Extension, more: tuple[Why, ...]) -> Wait:
    return Wait(
        offer=one.offer,
        name=one.name,
        cause=cause,
        until=asked.until,
        word=KINDS[asked.kind],
        is_risky=asked.kind is ExtensionClass.RISKY,
        is_needed=asked.kind is not ExtensionClass.NOT_NEEDED,
        sentence=asked.reason.text,
        whys=(opened(asked.reason, "how much longer they are asked to wait"), *more),
    )


def arrival(other: Told) -> Why:
    rule = RULES["alignment_days"]
    told = "The days after {other} is expected leave time to read it beside this one."
    reason = Reason(
        code="ALIGNED", sentence=told, params={"other": other.name}, source=rule.source, grade=rule.grade
    )
    return opened(reason, "the day you expect it")
