"""Step 6: the marks where a request lands, between the offer and the ask."""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.ceilings import Ceilings
from offers.engine.reason import MIDPOINTS, Grade, Reason
from offers.engine.state import State


@dataclass(frozen=True, kw_only=True)
class Landing:
    """Four marks from low to high: arithmetic on facts and the ask, not a forecast."""

    floor: Decimal
    likely: Decimal
    no_exception: Decimal
    with_exception: Decimal
    why: Reason


def landing(state: State, limits: Ceilings, asked: Decimal | None) -> Landing:
    """Where a request of `asked` lands: nothing, the middle, all that needs no exception, all of it.

    Offer 80,000, ask 88,500, P 84,500 -> 80,000 / 84,250 / 84,500 / 88,500; all the offer without an ask.
    """
    if asked is None:
        same = state.offer
        return Landing(floor=same, likely=same, no_exception=same, with_exception=same, why=_NO_LANDING)
    middle = (state.base + asked) / 2
    return Landing(
        floor=state.offer,
        likely=min(middle, limits.no_exception),
        no_exception=min(asked, limits.no_exception),
        with_exception=asked,
        why=_why(state, asked, middle, limits.no_exception),
    )


def _why(state: State, asked: Decimal, middle: Decimal, ceiling: Decimal) -> Reason:
    """What bound the likely mark: the middle itself, or the ceiling it would pass."""
    bound = "middle" if middle <= ceiling else "ceiling"
    return Reason(
        code=f"LANDING_{bound.upper()}",
        sentence=_SENTENCES[bound] if state.knows_rules else _ASSUMED[bound],
        params={"base": state.base, "ask": asked, "middle": middle, "ceiling": ceiling},
        binding=bound,
        source=MIDPOINTS,
        grade=Grade.C,
    )


_SENTENCES = {
    "middle": "People often meet midway, here between {base} and {ask} at {middle}: arithmetic, no forecast.",
    "ceiling": "People often meet midway, but {middle} would need an exception, so the mark stays at "
    "{ceiling}: arithmetic, no forecast.",
}
# Where no rule of this employer is known.
_ASSUMED = _SENTENCES | {
    "ceiling": "People often meet midway, but {middle} is above usual padding, so the mark stays at "
    "{ceiling}: arithmetic, no forecast.",
}
_NO_LANDING = Reason(
    code="LANDING_OFFER", sentence="Without a request base stays as offered.", binding="offer"
)
