"""A walk-away worked out from what a person needs, could have instead and would resent. All private."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.bands.policy import current_policy
from offers.case import measure_of, terms_of
from offers.engine.money import CENT, percent, round_up, spoken
from offers.engine.normalise import periods_in_year
from offers.engine.policy import Policy
from offers.engine.situation import Unit
from offers.engine.value import ZERO, base_factor
from offers.engine.walkaway import DerivedWalkAway, WalkAwayFacts, derive_walk_away
from offers.explain import Number, Why, computed, entered, money, money_in, why
from offers.models import Offer
from offers.own_forms import NumbersForm
from offers.payout import assumed_payout

ONE = Decimal(1)
LABELS = {
    "need": "What you need",
    "alternative": "What matches your best other choice",
    "resent": "What you would resent",
}


@dataclass(frozen=True, kw_only=True)
class Worksheet:
    """What was worked out, in the unit of the offer: each part, and `why` the highest of them binds."""

    rows: tuple[Number, ...]
    amount: Decimal | None
    found: Number | None
    why: str


def worksheet_of(offer: Offer, policy: Policy) -> Worksheet:
    """The worksheet as it is saved; without `found` where nothing of it is known."""
    facts = facts_of(offer, policy)
    derived = derive_walk_away(facts, policy)
    amounts = {
        key: in_unit(amount, offer, policy) for key in LABELS if (amount := getattr(derived, key)) is not None
    }
    measure = measure_of(offer)
    whys = dict(reasons(offer, facts, policy))
    rows = [
        Number(key=key, label=LABELS[key], figure=money_in(amount, measure), whys=whys[key])
        for key, amount in amounts.items()
    ]
    if derived.amount is None:
        return Worksheet(rows=(), amount=None, found=None, why=derived.why.text)
    amount = amounts[derived.why.binding]
    return Worksheet(
        rows=tuple(rows),
        amount=amount,
        found=found_in(derived, money_in(amount, measure), offer),
        why=f"It is set by the line “{LABELS[derived.why.binding]}”.",
    )


def found_in(derived: DerivedWalkAway, shown: str, offer: Offer) -> Number:
    told = shown if offer.unit == Unit.YEAR else f"{shown} {offer.get_unit_display()}"
    reason = why(replace(derived.why, params={"amount": told}, binding=""), "the highest of the lines")
    return Number(key="walk_away", label="Your walk-away", figure=shown, whys=(reason,))


def facts_of(offer: Offer, policy: Policy) -> WalkAwayFacts:
    """What the engine reads, by the year; what one would resent is kept in the unit of the offer."""
    terms, periods = terms_of(offer, policy), periods_in_year(measure_of(offer), policy)
    return WalkAwayFacts(
        spending=offer.spending,
        tax_rate=offer.tax_rate,
        alternative_value=offer.alternative_value,
        switching_loss=offer.switching_loss,
        other_value=terms.other_value,
        k=base_factor(bonus_target=terms.bonus_target, payout=terms.payout, match_rate=terms.match_rate),
        resent=None if offer.resent is None else offer.resent * periods,
    )


def in_unit(yearly: Decimal, offer: Offer, policy: Policy) -> Decimal:
    """In the unit of the offer, rounded up so that it suffices; pay by the hour keeps its cents."""
    step = CENT if offer.unit == Unit.HOUR else ONE
    return round_up(yearly / periods_in_year(measure_of(offer), policy), step)


def reasons(offer: Offer, facts: WalkAwayFacts, policy: Policy) -> Iterator[tuple[str, tuple[Why, ...]]]:
    """Why each line is what it is."""
    rate = facts.tax_rate or ZERO
    need = "It is the {spending} that you spend in a year, before tax of {rate}."
    spending = money(facts.spending or ZERO, offer.currency)
    yield "need", (computed(need, "what you spend", spending=spending, rate=percent(rate)),)
    told = (
        "Your other choice, {other} a year, and {lost} that leaving gives up over {years} years; less "
        "{beside} a year beside base here; divided by {k}, which is what one more of base brings."
    )
    matched = computed(
        told,
        "your best other choice",
        other=money(facts.alternative_value or ZERO, offer.currency),
        lost=money(facts.switching_loss or ZERO, offer.currency),
        years=spoken(policy.stay_years),
        beside=money(facts.other_value or ZERO, offer.currency),
        k=f"{facts.k.normalize():f}",
    )
    yield "alternative", (matched, *assumed_payout(offer))
    yield "resent", (entered("This is the number you gave."),)


def filled_in(offer: Offer) -> NumbersForm:
    """The page of one's numbers with the walk-away as worked out in its field; saved by whoever sends it."""
    form = NumbersForm(instance=offer)
    found = worksheet_of(offer, current_policy())
    if found.amount is not None:
        form.initial["walk_away"] = found.amount
    return form
