"""Section 4: the employer's four layers and the person's own limit, as six lights for any number."""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.approval import Approval, approval, approval_ladder
from offers.engine.band import Band
from offers.engine.budget import BudgetFacts, budget_facts
from offers.engine.equity import Colour, Equity, equity, inversion
from offers.engine.money import percent
from offers.engine.policy import PUBLISHED
from offers.engine.position import UNLIMITED, Position, position
from offers.engine.reason import ARITHMETIC, PRACTITIONER, TYPED, Grade, Reason, Source
from offers.engine.state import State


@dataclass(frozen=True, kw_only=True)
class Light:
    """One light: `by_how_much` the number is away from green, 0 when it is green, `None` when it is grey.

    `to_green` says what would turn it green. A private light is for the person alone.
    """

    key: str
    colour: Colour
    by_how_much: Decimal | None
    reason: Reason
    to_green: Reason | None
    private: bool = False


@dataclass(frozen=True, kw_only=True)
class Lights:
    """Six lights for `number` and what is behind them; `inversion` is by how much it passes the manager."""

    number: Decimal
    band: Light
    approval: Light
    equity: Light
    budget: Light
    padding: Light
    walk_away: Light
    position: Position
    approvals: Approval | None
    team: Equity | None
    inversion: Decimal | None
    facts: BudgetFacts


def lights(number: Decimal, state: State) -> Lights:
    """What the employer's screen would show for `number`, in the unit of the offer.

    Band, approval, internal equity, budget (facts without a colour), padding, and the private walk-away.
    """
    band, situation = state.band, state.situation
    ladder = situation.approval_ladder or approval_ladder(band, situation.employer_type, state.offer)
    approvals = approval(number, ladder)
    team = equity(number, state.peers, tolerance=state.tolerance, policy=state.policy)
    return Lights(
        number=number,
        band=_band_light(number, band),
        approval=_approval_light(approvals),
        equity=_equity_light(number, state.best_peer, team),
        budget=_BUDGET,
        padding=_padding_light(number, state),
        walk_away=_walk_away_light(number, state.walk_away),
        position=position(number, band.minimum, band.midpoint, band.maximum),
        approvals=approvals,
        team=team,
        inversion=inversion(number, state.manager),
        facts=budget_facts(situation.budget, state.policy),
    )


def _band_light(number: Decimal, band: Band) -> Light:
    edge = _upper_third(band)
    if number < band.minimum:
        return _coloured("band", Colour.AMBER, band.minimum - number, _BAND_UNDER, more=True)
    if number > band.maximum:
        return _coloured("band", Colour.RED, number - edge, _BAND_OVER)
    if edge == UNLIMITED:
        return _grey("band", _BAND_UNKNOWN, _ASK_RANGE)
    if number > edge:
        return _coloured("band", Colour.AMBER, number - edge, _BAND_UPPER)
    return _green("band", _BAND_INSIDE)


def _upper_third(band: Band) -> Decimal:
    """Where the third reserved for rare hires begins; the top, when the range is for hires or has no foot."""
    if band.for_hire or band.minimum == 0 or band.maximum == UNLIMITED:
        return band.maximum
    return band.minimum + 2 * (band.maximum - band.minimum) / 3


def _approval_light(found: Approval | None) -> Light:
    if found is None:
        return _grey("approval", _APPROVAL_UNKNOWN, _ASK_RANGE)
    if found.trim is None:
        return _green("approval", found.reason)
    return _coloured("approval", Colour.RED if found.exception else Colour.AMBER, found.excess, found.reason)


def _equity_light(number: Decimal, best: Decimal, team: Equity | None) -> Light:
    if team is None:
        return _grey("equity", _TEAM_UNKNOWN, _ASK_LEVEL)
    if team.colour is Colour.GREEN:
        return _green("equity", team.reason)
    return _coloured("equity", team.colour, number - best, team.reason)


def _padding_light(number: Decimal, state: State) -> Light:
    """Green inside the usual padding, amber inside one request's reach, red beyond."""
    pads, offer = state.padding, min(state.offer, state.start)
    excess = number - offer * (1 + pads.high)
    params = {
        "over": percent(number / offer - 1),
        "low": percent(pads.low),
        "high": percent(pads.high),
    }
    code, sentence = _PADDING_OVER if excess > 0 else _PADDING_INSIDE
    reason = Reason(code=code, sentence=sentence, params=params, source=pads.source, grade=pads.grade)
    if excess <= 0:
        return _green("padding", reason)
    colour = Colour.AMBER if number <= offer * (1 + state.step) else Colour.RED
    return _coloured("padding", colour, excess, reason)


