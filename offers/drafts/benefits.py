"""The benefits that the wizard knows of, as an acceptance repeats them. What the person expects is none."""

from collections.abc import Iterator
from decimal import Decimal

from offers.engine.draft import Term
from offers.engine.money import percent, spoken
from offers.models import MatchTier, Offer, Stated

AS_OFFERED = "as offered"
TERMS = {"relocation": Term.RELOCATION, "learning_budget": Term.LEARNING}
HEALTH = {
    "health_premium": "a premium of {} a month for me",
    "health_deductible": "a deductible of {} a year",
    "health_coinsurance_rate": "a share of {} for me after the deductible",
    "health_most": "at most {} a year for care",
    "health_account": "{} a year from you into a health account",
}


def lines(offer: Offer) -> Iterator[str]:
    """One line for each benefit that was entered."""
    if offer.match_stated == Stated.GIVEN:
        tiers = ", ".join(tier(one) for one in offer.match_tiers.all())
        yield f"Pension match: {tiers or AS_OFFERED}"
    if offer.health_stated == Stated.GIVEN:
        yield f"Health plan: {', '.join(health(offer)) or AS_OFFERED}"
    if offer.learning_budget:
        yield f"Learning budget: {offer.currency} {spoken(offer.learning_budget)} a year"
    if offer.relocation:
        yield f"Relocation: {offer.currency} {spoken(offer.relocation)}, paid once"


def tier(one: MatchTier) -> str:
    start = f"from {percent(one.low)} to" if one.low else "up to"
    return f"{percent(one.rate)} of what I put in {start} {percent(one.high)} of base"


def health(offer: Offer) -> Iterator[str]:
    for name, words in HEALTH.items():
        value: Decimal | None = getattr(offer, name)
        if value is not None:
            rate = name.endswith("_rate")
            yield words.format(percent(value) if rate else f"{offer.currency} {spoken(value)}")


def amounts(offer: Offer) -> Iterator[Decimal | None]:
    """The amounts of money in these lines."""
    yield from (offer.learning_budget, offer.relocation)
    if offer.health_stated == Stated.GIVEN:
        yield from (getattr(offer, name) for name in HEALTH if not name.endswith("_rate"))
