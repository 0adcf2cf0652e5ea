"""Which base a message asked for as it went out."""

from dataclasses import replace
from decimal import Decimal

from django.db.models import prefetch_related_objects

from offers.drafts.case import numbers_in
from offers.drafts.models import Draft, Kind, counters_in
from offers.drafts.record import BARGAINING, Record
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


def last_asked(offer: Offer, before: Moment | None = None) -> Decimal | None:
    """The base in the last counter that went out, as it was then; with a moment, in the last before it."""
    asked = [
        one.basis["ask"]
        for one in counters_in(offer.drafts.all())
        if one.basis and one.basis.get("ask")
        if before is None or one.moment <= before
    ]
    return Decimal(asked[-1]) if asked else None
