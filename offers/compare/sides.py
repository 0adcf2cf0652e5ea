"""One offer as the engine compares it: what it is worth a year, and what it pays year by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from offers.case import measure_of
from offers.drafts.stands import dropped_words, standing_of
from offers.engine.breakeven import Side
from offers.engine.compensation import Package
from offers.engine.errors import EngineError
from offers.engine.grants import belief
from offers.engine.inputs import finite
from offers.engine.lever_catalogue import CHANGES
from offers.engine.normalise import periods_in_year
from offers.engine.pay import PayTable, pay_table
from offers.engine.policy import RULES, Policy
from offers.engine.reason import ARITHMETIC, ASSUMPTION, TYPED, Grade, Param, Reason
from offers.engine.situation import EmployerType, Unit
from offers.engine.value import base_factor
from offers.ledger import parts
from offers.models import Offer, Stated
from offers.package import GRANT as EVEN
from offers.package import package_of
from offers.pay.chart import PARTS
from offers.payout import usual_payout
from offers.summary import USUAL_YEARS, Summary

NONE = Decimal(0)
WITH_BASE = ("base", "bonus", "match")  # What grows with base.


@dataclass(frozen=True, kw_only=True)
class Told:
    """One compared offer under its name on the page, with all that the engine says of it alone.

    `parts` are the yearly amounts that make up its value, in its own currency. `pay` is None without a base,
    and where the engine refuses a number: `problem` then says which. `drops` says what they named once and
    is counted as it stands now.
    """

    offer: Offer
    name: str
    standing: Summary
    periods: Decimal
    side: Side
    parts: dict[str, Decimal]
    pay: PayTable | None
    reasons: tuple[Reason, ...]
    drops: tuple[Reason, ...] = ()
    problem: str = ""

    @property
    def is_written(self) -> bool:
        """Whether the base that stands is in writing."""
        return parts.is_base_written(self.offer)

    @property
    def currency(self) -> str:
        return self.offer.currency


def told_of(offers: Sequence[Offer], policy: Policy) -> list[Told]:
    """Each offer with its numbers, in the order given."""
    return [told(offer, name, policy) for offer, name in zip(offers, names(offers), strict=True)]


def names(offers: Sequence[Offer]) -> list[str]:
    """The company of each; with the role, and then a number, where that alone says which one is meant."""
    companies = [offer.company for offer in offers]
    found: list[str] = []
    for offer in offers:
        name = offer.company if companies.count(offer.company) == 1 else f"{offer.company}, {offer.role}"
        same, number = name, 1
        while same in found:
            number += 1
            same = f"{name} ({number})"
        found.append(same)
    return found


def told(offer: Offer, name: str, policy: Policy) -> Told:
    stood, periods = standing_of(offer), periods_in_year(measure_of(offer), policy)
    stands = stood.summary
    package: Package | None = None
    try:
        package = package_of(offer, policy, stands)
        parts = parts_of(offer, stands, package, policy) if package else {}
        side = side_of(name, offer, stands, parts, policy)
        pay = pay_table(package, policy) if package else None
        problem = ""
    except EngineError as error:
        side, parts, pay, problem = Side(name=name, base=None, currency=offer.currency), {}, None, str(error)
    return Told(
        offer=offer,
        name=name,
        standing=stands,
        periods=periods,
        side=side,
        parts=parts,
        pay=pay,
        reasons=tuple(reasons_of(name, offer, stands, package, parts, policy)) if package and parts else (),
        drops=tuple(dropped_words(name, stood.drops)),
        problem=problem,
    )


def parts_of(offer: Offer, stands: Summary, package: Package, policy: Policy) -> dict[str, Decimal]:
    """What a year consists of, as it is counted.

    80,000 with a bonus of 10% counted at 80%, 9,000 of sign-on over a stay of three years and 40,000 of
    shares over four: base 80,000, bonus 6,400, sign-on 3,000, grant 10,000.
    """
    base, years = package.base, stands.grant_years or USUAL_YEARS
    match = base * (offer.match_rate or NONE)
    granted = sum(((one.claimed or NONE) * belief(one, policy) for one in package.grants), NONE)
    found = {
        "base": base,
        "bonus": base * (per_base(offer, stands, policy) - 1) - match,
        "sign_on": (stands.sign_on or NONE) / policy.stay_years,
        "grant": granted / years,
    }
    if match:
        found["match"] = match
    if package.variable:
        usual = package.variable.attainment.filled(policy)[1]
        found["variable"] = (package.variable.on_target - base) * usual
    return found


def per_base(offer: Offer, stands: Summary, policy: Policy) -> Decimal:
    """k: what one more unit of base is worth with the bonus and the match that follow it."""
    payout = usual_payout(offer, policy)
    return base_factor(bonus_target=stands.bonus_rate, payout=payout, match_rate=offer.match_rate)


def side_of(name: str, offer: Offer, stands: Summary, parts: dict[str, Decimal], policy: Policy) -> Side:
    """On a scale no grant is asked for, unless one is offered."""
    rest = sum((amount for key, amount in parts.items() if key not in WITH_BASE), NONE)
    kind = EmployerType(offer.employer_type)
    side = Side(
        name=name,
        currency=offer.currency,
        base=parts.get("base"),
        k=per_base(offer, stands, policy),
        rest=rest if parts else None,
        vesting_years=Decimal(stands.grant_years or USUAL_YEARS),
        fixed_base="base" in CHANGES[kind],
        no_grant=offer.equity_stated == Stated.NONE
        or (kind is EmployerType.STEP_SCALE and offer.equity_stated != Stated.GIVEN),
    )
    finite("value", side.value)
    return side


def reasons_of(
    name: str, offer: Offer, stands: Summary, package: Package, parts: dict[str, Decimal], policy: Policy
) -> Iterator[Reason]:
    """What the yearly value is made of, each assumption by itself, and what it leaves out."""
    counted = {key: amount for key, amount in parts.items() if amount}
    words = ", ".join(f"{PARTS[key].lower()} {{{key}}}" for key in counted)
    params: dict[str, Param] = {"name": name, "total": sum(counted.values(), NONE), **counted}
    yield Reason(
        code="VALUE",
        sentence="{name}: {total} a year, of it " + words + ".",
        params=params,
        source=ARITHMETIC,
    )
    if offer.unit != Unit.YEAR:
        yield yearly(name, offer, stands)
    if stands.sign_on:
        yield stay_reason(name, stands.sign_on, policy)
    if stands.grant:
        known = any(one.label != EVEN for one in package.grants)
        yield detailed_reason(name, stands, parts["grant"]) if known else grant_reason(name, stands)
    if unsaid := list(not_known(offer, stands)):
        yield Reason(
            code="NOT_COUNTED",
            sentence="Not known of {name}, and so not counted: {unsaid}.",
            params={"name": name, "unsaid": ", ".join(unsaid)},
            source=TYPED,
        )


def not_known(offer: Offer, stands: Summary) -> Iterator[str]:
    """The parts that nobody named, and those of which no figure is known."""
    amounts = (stands.bonus_rate, stands.sign_on, stands.grant)
    for (field, label), amount in zip(NAMED, amounts, strict=True):
        if amount is None and getattr(offer, field) != Stated.NONE:
            yield label


def stay_reason(name: str, amount: Decimal, policy: Policy) -> Reason:
    rule = RULES["stay_years"]
    return Reason(
        code="STAY",
        sentence="The sign-on of {name}, {amount}, is spread over an expected stay of {years} years.",
        params={"name": name, "amount": amount, "years": f"{policy.stay_years.normalize():f}"},
        source=rule.source,
        grade=rule.grade,
    )


NAMED = (("bonus_stated", "a bonus"), ("sign_on_stated", "a sign-on"), ("equity_stated", "equity"))


def yearly(name: str, offer: Offer, stands: Summary) -> Reason:
    """How pay by the hour or month became pay by the year."""
    if offer.unit == Unit.HOUR:
        hours = offer.hours_per_week
        how = f"{hours.normalize():f} hours a week" if hours else "a full week of work"
        how += ", 52 weeks a year"
    else:
        how = f"{offer.payments_per_year} salaries a year"
    return Reason(
        code="YEARLY",
        sentence="{name}: base of {base} at {how}.",
        params={"name": name, "base": stands.base or NONE, "how": how},
        source=TYPED if offer.unit != Unit.HOUR or offer.hours_per_week else ASSUMPTION,
        grade=Grade.FACT if offer.unit != Unit.HOUR or offer.hours_per_week else Grade.E,
    )


def grant_reason(name: str, stands: Summary) -> Reason:
    assumed = stands.grant_years is None
    told = "The grant of {name}, {amount}, counts as they put it, in equal parts over {years} years"
    return Reason(
        code="GRANT_ASSUMED" if assumed else "GRANT_EVEN",
        sentence=told + ("; over how many was not said." if assumed else "; ask for the exact dates."),
        params={"name": name, "amount": stands.grant or NONE, "years": stands.grant_years or USUAL_YEARS},
        source=ASSUMPTION,
        grade=Grade.E,
    )


def detailed_reason(name: str, stands: Summary, counted: Decimal) -> Reason:
    """A grant that is known in detail, by the share of it that is believed."""
    return Reason(
        code="GRANT_COUNTED",
        sentence="The grants of {name} are claimed at {amount}; as you count them, over {years} years, that "
        "is {counted} a year. The page of pay has it year by year.",
        params={
            "name": name,
            "amount": stands.grant or NONE,
            "years": stands.grant_years or USUAL_YEARS,
            "counted": counted,
        },
        source=TYPED,
    )
