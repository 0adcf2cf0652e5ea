"""What a person knows about an offer: the frozen inputs of the engine.

Amounts are `Decimal`. An amount without a measure of its own is stated as the offer is: same currency, same
unit, same share of full time. `None` means "not known"; nothing here raises, checking is `normalise`'s work.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from offers.engine.reason import TYPED, Grade, Source


class Unit(StrEnum):
    """The time one amount of base pays for."""

    HOUR = "hour"
    MONTH = "month"
    YEAR = "year"


class RangeBasis(StrEnum):
    """Whether a range is for the position or, by its words, for what a new hire will be paid."""

    POSITION = "position"
    HIRE = "hire"


class Industry(StrEnum):
    """The kinds of employer whose usual padding differs."""

    TECHNOLOGY = "technology"
    GENERAL = "general"
    PAY_SCALE = "pay_scale"


class Stance(StrEnum):
    """Standard asks up to a defensible exception; cautious stays where none is needed."""

    STANDARD = "standard"
    CAUTIOUS = "cautious"


class Level(StrEnum):
    """The levels whose usual range spread differs."""

    OPERATIVE = "operative"
    PROFESSIONAL = "professional"
    MANAGER = "manager"
    EXECUTIVE = "executive"


class EmployerType(StrEnum):
    """How the employer sets base: a band, one rate, a formula over inputs, or the steps of a scale."""

    BANDED = "banded"
    SINGLE_RATE = "single_rate"
    FORMULA = "formula"
    STEP_SCALE = "step_scale"


@dataclass(frozen=True, kw_only=True)
class Measure:
    """How an amount is stated.

    `currency` is an ISO code, empty for the offer's own. `payments_per_year` (12, 13 or 14) counts for
    monthly amounts; `hours_per_week` are the hours worked at `fte`, the share of full time (1 is full time).
    """

    currency: str = ""
    unit: Unit = Unit.YEAR
    payments_per_year: int = 12
    hours_per_week: Decimal | None = None
    fte: Decimal = Decimal(1)


@dataclass(frozen=True, kw_only=True)
class ExchangeRate:
    """One unit of `currency` is `rate` units of the offer's currency, as the person read it on a date."""

    currency: str
    rate: Decimal
    on: date


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The offer: its base and what multiplies it.

    `bonus_target`, `payout` and `match_rate` are fractions; `other_value` is the yearly value, to this
    person, of all that does not depend on base. `first_base` is the base they offered first, where they have
    moved since; `asked` the base of the request that went out last.
    """

    base: Decimal
    first_base: Decimal | None = None
    asked: Decimal | None = None
    measure: Measure = Measure()
    bonus_target: Decimal | None = None
    payout: Decimal | None = None
    match_rate: Decimal | None = None
    other_value: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Range:
    """The employer's band as the person knows it; `employer_given` when the employer stated it."""

    minimum: Decimal | None = None
    midpoint: Decimal | None = None
    maximum: Decimal | None = None
    basis: RangeBasis = RangeBasis.POSITION
    employer_given: bool = False
    measure: Measure | None = None


@dataclass(frozen=True, kw_only=True)
class Posting:
    """The range in the job posting. `law` is what makes its basis that of new hires, where a law does."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    basis: RangeBasis = RangeBasis.POSITION
    law: Source | None = None
    measure: Measure | None = None


class Informant(StrEnum):
    """Who said it."""

    RECRUITER = "recruiter"
    MANAGER = "manager"
    EMPLOYEE = "employee"
    WEBSITE = "website"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class InternalInformation:
    """What somebody inside, or a site about the employer, said of the band."""

    said_by: Informant = Informant.OTHER
    in_writing: bool = False
    minimum: Decimal | None = None
    midpoint: Decimal | None = None
    maximum: Decimal | None = None
    measure: Measure | None = None


@dataclass(frozen=True, kw_only=True)
class Peer:
    """One salary in the team, without a name. Only those of the same level and place count."""

    pay: Decimal
    same_level: bool = True
    same_place: bool = True


@dataclass(frozen=True, kw_only=True)
class Peers:
    """The salaries known in the team, and the manager's if known."""

    salaries: tuple[Peer, ...] = ()
    manager: Decimal | None = None
    measure: Measure | None = None


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The person's own numbers: target, walk-away, and the number accepted at once. All private."""

    target: Decimal | None = None
    walk_away: Decimal | None = None
    accept_at: Decimal | None = None
    premium: Decimal = Decimal(0)  # What this job may be worth less a year than the best other offer.
    measure: Measure | None = None


@dataclass(frozen=True, kw_only=True)
class Buffer:
    """The padding expected in a first offer, as fractions of it: the person's own, or one with its source."""

    low: Decimal | None = None
    high: Decimal | None = None
    source: Source = TYPED
    grade: Grade = Grade.FACT


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """A competing offer by its yearly value to this person, other terms included."""

    yearly_value: Decimal
    in_writing: bool = False
    expires_on: date | None = None
    currency: str = ""


@dataclass(frozen=True, kw_only=True)
class Budget:
    """Facts about the employer's money, each known true, known false or not known."""

    headcount_frozen: bool | None = None
    role_open_days: int | None = None
    competing_candidates: bool | None = None
    fiscal_year_ending: bool | None = None
    recruiter_hesitates: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ApprovalRung:
    """One step of an approval ladder: up to and including `limit`, `approver` must agree as well."""

    limit: Decimal
    approver: str


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What may stand beside base, by the key of its lever.

    `caps` is how far an item may go, in money or days; `weights` what it is worth to this person, 0 to 2 with
    1 as face value; `offered` what they offer of it already, in money or days; `unit_worth` the yearly worth
    of one unit where that is not money; `movable` what the person found out at this employer. `sign_on_kept`
    is the share of a sign-on expected to stay, `believed_share` that of a grant, which vests over
    `vesting_years`; `no_grant` says that they said there is none. `ground` is the one reason said with the
    ask, as a clause; `sign_by` the day the person can sign.
    """

    caps: Mapping[str, Decimal | None] = field(default_factory=dict)
    weights: Mapping[str, Decimal] = field(default_factory=dict)
    offered: Mapping[str, Decimal] = field(default_factory=dict)
    unit_worth: Mapping[str, Decimal | None] = field(default_factory=dict)
    movable: Mapping[str, bool] = field(default_factory=dict)
    sign_on_kept: Decimal | None = None
    believed_share: Decimal | None = None
    vesting_years: Decimal | None = None
    no_grant: bool = False
    ground: str = ""
    sign_by: date | None = None


@dataclass(frozen=True, kw_only=True)
class Situation:
    """Everything advice on base is computed from."""

    terms: Terms
    band: Range | None = None
    posting: Posting | None = None
    internal: InternalInformation | None = None
    peers: Peers | None = None
    numbers: Numbers = Numbers()
    buffer: Buffer | None = None
    industry: Industry | None = None
    level: Level | None = None
    stance: Stance = Stance.STANDARD
    employer_type: EmployerType = EmployerType.BANDED
    alternatives: tuple[Alternative, ...] = ()
    strong_alternative: bool = False
    hard_to_fill: bool = False
    wishes: Wishes = Wishes()
    budget: Budget = Budget()
    approval_ladder: tuple[ApprovalRung, ...] = ()
    rates: tuple[ExchangeRate, ...] = ()
    deadline: date | None = None
    holidays: frozenset[date] = field(default_factory=frozenset)
