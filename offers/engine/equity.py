"""Section 5: what a number does to the pay of the team, and how strong the evidence is."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import median

from offers.engine.money import percent
from offers.engine.policy import PUBLISHED, Policy
from offers.engine.reason import ASSUMPTION, TYPED, Grade, Reason


class Colour(StrEnum):
    """What a light shows; grey when there is nothing to judge by."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"


class Evidence(StrEnum):
    """How much the known salaries prove: fewer than three weak, three or four fair, five or more strong."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True, kw_only=True)
class Equity:
    """How a number stands in the team, in the unit of the offer.

    `over_best` and `over_median` are fractions; `rank` counts from the best paid, the number itself
    included; `ripple` is what keeping everybody within reach of it costs; `safe_maximum` is where amber
    ends; `proposal` is what to ask instead when red.
    """

    colour: Colour
    over_best: Decimal
    over_median: Decimal
    rank: int
    ripple: Decimal
    safe_maximum: Decimal
    tolerance: Decimal
    evidence: Evidence
    reason: Reason
    proposal: Reason | None


def equity(number: Decimal, peers: Sequence[Decimal], *, tolerance: Decimal, policy: Policy) -> Equity | None:
    """The internal equity of `number` among `peers` of the same level and place; `None` without peers.

    Green up to the best-paid peer, amber up to `tolerance` above, red beyond. 88,000 among 78,000, 82,000 and
    84,500 is 4.14% over the best, amber, and would cost 7,200 to keep everybody within 5%.
    """
    if not peers:
        return None
    best, near = max(peers), number * (1 - policy.equity_ripple)
    safe = best * (1 + tolerance)
    colour = _colour(number, best, safe)
    return Equity(
        colour=colour,
        over_best=number / best - 1,
        over_median=number / median(peers) - 1,
        rank=1 + sum(pay > number for pay in peers),
        ripple=sum((near - pay for pay in peers if pay < near), Decimal(0)),
        safe_maximum=safe,
        tolerance=tolerance,
        evidence=evidence_of(len(peers), policy),
        reason=_reason(colour, number, best, tolerance),
        proposal=_PROPOSAL if colour is Colour.RED else None,
    )


def evidence_of(salaries: int, policy: Policy) -> Evidence:
    """How much so many known salaries prove."""
    if salaries >= policy.peers_strong:
        return Evidence.STRONG
    return Evidence.FAIR if salaries >= policy.peers_fair else Evidence.WEAK


def inversion(number: Decimal, manager: Decimal | None) -> Decimal | None:
    """By how much `number` passes the manager's pay, 0 when it does not; `None` when that is unknown."""
    return None if manager is None else max(Decimal(0), number - manager)


def _colour(number: Decimal, best: Decimal, safe: Decimal) -> Colour:
    if number <= best:
        return Colour.GREEN
    return Colour.AMBER if number <= safe else Colour.RED


def _reason(colour: Colour, number: Decimal, best: Decimal, tolerance: Decimal) -> Reason:
    return Reason(
        code=f"EQUITY_{colour.upper()}",
        sentence=_SENTENCES[colour],
        params={"best": best, "over": percent(number / best - 1), "tolerance": percent(tolerance)},
        binding="peers",
        source=TYPED if colour is Colour.GREEN else ASSUMPTION,
        grade=Grade.FACT if colour is Colour.GREEN else Grade.E,
    )


_SENTENCES = {
    Colour.GREEN: "The best-paid person at this level earns {best}; this does not pass it.",
    Colour.AMBER: "{over} above the best-paid person at this level, inside the tolerance of {tolerance}.",
    Colour.RED: "{over} above the best-paid person at this level, over the tolerance of {tolerance}.",
}
_PROPOSAL = Reason(
    code="EQUITY_PROPOSAL",
    sentence="Ask for one-time money instead of base, or show a real difference in scope or level.",
    source=PUBLISHED,
    grade=Grade.D,
)
