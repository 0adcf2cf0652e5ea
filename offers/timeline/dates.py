"""The dates that count at this stage: by when to answer, to counter, to ask again."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from offers.engine.clock import follow_up, latest_counter, time_left
from offers.engine.policy import Policy
from offers.engine.process import Process
from offers.engine.reason import Reason
from offers.engine.stage_scripts import Stage
from offers.engine.stages import stage_of
from offers.explain import Why, why
from offers.models import Offer

BEFORE_COUNTER = (Stage.OFFER_RECEIVED, Stage.WRITTEN_REVIEWED)


@dataclass(frozen=True, kw_only=True)
class Day:
    """One date, None while it is not known: what it is and why it is that."""

    title: str
    on: date | None
    why: Why

    @property
    def whys(self) -> tuple[Why, ...]:
        return (self.why,)


def days_of(
    offer: Offer,
    process: Process,
    today: date,
    *,
    holidays: Set[date],
    policy: Policy,
    review_days: int | None,
) -> tuple[Day, ...]:
    """The dates of an offer that comes `with_process()`; `review_days` is what the signals make of it."""
    decision = getattr(offer, "decision", None)
    if decision:
        return ()
    found = dates(process, today, holidays, policy, review_days)
    return tuple(Day(title=title, on=on, why=why(reason, "the dates alone")) for title, on, reason in found)


def dates(
    process: Process, today: date, holidays: Set[date], policy: Policy, review_days: int | None
) -> Iterator[tuple[str, date | None, Reason]]:
    final = process.final_on is not None
    title = "Decide on their final package by" if final else "They want your answer by"
    left = time_left(process.decide_by, today, holidays=holidays, policy=policy)
    yield title, process.decide_by, left.reason
    if stage_of(process) in BEFORE_COUNTER and not left.overdue:
        last = latest_counter(
            process.decide_by, today, holidays=holidays, policy=policy, review_days=review_days
        )
        yield "Last safe day to counter", last.on, last.reason
    if process.open_counters:
        since = max(each.review_on or each.sent_on for each in process.open_counters)
        again = follow_up(since, today, holidays=holidays, policy=policy)
        yield "Ask again, if no answer has come", again.on, again.reason
