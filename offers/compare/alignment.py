"""Whom to ask to wait, and until when, so that two offers lie on the table at the same time."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from offers.compare.board import opened
from offers.compare.sides import Told
from offers.engine.clock import Extension, ExtensionClass, TimeLeft, align, extension, time_left
from offers.engine.policy import RULES, Policy
from offers.engine.reason import Reason
from offers.explain import Why, computed
from offers.models import Offer, Stage

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
    other: str
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
    return one.offer.stated_as == "verbal" or one.standing.base is None


def waits_of(
    told: Sequence[Told],
    expected: Mapping[UUID, date],
    today: date,
    *,
    holidays: Set[date],
    policy: Policy,
) -> list[Wait]:
    """For each offer whose deadline still runs, the longest wait that another one asks of it.

    What is expected comes first; where nothing is, the later deadline of another offer.
    """
    running = [one for one in told if one.offer.stage != Stage.DECIDED]
    found = []
    for one in running:
        deadline = one.offer.deadline
        if deadline is None or deadline < today:
            continue
        others = [other for other in running if other is not one]
        asked = [
            (other, aligned, True)
            for other in others
            if (day := expected.get(other.offer.pk)) and day >= today
            if (aligned := align(deadline, day, holidays=holidays, policy=policy))
        ] or [
            (other, extension(deadline, other.offer.deadline, holidays=holidays, policy=policy), False)
            for other in others
            if other.offer.deadline and other.offer.deadline > deadline
        ]
        if asked:
            other, longest, by_arrival = max(asked, key=lambda each: each[1].until)
            found.append(wait(one, other, longest, by_arrival=by_arrival))
    return sorted(found, key=lambda each: each.offer.deadline or today)


def wait(one: Told, other: Told, asked: Extension, *, by_arrival: bool) -> Wait:
    return Wait(
        offer=one.offer,
        name=one.name,
        other=other.name,
        until=asked.until,
        word=KINDS[asked.kind],
        is_risky=asked.kind is ExtensionClass.RISKY,
        is_needed=asked.kind is not ExtensionClass.NOT_NEEDED,
        sentence=asked.reason.text,
        whys=(
            opened(asked.reason, "how much longer they are asked to wait"),
            arrival(other) if by_arrival else same_day(other),
        ),
    )


def arrival(other: Told) -> Why:
    rule = RULES["alignment_days"]
    told = "The days after {other} is expected leave time to read it beside this one."
    reason = Reason(
        code="ALIGNED", sentence=told, params={"other": other.name}, source=rule.source, grade=rule.grade
    )
    return opened(reason, "the day you expect it")


def same_day(other: Told) -> Why:
    return computed(
        "That is the deadline of {other}: both then end on one day.", "the two deadlines", other=other.name
    )
