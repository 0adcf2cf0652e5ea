"""All of an advice as the JSON door prints it: every figure, light and day of the pages about one offer."""

from decimal import Decimal

from offers.engine.advice import Advice
from offers.engine.answer import answer
from offers.engine.asking import ask_by
from offers.engine.clock import latest_counter, sign_by
from offers.engine.encode import Json, encode
from offers.engine.floor import floor_reason
from offers.engine.position import UNLIMITED, quarter_lines
from offers.engine.stops import stop_lines


def whole(advice: Advice) -> dict[str, Json]:
    """As `answer`, and all else that follows from the case. It is for the person alone."""
    state = advice.state
    return {
        **answer(advice),
        "numbers": {
            "offer": encode(state.offer),
            "target": encode(state.target),
            "walk_away": encode(state.walk_away),
            "peers": encode(state.peers),
        },
        "periods": encode(state.periods),
        "a_year": encode(advice.per_year(advice.ask.amount or state.offer)),
        "ranges": _ranges(advice),
        "notes": encode(advice.notes),
        "lights": {
            "offer": encode(advice.offer_lights),
            "ask": encode(advice.ask_lights),
            "target": encode(advice.target_lights),
        },
        "shortfall": encode(advice.shortfall),
        "levers": encode(advice.levers),
        "equal": encode(advice.packages),
        "closers": encode(advice.closers),
        "deciders": encode(advice.deciders),
        "steps": encode(advice.ladder),
        "answers": encode(advice.replies),
        "stops": encode(stop_lines(bargain=advice.bargain, said=state.offer, policy=state.policy)),
        "floor": encode(floor_reason(advice, advice.bargain.value(state.offer))),
        "days": _days(advice),
    }


def _ranges(advice: Advice) -> dict[str, Json]:
    """The ranges in force; the quarters of one whose ends are both known."""
    band, case = advice.state.band, advice.state.situation
    posting, said = case.posting, case.internal
    return {
        "band": None if band.posted else _range(band.minimum, band.maximum, band.midpoint),
        "posting": _range(posting.minimum, posting.maximum) if posting else None,
        "internal": _range(said.minimum, said.maximum, said.midpoint) if said else None,
    }


def _range(low: Decimal | None, high: Decimal | None, middle: Decimal | None = None) -> Json:
    low, high, middle = low or None, _limit(high), _limit(middle)
    if low is None and high is None and middle is None:
        return None
    ends = tuple(end for end in (low, high) if end is not None)
    cut = UNLIMITED if middle is None else middle
    lines = quarter_lines(low, cut, high) if low is not None and high is not None else ()
    return {"ends": encode(ends), "midpoint": encode(middle), "quarters": encode(lines)}


def _limit(amount: Decimal | None) -> Decimal | None:
    return None if amount == UNLIMITED else amount


def _days(advice: Advice) -> dict[str, Json]:
    case, today = advice.state.situation, advice.state.today
    last = latest_counter(case.deadline, today, holidays=case.holidays, policy=advice.state.policy)
    ask = ask_by(case.deadline, today, holidays=case.holidays, policy=advice.state.policy)
    return {
        "left": encode(advice.time_left),
        "counter": encode(last),
        "ask": encode(ask),
        "sign_by": encode(sign_by(today, case.deadline, holidays=case.holidays)),
    }
