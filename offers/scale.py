"""Amounts that stand beside base and are far from it: a lost "k", or pay for another time."""

from collections.abc import Iterable
from decimal import Decimal

from django import forms

from offers.engine.situation import Unit
from offers.explain import figure
from offers.fields import THOUSAND
from offers.models import Offer

# An hour's pay and a year's differ by some two thousand; no serious target is so far from base as this.
SCALE = 20
# Nobody is paid less: an amount below it was meant for a shorter time.
LEAST: dict[str, int] = {Unit.YEAR: 500, Unit.MONTH: 50}
LOW = {Unit.YEAR: 5_000}  # Less than this is somewhere a year's pay; more often it is a month's.
LEAST_WORDS: dict[str, str] = {
    Unit.YEAR: "a year. If it is pay by the hour or the month, say so beside it.",
    Unit.MONTH: "a month. If it is pay by the hour, say so beside it.",
}
HOURS: dict[str, int] = {Unit.YEAR: 2_000, Unit.MONTH: 170}  # About; only to see which slip is nearer.


def refuse_out_of_scale(form: forms.BaseForm, offer: Offer, names: Iterable[str]) -> None:
    """An error beside each of these fields whose amount is far from base; of several, with its line."""
    for name in names:
        found = form.cleaned_data.get(name)
        if isinstance(found, list):
            told = [
                f"Line {line}: {odd}"
                for line, one in enumerate(found, 1)
                if (odd := out_of_scale(offer, one))
            ]
        else:
            told = [odd] if found is not None and (odd := out_of_scale(offer, found)) else []
        if told:
            form.add_error(name, told)


def below_least(currency: str, unit: str, amount: Decimal) -> str:
    """A sentence if nobody is paid so little for this time; otherwise nothing."""
    return f"That is {currency} {figure(amount)} {LEAST_WORDS[unit]}" if amount < LEAST.get(unit, 0) else ""


def maybe_a_month(offer: Offer) -> str:
    """A question where a year's base is so low that it may be a month's; otherwise nothing."""
    if offer.base is None or offer.base >= LOW.get(Unit(offer.unit), 0):
        return ""
    return f"Is {figure(offer.base)} what they pay in a year? If it is for a month, say so beside it."


def out_of_scale(offer: Offer, amount: Decimal) -> str:
    """A sentence if `amount` is more than 20 times base or less than a twentieth; otherwise nothing.

    >>> out_of_scale(Offer(base=Decimal(28), unit="hour"), Decimal(65_000))
    'Base is 28 an hour; is 65,000 an hour or a year? Give it an hour.'
    >>> out_of_scale(Offer(base=Decimal(140_000), unit="year"), Decimal(130))
    '130 a year? Type 130k or 130,000.'
    """
    if offer.base is None or offer.base / SCALE <= amount <= offer.base * SCALE:
        return ""
    unit, large = offer.get_unit_display(), amount > offer.base
    if lost_thousand(offer, amount):
        return f"{figure(amount)} {unit}? Type {amount.normalize():f}k or {figure(amount * THOUSAND)}."
    told = f"Base is {figure(offer.base)} {unit}; is {figure(amount)}"
    other = "a year" if large else "an hour"
    if other == unit:
        return f"{told} right? It is {'more than 20 times' if large else 'less than a twentieth of'} that."
    return f"{told} {unit} or {other}? Give it {unit}."


def lost_thousand(offer: Offer, amount: Decimal) -> bool:
    """Whether an amount is nearer to base with a "k" behind it than as the pay of an hour."""
    if offer.base is None or amount > offer.base or offer.unit not in HOURS:
        return False
    return abs(amount * THOUSAND - offer.base) < abs(amount * HOURS[offer.unit] - offer.base)
