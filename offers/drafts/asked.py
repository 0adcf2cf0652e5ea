"""Which base a message asked for as it went out."""

from collections import Counter
from dataclasses import replace

from offers.drafts.case import numbers_in
from offers.drafts.models import Draft, Kind, Tone
from offers.drafts.record import Record
from offers.engine import draft as engine
from offers.engine.shared import SharedBasis

MOST_TIMES = 3  # No serious request is so many times the offer.


def with_what_was_asked(record: Record, draft: Draft, text: str) -> SharedBasis | None:
    """The basis with the ask that stands in the text, which may be another than ours or none.

    Ours is what the composed text asks for. Else it is the highest base that was typed into it: a number of
    the composed text, such as an end of their range, is none.
    """
    basis, said = record.basis, numbers_in(text)
    if basis is None:
        return None
    ours = record.settle.base if draft.kind == Kind.FALLBACK and record.settle else record.request
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
