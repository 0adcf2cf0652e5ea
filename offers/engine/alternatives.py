"""Other offers: only one that is written, unexpired and worth more than this one counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from offers.engine.reason import PRACTITIONER, TYPED, Grade, Reason, Source
from offers.engine.situation import Alternative

WEAK_ANCHOR = Source(author="Schaerer, Swaab & Galinsky", year=2015, title="Anchors weigh more than power")


@dataclass(frozen=True, kw_only=True)
class Alternatives:
    """`best` is the yearly value of the best offer that counts, `None` without one."""

    best: Decimal | None
    notes: tuple[Reason, ...]


def weigh_alternatives(offers: Iterable[Alternative], yearly_value: Decimal, today: date) -> Alternatives:
    """Which other offers count beside this one, worth `yearly_value`, other terms included.

    A weaker one is left out, never mentioned; one that is only spoken of, or has expired, is no alternative.
    """
    counted, codes = [], set()
    for offer in offers:
        if not offer.in_writing:
            codes.add("COMPETING_UNWRITTEN")
        elif offer.expires_on is not None and offer.expires_on < today:
            codes.add("COMPETING_EXPIRED")
        elif offer.yearly_value <= yearly_value:
            codes.add("COMPETING_WEAKER")
        else:
            counted.append(offer.yearly_value)
    notes = tuple(note for note in _NOTES if note.code in codes)
    return Alternatives(best=max(counted, default=None), notes=notes)


_NOTES = (
    Reason(
        code="COMPETING_UNWRITTEN",
        sentence="An offer not yet in writing is not counted. One honest sentence about it is allowed.",
        source=PRACTITIONER,
        grade=Grade.D,
    ),
    Reason(code="COMPETING_EXPIRED", sentence="An offer that has expired is not counted.", source=TYPED),
    Reason(
        code="COMPETING_WEAKER",
        sentence="An offer worth less than this one is left out: its amount would pull the number down.",
        source=WEAK_ANCHOR,
        grade=Grade.C,
    ),
)
