"""Shares, options and money that vest: what the employer claims they are worth, and what is counted.

Shares that cannot be sold, and grants that no letter promises, count as nothing until the person says what
share of the claim they believe; the claimed figure always stands beside.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from offers.engine.errors import EngineError
from offers.engine.inputs import amount, between
from offers.engine.money import CENT
from offers.engine.policy import RULES, Policy
from offers.engine.reason import ASSUMPTION, TYPED, Grade, Reason
from offers.engine.vesting import LONGEST_YEARS, Tranche, Vesting, tranches

_ONE = Decimal(1)
_NONE = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Grant:
    """One grant: either `worth` (its whole value) or `units` at a `price`; a `strike` makes units options.

    `starts_after` counts the months from the first day of work to the start of vesting (a refresher: 12).
    `believed` is the share of the claim the person counts, 0 to 1; None takes the default of its kind.
    Raises `EngineError` for impossible numbers.
    """

    vesting: Vesting
    label: str = "grant"
    worth: Decimal | None = None
    units: int | None = None
    price: Decimal | None = None
    strike: Decimal | None = None
    starts_after: int = 0
    private: bool = False
    written: bool = True
    believed: Decimal | None = None

    def __post_init__(self) -> None:
        amount("worth", self.worth)
        amount("units", None if self.units is None else Decimal(self.units))
        amount("price", self.price)
        amount("strike", self.strike)
        between("believed", self.believed, 0, 1)
        between("starts_after", self.starts_after, 0, 12 * LONGEST_YEARS)
        if self.worth is not None and self.units is not None:
            raise EngineError("worth", "Give the worth of the grant or its number of shares, not both.")
        if self.worth is not None and self.strike is not None:
            raise EngineError("strike", "Options are counted in shares: give their number and the price.")
        if self.worth is not None and self.worth % CENT:
            raise EngineError("worth", "Give the worth of the grant to the cent.")

    @property
    def unit_value(self) -> Decimal | None:
        """What one unit is worth: max(0, price - strike) for options; None while the price is not known."""
        if self.worth is not None:
            return _ONE
        if self.price is None:
            return None
        return max(_NONE, self.price - (self.strike or _NONE))

    @property
    def claimed(self) -> Decimal | None:
        """The whole grant at the price the employer names; None while it cannot be told."""
        if self.worth is not None:
            return self.worth
        if self.units is None or self.unit_value is None:
            return None
        return self.units * self.unit_value

    @property
    def exercise_cost(self) -> Decimal:
        """What turning all options into shares costs; 0 for shares."""
        return (self.units or 0) * (self.strike or _NONE)


def belief(grant: Grant, policy: Policy) -> Decimal:
    """The share of the claim that is counted, 0 to 1."""
    if grant.believed is not None:
        return grant.believed
    if not grant.written:
        return _NONE
    return policy.private_share_value if grant.private else _ONE


def claimed_tranches(grant: Grant) -> tuple[Tranche, ...]:
    """The claimed money of each tranche, by completed months of work; empty while the claim is not known."""
    value = grant.unit_value
    if grant.claimed is None or value is None:
        return ()
    whole = grant.worth if grant.worth is not None else Decimal(grant.units or 0)
    parts = tranches(whole, grant.vesting, CENT if grant.worth is not None else _ONE)
    return tuple(Tranche(month=grant.starts_after + p.month, amount=p.amount * value) for p in parts)


def last_month(grant: Grant) -> int:
    """The completed months of work after which nothing is left to vest."""
    return grant.starts_after + grant.vesting.months


def yearly_refreshers(grant: Grant, count: int, *, written: bool = False) -> tuple[Grant, ...]:
    """`count` further grants like `grant`, one at each anniversary; counted only when the letter has them."""
    between("count", count, 0, LONGEST_YEARS)
    return tuple(
        replace(
            grant,
            label=f"{grant.label}, refresher {number}",
            starts_after=grant.starts_after + 12 * number,
            written=written,
        )
        for number in range(1, count + 1)
    )


@dataclass(frozen=True, kw_only=True)
class GrantValue:
    """A whole grant: claimed, counted, and the cost to exercise; `claimed` is None while not known."""

    claimed: Decimal | None
    valued: Decimal
    exercise_cost: Decimal
    reasons: tuple[Reason, ...]


def grant_value(grant: Grant, policy: Policy) -> GrantValue:
    """What `grant` is claimed to be worth and what of it is counted.

    20,000 options at a strike of 2 and a price of 7.50: claimed 110,000, and 40,000 to exercise.
    """
    claimed = grant.claimed
    if claimed is None:
        return GrantValue(
            claimed=None,
            valued=_NONE,
            exercise_cost=grant.exercise_cost,
            reasons=(_unknown(grant),),
        )
    return GrantValue(
        claimed=claimed,
        valued=claimed * belief(grant, policy),
        exercise_cost=grant.exercise_cost,
        reasons=tuple(
            reason for reason in (_counted(grant, claimed, policy), _options(grant, claimed)) if reason
        ),
    )


def _unknown(grant: Grant) -> Reason:
    return Reason(
        code="GRANT_UNKNOWN",
        sentence="{label}: ask for the number of shares and the price used; until then it counts as nothing.",
        params={"label": grant.label},
    )


def _counted(grant: Grant, claimed: Decimal, policy: Policy) -> Reason | None:
    valued = claimed * belief(grant, policy)
    if grant.believed is not None:
        code, why, grade = "GRANT_BELIEVED", "the share you believe", Grade.FACT
    elif not grant.written:
        code, why, grade = "GRANT_NOT_PROMISED", "no letter promises it", Grade.E
    elif grant.private:
        code, why = "GRANT_PRIVATE", "the shares cannot be sold"
        grade = RULES["private_share_value"].grade
    else:
        return None
    return Reason(
        code=code,
        sentence="{label}: claimed at {claimed}, counted as {valued} (" + why + ").",
        params={"label": grant.label, "claimed": claimed, "valued": valued},
        source=ASSUMPTION if grade is Grade.E else TYPED,
        grade=grade,
    )


def _options(grant: Grant, claimed: Decimal) -> Reason | None:
    if grant.strike is None:
        return None
    return Reason(
        code="OPTIONS",
        sentence="{label}: {units} options gain {claimed} over their strike of {strike}; "
        "exercising them all costs {cost}.",
        params={
            "label": grant.label,
            "units": f"{grant.units or 0:,}",
            "claimed": claimed,
            "strike": grant.strike,
            "cost": grant.exercise_cost,
        },
    )
