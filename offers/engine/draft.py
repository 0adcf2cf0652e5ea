"""What the checks of a draft may know: its kind, and the facts on record that it has to agree with."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from offers.engine.inputs import amount


class Kind(StrEnum):
    """The messages a negotiation needs, in the order in which they usually come."""

    ACKNOWLEDGE = "acknowledge"
    QUESTIONS = "questions"
    ASK_RANGE = "ask_range"
    COUNTER = "counter"
    FALLBACK = "fallback"
    COMPETING = "competing"
    FOLLOW_UP = "follow_up"
    EXTENSION = "extension"
    ACCEPT = "accept"
    DECLINE = "decline"
    PHONE = "phone"


class Competing(StrEnum):
    """How far another employer has come, from nothing to an offer in writing."""

    NONE = "none"
    PROCESS = "process"
    VERBAL = "verbal"
    WRITTEN = "written"


class Term(StrEnum):
    """One term of an offer, as an acceptance lists it or a counter asks for it."""

    TITLE = "title"
    LEVEL = "level"
    BASE = "base"
    BONUS = "bonus"
    SIGN_ON = "sign_on"
    CLAWBACK = "clawback"
    EQUITY = "equity"
    VESTING = "vesting"
    START_DATE = "start_date"
    PLACE = "place"
    LEAVE = "leave"
    REVIEW_DATE = "review_date"
    RELOCATION = "relocation"
    LEARNING = "learning"
    SEVERANCE = "severance"
    NOTICE = "notice"
    EQUIPMENT = "equipment"


@dataclass(frozen=True, kw_only=True)
class DraftFacts:
    """The record beside a draft. Amounts are in the unit of the draft; every field may be left out.

    `kind` None checks the wording alone, not what such a message must contain. `figures` are the numbers the
    employer may see (offer, band, posting, ask, packages); with none given, numbers are not compared with the
    record. `private_figures` are guarded as the walk-away is: what a year costs, the walk-away in another
    unit. `agreed` are the terms settled so far, `bases` the base among them in every unit that a text may
    name it in; with none given, the base of a text is not compared with it. Neither the walk-away nor the
    private figures are printed.
    Raises `EngineError` for an amount that cannot be one.
    """

    kind: Kind | None = None
    target: Decimal | None = None
    walk_away: Decimal | None = field(default=None, repr=False)
    private_figures: tuple[Decimal, ...] = field(default=(), repr=False)
    figures: tuple[Decimal, ...] = ()
    competing: Competing = Competing.NONE
    competitors: tuple[str, ...] = ()
    employer: str = ""
    preferred: bool = False
    agreed: tuple[Term, ...] = ()
    bases: tuple[Decimal, ...] = ()

    def __post_init__(self) -> None:
        amount("target", self.target)
        amount("walk_away", self.walk_away)
        for value in self.private_figures:
            amount("private_figures", value)
        for value in self.figures:
            amount("figures", value)
        for value in self.bases:
            amount("bases", value)

    @property
    def guarded(self) -> tuple[Decimal, ...]:
        """The numbers that no message may give away."""
        own = () if self.walk_away is None else (self.walk_away,)
        return own + self.private_figures
