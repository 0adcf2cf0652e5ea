"""What all they offer now is worth to one person, counted as the least that a package must be worth."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.engine.advice import Advice
from offers.engine.situation import Terms
from offers.engine.value import ONE, ZERO, unit_value, weight_of


@dataclass(frozen=True, kw_only=True)
class WorthNow:
    """The `value` of all they offer with this `base`, of which one more unit adds `each`. Private.

    `differs` is what the differences count in it.
    """

    base: Decimal
    value: Decimal
    each: Decimal
    differs: Decimal

    def base_for(self, value: Decimal) -> Decimal:
        """The base at which all of it, the rest as it stands, would be worth `value`; not below 0."""
        return max(ZERO, self.base + (value - self.value) / self.each)


def worth_now(advice: Advice, terms: Terms, differences: Mapping[str, Decimal]) -> WorthNow:
    """The value of `terms`, what stands now, as `walk_away_value` counts the offer that was entered.

    A walk-away counts no sign-on and no leave: they stay as they were entered. So `differences` says by item
    how much more they offer of these than was entered, below 0 where it is less. An offer that nobody has
    changed is worth `bargain.value` of its base. Base 100,000 with a grant of 20,000 a year is worth 120,000;
    answered with no grant and 18,000 less of sign-on, 100,000 - 18,000 / 2.87229 = 93,733.22.
    """
    state = advice.state
    now = replace(state, situation=replace(state.situation, terms=terms))
    bargain = replace(advice.bargain, k=now.k, other=now.other_value)

    def worth(key: str) -> Decimal:
        each = unit_value(key, offer=state.offer, ga=bargain.ga, units_a_year=now.periods, policy=now.policy)
        return weight_of(key, state.situation.wishes.weights, state.policy) * each

    more = sum((worth(key) * many for key, many in differences.items()), ZERO)
    return WorthNow(
        base=terms.base,
        value=bargain.value(terms.base, more),
        each=bargain.base_value(ONE),
        differs=more,
    )
