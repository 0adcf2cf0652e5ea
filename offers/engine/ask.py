"""Step 5: A, the number to ask for in base, or why none should be asked for."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from offers.engine.ceilings import Ceilings, approval_line
from offers.engine.flags import Flag
from offers.engine.money import tidy
from offers.engine.policy import PUBLISHED
from offers.engine.reason import ARITHMETIC, ASSUMPTION, MIDPOINTS, TYPED, Grade, Reason
from offers.engine.situation import EmployerType
from offers.engine.state import State

_SYSTEM = "employer"  # What binds where pay is set by one rate, a formula or a scale.


@dataclass(frozen=True, kw_only=True)
class Ask:
    """The base to ask for, `None` when none should be asked; `wanted` is the number before it was tidied."""

    amount: Decimal | None
    wanted: Decimal
    why: Reason
    notes: tuple[Reason, ...]

    @property
    def follows_a_system(self) -> bool:
        """Whether base follows from one rate, a formula or a scale, so that none is asked for."""
        return self.why.binding == _SYSTEM


class _Term(NamedTuple):
    amount: Decimal
    binding: str


def ask(state: State, limits: Ceilings) -> Ask:
    """What to ask for in base: so much that the target lies midway, and no more than the ceiling.

    80,000 offered, target 95,000, S 88,725: twice the target less the base is 110,000, so the ceiling binds,
    and 88,500 is the tidy number under it. `None` (NO_BASE_ASK, ASK_TOO_SMALL) is an answer too.
    """
    limit = limits.no_exception if state.cautious else limits.exception
    wanted = _wanted(state, limit)
    asked = state.situation.terms.asked
    if asked is not None and asked < wanted.amount:
        limit, wanted = asked, _Term(asked, "asked")
    met = (_TARGET_MET,) if state.target <= state.offer else ()
    blocked = _blocked(state, wanted.amount)
    if blocked:
        return Ask(amount=None, wanted=wanted.amount, why=blocked, notes=(*met, blocked))
    amount = _tidied(state, wanted, limit)
    if amount is None and not state.below_minimum:
        return Ask(amount=None, wanted=wanted.amount, why=_TOO_SMALL, notes=(*met, _TOO_SMALL))
    if amount is None:
        amount, wanted = state.base, _Term(state.base, "minimum")
    return Ask(amount=amount, wanted=wanted.amount, why=_why(state, amount, wanted), notes=met)


def _tidied(state: State, wanted: _Term, limit: Decimal) -> Decimal | None:
    """The tidy number for it; a number that was said already stays as it was said."""
    if wanted.binding == "asked":
        return wanted.amount
    return tidy(wanted.amount, state.policy.tidy_share, at_least=state.base, above=state.offer, at_most=limit)


def shortfall(state: State, asked: Decimal | None) -> Decimal:
    """What is left between the ask (or the offer, without one) and the target; 0 when nothing is."""
    return max(Decimal(0), state.target - (state.offer if asked is None else asked))


def _wanted(state: State, limit: Decimal) -> _Term:
    usual = max(state.base, state.start * (1 + state.padding.low))
    modest = min(approval_line(state), usual, state.best_peer)
    wish = _highest(
        _Term(state.target, "target"),
        _Term(2 * state.target - state.base, "middle"),
        _Term(modest, "modest"),
    )
    wanted = _lowest(wish, _Term(limit, "ceiling"))
    if not state.below_minimum:
        return wanted
    reach = _highest(_Term(state.target, "target"), _Term(state.offer * (1 + state.step), "step"))
    return _highest(_Term(state.base, "minimum"), _lowest(wanted, reach))


def _highest(*terms: _Term) -> _Term:
    return max(terms, key=lambda term: term.amount)


def _lowest(*terms: _Term) -> _Term:
    return min(terms, key=lambda term: term.amount)


def _blocked(state: State, wanted: Decimal) -> Reason | None:
    """Why base is not asked for at all, if so."""
    fixed = _FIXED.get(state.situation.employer_type)
    if fixed:
        return fixed
    if wanted > state.offer:
        return None
    asked = state.situation.terms.asked
    if asked is not None and asked <= state.offer:
        return _GIVEN
    if state.offer_tops_band:
        return _SPENT_BAND
    if state.offer_tops_team:
        return _SPENT_TEAM
    if state.cautious or state.start == state.base:
        return _NO_ROOM if state.knows_rules else _NO_USUAL_ROOM
    return _MOVED


def _why(state: State, asked: Decimal, wanted: _Term) -> Reason:
    code = "minimum_tidy" if wanted.binding == "minimum" and asked > state.base else wanted.binding
    if asked == wanted.amount and f"{code}_as_it_is" in _WHY:
        code = f"{code}_as_it_is"
    sentence, source, grade = _WHY[code]
    return Reason(
        code=f"ASK_{code.upper()}",
        sentence=sentence,
        params={"amount": asked, "wanted": wanted.amount, "base": state.base, "target": state.target},
        binding=wanted.binding,
        source=source,
        grade=grade,
    )


_WHY = {
    "target": ("{amount} is the tidy number for your target, {target}.", TYPED, Grade.FACT),
    "middle": (
        "{wanted} puts your target, {target}, midway from {base}; {amount} is the tidy number for it.",
        MIDPOINTS,
        Grade.C,
    ),
    "modest": (
        "Your target is not above {base}, so {amount} stays within the low end of usual padding.",
        ASSUMPTION,
        Grade.E,
    ),
    "ceiling": (
        "The ceiling is {wanted}; {amount} is the tidy number that stays under it.",
        ARITHMETIC,
        Grade.FACT,
    ),
    "ceiling_as_it_is": ("The ask goes up to the ceiling, {amount}.", ARITHMETIC, Grade.FACT),
    "target_as_it_is": ("It is your target, {amount}.", TYPED, Grade.FACT),
    "middle_as_it_is": ("{amount} puts your target, {target}, midway from {base}.", MIDPOINTS, Grade.C),
    "step_as_it_is": ("From below the band one request reaches {amount}.", ASSUMPTION, Grade.E),
    "asked": ("You have asked for {amount}; more now would take your word back.", TYPED, Grade.FACT),
    "step": (
        "From below the band one request reaches {wanted}; {amount} is the tidy number for it.",
        ASSUMPTION,
        Grade.E,
    ),
    "minimum": ("Ask to be placed at the minimum of the band, {amount}.", TYPED, Grade.FACT),
    "minimum_tidy": (
        "Ask to be placed at the minimum of the band, {base}; {amount} is the tidy number for it.",
        TYPED,
        Grade.FACT,
    ),
}
_TARGET_MET = Reason(
    code=Flag.TARGET_MET,
    sentence="Your target is already met; asking for more is optional and stays within usual padding.",
)
_SPENT_BAND = Reason(
    code=Flag.NO_BASE_ASK,
    sentence="Base is probably spent. Check the band and the level first, then ask outside base.",
    binding="spent",
    source=PUBLISHED,
    grade=Grade.D,
)
_SPENT_TEAM = Reason(
    code=Flag.NO_BASE_ASK,
    sentence="You would already be the best paid at this level. Ask for a sign-on, leave or a start date.",
    binding="spent",
    source=PUBLISHED,
    grade=Grade.D,
)
_NO_ROOM = Reason(
    code=Flag.NO_BASE_ASK,
    sentence="More base would need an exception, which a cautious request does not ask for.",
    binding="ceiling",
)
_NO_USUAL_ROOM = replace(
    _NO_ROOM,
    sentence="More base would be above usual padding, which a cautious request does not ask for.",
)
_GIVEN = Reason(
    code=Flag.NO_BASE_ASK,
    sentence="They offer what you asked for in base. Asking again would reopen what is settled.",
    binding="asked",
    source=TYPED,
)
_MOVED = Reason(
    code=Flag.NO_BASE_ASK,
    sentence="They have moved base as far as first offers usually leave room. Ask outside base.",
    binding="buffer",
    source=ASSUMPTION,
    grade=Grade.E,
)
_FIXED = {
    EmployerType.SINGLE_RATE: Reason(
        code=Flag.NO_BASE_ASK,
        sentence="Everybody in this role is paid one rate. Ask about the level, or outside base.",
        binding=_SYSTEM,
        source=TYPED,
    ),
    EmployerType.FORMULA: Reason(
        code=Flag.NO_BASE_ASK,
        sentence="Base follows from a formula. Argue its inputs: benchmark, location, level and step.",
        binding=_SYSTEM,
        source=TYPED,
    ),
    EmployerType.STEP_SCALE: Reason(
        code=Flag.NO_BASE_ASK,
        sentence="Base follows from a scale. Argue the step on which you are placed.",
        binding=_SYSTEM,
        source=TYPED,
    ),
}
_TOO_SMALL = Reason(
    code=Flag.ASK_TOO_SMALL,
    sentence="What is left above the offer is too small to ask for in base.",
    binding="ceiling",
)
