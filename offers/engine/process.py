"""What has happened so far between a person and an employer: the frozen record that the stages read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from offers.engine.errors import EngineError
from offers.engine.inputs import finite


class Component(StrEnum):
    """What a written offer has to say before it is complete."""

    SALARY = "salary"
    BONUS = "bonus"
    EQUITY = "equity"
    BENEFITS = "benefits"
    LEAVE = "leave"
    LEVEL = "level"
    REPORTING_LINE = "reporting_line"


class Detail(StrEnum):
    """What is known of one component: given (also "there is none"), asked and not given, or open."""

    GIVEN = "given"
    ASKED_NOT_GIVEN = "asked_not_given"
    OPEN = "open"


class Outcome(StrEnum):
    """How it ended."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, kw_only=True)
class Counter:
    """One counter: when it went out, when it was taken to the internal review, when it was answered."""

    sent_on: date
    review_on: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Promise:
    """Something promised: what, by whom, and whether it stands in writing."""

    what: str
    person: str = ""
    in_writing: bool = False


@dataclass(frozen=True, kw_only=True)
class Process:
    """The record of one negotiation; whatever has not happened stays empty.

    `deadline` is the day by which the offer as it stands must be answered; `final_decide_by` the same for the
    final package. `number_named` and `yes_said` are things that happened before this was recorded;
    `thanked` that thanks for the offer went out, `extension_asked` that more time was asked for the day that
    counts. `asked_on` is when open parts were asked for last, None once something has come in since.
    Raises `EngineError` when the days are out of order.
    """

    offered_on: date | None = None
    written_on: date | None = None
    details: Mapping[Component, Detail] = field(default_factory=dict)
    deadline: date | None = None
    counters: tuple[Counter, ...] = ()
    final_on: date | None = None
    final_decide_by: date | None = None
    outcome: Outcome | None = None
    decided_on: date | None = None
    promises: tuple[Promise, ...] = ()
    number_named: bool = False
    yes_said: bool = False
    extension_asked: bool = False
    thanked: bool = False
    asked_on: date | None = None

    def __post_init__(self) -> None:
        for counter in self.counters:
            _in_order("counters", "A counter", counter.sent_on, counter.review_on, counter.answered_on)
        _in_order("written_on", "The written offer", self.offered_on, self.written_on)
        _in_order("final_on", "The final package", self.offered_on, self.written_on, self.final_on)
        _in_order("final_decide_by", "The final package", self.final_on, self.final_decide_by)
        _in_order(
            "decided_on", "The decision", self.offered_on, self.written_on, self.final_on, self.decided_on
        )

    @property
    def open_counters(self) -> tuple[Counter, ...]:
        """Counters without an answer, oldest first; a final package answers all that were sent before it."""
        return tuple(
            sorted(
                (each for each in self.counters if not self._answered(each)), key=lambda each: each.sent_on
            )
        )

    def _answered(self, counter: Counter) -> bool:
        closed = self.final_on is not None and counter.sent_on < self.final_on
        return closed or counter.answered_on is not None

    @property
    def missing(self) -> tuple[Component, ...]:
        """Components neither given nor asked for in vain."""
        return tuple(part for part in Component if self.details.get(part, Detail.OPEN) is Detail.OPEN)

    @property
    def not_given(self) -> tuple[Component, ...]:
        """Components that were asked for and are not given."""
        return tuple(part for part in Component if self.details.get(part) is Detail.ASKED_NOT_GIVEN)

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        """Promises that stand in no writing."""
        return tuple(promise for promise in self.promises if not promise.in_writing)

    @property
    def decide_by(self) -> date | None:
        """The day that counts: the final package carries its own, and the clock restarts on it."""
        return self.deadline if self.final_on is None else self.final_decide_by


def _in_order(name: str, what: str, *days: date | None) -> None:
    known = [day for day in days if day is not None]
    if known != sorted(known):
        raise EngineError(name, f"{what}: the days {' and '.join(map(str, known))} are out of order.")


class Figure(StrEnum):
    """Which figure was observed."""

    ADVERTISED = "advertised"
    DESIRED = "desired"
    OFFERED = "offered"
    ASKED = "asked"
    FINAL = "final"


class Trust(StrEnum):
    """Where an observation comes from, the most trusted first."""

    CONTRACT = "contract"
    LETTER = "letter"
    MAIL = "mail"
    CALL = "call"
    MEMORY = "memory"


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One figure of one item as it was seen on one day; a list of these only ever grows.

    Raises `EngineError` for a value that is no number.
    """

    figure: Figure
    item: str
    value: Decimal
    source: Trust
    on: date

    def __post_init__(self) -> None:
        finite("value", self.value)


@dataclass(frozen=True, kw_only=True)
class Belief:
    """The observation to go by, and later ones that say otherwise with less weight."""

    observation: Observation
    disputed_by: tuple[Observation, ...]


def believed(observations: tuple[Observation, ...], figure: Figure, item: str) -> Belief | None:
    """Which observation of a figure to go by: the best source, then the latest; None without any.

    A contract outweighs a letter, a letter a mail, a mail a call, a call a memory. A later, weaker
    observation with another value does not replace a better one; it is listed, to be had in writing.
    Of two on one day from one source the one recorded last counts.

    >>> def offered(value: int, source: Trust, day: int) -> Observation:
    ...     on = date(2026, 3, day)
    ...     return Observation(figure=Figure.OFFERED, item="base", value=Decimal(value), source=source, on=on)
    >>> seen = (offered(80000, Trust.LETTER, 2), offered(82000, Trust.CALL, 4))
    >>> found = believed(seen, Figure.OFFERED, "base")
    >>> str(found.observation.value), [str(each.value) for each in found.disputed_by]
    ('80000', ['82000'])
    """
    order = list(Trust)
    same = [each for each in observations if each.figure is figure and each.item == item]
    if not same:
        return None
    ranked = max(enumerate(same), key=lambda pair: (-order.index(pair[1].source), pair[1].on, pair[0]))
    best = ranked[1]
    later = tuple(each for each in same if each.on > best.on and each.value != best.value)
    return Belief(observation=best, disputed_by=later)
