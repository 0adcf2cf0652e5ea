"""What matters beside money: 100 points shared out before any score is seen, then locked.

The order is kept by types: scores can only be given to `LockedWeights`, and those only come from a row that
sums to 100. Unlocking gives the draft back with a line for the log.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from offers.engine.errors import EngineError
from offers.engine.inputs import between
from offers.engine.reason import TYPED, Reason

WHOLE = 100


@dataclass(frozen=True, kw_only=True)
class Weight:
    """How many of the 100 points one criterion has."""

    criterion: str
    points: Decimal

    def __post_init__(self) -> None:
        between("points", self.points, 0, WHOLE)


@dataclass(frozen=True, kw_only=True)
class DraftWeights:
    """Points being shared out; any sum is allowed until they are locked."""

    weights: tuple[Weight, ...] = ()

    @property
    def left(self) -> Decimal:
        """Points still to give; below zero when too many are given."""
        return WHOLE - sum((weight.points for weight in self.weights), Decimal(0))


@dataclass(frozen=True, kw_only=True)
class LockedWeights:
    """Points that sum to 100 and no longer change; only these take scores.

    Raises `EngineError` when they do not sum to 100 or name a criterion twice.
    """

    weights: tuple[Weight, ...]
    locked_on: date

    def __post_init__(self) -> None:
        left = DraftWeights(weights=self.weights).left
        if left:
            raise EngineError("weights", f"The points sum to {WHOLE - left:f}; share out exactly 100.")
        _named_once("weights", [weight.criterion for weight in self.weights])

    def points(self) -> dict[str, Decimal]:
        """The points of each criterion, in the order they were given."""
        return {weight.criterion: weight.points for weight in self.weights}


@dataclass(frozen=True, kw_only=True)
class LogLine:
    """What happened to the weights on a day."""

    on: date
    reason: Reason


def lock(draft: DraftWeights, *, today: date) -> LockedWeights:
    """The points fixed from `today` on. Raises `EngineError` unless they sum to 100."""
    return LockedWeights(weights=draft.weights, locked_on=today)


def unlock(locked: LockedWeights, *, today: date, why: str = "") -> tuple[DraftWeights, LogLine]:
    """The points as a draft again, and the line that says so; scores given before stay with the old lock."""
    row = ", ".join(f"{weight.criterion} {weight.points.normalize():f}" for weight in locked.weights)
    reason = Reason(
        code="WEIGHTS_UNLOCKED",
        sentence="The weights locked on {locked_on} ({row}) were opened again"
        + (": {why}" if why else ", without a reason."),
        params={"locked_on": locked.locked_on, "row": row, "why": why},
        source=TYPED,
    )
    return DraftWeights(weights=locked.weights), LogLine(on=today, reason=reason)


@dataclass(frozen=True, kw_only=True)
class Score:
    """0 to 100 for one criterion, with the written reason; `points` is None while it is open."""

    criterion: str
    points: Decimal | None
    why: str = ""

    def __post_init__(self) -> None:
        between("score", self.points, 0, WHOLE)
        if self.points is not None and not self.why.strip():
            raise EngineError("why", f"Write down why {self.criterion} gets this score.")


@dataclass(frozen=True, kw_only=True)
class Scored:
    """One offer's scores under the weights they were given to."""

    name: str
    weights: LockedWeights
    scores: tuple[Score, ...]

    def known(self) -> dict[str, Decimal]:
        """The scores given, by criterion."""
        return {score.criterion: score.points for score in self.scores if score.points is not None}


def give_scores(weights: LockedWeights, name: str, scores: Sequence[Score]) -> Scored:
    """The scores of one offer; `EngineError` for a criterion without weight or one that is scored twice."""
    known = weights.points()
    for score in scores:
        if score.criterion not in known:
            raise EngineError("score", f"{score.criterion} is not among the weighted criteria.")
    _named_once("score", [score.criterion for score in scores])
    return Scored(name=name, weights=weights, scores=tuple(scores))


def _named_once(field: str, names: Sequence[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise EngineError(field, f"{name} stands there twice.")
