"""Step 4: P, the ceiling that needs no exception, and S, the one a defensible exception could reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from offers.engine.confidence import Confidence
from offers.engine.flags import Flag
from offers.engine.money import percent
from offers.engine.policy import PUBLISHED
from offers.engine.position import UNLIMITED
from offers.engine.reason import ASSUMPTION, TYPED, Grade, Reason, Source
from offers.engine.state import State


@dataclass(frozen=True, kw_only=True)
class Ceilings:
    """P and S in the unit of the offer, each with the term that bound it."""

    no_exception: Decimal
    exception: Decimal
    why_no_exception: Reason
    why_exception: Reason
    notes: tuple[Reason, ...]


class _Bound(NamedTuple):
    """One candidate for a ceiling: the lowest binds, and of equal ones the first."""

    amount: Decimal
    binding: str
    code: str
    share: Decimal | None = None
    source: Source = TYPED
    grade: Grade = Grade.FACT
    start: Decimal | None = None  # What the share is counted from, where the sentence names it.

    def reason(self) -> Reason:
        share = {} if self.share is None else {"share": percent(self.share)}
        start = {} if self.start is None else {"start": self.start}
        return Reason(
            code=self.code,
            sentence=_SENTENCES[self.code],
            params={"amount": self.amount, **share, **start},
            binding=self.binding,
            source=self.source,
            grade=self.grade,
        )


def ceilings(state: State) -> Ceilings:
    """Both ceilings of `state`, P never above S.

    80,000 offered in technology with peers to 84,500: P 84,500 (the best-paid peer), S 88,725 (5% above).
    When little is known beyond usual padding, S stops at the target or at P (flag LOW_INFO).
    """
    low = state.confidence is Confidence.LOW and not state.spent
    if state.spent or state.team_below_minimum:
        plain = reach = _closed(state)
    else:
        plain, reach = _lowest(_without_exception(state)), _lowest(_with_exception(state))
    if low and state.target < reach.amount:
        reach = _Bound(state.target, "target", "REACH_TARGET")
    if reach.amount < plain.amount:
        reach = plain._replace(code="REACH_PLAIN")
    return Ceilings(
        no_exception=plain.amount,
        exception=reach.amount,
        why_no_exception=plain.reason(),
        why_exception=reach.reason(),
        notes=(_LOW_INFO,) if low else (),
    )


def approval_line(state: State) -> Decimal:
    """The line of the band ahead of the base: midpoint, then third quartile, then maximum."""
    return _line(state).amount


def _lowest(bounds: Iterable[_Bound]) -> _Bound:
    return min(bounds, key=lambda bound: bound.amount)


def _closed(state: State) -> _Bound:
    """Nothing to ask above the base, which is the minimum of the band when the offer lies below it."""
    if state.offer_tops_band:
        return _Bound(state.base, "spent", "SPENT_BAND")
    if state.offer_tops_team:
        return _Bound(state.base, "spent", "SPENT_TEAM")
    return _Bound(state.base, "offer", "TEAM_BELOW_MIN")


def _without_exception(state: State) -> Iterable[_Bound]:
    pads = state.padding
    padded = max(state.base, state.start * (1 + pads.high))
    return (
        _line(state),
        _Bound(padded, "buffer", "CEILING_BUFFER", pads.high, pads.source, pads.grade),
        _Bound(state.best_peer, "peers", "CEILING_PEERS"),
        _Bound(state.band.maximum, "max", "CEILING_MAX"),
    )


def _line(state: State) -> _Bound:
    band = state.band
    if band.for_hire and band.law:
        return _Bound(band.maximum, "line", "LINE_LAW", source=band.law)
    if band.for_hire:
        return _Bound(band.maximum, "line", "LINE_HIRE")
    if state.base < band.midpoint:
        return _published(band.midpoint, "LINE_MIDPOINT")
    if state.base < band.third_quartile:
        return _published(band.third_quartile, "LINE_THIRD_QUARTILE")
    return _published(band.maximum, "LINE_MAXIMUM")


def _with_exception(state: State) -> Iterable[_Bound]:
    """The top is never above the maximum, so the maximum needs no place of its own."""
    above_team = state.best_peer * (1 + state.tolerance)
    return (
        _top(state),
        _Bound(above_team, "peers", "REACH_PEERS", state.tolerance, ASSUMPTION, Grade.E),
        _one_step(state),
    )


def _one_step(state: State) -> _Bound:
    """As far as one request reaches from where they started, which is not always what they offer."""
    first = state.situation.terms.first_base
    reach, step = state.start * (1 + state.step), state.step
    if min(state.offer, state.offer if first is None else first) < state.start:
        code, start = "REACH_STEP_MINIMUM", state.start
    elif state.start < state.offer:
        code, start = "REACH_STEP_FIRST", state.start
    else:
        return _Bound(reach, "step", "REACH_STEP", step, ASSUMPTION, Grade.E)
    if reach < state.base:
        return _Bound(state.base, "step", "REACH_STEP_MOVED", step, ASSUMPTION, Grade.E, start)
    return _Bound(reach, "step", code, step, ASSUMPTION, Grade.E, start)


def _top(state: State) -> _Bound:
    """How high in the band an exception goes: the third quartile, or the maximum with good cause."""
    band = state.band
    free = state.strong or band.for_hire or band.midpoint == UNLIMITED
    if not free and state.base < band.third_quartile:
        return _published(band.third_quartile, "REACH_THIRD_QUARTILE")
    return _published(band.maximum, "REACH_MAXIMUM")


def _published(amount: Decimal, code: str) -> _Bound:
    return _Bound(amount, "line", code, source=PUBLISHED, grade=Grade.D)


_SENTENCES = {
    "LINE_HIRE": "Up to {amount}, the top of a range meant for new hires, no exception is needed.",
    "LINE_LAW": "Up to {amount}, the top of the posted range, no exception is needed: by the law of the "
    "place, a posting names what a new hire will be paid.",
    "LINE_MIDPOINT": "Up to the midpoint of the band, {amount}, no exception is needed.",
    "LINE_THIRD_QUARTILE": "Past the midpoint, the next line of approval is the third quartile, {amount}.",
    "LINE_MAXIMUM": "The last line of approval is the top of the band, {amount}.",
    "CEILING_BUFFER": "Padding of {share}, the most that is usual, ends at {amount}.",
    "CEILING_PEERS": "The best-paid person at this level earns {amount}; more needs an exception.",
    "CEILING_MAX": "The band ends at {amount}.",
    "REACH_THIRD_QUARTILE": "An exception usually ends at the third quartile of the band, {amount}.",
    "REACH_MAXIMUM": "An exception ends at the top of the band, {amount}.",
    "REACH_PEERS": "{amount} is {share} above the best-paid person at this level; more unbalances the team.",
    "REACH_STEP": "{amount} is {share} above the offer, as far as one request reaches.",
    "REACH_STEP_MINIMUM": "{amount} is {share} above the minimum of the band, {start}, as far as one request "
    "reaches.",
    "REACH_STEP_FIRST": "{amount} is {share} above their first offer, {start}, as far as one request "
    "reaches.",
    "REACH_STEP_MOVED": "One request reaches {share} above {start}, and they have moved further, to "
    "{amount}.",
    "REACH_TARGET": "Little is known beyond usual padding, so the reach ends at your target, {amount}.",
    "REACH_PLAIN": "No exception beyond {amount} is counted on.",
    "SPENT_BAND": "The offer has reached the top of the band, so base is probably spent at {amount}.",
    "SPENT_TEAM": "The offer is above the best-paid person at this level, so base ends at {amount}.",
    "TEAM_BELOW_MIN": "Offer and team are below the minimum of the band, {amount}, so that is what to ask.",
}
_LOW_INFO = Reason(
    code=Flag.LOW_INFO,
    sentence="Only usual padding is known, so the ask goes no further than that or your target.",
    source=ASSUMPTION,
    grade=Grade.E,
)
