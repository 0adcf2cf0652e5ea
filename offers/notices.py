"""What looks odd in the answers of an offer: said beside them, so that a slip is seen before it counts."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format

from offers.explain import figure
from offers.history import Row
from offers.models import Offer

# An hour's pay and a year's differ by some two thousand; no serious target is so far from base as this.
SCALE = Decimal(20)


def notices(offer: Offer, today: date) -> dict[str, str]:
    """A sentence by field for every answer that may be a slip; nothing is refused for it."""
    return dict(_notices(offer, today))


def _notices(offer: Offer, today: date) -> Iterator[tuple[str, str]]:
    if offer.deadline and offer.deadline < today:
        passed = date_format(offer.deadline, "j F Y")
        yield "deadline", f"{passed} has passed. Is the date right, or did they give you longer?"
    if offer.base is not None and offer.target is not None and offer.target < offer.base:
        yield (
            "target",
            f"The target is below the offer of {figure(offer.base)}; is it the number you aim for?",
        )
    yield from two_ranges(offer)
    yield from half_said(offer.listed("wish_rows"))
    for name, amount in (("target", offer.target), ("walk_away", offer.walk_away)):
        if amount is not None and (odd := out_of_scale(offer, amount)):
            yield name, odd


def two_ranges(offer: Offer) -> Iterator[tuple[str, str]]:
    """The range as the employer gave it, where it was entered twice and not the same."""
    theirs = offer.range_from_employer and offer.inside_by in ("recruiter", "manager")
    for end, one, other in (
        ("minimum", offer.range_minimum, offer.inside_minimum),
        ("maximum", offer.range_maximum, offer.inside_maximum),
    ):
        if theirs and one is not None and other is not None and one != other:
            word = "starts at" if end == "minimum" else "goes up to"
            told = f"Under “Their range” it {word} {figure(one)}, under “Your numbers” {figure(other)}"
            yield f"range_{end}", f"{told}; which one did they say last?"
            yield f"inside_{end}", f"{told}; which one did they say last?"


def half_said(rows: list[Row]) -> Iterator[tuple[str, str]]:
    """Remote days of which one half is known: they count only by their number and their worth."""
    for one in rows:
        if one["key"] == "remote_days" and (one["cap"] is None) != (one["each"] is None):
            missing = "cap_remote_days" if one["cap"] is None else "each"
            told = "how many at most" if one["cap"] is None else "what one of them is worth to you"
            yield missing, f"Remote days are in no package yet: say {told}."


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
