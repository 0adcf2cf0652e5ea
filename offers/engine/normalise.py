"""Step 0: every amount of a situation stated as the offer is, so that numbers can be compared.

Amounts in another unit or at another share of full time are converted through a full-time year: an hourly
rate times hours times 52, a monthly one times its 12, 13 or 14 payments. Another currency needs the person's
own rate; without one the value is left out, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from offers.engine.checks import check
from offers.engine.flags import Flag
from offers.engine.money import round_half_up
from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, TYPED, Grade, Reason
from offers.engine.situation import (
    Alternative,
    ExchangeRate,
    InternalInformation,
    Measure,
    Numbers,
    Peers,
    Posting,
    Range,
    Situation,
    Unit,
)

WEEKS = 52
Stated = TypeVar("Stated", Range, Posting, InternalInformation, Numbers)
_LIMITS = ("minimum", "midpoint", "maximum")


@dataclass(frozen=True, kw_only=True)
class Normalised:
    """A situation whose amounts are all stated as the offer is; `periods` of its unit make a year."""

    situation: Situation
    periods: Decimal
    flags: tuple[Flag, ...]
    notes: tuple[Reason, ...]


def periods_in_year(measure: Measure, policy: Policy) -> Decimal:
    """How many amounts of `measure` are paid in a year, at its own share of full time.

    41.00 an hour at 40 hours is 41.00 × 2,080 a year; a week without hours counts as a full one.
    """
    if measure.unit is Unit.HOUR:
        hours = measure.hours_per_week
        return (policy.full_time_hours * measure.fte if hours is None else hours) * WEEKS
    return Decimal(measure.payments_per_year if measure.unit is Unit.MONTH else 1)


def ratio_between(there: Measure, here: Measure, policy: Policy) -> tuple[Decimal, Decimal]:
    """What an amount of `there` is multiplied and then divided by to be one of `here`, in one currency.

    Dividing last keeps whole numbers whole.
    """
    return periods_in_year(there, policy) * here.fte, periods_in_year(here, policy) * there.fte


def restated(amount: Decimal, there: Measure, here: Measure, policy: Policy) -> Decimal:
    """An amount of a job whose measure was `there` and is `here` now, to the cent.

    60,000 a year is 5,000.00 a month, and 85,280 a year 41.00 an hour at 40 hours.
    """
    if there.unit is Unit.HOUR:
        there = replace(here, unit=Unit.HOUR)  # An hour's pay is the same at any number of hours.
    return round_half_up(_times(amount, ratio_between(there, here, policy)))


def normalise(situation: Situation, policy: Policy) -> Normalised:
    """`situation` in the measure of its offer, peers of another level or place left out.

    Raises as `checks.check` does. Flags FX (converted), FX_MISSING (left out) and HOURS_ASSUMED.
    """
    check(situation)
    converter = _Converter(situation.terms.measure, situation.rates, policy)
    stated = replace(
        situation,
        band=converter.convert(situation.band, _LIMITS),
        posting=converter.convert(situation.posting, ("minimum", "maximum")),
        internal=converter.convert(situation.internal, _LIMITS),
        peers=converter.peers(situation.peers),
        numbers=converter.convert(situation.numbers, ("target", "walk_away", "accept_at")) or Numbers(),
        alternatives=converter.alternatives(situation.alternatives),
    )
    periods = periods_in_year(situation.terms.measure, policy)
    notes = converter.notes
    flags = tuple(dict.fromkeys(flag for flag, _ in notes))
    return Normalised(situation=stated, periods=periods, flags=flags, notes=tuple(notes.values()))


class _Converter:
    """Converts to one measure and remembers, once a flag, what had to be converted, assumed or left out."""

    def __init__(self, own: Measure, rates: tuple[ExchangeRate, ...], policy: Policy) -> None:
        self.own = own
        self.rates: Mapping[str, ExchangeRate] = {rate.currency: rate for rate in rates}
        self.policy = policy
        self.notes: dict[tuple[Flag, str], Reason] = {}
        self._note_hours(own)

    def convert(self, stated: Stated | None, names: tuple[str, ...]) -> Stated | None:
        if stated is None or stated.measure is None:
            return stated
        ratio = self._ratio(stated.measure)
        if ratio is None:
            return None
        amounts: dict[str, Any] = {name: _scaled(getattr(stated, name), ratio) for name in names}
        return replace(stated, measure=None, **amounts)

    def peers(self, peers: Peers | None) -> Peers | None:
        if peers is None:
            return None
        ratio = self._ratio(peers.measure)
        if ratio is None:
            return None
        counted = (peer for peer in peers.salaries if peer.same_level and peer.same_place)
        salaries = tuple(replace(peer, pay=_times(peer.pay, ratio)) for peer in counted)
        return Peers(salaries=salaries, manager=_scaled(peers.manager, ratio))

    def alternatives(self, offers: tuple[Alternative, ...]) -> tuple[Alternative, ...]:
        rates = [(offer, self._rate(offer.currency)) for offer in offers]
        return tuple(
            replace(offer, yearly_value=offer.yearly_value * rate, currency="")
            for offer, rate in rates
            if rate is not None
        )

    def _ratio(self, measure: Measure | None) -> tuple[Decimal, Decimal] | None:
        """As `ratio_between`, with the rate of another currency."""
        if measure is None:
            return Decimal(1), Decimal(1)
        rate = self._rate(measure.currency)
        if rate is None:
            return None
        self._note_hours(measure)
        times, over = ratio_between(measure, self.own, self.policy)
        return rate * times, over

    def _rate(self, currency: str) -> Decimal | None:
        if currency in ("", self.own.currency):
            return Decimal(1)
        rate = self.rates.get(currency)
        self._note_rate(currency, rate)
        return rate.rate if rate else None

    def _note_rate(self, currency: str, rate: ExchangeRate | None) -> None:
        if rate is None:
            self.notes[Flag.FX_MISSING, currency] = Reason(
                code=Flag.FX_MISSING,
                sentence="There is no exchange rate for {currency}, so the amounts in it are left out.",
                params={"currency": currency},
            )
            return
        self.notes[Flag.FX, currency] = Reason(
            code=Flag.FX,
            sentence="Amounts in {currency} are converted at {rate}, your rate of {on}.",
            params={"currency": currency, "rate": str(rate.rate), "on": rate.on},
            source=TYPED,
        )

    def _note_hours(self, measure: Measure) -> None:
        if measure.unit is Unit.HOUR and measure.hours_per_week is None:
            self.notes[Flag.HOURS_ASSUMED, ""] = Reason(
                code=Flag.HOURS_ASSUMED,
                sentence="No weekly hours are given; {hours} are assumed for a full week.",
                params={"hours": self.policy.full_time_hours},
                source=ASSUMPTION,
                grade=Grade.E,
            )


def _scaled(amount: Decimal | None, ratio: tuple[Decimal, Decimal]) -> Decimal | None:
    return None if amount is None else _times(amount, ratio)


def _times(amount: Decimal, ratio: tuple[Decimal, Decimal]) -> Decimal:
    times, over = ratio
    return amount * times / over
