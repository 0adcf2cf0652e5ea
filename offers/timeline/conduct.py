"""What their conduct amounts to, beside the entries it was read from."""

from dataclasses import dataclass

from offers.engine import signals as engine
from offers.engine.policy import Policy
from offers.explain import Why, why
from offers.ledger.models import Signal
from offers.models import Offer


@dataclass(frozen=True, kw_only=True)
class Noted:
    """All signals of one sign: what they say, once or as a pattern, and the entries."""

    why: Why
    colour: str
    signals: tuple[Signal, ...]

    @property
    def whys(self) -> tuple[Why, ...]:
        return (self.why,)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The notes, and what they change elsewhere, each with its reason."""

    notes: tuple[Noted, ...]
    effects: tuple[Why, ...]
    review_days: int | None


COLOURS = {engine.Colour.GREEN: "good sign", engine.Colour.RED: "calls for care"}


def reading_of(offer: Offer, policy: Policy) -> Reading:
    """The conduct of the other side in an offer that comes `with_process()`."""
    pairs = [(row.as_engine, row) for row in offer.signals.all()]
    rows = {id(signal): row for signal, row in pairs}
    found = engine.conduct([signal for signal, _ in pairs], policy)
    return Reading(
        notes=tuple(noted(note, rows) for note in found.notes),
        effects=tuple(why(reason, "what they said and did") for reason in found.reasons),
        review_days=found.effects.review_days,
    )


def noted(note: engine.Note, rows: dict[int, Signal]) -> Noted:
    return Noted(
        why=why(note.reason, "what you wrote down"),
        colour=COLOURS[note.colour],
        signals=tuple(rows[id(signal)] for signal in note.signals),
    )
