"""What one offer would have to change, alone, to be worth as much as another.

The value of an offer is V = k x base + c a year: k is what one unit of base is worth with bonus and match,
c the yearly value of everything that does not follow base.
"""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.errors import EngineError
from offers.engine.inputs import amount, between, finite
from offers.engine.policy import RULES, Policy
from offers.engine.reason import Param, Reason

_NONE = Decimal(0)
_ONE = Decimal(1)
_FOUR_YEARS = Decimal(4)
_LEAST = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class Side:
    """One offer in its own currency: base, `k` per unit of it (None: 1) and `rest` beside it (None: 0).

    A grant in this offer would vest over `vesting_years`, of which the share `believed` counts. `fixed_base`
    says that base follows from one rate, a formula or a scale, `no_grant` that there is none to ask for.
    """

    name: str
    base: Decimal | None
    k: Decimal | None = None
    rest: Decimal | None = None
    currency: str = ""
    vesting_years: Decimal = _FOUR_YEARS
    believed: Decimal = _ONE
    fixed_base: bool = False
    no_grant: bool = False

    def __post_init__(self) -> None:
        amount("base", self.base)
        between("k", self.k, _LEAST, 100)
        finite("rest", self.rest)
        between("vesting_years", self.vesting_years, _LEAST, 100)
        between("believed", self.believed, 0, 1)

    @property
    def per_base(self) -> Decimal:
        """What one more unit of base is worth."""
        return _ONE if self.k is None else self.k

    @property
    def value(self) -> Decimal | None:
        """V, a year, in the offer's currency; None while base is not known."""
        if self.base is None:
            return None
        return self.per_base * self.base + (self.rest or _NONE)


def break_even_base(side: Side, value: Decimal) -> Decimal:
    """The base at which `side` is worth `value` a year: (value - c) / k, unrounded.

    156,900 with k 1.15 and 5,000 beside base: 132,086.96.
    """
    return (value - (side.rest or _NONE)) / side.per_base


@dataclass(frozen=True, kw_only=True)
class BreakEven:
    """What each item alone would have to be for this offer to equal the best one, in this offer's currency.

    `base` is the whole base, None when it is fixed; `sign_on` and `grant` come on top and are 0 when nothing
    is missing. `grant` is None when there is none to ask for or nothing of one is believed.
    """

    name: str
    missing: Decimal
    base: Decimal | None
    sign_on: Decimal
    grant: Decimal | None
    reason: Reason


def break_even(side: Side, value: Decimal, policy: Policy) -> BreakEven:
    """How `side` reaches `value` a year (in its currency): by base, sign-on over the stay, or a grant.

    Raises `EngineError` when the base of `side` is not known.
    """
    if side.value is None:
        raise EngineError("base", f"The base of {side.name} is not known.")
    missing = max(_NONE, value - side.value)
    base = None if side.fixed_base else break_even_base(side, value)
    sign_on, is_believed = missing * policy.stay_years, side.believed and not side.no_grant
    grant = missing * side.vesting_years / side.believed if is_believed else None
    return BreakEven(
        name=side.name,
        missing=missing,
        base=base,
        sign_on=sign_on,
        grant=grant,
        reason=_evens(side, base, sign_on, grant, policy),
    )


def _evens(
    side: Side, base: Decimal | None, sign_on: Decimal, grant: Decimal | None, policy: Policy
) -> Reason:
    params: dict[str, Param] = {"name": side.name, "years": f"{policy.stay_years.normalize():f}"}
    known = {"base": base, "sign_on": sign_on, "grant": grant}
    params |= {key: amount for key, amount in known.items() if amount is not None}
    ways = ", or ".join(_WAYS[key] for key in known if key in params)
    end = "." if side.believed or side.no_grant else "; a grant of which nothing is believed cannot do it."
    rule = RULES["stay_years"]
    return Reason(
        code="BREAK_EVEN_NO_GRANT" if grant is None else "BREAK_EVEN",
        sentence="{name} is equal " + ways + end + (_FIXED if base is None else ""),
        params=params,
        source=rule.source,
        grade=rule.grade,
    )


_WAYS = {
    "base": "at a base of {base}",
    "sign_on": "with {sign_on} more sign-on over a stay of {years} years",
    "grant": "with {grant} more in grants",
}
_FIXED = " Base follows from a rule of this employer, so no other base is asked for."
