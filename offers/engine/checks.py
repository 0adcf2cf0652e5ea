"""What a situation must satisfy before any rule reads it. A missing number disagrees with nothing."""

from decimal import Decimal
from itertools import pairwise

from offers.engine.errors import ContradictionError, EngineError
from offers.engine.inputs import amount, between, finite, ordered
from offers.engine.money import CENT, spoken
from offers.engine.situation import (
    Buffer,
    InternalInformation,
    Measure,
    Numbers,
    Peers,
    Posting,
    Range,
    Situation,
    Terms,
)

PAYMENTS = (12, 13, 14)
LEAST_RATE = Decimal("0.000001")


def check(situation: Situation) -> None:
    """Refuse a situation with an impossible number or two numbers that cannot both be true.

    Raises `EngineError` naming the field, or `ContradictionError` naming both: minimum, midpoint and maximum
    out of order, padding out of order, a walk-away above the target.
    """
    _check_terms(situation.terms)
    if situation.band:
        check_range("band", situation.band)
    if situation.posting:
        _check_posting(situation.posting)
    if situation.internal:
        check_range("internal", situation.internal)
    if situation.peers:
        check_peers(situation.peers)
    _check_numbers(situation.numbers)
    if situation.buffer:
        _check_buffer(situation.buffer)
    _check_rest(situation)


def _check_terms(terms: Terms) -> None:
    _positive("offer", terms.base)
    _check_measure("", terms.measure)
    between("bonus_target", terms.bonus_target, 0, 10)
    between("payout", terms.payout, 0, 10)
    between("match_rate", terms.match_rate, 0, 1)
    finite("other_value", terms.other_value)


def _check_measure(place: str, measure: Measure | None) -> None:
    if measure is None:
        return
    if measure.payments_per_year not in PAYMENTS:
        field = f"{place}payments_per_year"
        raise EngineError(field, f"{field}: give 12, 13 or 14.")
    between(f"{place}hours_per_week", measure.hours_per_week, 0, 168)
    _positive(f"{place}hours_per_week", measure.hours_per_week)
    between(f"{place}fte", measure.fte, 0, 2)
    _positive(f"{place}fte", measure.fte)


def _positive(field: str, value: Decimal | None, least: Decimal = CENT) -> None:
    amount(field, value)
    if value is not None and value < least:
        raise EngineError(field, f"{field}: give a number of at least {least:f}.")


def check_range(place: str, band: Range | InternalInformation) -> None:
    """Refuse limits out of order; `place` is how the errors call the range."""
    amount(f"{place}.min", band.minimum)
    _positive(f"{place}.mid", band.midpoint)
    _positive(f"{place}.max", band.maximum)
    ordered(f"{place}.min", band.minimum, f"{place}.mid", band.midpoint)
    ordered(f"{place}.mid", band.midpoint, f"{place}.max", band.maximum)
    ordered(f"{place}.min", band.minimum, f"{place}.max", band.maximum)
    _check_measure(f"{place}.", band.measure)


def _check_posting(posting: Posting) -> None:
    amount("posting.min", posting.minimum)
    _positive("posting.max", posting.maximum)
    ordered("posting.min", posting.minimum, "posting.max", posting.maximum)
    _check_measure("posting.", posting.measure)


def check_peers(peers: Peers) -> None:
    """Refuse salaries not above zero."""
    for number, peer in enumerate(peers.salaries):
        _positive(f"peers[{number}]", peer.pay)
    _positive("peers.manager", peers.manager)
    _check_measure("peers.", peers.measure)


def _check_numbers(numbers: Numbers) -> None:
    amount("target", numbers.target)
    amount("walk_away", numbers.walk_away)
    amount("accept_at", numbers.accept_at)
    amount("premium", numbers.premium)
    _check_measure("numbers.", numbers.measure)
    low, high = numbers.walk_away, numbers.target
    if low is not None and high is not None and low > high:
        sentence = (
            f"Your walk-away ({spoken(low)}) is above your target ({spoken(high)}); change one of the two."
        )
        raise ContradictionError("walk_away", low, "target", high, sentence)


def _check_buffer(buffer: Buffer) -> None:
    between("buffer.low", buffer.low, 0, 10)
    between("buffer.high", buffer.high, 0, 10)
    ordered("buffer.low", buffer.low, "buffer.high", buffer.high)


def _check_rest(situation: Situation) -> None:
    for rate in situation.rates:
        _positive(f"rates.{rate.currency}", rate.rate, LEAST_RATE)
    for number, other in enumerate(situation.alternatives):
        finite(f"alternatives[{number}]", other.yearly_value)
    for lower, upper in pairwise(situation.approval_ladder):
        ordered("approval_ladder", lower.limit, "approval_ladder", upper.limit)
