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
    return Landing(
        floor=state.offer,
        likely=min((state.base + asked) / 2, limits.no_exception),
        no_exception=min(asked, limits.no_exception),
        with_exception=asked,
        why=_LANDING,
    )


_LANDING = Reason(
    code="LANDING",
    sentence="People often meet midway between offer and ask; the marks are arithmetic, not a forecast.",
    binding="middle",
    source=MIDPOINTS,
    grade=Grade.C,
)
_NO_LANDING = Reason(
    code="LANDING_OFFER", sentence="Without a request base stays as offered.", binding="offer"
)
