"""Benefits by formula: pension match, health plan, leave as an hourly rate, the way to work.

None of these is added on top of base here: each is its own figure, in money a year unless said.
"""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.errors import EngineError
from offers.engine.inputs import amount, between, ordered
from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, TYPED, Grade, Reason

_NONE = Decimal(0)
_ONE = Decimal(1)
_MONTHS = 12
_DAYS_A_WEEK = 5


@dataclass(frozen=True, kw_only=True)
class Tier:
    """The employer adds `rate` of what the person puts in between `low` and `high`, fractions of base."""

    rate: Decimal
    high: Decimal
    low: Decimal = _NONE

    def __post_init__(self) -> None:
        between("match_rate", self.rate, 0, 10)
        between("match_low", self.low, 0, 1)
        between("match_high", self.high, 0, 1)
        ordered("match_low", self.low, "match_high", self.high)


@dataclass(frozen=True, kw_only=True)
class Match:
    """A tiered match; `own` is the person's contribution as a fraction of base (None: not decided).

    `vested` is the share of the match the person would keep (1 unless they may leave before it is theirs).
    """

    tiers: tuple[Tier, ...]
    own: Decimal | None = None
    vested: Decimal = _ONE

    def __post_init__(self) -> None:
        between("match_own", self.own, 0, 1)
        between("match_vested", self.vested, 0, 1)


def match_rate(match: Match) -> Decimal:
    """The match as a fraction of base for this person's contribution; nothing while that is not known.

    100% up to 3% and 50% up to 5%: putting in 4% brings 3.5% of base.
    """
    if match.own is None:
        return _NONE
    return _rate_at(match, match.own) * match.vested


def full_match_rate(match: Match) -> Decimal:
    """The match the employer names: everything put in that it matches, and all of it kept."""
    return _rate_at(match, _ONE)


def _rate_at(match: Match, own: Decimal) -> Decimal:
    return sum((tier.rate * max(_NONE, min(own, tier.high) - tier.low) for tier in match.tiers), _NONE)


@dataclass(frozen=True, kw_only=True)
class HealthPlan:
    """A plan seen by the person: monthly premium, then yearly figures; `account` is the employer's money.

    `coinsurance` is the person's share after the deductible, `most` the limit on what they pay for care in a
    year, `care` what they expect their care to cost. None is not known, of `most` also that there is none.
    """

    premium: Decimal
    deductible: Decimal | None = None
    coinsurance: Decimal | None = None
    most: Decimal | None = None
    account: Decimal = _NONE
    care: Decimal | None = None

    def __post_init__(self) -> None:
        amount("care", self.care)
        amount("premium", self.premium)
        amount("deductible", self.deductible)
        amount("most", self.most)
        amount("account", self.account)
        between("coinsurance", self.coinsurance, 0, 1)
        ordered("deductible", self.deductible, "most", self.most)


def health_cost(plan: HealthPlan, claims: Decimal) -> Decimal | None:
    """What a year costs the person when their care costs `claims`; below zero when the employer adds more.

    None while what decides about their part of it is not known. 180 a month, 1,500 deductible, 20%, at most
    5,000, 500 from the employer: care of 4,000 costs 3,660.
    """
    amount("claims", claims)
    paid = _own_part(plan, claims)
    if paid is None:
        return None
    return _MONTHS * plan.premium + paid - plan.account


def _own_part(plan: HealthPlan, claims: Decimal) -> Decimal | None:
    """What the person pays of the care: all of it to the deductible, then their share, up to the limit."""
    if claims == 0:
        return _NONE
    if plan.deductible is None:
        return None
    over = claims - plan.deductible
    if over > 0 and plan.coinsurance is None:
        return None
    paid = claims if over <= 0 else plan.deductible + (plan.coinsurance or _NONE) * over
    return paid if plan.most is None else min(paid, plan.most)


def worst_health_cost(plan: HealthPlan) -> Decimal | None:
    """What the worst year costs, however much the care costs; None when no limit is known."""
    if plan.coinsurance == 0 and plan.deductible is not None:
        return health_cost(plan, plan.deductible)
    if plan.most is None:
        return None
    return _MONTHS * plan.premium + plan.most - plan.account


@dataclass(frozen=True, kw_only=True)
class Leave:
    """Paid days off a year and hours in a full week; `holidays` are public holidays on working days."""

    days: Decimal | None = None
    holidays: Decimal = _NONE
    hours_a_week: Decimal | None = None

    def __post_init__(self) -> None:
        between("leave_days", self.days, 0, 200)
        between("holidays", self.holidays, 0, 50)
        between("hours_a_week", self.hours_a_week, 1, 168)


