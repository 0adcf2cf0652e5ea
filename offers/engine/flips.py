"""Which offer the scores prefer, by how much, and what change of the weights would turn that round."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from offers.engine.errors import EngineError
from offers.engine.money import round_up
from offers.engine.policy import Policy
from offers.engine.reason import Reason
from offers.engine.weights import WHOLE, LockedWeights, Scored

_NONE = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Flip:
    """Moving more than `points` of the 100 from one criterion to another turns the order round."""

    points: Decimal
    taken_from: str
    given_to: str


def weighted_difference(weights: Mapping[str, Decimal], differences: Mapping[str, Decimal]) -> Decimal:
    """The lead in points: the sum of weight x difference / 100; below zero when the other one leads.

    Weights 50, 20, 30 and differences 12, -20, -2: 1.4.
    """
    return sum((weights[name] * each for name, each in differences.items()), _NONE) / WHOLE


def flips(weights: Mapping[str, Decimal], differences: Mapping[str, Decimal]) -> tuple[Flip, ...]:
    """Every single move of points that turns the order round, the smallest first; unrounded.

    Moving points from a to b takes d_a - d_b hundredths of the lead for each point. A move that needs all the
    points of a, or more, only makes the offers equal or cannot be made, and is left out.
    """
    lead = weighted_difference(weights, differences)
    found = [
        Flip(points=points, taken_from=giver, given_to=taker)
        for giver, high in differences.items()
        for taker, low in differences.items()
        if lead * (high - low) > 0 and (points := lead * WHOLE / (high - low)) < weights[giver]
    ]
    return tuple(sorted(found, key=lambda flip: flip.points))


@dataclass(frozen=True, kw_only=True)
class ScoreGap:
    """The two offers with the highest totals: by how much the first leads, and what would turn it round."""

    first: str
    second: str
    lead: Decimal
    close: bool
    smallest: Flip | None
    flips: tuple[Flip, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, kw_only=True)
class ScoreTable:
    """Totals out of 100 by offer, highest first; `gap` is None with a single offer.

    Criteria that some offer has no score for count for none, and are named in `left_out`.
    """

    totals: tuple[tuple[str, Decimal], ...]
    left_out: tuple[str, ...]
    gap: ScoreGap | None
    reasons: tuple[Reason, ...]


def score_table(scored: tuple[Scored, ...], policy: Policy) -> ScoreTable | None:
    """The offers in the order of their scores; None without any.

    Raises `EngineError` when the scores were given to different weights.
    """
    if not scored:
        return None
    weights = _same_weights(scored)
    known = {offer.name: offer.known() for offer in scored}
    if len(known) < len(scored):
        raise EngineError("scores", "Two of the scored offers have the same name.")
    shared = [name for name in weights if all(name in each for each in known.values())]
    left_out = tuple(name for name in weights if name not in shared)
    totals = {
        offer: weighted_difference(weights, {name: each[name] for name in shared})
        for offer, each in known.items()
    }
    order = sorted(totals, key=lambda offer: -totals[offer])
    gap = None
    if len(order) > 1:
        first, second = order[:2]
        differences = {name: known[first][name] - known[second][name] for name in shared}
        gap = _gap(first, second, weights, differences, policy)
    return ScoreTable(
        totals=tuple((offer, totals[offer]) for offer in order),
        left_out=left_out,
        gap=gap,
        reasons=_left_out(left_out),
    )


def _same_weights(scored: tuple[Scored, ...]) -> dict[str, Decimal]:
    locks: set[LockedWeights] = {offer.weights for offer in scored}
    if len(locks) > 1:
        raise EngineError("weights", "These scores were given to different weights; score them again.")
    return scored[0].weights.points()


def _gap(
    first: str,
    second: str,
    weights: Mapping[str, Decimal],
    differences: Mapping[str, Decimal],
    policy: Policy,
) -> ScoreGap:
    lead = weighted_difference(weights, differences)
    found = flips(weights, differences)
    return ScoreGap(
        first=first,
        second=second,
        lead=lead,
        close=lead < policy.close_points,
        smallest=found[0] if found else None,
        flips=found,
        reasons=(_lead(first, second, lead), _smallest(lead, found)),
    )


def _lead(first: str, second: str, lead: Decimal) -> Reason:
    if not lead:
        told = "{first} and {second} score the same."
        return Reason(code="SCORES_EQUAL", sentence=told, params={"first": first, "second": second})
    return Reason(
        code="SCORES_LEAD",
        sentence="{first} leads {second} by {lead} points of 100.",
        params={"first": first, "second": second, "lead": _points(lead)},
    )


def _points(value: Decimal) -> str:
    """Points are no money: 12.5, not 12.50."""
    return f"{value.normalize():f}"


def _smallest(lead: Decimal, found: tuple[Flip, ...]) -> Reason:
    if found:
        return Reason(
            code="FLIP",
            sentence="Moving more than {points} points from {taken_from} to {given_to} turns the order.",
            params={
                "points": _points(round_up(found[0].points)),
                "taken_from": found[0].taken_from,
                "given_to": found[0].given_to,
            },
        )
    if not lead:
        return Reason(code="FLIP_EQUAL", sentence="There is no order to turn: the reasons have to decide.")
    return Reason(code="FLIP_NONE", sentence="No single move of points turns the order.")


def _left_out(names: tuple[str, ...]) -> tuple[Reason, ...]:
    if not names:
        return ()
    told = "Not every offer has a score for {names}, so it counts for none."
    return (Reason(code="SCORE_MISSING", sentence=told, params={"names": ", ".join(names)}),)
