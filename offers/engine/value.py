"""What a package is worth to one person: weighted yearly terms, one line each.

Amounts are in the unit of the offer (a year, a month, an hour) and at its own hours; `units_a_year` says how
many such units a year pays (1, the payments, hours x 52), so that yearly and one-time money fit beside base.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from offers.engine import inputs
from offers.engine.errors import EngineError
from offers.engine.policy import Policy
from offers.engine.reason import ARITHMETIC, ASSUMPTION, Grade, Reason

ONE = Decimal(1)
ZERO = Decimal(0)
ONE_TIME = frozenset({"sign_on", "relocation"})
_SIGNED = frozenset({"health", "commute", "other"})


def base_factor(
    *, bonus_target: Decimal | None = None, payout: Decimal | None = None, match_rate: Decimal | None = None
) -> Decimal:
    """k: what one more unit of base is worth, since bonus and match are counted as a share of base.

    k = 1 + bonus target x payout + match rate; rates are fractions. What is unknown adds nothing; a payout
    that is unknown counts as paid in full. Raises `EngineError` naming a rate below zero.

    >>> base_factor(bonus_target=Decimal("0.10"), payout=Decimal("0.8"), match_rate=Decimal("0.04"))
    Decimal('1.120')
    """
    inputs.amount("bonus_target", bonus_target)
    inputs.amount("payout", payout)
    inputs.amount("match_rate", match_rate)
    bonus = (bonus_target or ZERO) * (ONE if payout is None else payout)
    return ONE + bonus + (match_rate or ZERO)


def annuity_factor(policy: Policy) -> Decimal:
    """GA: how much one-time money is worth as much as one unit of base in every year of the expected stay.

    The sum over the years t of (1 + raise)^(t-1) / (1 + discount)^(t-0.5): base grows and is paid through the
    year. A part of a year at the end counts by its length. A sign-on of 10,000 is worth 10,000 / GA a year.

    >>> round(annuity_factor(Policy()), 5)
    Decimal('2.87229')
    """
    growth = (ONE + policy.raise_rate) / (ONE + policy.discount_rate)
    term = ONE / (ONE + policy.discount_rate).sqrt()
    left, total = policy.stay_years, ZERO
    while left > 0:
        total += term * min(ONE, left)
        term *= growth
        left -= 1
    return total


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What one package holds; `None` is nothing or not known.

    `base` is in the unit of the offer. `sign_on` and `relocation` are whole one-time amounts. All else is for
    one year: `bonus` and `match` only what does not follow base (k has the rest), `equity` by its vesting
    row, `leave_days` in days, `health` and `commute` the difference to today, which may be negative.
    """

    base: Decimal
    sign_on: Decimal | None = None
    bonus: Decimal | None = None
    equity: Decimal | None = None
    match: Decimal | None = None
    leave_days: Decimal | None = None
    health: Decimal | None = None
    commute: Decimal | None = None
    learning: Decimal | None = None
    relocation: Decimal | None = None
    other: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Term:
    """One line of a value: `amount` as it was agreed, `annual` in the unit of the offer, `value` weighted."""

    key: str
    amount: Decimal
    annual: Decimal
    weight: Decimal
    value: Decimal
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Worth:
    """The terms of a package, base first, and their sum in the unit of the offer."""

    terms: tuple[Term, ...]
    total: Decimal


def package_worth(
    *,
    contents: Contents,
    offer: Decimal,
    k: Decimal | None = None,
    weights: Mapping[str, Decimal] | None = None,
    units_a_year: Decimal = ONE,
    policy: Policy,
) -> Worth:
    """The value of a package: the sum of weight x yearly amount, each term with its reason.

    `weights` are 0 to 2 by term (1, face value, where none is given). 8,000 of sign-on beside 84,500 of base:
    84,500 + 8,000 / 2.87229 = 87,285.24. Raises `EngineError` for a weight outside its limits, or an
    amount below zero of anything but health, commute and other.
    """
    factor, ga = ONE if k is None else k, annuity_factor(policy)
    terms = []
    for key, sentence in _SENTENCES.items():
        amount: Decimal | None = getattr(contents, key)
        if amount is None:
            continue
        (inputs.finite if key in _SIGNED else inputs.amount)(key, amount)
        each = unit_value(key, offer=offer, ga=ga, units_a_year=units_a_year, policy=policy)
        per_unit = factor if key == "base" else each
        terms.append(_term(key, sentence, amount, per_unit, weight_of(key, weights, policy)))
    return Worth(terms=tuple(terms), total=sum((term.value for term in terms), ZERO))


