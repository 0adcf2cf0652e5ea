"""The versions of the terms as the timeline shows them: what moved, and what may be kept as a promise."""

from dataclasses import dataclass

from offers.case import measure_of
from offers.explain import NO_BREAK, money_in
from offers.ledger.models import Terms
from offers.ledger.parts import Change, Compared, Turn, of_terms, shown, versions_of
from offers.ledger.services import drop_key
from offers.models import Offer


@dataclass(frozen=True, kw_only=True)
class Drop:
    """A part that is less now or was left out; whether it is written down as a promise already."""

    change: Change
    is_promise: bool


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One version: its parts where nothing stood before it, else what became of each; and the drops."""

    terms: Terms
    is_answer: bool
    parts: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]
    drops: tuple[Drop, ...]


def versions(offer: Offer) -> list[Shown]:
    """Every version, the newest first. The offer's terms and promises are loaded."""
    measure, kept = measure_of(offer), {promise.key for promise in offer.promises.all()}
    return [
        Shown(
            terms=one.terms,
            is_answer=one.terms.is_answer,
            parts=tuple(shown(of_terms(one.terms), measure)) if is_first(one) else (),
            changes=() if is_first(one) else one.changes,
            drops=tuple(
                Drop(change=drop, is_promise=drop_key(offer.pk, drop.name) in kept) for drop in one.drops
            ),
        )
        for one in versions_of(offer)
    ]


def is_first(one: Compared) -> bool:
    """Whether nothing stood before it, so that there is nothing to compare."""
    return all(change.kind is Turn.NEW for change in one.changes)


def posted_range(offer: Offer) -> str:
    """The range of the posting in words; empty without one."""
    measure = measure_of(offer)
    low, high = (
        money_in(end, measure) if end else "" for end in (offer.posted_minimum, offer.posted_maximum)
    )
    if low and high:
        return f"{low} to{NO_BREAK}{high}"
    return f"from {low}" if low else f"up to {high}" if high else ""
