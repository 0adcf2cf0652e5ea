"""What the target rests on, as it is shown beside it: only what was typed, and to its owner alone."""

from dataclasses import dataclass
from decimal import Decimal

from offers.case import measure_of
from offers.explain import Why, entered, money_in
from offers.models import About, Offer


@dataclass(frozen=True, kw_only=True)
class Ground:
    """One thing: its source, and the amount or range where one was given."""

    label: str
    source: str
    figure: str
    whys: tuple[Why, ...]


def grounds_of(offer: Offer) -> tuple[Ground, ...]:
    """In the order in which the page asks for them. The offer comes `with_case()`."""
    told = {row["about"]: row for row in offer.listed("evidence_rows")}
    return tuple(
        Ground(
            label=about.label,
            source=told[about]["source"],
            figure=span(offer, told[about]["low"], told[about]["high"]),
            whys=(entered("You gave this source; nothing is added to it."),),
        )
        for about in About
        if about in told
    )


def span(offer: Offer, low: str | None, high: str | None) -> str:
    """An amount, a range, or nothing."""
    ends = [money_in(Decimal(end), measure_of(offer)) for end in (low, high) if end]
    if high and not low:
        return f"up to {ends[0]}"
    return " to ".join(ends)