def unit_value(
    key: str,
    *,
    offer: Decimal,
    ga: Decimal,
    units_a_year: Decimal = ONE,
    yearly: Decimal = ONE,
    policy: Policy,
) -> Decimal:
    """What one unit of an item is worth, unweighted, in the unit of the offer.

    One-time money is spread by GA, a day of leave is the offer / 260, and all else is `yearly` money a unit.
    At 80,000 a sign-on of 1 is worth 0.34815 and a day 307.69.
    """
    if key == "leave_days":
        return offer / policy.working_days
    return ONE / (ga * units_a_year) if key in ONE_TIME else yearly / units_a_year


def weight_of(key: str, weights: Mapping[str, Decimal] | None, policy: Policy) -> Decimal:
    """The person's weight of one item, face value (1) unless they gave one; `EngineError` outside 0 to 2."""
    weight = (weights or {}).get(key, ONE)
    inputs.finite(f"weights.{key}", weight)
    if not ZERO <= weight <= policy.weight_high:
        raise EngineError(f"weights.{key}", f"A weight is a number from 0 to {policy.weight_high}.")
    return weight


def walk_away_value(
    *,
    walk_away: Decimal | None,
    k: Decimal | None = None,
    base_weight: Decimal = ONE,
    other: Decimal = ZERO,
    rival: Decimal | None = None,
    premium: Decimal | None = None,
) -> Decimal | None:
    """Wv: the value under which no package is acceptable; `None` when nothing sets one. Private.

    The walk-away base with the terms that stay (`other`), valued like any package; a better written offer
    (`rival`, its value) raises it to that value less the `premium` the person would give up for this job.
    Walk-away 79,000 and a rival of 86,000 less 2,000 -> 84,000.
    """
    floors = []
    if walk_away is not None:
        floors.append(base_weight * (ONE if k is None else k) * walk_away + other)
    if rival is not None:
        floors.append(rival - (premium or ZERO))
    return max(floors, default=None)


def _term(key: str, sentence: str, amount: Decimal, per_unit: Decimal, weight: Decimal) -> Term:
    annual = amount * per_unit
    value = weight * annual
    plain = weight == 1
    reason = Reason(
        code=f"WORTH_{key.upper()}" if plain else f"WORTH_{key.upper()}_WEIGHTED",
        sentence=sentence if plain else f"{sentence} At your weight of {{weight}} that is {{value}}.",
        params={"amount": amount, "annual": annual, "weight": f"{weight.normalize():f}", "value": value},
        binding=key,
        source=ASSUMPTION if key in ONE_TIME else ARITHMETIC,
        grade=Grade.E if key in ONE_TIME else Grade.FACT,
    )
    return Term(key=key, amount=amount, annual=annual, weight=weight, value=value, reason=reason)


_SENTENCES = {
    "base": "Base of {amount} counts {annual}, with what is paid as a share of it.",
    "sign_on": "A sign-on of {amount}, paid once, counts {annual} over the stay you may expect.",
    "bonus": "A bonus of {amount} that does not follow base counts {annual}.",
    "equity": "Equity of {amount} a year by its vesting counts {annual}.",
    "match": "A match of {amount} a year that does not follow base counts {annual}.",
    "leave_days": "{amount} days of leave count {annual}, each being the pay of one working day.",
    "health": "A difference of {amount} a year in health premiums counts {annual}.",
    "commute": "A difference of {amount} a year in getting to work counts {annual}.",
    "learning": "A learning budget of {amount} a year counts {annual}.",
    "relocation": "Relocation of {amount}, paid once, counts {annual} over the stay you may expect.",
    "other": "Other terms of {amount} a year count {annual}.",
}
