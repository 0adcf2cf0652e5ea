"""What looks odd in the answers of an offer: said beside them, so that a slip is seen before it counts."""

from decimal import Decimal

from offers.explain import figure
from offers.models import Offer

# An hour's pay and a year's differ by some two thousand; no serious target is so far from base as this.
SCALE = Decimal(20)


def out_of_scale(offer: Offer, amount: Decimal) -> str:
    """A sentence if `amount` is more than 20 times base or less than a twentieth; otherwise nothing.

    >>> out_of_scale(Offer(base=Decimal(28), unit="hour"), Decimal(65_000))
    'Base is 28 an hour; is 65,000 an hour or a year? Give it an hour.'
    """
    if offer.base is None or offer.base / SCALE <= amount <= offer.base * SCALE:
        return ""
    unit, large = offer.get_unit_display(), amount > offer.base
    told = f"Base is {figure(offer.base)} {unit}; is {figure(amount)}"
    other = "a year" if large else "an hour"
    if other == unit:
        return f"{told} right? It is {'more than 20 times' if large else 'less than a twentieth of'} that."
    return f"{told} {unit} or {other}? Give it {unit}."
