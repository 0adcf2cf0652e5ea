"""The days of an offer that comes `with_case()`, as the engine's clock counts them from its record."""

from datetime import date

from offers.case import holidays_around
from offers.engine.asking import ask_by, await_answers
from offers.engine.clock import Moment, TimeLeft, latest_counter, time_left
from offers.engine.policy import Policy
from offers.models import Offer
from offers.open_parts import asked_last, awaited_since, open_parts


def left_of(offer: Offer, today: date, policy: Policy) -> TimeLeft:
    """The time left, with that for an answer where the offer or a part of it is still to be asked for."""
    return time_left(
        offer.deadline,
        today,
        holidays=holidays_around(offer, today),
        policy=policy,
        extension_asked=has_asked_for_time(offer),
        asks=offer.stated_as == "verbal" or bool(open_parts(offer) and asked_last(offer) is None),
    )


def last_to_counter(offer: Offer, today: date, policy: Policy) -> Moment:
    holidays, asked = holidays_around(offer, today), has_asked_for_time(offer)
    return latest_counter(offer.deadline, today, holidays=holidays, policy=policy, extension_asked=asked)


def last_to_ask(offer: Offer, today: date, policy: Policy) -> Moment:
    holidays, asked = holidays_around(offer, today), has_asked_for_time(offer)
    return ask_by(offer.deadline, today, holidays=holidays, policy=policy, extension_asked=asked)


def wait_of(offer: Offer, today: date, policy: Policy) -> Moment | None:
    """Until when to wait for what was asked for; None where nothing is awaited, or no longer."""
    since = awaited_since(offer)
    if since is None:
        return None
    holidays = holidays_around(offer, today)
    return await_answers(since, offer.deadline, today, holidays=holidays, policy=policy)


def has_asked_for_time(offer: Offer) -> bool:
    return offer.history.sent_on("extension") is not None
