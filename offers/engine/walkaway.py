"""The walk-away: derived from the person's facts and held against the ceilings. Private throughout."""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.ceilings import Ceilings
from offers.engine.errors import EngineError
from offers.engine.flags import Flag
from offers.engine.inputs import amount, between, finite
from offers.engine.policy import Policy
from offers.engine.reason import Reason
from offers.engine.state import State


@dataclass(frozen=True, kw_only=True)
class WalkAwayFacts:
    """What a walk-away is derived from, a year; each may be left out.

    `switching_loss` is what leaving gives up, once; `other_value` all of the new offer that does not depend
    on base; `k` what one more unit of base is worth; `resent` the base resented within six months.
    """

    spending: Decimal | None = None
    tax_rate: Decimal | None = None
    alternative_value: Decimal | None = None
    switching_loss: Decimal | None = None
    other_value: Decimal | None = None
    k: Decimal = Decimal(1)
    resent: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class DerivedWalkAway:
    """W with the three numbers it is the highest of; all `None` when nothing is known. Private."""

    amount: Decimal | None
    need: Decimal | None
    alternative: Decimal | None
    resent: Decimal | None
    why: Reason


def derive_walk_away(facts: WalkAwayFacts, policy: Policy) -> DerivedWalkAway:
    """The yearly base below which to walk away: the highest of need, best alternative and resentment.

    Spending 48,000 at 28% tax needs 66,666.67; an alternative of 78,000 with 9,000 lost by leaving, over
    three years, less 4,000 of other terms, at k 1.12, is matched at 68,750; resent 70,000 binds.
    Raises `EngineError` for an amount below zero or a tax rate of 1 or more.
    """
    _check_facts(facts)
    need = None if facts.spending is None else facts.spending / (1 - (facts.tax_rate or Decimal(0)))
    alternative = _matching_base(facts, policy)
    known = {
        name: value
        for name, value in (("need", need), ("alternative", alternative), ("resent", facts.resent))
        if value is not None
    }
    binding = max(known, key=known.__getitem__, default="")
    return DerivedWalkAway(
        amount=known.get(binding),
        need=need,
        alternative=alternative,
        resent=facts.resent,
        why=_reason(binding, known.get(binding)),
    )


def _check_facts(facts: WalkAwayFacts) -> None:
    for name in ("spending", "alternative_value", "switching_loss", "resent", "k"):
        amount(name, getattr(facts, name))
    finite("other_value", facts.other_value)
    between("tax_rate", facts.tax_rate, 0, 1)
    if facts.tax_rate == 1 or facts.k == 0:
        field = "tax_rate" if facts.tax_rate == 1 else "k"
        raise EngineError(field, f"{field}: nothing would be left to live on.")


def _matching_base(facts: WalkAwayFacts, policy: Policy) -> Decimal | None:
    """The base at which this offer is worth as much a year as the best alternative; not below 0."""
    if facts.alternative_value is None and facts.switching_loss is None:
        return None
    lost = (facts.switching_loss or Decimal(0)) / policy.stay_years
    value = (facts.alternative_value or Decimal(0)) + lost - (facts.other_value or Decimal(0))
    return max(Decimal(0), value / facts.k)


def _reason(binding: str, found: Decimal | None) -> Reason:
    if found is None:
        return Reason(code="WALK_AWAY_UNKNOWN", sentence="Nothing is known yet to derive a walk-away from.")
    code = f"WALK_AWAY_{binding.upper()}"
    return Reason(code=code, sentence=_BINDING[binding], params={"amount": found}, binding=binding)


_BINDING = {
    "need": "Your spending takes {amount} before tax; nothing else asks for more.",
    "alternative": "{amount} makes this offer worth your best alternative; nothing else asks for more.",
    "resent": "Below {amount} you would resent the job within six months; nothing else asks for more.",
}


def walk_away_notes(state: State, limits: Ceilings) -> tuple[Reason, ...]:
    """How the walk-away stands against maximum, S, P and the offer. Private, as the walk-away is.

    68,000 offered, P 69,000, S 72,000: a walk-away of 76,000 over a maximum of 72,000 is NO_ZOPA_BASE.
    """
    floor = state.walk_away
    if floor is None:
        return (_NO_WALK_AWAY,)
    notes = [_beyond(state, limits, floor)]
    if floor > state.offer:
        notes.append(_note(Flag.OFFER_BELOW_WALKAWAY, floor - state.offer))
    return tuple(note for note in notes if note)


def _beyond(state: State, limits: Ceilings, floor: Decimal) -> Reason | None:
    """The furthest ceiling that the walk-away lies above."""
    if floor > state.band.maximum:
        return _note(Flag.NO_ZOPA_BASE, floor - state.band.maximum)
    if floor > limits.exception:
        return _note(Flag.NO_ZOPA_PLAUSIBLE, floor - limits.exception, known=state.knows_rules)
    if floor > limits.no_exception:
        return _note(Flag.NEEDS_EXCEPTION, floor - limits.no_exception, known=state.knows_rules)
    return None


def _note(code: Flag, gap: Decimal, *, known: bool = True) -> Reason:
    return Reason(code=code, sentence=(_NOTES if known else _ASSUMED)[code], params={"gap": gap})


_NOTES = {
    Flag.NO_ZOPA_BASE: "Your walk-away is {gap} over the band: only other items or another level close that.",
    Flag.NO_ZOPA_PLAUSIBLE: "Your walk-away is {gap} above what a defensible exception could reach.",
    Flag.NEEDS_EXCEPTION: "Your walk-away is {gap} above what can be agreed without an exception.",
    Flag.OFFER_BELOW_WALKAWAY: "The offered base is {gap} under your walk-away.",
}
# Where no rule of this employer is known.
_ASSUMED = {
    Flag.NO_ZOPA_PLAUSIBLE: "Your walk-away is {gap} above the most that one request usually reaches.",
    Flag.NEEDS_EXCEPTION: "Your walk-away is {gap} above where usual padding ends.",
}
_NO_WALK_AWAY = Reason(
    code=Flag.NO_WALKAWAY,
    sentence="No walk-away is entered, so nothing is held against one.",
)
