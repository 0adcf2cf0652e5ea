"""How much of a bonus is counted: what was typed, else what is usual. One rule for every page."""

from decimal import Decimal

from offers.engine.compensation import Payout
from offers.engine.policy import RULES, Policy
from offers.engine.reason import Reason
from offers.explain import Why, why
from offers.models import Offer
from offers.summary import summary_of

ASSUMED = "What the bonus usually pays is not known: it is counted as on the page of pay, by our assumption."


def payout_of(offer: Offer) -> Payout:
    return Payout(
        low=offer.bonus_payout_low_rate,
        base=offer.bonus_payout_rate,
        high=offer.bonus_payout_high_rate,
    )


def usual_payout(offer: Offer, policy: Policy) -> Decimal:
    """The usual case, as the page of pay has it."""
    return payout_of(offer).filled(policy)[1]


def assumed_payout(offer: Offer) -> tuple[Why, ...]:
    """That the payout is our assumption; nothing where it was typed or no bonus is known."""
    if offer.bonus_payout_rate is not None or not summary_of(offer).bonus_rate:
        return ()
    rule = RULES["payout_base"]
    reason = Reason(code="PAYOUT_ASSUMED", sentence=ASSUMED, source=rule.source, grade=rule.grade)
    return (why(reason, "the payout of the bonus"),)