@dataclass(frozen=True, kw_only=True)
class HourlyRate:
    """Base for each hour really worked, and the hours; leave raises the rate and is not extra money."""

    rate: Decimal
    hours: Decimal
    reasons: tuple[Reason, ...]


def hourly_rate(base: Decimal, leave: Leave, policy: Policy) -> HourlyRate:
    """Base a year over the hours worked: (260 - leave - holidays) days, each a fifth of the week.

    104,000 with 20 days of leave and 40 hours: 1,920 hours, 54.17 an hour (50.00 with no leave).
    """
    amount("base", base)
    week = leave.hours_a_week or policy.full_time_hours
    days = policy.working_days - (leave.days or _NONE) - leave.holidays
    if days <= 0:
        raise EngineError("leave_days", "Leave and holidays take up every working day of the year.")
    hours = days * week / _DAYS_A_WEEK
    rate = base / hours
    told = Reason(
        code="HOURLY_RATE",
        sentence="{rate} for each of {hours} hours worked. Leave raises this rate; it is not added to base.",
        params={"rate": rate, "hours": hours},
    )
    return HourlyRate(rate=rate, hours=hours, reasons=(told, *_leave_gaps(leave, policy)))


def _leave_gaps(leave: Leave, policy: Policy) -> tuple[Reason, ...]:
    gaps = []
    if leave.days is None:
        asked = "Ask how many days of leave people really take; until then none are counted."
        gaps.append(Reason(code="LEAVE_UNKNOWN", sentence=asked))
    if leave.hours_a_week is None:
        gaps.append(
            Reason(
                code="HOURS_ASSUMED",
                sentence="A full week is taken as {hours} hours.",
                params={"hours": policy.full_time_hours},
                source=ASSUMPTION,
                grade=Grade.E,
            )
        )
    return tuple(gaps)


@dataclass(frozen=True, kw_only=True)
class Commute:
    """Days a week on site, and the money and minutes of one such day, there and back.

    `hour_value` is what an hour is worth to the person; time turns into money only when they say so.
    """

    days_a_week: Decimal
    cost_a_day: Decimal = _NONE
    minutes_a_day: Decimal = _NONE
    hour_value: Decimal | None = None
    weeks: Decimal | None = None

    def __post_init__(self) -> None:
        between("days_a_week", self.days_a_week, 0, 7)
        amount("cost_a_day", self.cost_a_day)
        between("minutes_a_day", self.minutes_a_day, 0, 1440)
        amount("hour_value", self.hour_value)
        between("weeks", self.weeks, 0, 52)


@dataclass(frozen=True, kw_only=True)
class CommuteCost:
    """A year on the way: money, hours, and the hours in money (None unless an hour was given a value)."""

    money: Decimal
    hours: Decimal
    time_value: Decimal | None
    reason: Reason
    time_reason: Reason | None = None


def commute_cost(commute: Commute, policy: Policy) -> CommuteCost:
    """What going to work takes in a year, money and time apart.

    Three days a week, 12 and 80 minutes a day, 46 weeks: 1,656 and 184 hours.
    """
    weeks = policy.working_weeks if commute.weeks is None else commute.weeks
    days = commute.days_a_week * weeks
    money = days * commute.cost_a_day
    hours = days * commute.minutes_a_day / 60
    assumed = commute.weeks is None
    return CommuteCost(
        money=money,
        hours=hours,
        time_value=None if commute.hour_value is None else hours * commute.hour_value,
        reason=Reason(
            code="COMMUTE_WEEKS_ASSUMED" if assumed else "COMMUTE",
            sentence="The way to work takes {money} and {hours} hours a year, over {weeks} weeks"
            + (" (our assumption)." if assumed else "."),
            params={"money": money, "hours": hours, "weeks": weeks},
            source=ASSUMPTION if assumed else TYPED,
            grade=Grade.E if assumed else Grade.FACT,
        ),
        time_reason=None if commute.hour_value is None else _time_reason(hours, commute.hour_value),
    )


def _time_reason(hours: Decimal, value: Decimal) -> Reason:
    return Reason(
        code="COMMUTE_TIME",
        sentence="{hours} hours, and {value} that an hour is worth to you.",
        params={"hours": hours, "value": value},
        source=TYPED,
    )
