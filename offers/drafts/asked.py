"""Which base a message asked for as it went out."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db.models import prefetch_related_objects

from offers.case import offered_of
from offers.drafts.case import numbers_in
from offers.drafts.models import COUNTERS, Draft, Kind, counters_in
from offers.drafts.record import BARGAINING, Record
from offers.engine.encode import encode
from offers.engine.proposed import proposed_text
from offers.engine.requested import requested_base
from offers.engine.shared import SharedBasis, SharedPackage
from offers.history import Moment
from offers.models import Offer

ASKS_FOR_BASE = tuple(map(Kind, BARGAINING))
MOST_TIMES = 3  # No serious request is so many times the offer.


def with_what_was_asked(record: Record, draft: Draft, asked: Decimal | None) -> SharedBasis | None:
    """The basis with the base that it asked for, which may be another than ours or none."""
    basis = record.basis
    if basis is None:
        return None
    settle = record.settle if draft.kind == Kind.FALLBACK else None
    if settle and basis.ask is None:
        # Beside base, too, the second way is what was asked for last.
        basis = replace(basis, opening=(SharedPackage(base=settle.base, items=settle.items, phrase=""),))
    return replace(basis, ask=asked)


def asked_in(record: Record, draft: Draft, text: str) -> Decimal | None:
    """The base that a text asks for: the number of its request, else ours where it stands there.

    None where it asks for none, or where its number cannot be told; the person says which.
    """
    basis = record.basis
    if basis is None or draft.kind not in ASKS_FOR_BASE:
        return None
    settle = record.settle if draft.kind == Kind.FALLBACK else None
    ours = settle.base if settle else record.request
    items = [item for package in (*basis.opening, *basis.fallback) for item in package.items]
    items += settle.items if settle else ()
    beside = {amount for item in items for amount in (item.quantity, item.quantity + item.offered)}
    known = {basis.offer, *offered_before(record, draft), *beside}
    most = basis.offer * MOST_TIMES
    found = requested_base(text, least=basis.offer, most=most, known=known)
    return found or (ours if ours in numbers_in(text) else None)


def offered_before(record: Record, draft: Draft) -> list[Decimal]:
    """The bases that they had named by then; a message may have asked for the one that they named later."""
    prefetch_related_objects([record.offer], "terms")
    terms = record.offer.terms.all()
    return [one.base for one in terms if one.base and one.made_at < draft.created_at]


def with_what_was_proposed(
    record: Record, draft: Draft, text: str, asked: Decimal | None
) -> dict[str, Any] | None:
    """What is kept of a message that went out: its basis, and under `proposed` what it names beside base."""
    basis = encode(with_what_was_asked(record, draft, asked))
    proposed = proposed_in(record, draft, text, asked)
    return {**basis, "proposed": proposed} if isinstance(basis, dict) else None


def proposed_in(record: Record, draft: Draft, text: str, asked: Decimal | None) -> dict[str, Any] | None:
    """What stands in the text beside base, where base is asked for; days are on top of the first offer's."""
    if record.basis is None or record.basis.ask is None or asked is None or draft.kind not in COUNTERS:
        return None
    found = proposed_text(text, asked=asked, least=record.basis.offer, works=draft.kind == Kind.FALLBACK)
    if found is None:
        return None
    more = offered_of(record.offer).get("leave_days", Decimal(0))
    items = {key: value + more if key == "leave_days" else value for key, value in found.items.items()}
    return {
        "base": f"{found.base:f}",
        "items": {key: f"{value:f}" for key, value in items.items()},
        "review": found.review,
        "is_all": found.is_all,
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
