"""The pause after red signals: nothing is sent for a day, whatever else there is to do."""

from datetime import date

from offers.engine.policy import Policy
from offers.engine.reason import Reason
from offers.engine.signals import Colour, Sign, Signal
from offers.engine.stops import pause, pause_until
from offers.models import Offer


def pause_of(offer: Offer, today: date, policy: Policy) -> Reason | None:
    """Why to wait, while a pause holds. The offer comes `with_history()`."""
    until = pause_until(red_days(offer), policy)
    return pause(policy) if until and today <= until else None


def red_days(offer: Offer) -> list[date]:
    """The days of what spoke against the other side."""
    rows = offer.listed("signal_rows")
    found = (Signal(sign=Sign(row["sign"]), on=date.fromisoformat(row["on"])) for row in rows)
    return [one.on for one in found if one.on and one.colour is Colour.RED]