def _walk_away_light(number: Decimal, floor: Decimal | None) -> Light:
    if floor is None:
        return _grey("walk_away", _FLOOR_UNKNOWN, _ENTER_FLOOR, private=True)
    if number > floor:
        return _green("walk_away", _FLOOR_ABOVE, private=True)
    if number == floor:
        return _coloured("walk_away", Colour.AMBER, Decimal(0), _FLOOR_AT, more=True, private=True)
    return _coloured("walk_away", Colour.RED, floor - number, _FLOOR_BELOW, more=True, private=True)


def _green(key: str, reason: Reason, *, private: bool = False) -> Light:
    return Light(
        key=key, colour=Colour.GREEN, by_how_much=Decimal(0), reason=reason, to_green=None, private=private
    )


def _grey(key: str, reason: Reason, to_green: Reason | None, *, private: bool = False) -> Light:
    return Light(
        key=key, colour=Colour.GREY, by_how_much=None, reason=reason, to_green=to_green, private=private
    )


def _coloured(
    key: str, colour: Colour, by: Decimal, reason: Reason, *, more: bool = False, private: bool = False
) -> Light:
    code, sentence = _MORE if more else _LESS
    to_green = Reason(code=code, sentence=sentence, params={"by": by}, source=ARITHMETIC)
    return Light(key=key, colour=colour, by_how_much=by, reason=reason, to_green=to_green, private=private)


def _said(code: str, sentence: str, source: Source = TYPED, grade: Grade = Grade.FACT) -> Reason:
    return Reason(code=code, sentence=sentence, source=source, grade=grade)


_MORE = ("TO_GREEN_MORE", "{by} more would turn it green.")
_LESS = ("TO_GREEN_LESS", "{by} less would turn it green.")
_PADDING_INSIDE = (
    "PADDING_INSIDE",
    "{over} above the offer; first offers usually hold back {low} to {high}.",
)
_PADDING_OVER = ("PADDING_OVER", "{over} above the offer, more than the usual padding of {low} to {high}.")
_BAND_UNDER = _said("BAND_UNDER", "Under the minimum of the band. Ask which level this belongs to.")
_BAND_OVER = _said("BAND_OVER", "Over the top of the band.")
_BAND_UPPER = _said(
    "BAND_UPPER",
    "In the upper third of the band, which is kept for hires that others fight for.",
    PRACTITIONER,
    Grade.D,
)
_BAND_INSIDE = _said("BAND_INSIDE", "Inside the band.")
_BAND_UNKNOWN = _said("BAND_UNKNOWN", "The band is not known.")
_ASK_RANGE = _said("ASK_RANGE", "Ask for the pay range of this level.")
_APPROVAL_UNKNOWN = _said("APPROVAL_UNKNOWN", "Without a band nobody's line of approval is known.")
_TEAM_UNKNOWN = _said("TEAM_UNKNOWN", "No salary of the same level and place is known.")
_ASK_LEVEL = _said("ASK_LEVEL", "Ask how the offer compares with others at this level.")
_BUDGET = Light(
    key="budget",
    colour=Colour.GREY,
    by_how_much=None,
    reason=_said("BUDGET_FACTS", "Facts for and against room in the budget are listed, not scored."),
    to_green=_said("BUDGET_ASK", "Ask whether one-time money comes from another budget.", PUBLISHED, Grade.D),
)
_FLOOR_UNKNOWN = _said("WALK_AWAY_MISSING", "No walk-away is entered.")
_ENTER_FLOOR = _said("WALK_AWAY_ENTER", "Enter a walk-away, or derive one from your spending.")
_FLOOR_ABOVE = _said("WALK_AWAY_ABOVE", "Above your walk-away.")
_FLOOR_AT = _said("WALK_AWAY_AT", "At your walk-away: base alone just reaches it.")
_FLOOR_BELOW = _said("WALK_AWAY_BELOW", "Below your walk-away: the other terms would have to make it up.")
