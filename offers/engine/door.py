"""The questions of the JSON door: what each reads, and what it answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from offers.engine.advice import Advice, advise
from offers.engine.answer import answer
from offers.engine.breakeven import Side
from offers.engine.case import Case
from offers.engine.checks import check_peers
from offers.engine.comparison import compare
from offers.engine.compensation import Package
from offers.engine.decode import decode
from offers.engine.draft import DraftFacts
from offers.engine.encode import Json, encode
from offers.engine.equity import equity, inversion
from offers.engine.inputs import amount
from offers.engine.leaving import leaving_curve
from offers.engine.pay import pay_table
from offers.engine.policy import Policy
from offers.engine.situation import ExchangeRate, Peer, Peers
from offers.engine.tone import check
from offers.engine.weights import DraftWeights, Score, Scored, Weight, give_scores, lock
from offers.engine.whole import whole

# A case without a date to count from has the same answer on any day.
_ANY_DAY = date(2000, 1, 1)
_POLICY = Policy()


@dataclass(frozen=True, kw_only=True)
class EquityCase:
    """A number and the salaries it is held against."""

    number: Decimal
    peers: tuple[Decimal, ...] = ()
    manager: Decimal | None = None
    strong_alternative: bool = False
    hard_to_fill: bool = False


@dataclass(frozen=True, kw_only=True)
class ScoreCase:
    """One score with its written reason."""

    points: Decimal | None = None
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class CompareCase:
    """Offers side by side; `weights` by criterion sum to 100, `scores` are by offer and criterion."""

    offers: tuple[Side, ...]
    home: str = ""
    rates: tuple[ExchangeRate, ...] = ()
    weights: Mapping[str, Decimal] = field(default_factory=dict)
    scores: Mapping[str, Mapping[str, ScoreCase]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ToneCase:
    """A draft and the facts on record beside it."""

    text: str
    facts: DraftFacts = field(default_factory=DraftFacts)


def ask(question: str, case: object) -> Json:
    """The answer to `case`, a parsed JSON value, for one of `QUESTIONS`; `EngineError` names a bad field."""
    return QUESTIONS[question](case)


def _advice(case: object) -> Json:
    return answer(_advised(decode(Case, case)))


def _room(case: object) -> Json:
    return whole(_advised(decode(Case, case)))


def _advised(case: Case) -> Advice:
    return advise(case.to_situation(), _POLICY, case.today or _ANY_DAY)


def _pay(case: object) -> Json:
    package = decode(Package, case)
    table = pay_table(package, _POLICY)
    return {
        "strip": encode(table.strip),
        "years": encode(table.years),
        "parts": [encode(table.parts_of(row.number)) for row in table.years],
        "months": encode(table.months),
        "grants": encode(table.grants),
        "beside": encode(table.beside),
        "leaving": encode(leaving_curve(package, _POLICY)),
        "reasons": encode(table.reasons),
    }


def _compare(case: object) -> Json:
    asked = decode(CompareCase, case)
    return encode(
        compare(
            asked.offers,
            scored=_scored(asked),
            home=asked.home,
            rates=asked.rates,
            policy=_POLICY,
        )
    )


def _scored(asked: CompareCase) -> tuple[Scored, ...]:
    if not asked.scores:
        return ()
    shares = tuple(Weight(criterion=name, points=points) for name, points in asked.weights.items())
    locked = lock(DraftWeights(weights=shares), today=_ANY_DAY)
    return tuple(
        give_scores(
            locked,
            offer,
            [Score(criterion=name, points=each.points, why=each.why) for name, each in given.items()],
        )
        for offer, given in asked.scores.items()
    )


def _equity(case: object) -> Json:
    asked = decode(EquityCase, case)
    peers = Peers(salaries=tuple(Peer(pay=pay) for pay in asked.peers), manager=asked.manager)
    amount("number", asked.number)
    check_peers(peers)
    strong = asked.strong_alternative or asked.hard_to_fill
    tolerance = _POLICY.equity_tolerance_exception if strong else _POLICY.equity_tolerance
    found = equity(asked.number, asked.peers, tolerance=tolerance, policy=_POLICY)
    return {"equity": encode(found), "inversion": encode(inversion(asked.number, asked.manager))}


def _tone(case: object) -> Json:
    asked = decode(ToneCase, case)
    return {"findings": encode(check(asked.text, asked.facts, _POLICY))}


QUESTIONS: Mapping[str, Callable[[object], Json]] = {
    "advice": _advice,
    "room": _room,
    "pay": _pay,
    "compare": _compare,
    "equity": _equity,
    "tone": _tone,
}
