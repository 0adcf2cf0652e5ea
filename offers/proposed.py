"""What the last counter proposed beside base: taken whole it is a yes, and a part of it is not."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from offers.case import offered_of
from offers.engine.bargain import Bargain
from offers.engine.replies import Action, ReplyRow, asking_with_the_rest, with_the_rest
from offers.engine.shared import SharedItem
from offers.models import Offer

TOLD = ("sign_on", "leave_days")  # What an answer has a field for; of the rest nobody knows whether it came.


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A base with what was proposed beside it, that in all and on top of the leave of the first offer.

    `review` is after how many months, empty without one. `is_all` says that nothing else was asked for, as in
    a fallback; a counter asks for more base, and its second way would do as well.
    """

    base: Decimal
    items: Mapping[str, Decimal]
    review: str = ""
    is_all: bool = False


def proposal_of(offer: Offer) -> Proposal | None:
    """What the last counter proposed; None where it was edited away, or there was nothing."""
    row: Mapping[str, Any] | None = offer.history.proposed
    if not row:
        return None
    items = {key: Decimal(amount) for key, amount in row["items"].items()}
    return Proposal(base=Decimal(row["base"]), items=items, review=row["review"], is_all=row["is_all"])


def missing_of(offer: Offer, proposal: Proposal) -> dict[str, Decimal]:
    """What they have not given of it, or not said that they give."""
    there = offered_of(offer)
    left = {key: amount - there.get(key, Decimal(0)) for key, amount in proposal.items.items()}
    return {key: amount for key, amount in left.items() if amount > 0}


def still_proposed(offer: Offer) -> tuple[str, ...]:
    """The items that stand in the one proposal that is open: none of them is asked for as something less."""
    found = proposal_of(offer)
    return tuple(found.items) if found and found.is_all else ()


def is_taken_whole(offer: Offer) -> bool:
    """Whether they have answered the last proposal with all of it."""
    found, answered = proposal_of(offer), offer.history.answered
    if found is None or answered is None or offer.history.is_waiting:
        return False
    return answered >= found.base and not (found.review or missing_of(offer, found))


def enough_as_proposed(bargain: Bargain, offer: Offer) -> Bargain:
    """The bargain in which the base of a proposal that they have taken whole is accepted."""
    found = proposal_of(offer)
    if found is None or bargain.ask is None or not is_taken_whole(offer):
        return bargain
    return replace(bargain, accept_at=min(found.base, bargain.accepted(bargain.ask)))


def as_proposed(row: ReplyRow, offer: Offer) -> ReplyRow:
    """The row of a base that was proposed, where the rest of the proposal is not there.

    While it is the one proposal no base is a yes without the rest. A second way asks for its rest once an
    answer could say no more of it; else more base is asked for.
    """
    found, rest = proposal_of(offer), rest_of(offer)
    if found is None:
        return row
    if rest:
        is_step = row.action is Action.REPLY and row.said < found.base
        return asking_with_the_rest(row, rest) if is_step else with_the_rest(row, rest)
    missing = missing_of(offer, found)
    is_next = missing and row.action is Action.REPLY and not any(key in missing for key in TOLD)
    return with_the_rest(row, in_words(offer, found)) if is_next and row.said >= found.base else row


def rest_of(offer: Offer) -> str:
    """What they have not given of the one proposal that is open; empty for a mere second way."""
    found = proposal_of(offer)
    return in_words(offer, found) if found and found.is_all else ""


def items_left(offer: Offer, proposal: Proposal) -> tuple[SharedItem, ...]:
    """What is missing of it, on top of what is there."""
    there, missing = offered_of(offer), missing_of(offer, proposal)
    return tuple(
        SharedItem(key=key, quantity=left, offered=there.get(key, Decimal(0)))
        for key, left in missing.items()
    )


def in_words(offer: Offer, proposal: Proposal) -> str:
    """What is missing of it, as a sentence holds it."""
    said = [one.phrase(offer.currency) for one in items_left(offer, proposal)]
    review = [f"a review after {proposal.review} months"] if proposal.review else []
    return " and ".join([*said, *review])
