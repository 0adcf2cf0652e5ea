"""How far the facts carry a number: three words, never a probability."""

from collections.abc import Collection
from enum import IntEnum

from offers.engine.band import Band
from offers.engine.flags import Flag
from offers.engine.policy import Policy


class Confidence(IntEnum):
    """Low rests on usual padding alone, medium on one kind of fact, high on the employer's own word."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


WEAKENED_BY = frozenset(
    {
        Flag.FX,
        Flag.HOURS_ASSUMED,
        Flag.AT_OR_ABOVE_MAX,
        Flag.BAND_INFERRED,
        Flag.BELOW_MIN,
        Flag.BAND_POSTING_CONFLICT,
    }
)


def confidence_of(band: Band, peers: int, policy: Policy) -> Confidence:
    """The confidence that a band and a number of known salaries carry.

    High: the employer gave the band, and three salaries are known or the band is for hires. Medium: a band, a
    posting that is not too wide, or two salaries. The numbers of salaries are the policy's.
    """
    if band.employer_given and (peers >= policy.peers_fair or band.for_hire):
        return Confidence.HIGH
    if (band.limits_known and not band.wide) or peers >= policy.peers_medium:
        return Confidence.MEDIUM
    return Confidence.LOW


def weakened(confidence: Confidence, flags: Collection[str]) -> Confidence:
    """One step down for each flag that weakens a number, never below low."""
    return Confidence(max(Confidence.LOW, confidence - len(WEAKENED_BY.intersection(flags))))
