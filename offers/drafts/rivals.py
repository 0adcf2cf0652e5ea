"""The other offer that a note may speak of: the strongest on record that is better in at least one term."""

from collections.abc import Iterable, Iterator
from datetime import date

from offers.drafts.composer.ground import NothingToSayError, Rival
from offers.engine.draft import Competing
from offers.ledger.entries import IN_WRITING
from offers.ledger.parts import PARTS, Stand, answers_of, of_terms, standing
from offers.models import Offer

STRENGTH = tuple(Competing)
WORDS = {
    "base": "the base, which is higher there",
    "bonus_target_rate": "the bonus, which is higher there",
    "sign_on": "the sign-on, which is higher there",
    "equity_grant": "the equity grant, which is larger there",
    "leave_days": "the paid leave, which is longer there",
}
MONEY = ("base", "sign_on", "equity_grant")
WEAKER = (
    "No other offer of yours is better than this one in a term on record. Naming a weaker one works against "
    "you."
)


def how_far(offer: Offer) -> Competing:
    """A process while no base is named; else how the offer was made."""
    return Competing.PROCESS if offer.base is None else Competing(offer.stated_as)


def strongest(others: Iterable[Offer]) -> Competing:
    return max(map(how_far, others), key=STRENGTH.index, default=Competing.NONE)


def rival_of(offer: Offer, others: list[Offer]) -> Rival | None:
    """The other offer to speak of: the furthest one, and of several the one that is better in a term.

    Raises NothingToSayError where all of them can be compared and none is better in anything.
    """
    if not others:
        return None
    stand = standing(offer)
    far = max(map(how_far, others), key=STRENGTH.index)
    found = [rival(offer, stand, other) for other in others if how_far(other) is far]
    named = [one for one in found if one]
    if not named:
        raise NothingToSayError(WEAKER)
    return min(named, key=lambda one: (one.better == "", one.answer_by or date.max))


def rival(offer: Offer, stand: Stand, other: Offer) -> Rival | None:
    """None for an offer that can be compared and is better in nothing."""
    far, theirs = how_far(other), standing(other)
    same = (offer.currency, offer.unit) == (other.currency, other.unit)
    better = next(better_terms(stand, theirs, same=same), "")
    if not better and same and far is not Competing.PROCESS:
        return None
    expected = getattr(other, "expectation", None) if far is not Competing.WRITTEN else None
    due = expected.expected_on if expected else None
    return Rival(
        how=far,
        expected_on=due,
        answer_by=other.deadline,
        better=WORDS.get(better, ""),
        term=better,
        theirs=theirs.get(better),
        is_aloud=far is Competing.WRITTEN and said_aloud(other, better),
    )


def said_aloud(offer: Offer, name: str) -> bool:
    """Whether a part of a written offer was last named by an answer that is in no writing."""
    answers = (one for one in answers_of(offer) if name in of_terms(one))
    last = next(answers, None)
    return last is not None and last.channel not in IN_WRITING


def better_terms(ours: Stand, theirs: Stand, *, same: bool) -> Iterator[str]:
    """The terms of which they offer more; money only where both are in one currency and unit."""
    for part in PARTS:
        comparable = part.name in WORDS and (same or part.name not in MONEY)
        if comparable and {part.name} <= ours.keys() & theirs.keys() and theirs[part.name] > ours[part.name]:
            yield part.name


def expected_on(others: list[Offer], today: date) -> date | None:
    """The next day on which another employer's offer is expected."""
    waiting = [getattr(one, "expectation", None) for one in others]
    days = [one.expected_on for one in waiting if one and one.expected_on >= today]
    return min(days, default=None)
