"""The numbers that packages, ladder and replies stand on, gathered once."""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine import inputs
from offers.engine.errors import EngineError
from offers.engine.items import Item
from offers.engine.money import round_half_up
from offers.engine.situation import Unit
from offers.engine.value import ONE, ZERO


@dataclass(frozen=True, kw_only=True)
class Bargain:
    """One offer with its ask and limits, in the unit of the offer and at its own hours.

    `ask` is A (`None`: base is not asked for), `ceiling` P, `ceiling_exception` S, `baseline` base0 (the
    offer unless it is below the band). `k`, `ga` and `base_weight` value base; `other` is the value of the
    terms that stay as they are; `items` are what may move, in order. `walk_away` and `walk_away_value` (Wv)
    are private; `asked` is the base of the request that went out last. Without `knows_rules` the ceilings
    are assumptions, and no rule of this employer.
    Raises `EngineError` for an offer, k, GA or units a year not above zero or an ask that asks nothing,
    `ContradictionError` for offer > ask, offer > base0, base0 > P or P > S.
    """

    offer: Decimal
    ceiling: Decimal
    ceiling_exception: Decimal
    ga: Decimal
    ask: Decimal | None = None
    asked: Decimal | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    accept_at: Decimal | None = None
    walk_away: Decimal | None = None
    walk_away_value: Decimal | None = None
    k: Decimal = ONE
    base_weight: Decimal = ONE
    other: Decimal = ZERO
    items: tuple[Item, ...] = ()
    unit: Unit = Unit.YEAR
    units_a_year: Decimal = ONE
    knows_rules: bool = True

    def __post_init__(self) -> None:
        for field in ("offer", "k", "ga", "units_a_year"):
            inputs.amount(field, getattr(self, field))
            if getattr(self, field) == 0:
                raise EngineError(field, f"{field}: give a number above zero.")
        inputs.ordered("offer", self.offer, "ask", self.ask)
        if self.ask == self.offer:
            raise EngineError("ask", "ask: leave it out where base is not asked for.")
        inputs.ordered("offer", self.offer, "baseline", self.baseline)
        inputs.ordered("baseline", self.start, "ceiling", self.ceiling)
        inputs.ordered("ceiling", self.ceiling, "ceiling_exception", self.ceiling_exception)

    @property
    def start(self) -> Decimal:
        """base0: the offer, or the minimum of the band where the offer is below it."""
        return self.offer if self.baseline is None else self.baseline

    @property
    def no_exception(self) -> Decimal:
        """The highest base to name that needs no exception: P, or the ask where that is lower."""
        return self.ceiling if self.ask is None else min(self.ask, self.ceiling)

    @property
    def middle(self) -> Decimal:
        """Half way from the baseline to the number that needs no exception."""
        return (self.start + self.no_exception) / 2

    @property
    def wanted(self) -> Decimal | None:
        """The base accepted at once: as typed, else the target; `None` when neither is known."""
        return self.target if self.accept_at is None else self.accept_at

    def accepted(self, ask: Decimal) -> Decimal:
        """Y: the base accepted at once, never above the ask; the ask itself when nothing else is known."""
        return ask if self.wanted is None else min(self.wanted, ask)

    @property
    def enough_is(self) -> str:
        """Where Y comes from: `accept_at`, what the person accepts, or `asked`, an ask under that."""
        knows = self.ask is None or (self.wanted is not None and self.wanted <= self.ask)
        return "accept_at" if knows else "asked"

    @property
    def enough(self) -> Decimal | None:
        """The base to sign at: Y, or where base is not asked for the one that is wanted."""
        return self.wanted if self.ask is None else self.accepted(self.ask)

    def base_value(self, base: Decimal) -> Decimal:
        """What an amount of base is worth to this person: weight x k x base."""
        return self.base_weight * self.k * base

    def shown(self, amount: Decimal) -> Decimal:
        """A computed amount as a sentence holds it: whole, but to the cent where pay is by the hour."""
        return amount if self.unit is Unit.HOUR else round_half_up(amount, ONE)

    def value(self, base: Decimal, extra: Decimal = ZERO) -> Decimal:
        """A package's whole value: base, the items on top (`extra`, valued), and the terms that stay."""
        return self.base_value(base) + extra + self.other
