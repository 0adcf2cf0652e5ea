"""Steps 1 and 3: what a situation amounts to before any ceiling is drawn."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from offers.engine.alternatives import Alternatives, weigh_alternatives
from offers.engine.band import Band, resolve_band
from offers.engine.confidence import Confidence, confidence_of
from offers.engine.normalise import Normalised
from offers.engine.padding import Padding, padding
from offers.engine.policy import Policy
from offers.engine.position import UNLIMITED
from offers.engine.situation import Situation, Stance
from offers.engine.value import base_factor, weight_of


@dataclass(frozen=True, kw_only=True)
class State:
    """One answer a property, each amount in the unit of the offer; built by `state_of`.

    80,000 offered in technology with peers to 84,500: padding 5 to 15%, tolerance 5%, reach 20%.
    """

    situation: Situation
    periods: Decimal  # How many units of the offer a year pays.
    band: Band
    padding: Padding
    policy: Policy
    today: date

    @cached_property
    def offer(self) -> Decimal:
        """O, the offered base."""
        return self.situation.terms.base

    @cached_property
    def base(self) -> Decimal:
        """Where raises start from: the offer, or the minimum of the band when the offer is below it."""
        return max(self.offer, self.band.minimum)

    @cached_property
    def start(self) -> Decimal:
        """Where their padding is counted from: the base they offered first, which it was a part of."""
        first = self.situation.terms.first_base
        return self.base if first is None else min(self.base, max(first, self.band.minimum))

    @property
    def below_minimum(self) -> bool:
        """Whether the offer lies under the band."""
        return self.offer < self.base

    @cached_property
    def peers(self) -> tuple[Decimal, ...]:
        """The salaries of the same level and place, from the lowest up."""
        known = self.situation.peers
        return tuple(sorted(peer.pay for peer in known.salaries)) if known else ()

    @property
    def manager(self) -> Decimal | None:
        """The manager's pay, if known."""
        return self.situation.peers.manager if self.situation.peers else None

    @property
    def best_peer(self) -> Decimal:
        """E, the best-paid peer; `UNLIMITED` when none is known."""
        return self.peers[-1] if self.peers else UNLIMITED

    @property
    def team_below_minimum(self) -> bool:
        """Whether offer and best-paid peer both lie under the band."""
        return self.below_minimum and self.best_peer < self.base

    @property
    def offer_tops_band(self) -> bool:
        """Whether the offer has reached the maximum."""
        return self.offer >= self.band.maximum

    @property
    def offer_tops_team(self) -> bool:
        """Whether the offer already pays more than the best-paid peer."""
        return self.best_peer < self.offer

    @property
    def spent(self) -> bool:
        """Whether nothing is left to ask in base."""
        return self.offer_tops_band or self.offer_tops_team

    @cached_property
    def k(self) -> Decimal:
        """What one more unit of base is worth, with the bonus and match that follow it."""
        terms = self.situation.terms
        return base_factor(bonus_target=terms.bonus_target, payout=terms.payout, match_rate=terms.match_rate)

    @cached_property
    def base_weight(self) -> Decimal:
        """What one unit of base is worth to this person beside the other items, 1 at face value."""
        return weight_of("base", self.situation.wishes.weights, self.policy)

    @cached_property
    def other_value(self) -> Decimal:
        """The value of all that does not depend on base, per unit of the offer."""
        return (self.situation.terms.other_value or Decimal(0)) / self.periods

    @cached_property
    def alternatives(self) -> Alternatives:
        """The other offers that count beside this one."""
        base = self.base_weight * self.k * self.offer * self.periods
        value = base + (self.situation.terms.other_value or Decimal(0))
        return weigh_alternatives(self.situation.alternatives, value, self.today)

    @cached_property
    def strong(self) -> bool:
        """Whether a better offer is in hand, by record or by the person's word."""
        return self.situation.strong_alternative or self.alternatives.best is not None

    @property
    def knows_rules(self) -> bool:
        """Whether anything of this employer is known, range or team, that could need an exception."""
        return self.band.limits_known or bool(self.peers)

    @property
    def cautious(self) -> bool:
        """Whether to stay where no exception is needed."""
        return self.situation.stance is Stance.CAUTIOUS

    @cached_property
    def tolerance(self) -> Decimal:
        """How far above the best-paid peer a defensible exception reaches, as a fraction."""
        if self.strong or self.situation.hard_to_fill:
            return self.policy.equity_tolerance_exception
        return self.policy.equity_tolerance

    @cached_property
    def step(self) -> Decimal:
        """How far above the base one request reaches, as a fraction."""
        policy = self.policy
        return min(policy.step_high, max(policy.step_low, policy.step_of_padding * self.padding.high))

    @property
    def walk_away(self) -> Decimal | None:
        """W as typed. Private."""
        return self.situation.numbers.walk_away

    @cached_property
    def target(self) -> Decimal:
        """T as typed; else the offer with the middle of its padding, no further than the midpoint."""
        typed = self.situation.numbers.target
        if typed is not None:
            return typed
        middle = min(self.offer, self.start) * (1 + (self.padding.low + self.padding.high) / 2)
        return max(self.offer, min(self.band.midpoint, middle))

    @cached_property
    def confidence(self) -> Confidence:
        """What band, posting and peers carry, before anything weakens it."""
        return confidence_of(self.band, len(self.peers), self.policy)


def state_of(normalised: Normalised, policy: Policy, today: date) -> State:
    """The state of a normalised situation on `today`."""
    situation = normalised.situation
    return State(
        situation=situation,
        periods=normalised.periods,
        band=resolve_band(situation, policy),
        padding=padding(situation.buffer, situation.industry, policy),
        policy=policy,
        today=today,
    )
