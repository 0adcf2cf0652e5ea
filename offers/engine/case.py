"""A case of the JSON door: the fields of one offer as they are typed, and the situation they make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from offers.engine.errors import EngineError
from offers.engine.situation import (
    Budget,
    Buffer,
    EmployerType,
    Industry,
    InternalInformation,
    Level,
    Measure,
    Numbers,
    Peer,
    Peers,
    Posting,
    Range,
    RangeBasis,
    Situation,
    Stance,
    Terms,
    Unit,
    Wishes,
)

T = TypeVar("T")
# What people call an item, beside the key of its lever.
ALIASES = {"days": "leave_days"}


@dataclass(frozen=True, kw_only=True)
class CaseBand:
    """The band of a case."""

    min: Decimal | None = None
    mid: Decimal | None = None
    max: Decimal | None = None
    basis: RangeBasis = RangeBasis.POSITION
    employer_given: bool = False


@dataclass(frozen=True, kw_only=True)
class CasePosting:
    """The posted range of a case."""

    min: Decimal | None = None
    max: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class CaseBuffer:
    """The padding of a case, as fractions of the offer."""

    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Case:
    """One offer, every amount stated as the offer is: its unit, its payments, its share of full time."""

    offer: Decimal
    target: Decimal | None = None
    walk_away: Decimal | None = None
    band: CaseBand | None = None
    posting: CasePosting | None = None
    peers: tuple[Decimal, ...] = ()
    industry: Industry | None = None
    buffer: CaseBuffer | None = None
    stance: Stance = Stance.STANDARD
    strong_alternative: bool = False
    hard_to_fill: bool = False
    unit: Unit = Unit.YEAR
    payments_per_year: int = 12
    hours_per_week: Decimal | None = None
    fte: Decimal = Decimal(1)
    level: Level | None = None
    accept_at: Decimal | None = None
    caps: Mapping[str, Decimal] = field(default_factory=dict)
    weights: Mapping[str, Decimal] = field(default_factory=dict)
    other_value: Decimal | None = None
    bonus_target: Decimal | None = None
    payout: Decimal | None = None
    match_rate: Decimal | None = None
    currency: str = ""
    employer_type: EmployerType = EmployerType.BANDED
    internal: InternalInformation | None = None
    budget: Budget = field(default_factory=Budget)
    offered: Mapping[str, Decimal] = field(default_factory=dict)
    movable: Mapping[str, bool] = field(default_factory=dict)
    unit_worth: Mapping[str, Decimal] = field(default_factory=dict)
    today: date | None = None
    deadline: date | None = None
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.deadline is not None and self.today is None:
            raise EngineError("today", "today: this is needed to count the days to the deadline.")

    def to_situation(self) -> Situation:
        """The situation this case describes."""
        return Situation(
            terms=self._terms(),
            band=self._band(),
            posting=self._posting(),
            internal=self.internal,
            peers=Peers(salaries=tuple(Peer(pay=pay) for pay in self.peers)) if self.peers else None,
            numbers=Numbers(target=self.target, walk_away=self.walk_away, accept_at=self.accept_at),
            buffer=self._buffer(),
            industry=self.industry,
            level=self.level,
            stance=self.stance,
            strong_alternative=self.strong_alternative,
            hard_to_fill=self.hard_to_fill,
            employer_type=self.employer_type,
            wishes=self._wishes(),
            budget=self.budget,
            deadline=self.deadline,
            holidays=self.holidays,
        )

    def _wishes(self) -> Wishes:
        return Wishes(
            caps=_by_lever(self.caps),
            weights=_by_lever(self.weights),
            offered=_by_lever(self.offered),
            movable=_by_lever(self.movable),
            unit_worth=_by_lever(self.unit_worth),
        )

    def _terms(self) -> Terms:
        measure = Measure(
            currency=self.currency,
            unit=self.unit,
            payments_per_year=self.payments_per_year,
            hours_per_week=self.hours_per_week,
            fte=self.fte,
        )
        return Terms(
            base=self.offer,
            measure=measure,
            bonus_target=self.bonus_target,
            payout=self.payout,
            match_rate=self.match_rate,
            other_value=self.other_value,
        )

    def _band(self) -> Range | None:
        band = self.band
        if band is None:
            return None
        return Range(
            minimum=band.min,
            midpoint=band.mid,
            maximum=band.max,
            basis=band.basis,
            employer_given=band.employer_given,
        )

    def _buffer(self) -> Buffer | None:
        return None if self.buffer is None else Buffer(low=self.buffer.low, high=self.buffer.high)

    def _posting(self) -> Posting | None:
        return None if self.posting is None else Posting(minimum=self.posting.min, maximum=self.posting.max)


def _by_lever(named: Mapping[str, T]) -> dict[str, T]:
    return {ALIASES.get(key, key): value for key, value in named.items()}
