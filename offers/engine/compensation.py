"""What an offer pays, as typed: base, bonus, variable pay, sign-on, grants and the benefits beside them.

Everything but base may be None: not known. All amounts are in the currency of the offer.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from offers.engine.benefits import Commute, HealthPlan, Leave, Match
from offers.engine.errors import ContradictionError
from offers.engine.grants import Grant
from offers.engine.inputs import amount, between, ordered
from offers.engine.policy import RULES, Policy

LONGEST_MONTHS = 240
_NONE = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Payout:
    """How much of a target is paid, 1 for all: low, usual and high case. None takes the policy's figure."""

    low: Decimal | None = None
    base: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        for field in ("low", "base", "high"):
            between(f"payout_{field}", getattr(self, field), 0, 10)
        ordered("payout_low", self.low, "payout_base", self.base)
        ordered("payout_base", self.base, "payout_high", self.high)
        ordered("payout_low", self.low, "payout_high", self.high)

    def filled(self, policy: Policy) -> tuple[Decimal, Decimal, Decimal]:
        """Low, usual and high, in this order; an assumed figure gives way to a typed one.

        A typed usual case of 1.5 lifts the assumed high case of 1.2 to 1.5.
        """
        base = self.base
        if base is None:
            base = max(policy.payout_base, self.low or _NONE)
            base = base if self.high is None else min(base, self.high)
        low = min(policy.payout_low, base) if self.low is None else self.low
        high = max(policy.payout_high, base) if self.high is None else self.high
        return low, base, high


@dataclass(frozen=True, kw_only=True)
class Bonus:
    """A yearly bonus: target as a fraction of base; the first may be guaranteed in writing."""

    target: Decimal
    payout: Payout = Payout()
    first_guaranteed: bool = False

    def __post_init__(self) -> None:
        between("bonus_target", self.target, 0, 10)


@dataclass(frozen=True, kw_only=True)
class Variable:
    """Variable pay named as on-target earnings: base and variable together, a year, at full attainment.

    In a ramp of R months, month i earns i/(R + 1) of its full pay. A `draw` is paid each month at least, for
    `draw_months` (None: the ramp); a recoverable one is an advance on what is earned later.
    """

    on_target: Decimal
    attainment: Payout = Payout()
    ramp_months: int = 0
    draw: Decimal | None = None
    draw_months: int | None = None
    recoverable: bool = True

    def __post_init__(self) -> None:
        amount("on_target", self.on_target)
        amount("draw", self.draw)
        between("ramp_months", self.ramp_months, 0, LONGEST_MONTHS)
        between("draw_months", self.draw_months, 0, LONGEST_MONTHS)

    @property
    def drawn_months(self) -> int:
        """For how many months the draw is paid."""
        if self.draw is None:
            return 0
        return self.ramp_months if self.draw_months is None else self.draw_months


class ClawbackKind(StrEnum):
    """Whether all is owed until the last month, or less with each month."""

    CLIFF = "cliff"
    PRORATED = "prorated"


class ClawbackFrom(StrEnum):
    """Where the months of a clawback start."""

    START = "start"
    PAYMENT = "payment"


@dataclass(frozen=True, kw_only=True)
class Clawback:
    """Sign-on owed back when leaving within `months`; `gross` says whether before tax (None: not stated)."""

    months: int
    kind: ClawbackKind = ClawbackKind.CLIFF
    runs_from: ClawbackFrom = ClawbackFrom.START
    gross: bool | None = None

    def __post_init__(self) -> None:
        between("clawback_months", self.months, 0, LONGEST_MONTHS)


@dataclass(frozen=True, kw_only=True)
class Instalment:
    """A part of the sign-on, paid with the pay of month `month` of work: 1 on joining, 13 a year later."""

    amount: Decimal
    month: int = 1

    def __post_init__(self) -> None:
        amount("sign_on", self.amount)
        between("sign_on_month", self.month, 1, LONGEST_MONTHS)


@dataclass(frozen=True, kw_only=True)
class SignOn:
    """One-time money for joining, in one or more instalments; no `clawback` means none is known."""

    instalments: tuple[Instalment, ...]
    clawback: Clawback | None = None

    @property
    def total(self) -> Decimal:
        """All instalments together."""
        return sum((part.amount for part in self.instalments), _NONE)


@dataclass(frozen=True, kw_only=True)
class Package:
    """Everything one offer pays; `base` is for a year, and `raise_rate` comes at each anniversary.

    Raises `ContradictionError` when on-target earnings are below base.
    """

    base: Decimal
    start_on: date | None = None
    raise_rate: Decimal | None = None
    bonus: Bonus | None = None
    variable: Variable | None = None
    sign_on: SignOn | None = None
    grants: tuple[Grant, ...] = ()
    match: Match | None = None
    leave: Leave | None = None
    health: HealthPlan | None = None
    commute: Commute | None = None

    def __post_init__(self) -> None:
        amount("base", self.base)
        between("raise_rate", self.raise_rate, 0, RULES["raise_rate"].highest)
        if self.variable is not None and self.variable.on_target < self.base:
            on_target = self.variable.on_target
            sentence = f"On-target earnings ({on_target}) are below base ({self.base})."
            raise ContradictionError("on_target", on_target, "base", self.base, sentence)
