"""What matters beside money: points once they are locked, scores given under them, what turns the order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from offers.compare.board import opened
from offers.compare.models import Comparison, Criterion, Score
from offers.compare.sides import Told
from offers.engine import weights as engine
from offers.engine.comparison import Comparison as Compared
from offers.engine.money import round_half_up
from offers.explain import Why, entered
from offers.models import Offer

TENTH = Decimal("0.1")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One criterion with its points, and the score of each offer with its reason, None where open."""

    name: str
    points: int
    scores: tuple[Score | None, ...]


@dataclass(frozen=True, kw_only=True)
class Total:
    """What the scores of one offer come to, and whether it has any."""

    offer: Offer
    name: str
    figure: str


@dataclass(frozen=True, kw_only=True)
class Matters:
    """All of it as the page shows it.

    `turns` are what leads and what would turn it, with their `whys`; `how` says what a total is.
    """

    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    turns: tuple[str, ...]
    whys: tuple[Why, ...]
    how: tuple[Why, ...]


def draft_of(criteria: Iterable[Criterion]) -> engine.DraftWeights:
    weights = (engine.Weight(criterion=one.name, points=Decimal(one.points)) for one in criteria)
    return engine.DraftWeights(weights=tuple(weights))


def locked_of(comparison: Comparison | None, criteria: Iterable[Criterion]) -> engine.LockedWeights | None:
    """The points as the engine holds them once they are locked; None before."""
    if comparison is None or comparison.locked_on is None:
        return None
    return engine.LockedWeights(weights=draft_of(criteria).weights, locked_on=comparison.locked_on)


def current(scores: Iterable[Score], comparison: Comparison, offer: Offer) -> dict[str, Score]:
    """The scores of one offer that count: those given under the points as they are locked now."""
    return {
        score.criterion: score
        for score in scores
        if score.lock == comparison.lock and score.offer_id == offer.pk
    }


def scored_of(
    told: Sequence[Told], scores: Sequence[Score], comparison: Comparison, weights: engine.LockedWeights
) -> tuple[engine.Scored, ...]:
    """Every offer that has a score."""
    found = []
    for one in told:
        known = current(scores, comparison, one.offer)
        given = [
            engine.Score(criterion=name, points=Decimal(score.points), why=score.reason)
            for name, score in known.items()
            if name in weights.points()
        ]
        if given:
            found.append(engine.give_scores(weights, one.name, given))
    return tuple(found)


def matters_of(
    told: Sequence[Told],
    criteria: Sequence[Criterion],
    scores: Sequence[Score],
    comparison: Comparison,
    compared: Compared,
) -> Matters:
    by_offer = [current(scores, comparison, one.offer) for one in told]
    table = compared.scores
    totals = dict(table.totals) if table else {}
    reasons = [*(table.reasons if table else ()), *(table.gap.reasons if table and table.gap else ())]
    typed = entered("Points and scores are yours; an offer's total is the sum of points times score.")
    return Matters(
        lines=tuple(
            Line(
                name=one.name,
                points=one.points,
                scores=tuple(known.get(one.name) for known in by_offer),
            )
            for one in criteria
        ),
        totals=tuple(
            Total(offer=one.offer, name=one.name, figure=figure(totals.get(one.name))) for one in told
        ),
        turns=tuple(reason.text for reason in reasons),
        whys=tuple(opened(reason, "your points and scores") for reason in reasons),
        how=(typed,),
    )


def figure(total: Decimal | None) -> str:
    return "" if total is None else f"{round_half_up(total, TENTH).normalize():f}"
