"""What looks odd in the answers of an offer: said beside them, so that a slip is seen before it counts."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format

from offers.explain import figure
from offers.history import Row
from offers.models import Offer
from offers.scale import maybe_a_month, out_of_scale

# What stands on the offer itself beside its base, in the same measure.
BESIDE_BASE = (
    "named_number",
    "range_minimum",
    "range_midpoint",
    "range_maximum",
    "posted_minimum",
    "posted_maximum",
    "target",
    "walk_away",
    "inside_minimum",
    "inside_maximum",
    "resent",
)
RATES = (
    "bonus_target_rate",
    "bonus_payout_low_rate",
    "bonus_payout_rate",
    "bonus_payout_high_rate",
    "attainment_rate",
    "match_own_rate",
    "match_vested_rate",
    "health_coinsurance_rate",
    "tax_rate",
)
ONE_PERCENT = Decimal("0.01")


def notices(offer: Offer, today: date) -> dict[str, str]:
    """A sentence by field for every answer that may be a slip; nothing is refused for it."""
    return dict(_notices(offer, today))


def _notices(offer: Offer, today: date) -> Iterator[tuple[str, str]]:
    if offer.deadline and offer.deadline < today:
        passed = date_format(offer.deadline, "j F Y")
        yield "deadline", f"{passed} has passed. Is the date right, or did they give you longer?"
    if offer.starts_on and offer.starts_on < today and not offer.is_decided:
        yield "starts_on", f"{date_format(offer.starts_on, 'j F Y')} has passed. Is the first day right?"
    if low := maybe_a_month(offer):
        yield "base", low
    for name in RATES:
        share = getattr(offer, name)
        if share and share < ONE_PERCENT:
            typed = f"{(share * 100).normalize():f}"
            yield name, f"Is it {typed}%? It is in percent, so type 10 for a tenth."
    if offer.base is not None and offer.target is not None and offer.target < offer.base:
        yield (
            "target",
            f"The target is below the offer of {figure(offer.base)}; is it the number you aim for?",
        )
    yield from two_ranges(offer)
    yield from half_said(offer.listed("wish_rows"))
    for name in BESIDE_BASE:
        amount = getattr(offer, name)
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
