"""What a message is composed from. Nothing here holds the walk-away or the pay of colleagues."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from offers.engine.draft import Competing
from offers.engine.shared import SharedBasis, SharedItem, SharedPackage
from offers.engine.situation import EmployerType

NO_BASE = "Enter the base they offered; this message speaks of it."
NO_QUESTION = "Every part of the offer is on record, so there is nothing to ask."
NO_MESSAGE = "Nothing has gone out yet, so there is nothing to follow up."
NO_DEADLINE = "No deadline is on record, so there is nothing to move."
USUAL = ("sign_on", "leave_days")  # What may stand beside base where nothing is known of it.
REACHED = "They have reached the base that you accept. Say yes once all of it is in writing."
GIVEN = "They have given what you asked for. Say yes once all of it is in writing."
FINAL = (
    "They called their answer final. Hold it against the lines at which you stop. Then say yes, once all of "
    "it is in writing, or decline; the fallback can still ask for something beside base."
)
PROPOSED = (
    "They have answered the last way that you proposed. Say yes once all of it is in writing, a review too, "
    "or decline."
)
WAITING = "Your last counter has no answer yet. Enter what they say to it first."
ENDED = {
    "accept": "Your acceptance went out, and they have not answered it. Write down how it ended.",
    "decline": "Your refusal went out, and they have not answered it. Write down how it ended.",
}
BACK_FIRST = (
    "They named a base that you accept and have lowered it since. Ask for that one back with the questions, "
    "before anything else."
)
NOT_YET = "Ask first whether {} still stands, with the questions; or waive it on the timeline."
REST = "Their base is one that you accept; ask for more of the rest before you say yes."
KEPT = (
    "The next number would be one that you keep to yourself. Ask aloud for one more step, or write the "
    "fallback."
)
NO_RIVAL = "No other offer of yours is on record, and such a note has to be true."


class NothingToSayError(Exception):
    """There is nothing that such a message could say; says why."""


@dataclass(frozen=True, kw_only=True)
class Review:
    """A review agreed in writing, with the base that follows it where one is known."""

    months: str
    base: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Step:
    """A base with items on top, or with a review later; worth less than the ask."""

    base: Decimal
    items: tuple[SharedItem, ...] = ()
    review: Review | None = None


@dataclass(frozen=True, kw_only=True)
class Rival:
    """The other offer: how far it has come, by when they need an answer, in which one term it is better.

    `expected_on` is when it should be there in writing, where it is not; `better` is empty while the two
    cannot be compared, else it says how the part `term` differs, of which they offer `theirs`, and
    `is_aloud` that they have only said so.
    """

    how: Competing
    expected_on: date | None
    answer_by: date | None
    better: str
    term: str = ""
    theirs: Decimal | None = None
    is_aloud: bool = False


@dataclass(frozen=True, kw_only=True)
class Dropped:
    """A part that they named and then left out or lowered: as it was named, and what they have of it now.

    `by` is how they named it ("on the phone"), `place` where it is missing ("the letter"), `value` what they
    say of it now, None for nothing.
    """

    name: str
    said: str
    the: str
    has: str
    value: Any
    by: str
    place: str


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What a message is composed from.

    The answer comes on `answer_on`, or `read_days` business days after the written offer where none is
    there and no deadline is known. `sign_by` is the day by which the person can sign, `level` is empty
    while they have named none. `in_writing` says how they have the offer, `missing` which parts of it
    nobody has named, and `questions` asks for each; `passed` is the deadline when it lies behind. `basis`
    is None while no base is known. `package` is worth as much as the ask with less base, `step` is what the
    ladder has next, worth less; both are None when they cannot be said. `rest` is what a proposal that is
    open named beside base, and they have not given. `answered` is the base they
    answered a counter with, `settle` what could be agreed on now, `cut_from` the base that they named before
    they lowered it. `wrote_on` is the day of the last message, `asked_on` that of the last that asked for
    what is missing. `later` is the day to ask for, `other_on` the day on which another employer answers.
    `has_base` says whether a base stands, `beside` what may be asked for beside it, `sign_on` how much of
    one they offer already. `agreed` are the terms that stand, ready to be read, `promises` what stands in
    no writing, `drops` what was named and then left out or lowered; `is_final` says whether their final
    package is there, `aloud` what it names that was only said, `is_long` whether `later` is more than
    an ordinary request.
    """

    role: str
    company: str
    level: str
    employer_type: EmployerType
    answer_on: date | None
    read_days: int
    sign_by: date
    in_writing: bool
    missing: tuple[str, ...]
    questions: tuple[str, ...]
    number_named: bool
    deadline: date | None
    passed: date | None
    basis: SharedBasis | None
    package: SharedPackage | None = None
    step: Step | None = None
    rest: str = ""
    answered: Decimal | None = None
    settle: Step | None = None
    cut_from: Decimal | None = None
    rival: Rival | None = None
    wrote_on: date | None = None
    asked_on: date | None = None
    later: date | None = None
    other_on: date | None = None
    has_base: bool = False
    beside: tuple[str, ...] = USUAL
    sign_on: Decimal | None = None
    agreed: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    drops: tuple[Dropped, ...] = ()
    is_final: bool = False
    is_long: bool = False
    aloud: tuple[str, ...] = ()

    @property
    def stated_range(self) -> bool:
        """Whether they told or posted one."""
        return bool(self.basis and self.basis.pay_range)
