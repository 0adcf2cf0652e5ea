"""The number that a person has named before, beside what they are told to ask for now."""

from decimal import Decimal

from offers.engine.reason import TYPED, Reason
from offers.models import Offer

UNDER = "You have named {named} already: asking for {ask} now lowers your own number."


def under_named(offer: Offer, ask: Decimal | None) -> Reason | None:
    """What to know where the ask is under the number they have heard; None where it is not."""
    named = offer.named_number
    if ask is None or named is None or ask >= named:
        return None
    params = {"named": named, "ask": ask}
    return Reason(code="ASK_UNDER_NAMED", sentence=UNDER, params=params, source=TYPED)
