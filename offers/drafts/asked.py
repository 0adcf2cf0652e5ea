"""Which base a message asked for as it went out."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import Any

from offers.drafts.case import numbers_in
from offers.drafts.composer.closing import beside
from offers.drafts.composer.ground import Step
from offers.drafts.composer.words import items_words
from offers.drafts.models import Draft, Kind, Tone, counters_in
from offers.drafts.record import Record
from offers.engine import draft as engine
from offers.engine.encode import encode
from offers.engine.shared import SharedBasis, SharedPackage
from offers.history import Moment
from offers.models import Offer

MOST_TIMES = 3  # No serious request is so many times the offer.


def with_what_was_asked(record: Record, draft: Draft, text: str) -> SharedBasis | None:
    """The basis with the ask that stands in the text, which may be another than ours or none.

    Ours is what the composed text asks for. Else it is the highest base that was typed into it: a number of
    the composed text, such as an end of their range, is none.
    """
    basis, said = record.basis, numbers_in(text)
    if basis is None:
        return None
    settle = record.settle if draft.kind == Kind.FALLBACK else None
    if settle and basis.ask is None:
        # Beside base, too, the second way is what was asked for last.
        basis = replace(basis, opening=(SharedPackage(base=settle.base, items=settle.items, phrase=""),))
    ours = settle.base if settle else record.request
    if ours in said:
        return replace(basis, ask=ours)
    kind, tone = engine.Kind(draft.kind), Tone(draft.tone)
    composed = record.text(kind, tone, preferred=draft.preferred) if record.digest(kind, tone) else ""
    typed = Counter(said) - Counter(numbers_in(composed))
    items = [item for package in (*basis.opening, *basis.fallback) for item in package.items]
    beside = {amount for item in items for amount in (item.quantity, item.quantity + item.offered)}
    most = basis.offer * MOST_TIMES
    asked = [number for number in typed if basis.offer < number <= most and number not in beside]
    return replace(basis, ask=max(asked, default=None))


def with_what_was_proposed(record: Record, draft: Draft, text: str) -> dict[str, Any] | None:
    """What is kept of a message that went out: its basis, and under `proposed` what it names beside base."""
    basis = encode(with_what_was_asked(record, draft, text))
    return {**basis, "proposed": proposed_in(record, draft, text)} if isinstance(basis, dict) else None


def proposed_in(record: Record, draft: Draft, text: str) -> dict[str, Any] | None:
    """The fallback, or the second way of a counter, as far as it stands in the text as we composed it."""
    basis, is_all = record.basis, draft.kind == Kind.FALLBACK
    second = record.package or (record.step if draft.kind == Kind.PHONE else None)
    found = record.settle if is_all else second
    review = getattr(found, "review", None)
    if basis is None or basis.ask is None or found is None or not (found.items or (is_all and review)):
        return None
    words = beside(found, basis) if isinstance(found, Step) else items_words(found.items, basis)
    if found.base not in numbers_in(text) or " ".join(words.split()) not in " ".join(text.split()):
        return None
    items = {one.key: f"{one.quantity + one.offered:f}" for one in found.items}
    return {
        "base": f"{found.base:f}",
        "items": items,
        "review": review.months if review else "",
        "is_all": is_all,
    }


def last_asked(offer: Offer, before: Moment | None = None) -> Decimal | None:
    """The base in the last counter that went out, as it was then; with a moment, in the last before it."""
    asked = [
        one.basis["ask"]
        for one in counters_in(offer.drafts.all())
        if one.basis and one.basis.get("ask")
        if before is None or one.moment <= before
    ]
    return Decimal(asked[-1]) if asked else None
