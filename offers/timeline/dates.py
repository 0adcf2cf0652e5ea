"""The dates that count at this stage: by when to answer, to counter, to ask again."""

from dataclasses import dataclass
from datetime import date

from offers.case import holidays_around
from offers.dates.events import Event, Key, events_of, more_time_asked
from offers.engine.clock import latest_counter, time_left
from offers.engine.policy import Policy
from offers.explain import Why, why
from offers.models import Offer

RESTS_ON = "the dates alone"


@dataclass(frozen=True, kw_only=True)
class Day:
    """One date, None while it is not known: what it is and why. `key` names its calendar file."""

    title: str
    on: date | None
    why: Why
    key: str = ""

    @property
    def whys(self) -> tuple[Why, ...]:
        return (self.why,)


def days_of(offer: Offer, today: date, *, policy: Policy, review_days: int | None) -> tuple[Day, ...]:
    """The dates of an offer that comes `with_dates()`; none once it is over.

    `review_days` is what their conduct makes of the internal review: a quick one leaves longer to counter.
    """
    found = tuple(
        day_of(event, today, policy, review_days) for event in events_of(offer, today, policy=policy)
    )
    if offer.deadline or offer.is_decided or offer.history.last_word:
        return found
    unknown = time_left(None, today, policy=policy)
    return (Day(title="They want your answer", on=None, why=why(unknown.reason, RESTS_ON)), *found)


def day_of(event: Event, today: date, policy: Policy, review_days: int | None) -> Day:
    on: date | None = event.day
    reason = event.reason
    if event.key is Key.COUNTER and review_days is not None:
        holidays = holidays_around(event.offer, today)
        last = latest_counter(
            event.offer.deadline,
            today,
            holidays=holidays,
            policy=policy,
            review_days=review_days,
            extension_asked=more_time_asked(event.offer),
        )
        on, reason = last.on, last.reason
    return Day(title=event.title, on=on, why=why(reason, RESTS_ON), key=event.key.value)
