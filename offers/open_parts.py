"""Which parts a written offer leaves out, and since when their answer to that is waited for.

All of it is read from an offer that comes `with_case()`.
"""

from datetime import date

from offers.engine.process import Component
from offers.history import Row, when
from offers.models import Offer, Stated

NAMED = {
    Component.BONUS: ("bonus_stated", "bonus_target_rate"),
    Component.EQUITY: ("equity_stated", "equity_grant"),
    Component.LEAVE: ("leave_stated", "leave_days"),
}


def open_parts(offer: Offer) -> tuple[Component, ...]:
    """The parts that neither the offer nor a version of its terms names; base has a step of its own."""
    said = {part: getattr(offer, field) != Stated.NOT_STATED for part, (field, _) in NAMED.items()}
    said[Component.LEVEL] = bool(offer.level)
    said[Component.BENEFITS] = offer.has_entered_benefits
    columns = {part: column for part, (_, column) in NAMED.items()}
    return tuple(
        part
        for part in Component
        if part is not Component.SALARY
        and not said.get(part)
        and not offer.history.names(columns.get(part, part.value))
    )


def asked_last(offer: Offer) -> Row | None:
    """The last message that asked for them; what went out before the written offer could not know it."""
    return offer.history.asked_since(written_on(offer))


def written_on(offer: Offer) -> date | None:
    """When the offer came in writing; the day it was entered where it was entered as written."""
    entered = offer.created_at.date() if offer.stated_as == "written" else None
    return min((day for day in (offer.history.lettered_on, entered) if day), default=None)


def awaited_since(offer: Offer) -> date | None:
    """The day on which they were asked for; None once something has come in since."""
    asked = asked_last(offer)
    if asked is None or any(when(one) > when(asked) for one in offer.history.offered):
        return None
    return date.fromisoformat(asked["on"])
