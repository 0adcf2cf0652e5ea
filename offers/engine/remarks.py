"""What is said about a situation beside its numbers: one calm sentence for each thing that stands out."""

from collections.abc import Iterator
from dataclasses import replace

from offers.engine.ask import Ask, shortfall
from offers.engine.ceilings import Ceilings
from offers.engine.clock import TimeLeft
from offers.engine.flags import Flag
from offers.engine.money import percent
from offers.engine.policy import PUBLISHED
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade, Reason
from offers.engine.state import State


def remarks(state: State) -> Iterator[Reason]:
    """The remarks of a state, in the order in which its rules were applied."""
    yield from state.band.notes
    yield from state.padding.notes
    if state.situation.numbers.target is None:
        yield _target_assumed(state)
    yield from _standing(state)
    if len(state.peers) == 1:
        yield _ONE_PEER
    yield from state.alternatives.notes


def closing_remarks(state: State, limits: Ceilings, found: Ask, left: TimeLeft) -> Iterator[Reason]:
    """What is said once the ask stands: a target out of reach, what base leaves open, too little time."""
    if state.target > limits.exception:
        yield _BEYOND if state.knows_rules else _BEYOND_USUAL
    gap = shortfall(state, found.amount)
    if gap:
        yield Reason(
            code=Flag.BASE_SHORT,
            sentence="Base stays {gap} under your target; other terms can close that.",
            params={"gap": gap},
        )
    if left.ask_for_time_first:
        yield left.reason


def _standing(state: State) -> Iterator[Reason]:
    """Where the offer stands against band and team."""
    if state.below_minimum:
        yield _BELOW_MIN
    if state.team_below_minimum:
        yield _TEAM_BELOW_MIN
    if state.offer_tops_band:
        yield _AT_OR_ABOVE_MAX
    if state.offer_tops_team:
        yield _EQUITY_CAP


def _target_assumed(state: State) -> Reason:
    return Reason(
        code=Flag.TARGET_ASSUMED,
        sentence="No target is entered; {target} is assumed, within usual padding of {low} to {high}.",
        params={
            "target": state.target,
            "low": percent(state.padding.low),
            "high": percent(state.padding.high),
        },
        source=ASSUMPTION,
        grade=Grade.E,
    )


_BELOW_MIN = Reason(
    code=Flag.BELOW_MIN,
    sentence="The offer is below the minimum of the band. Ask first which level it belongs to.",
    source=PUBLISHED,
    grade=Grade.D,
)
_TEAM_BELOW_MIN = Reason(
    code="TEAM_BELOW_MIN",
    sentence="The team is paid below the minimum as well. Ask to be placed at the minimum.",
    source=PUBLISHED,
    grade=Grade.D,
)
_AT_OR_ABOVE_MAX = Reason(
    code=Flag.AT_OR_ABOVE_MAX,
    sentence="The offer has reached the top of the band. Check the band and the level before anything else.",
    source=PUBLISHED,
    grade=Grade.D,
)
_EQUITY_CAP = Reason(
    code=Flag.EQUITY_CAP_BELOW_OFFER,
    sentence="The best-paid person known at this level earns less than the offer.",
    source=PRACTITIONER,
    grade=Grade.D,
)
_BEYOND = Reason(
    code="TARGET_BEYOND_EXCEPTION",
    sentence="Your target is beyond what an exception reaches; the question to ask is the level.",
    source=PRACTITIONER,
    grade=Grade.D,
)
_BEYOND_USUAL = replace(
    _BEYOND,
    sentence="Your target is beyond what one request usually reaches; the question to ask is the level.",
)
_ONE_PEER = Reason(
    code="ONE_PEER",
    sentence="One colleague's pay is a weak limit.",
    source=TYPED,
)
