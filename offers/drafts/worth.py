"""What all they offer now is worth to the person: the package as it stands, held against their walk-away."""

from collections.abc import Iterator
from decimal import Decimal

from offers.case import terms_of
from offers.drafts.stands import Standing, standing_of
from offers.engine.advice import Advice
from offers.engine.worth import WorthNow, worth_now
from offers.ledger.parts import standing
from offers.models import Offer
from offers.summary import leave_days_of, summary_of

NONE = Decimal(0)


def worth_of(offer: Offer, advice: Advice) -> WorthNow:
    """Every part as the page of pay counts it now. `offer.terms` and `offer.promises` are loaded."""
    stood = standing_of(offer)
    terms = terms_of(offer, advice.state.policy, stood.summary)
    return worth_now(advice, terms, dict(differences(offer, stood)))


def differences(offer: Offer, stood: Standing) -> Iterator[tuple[str, Decimal]]:
    """How much more they offer, below 0 less, of what a walk-away leaves out: the sign-on and leave.

    Leave that a letter passes over stands as it stood, since nobody works without any; leave that nobody had
    named cannot have grown.
    """
    more = (stood.summary.sign_on or NONE) - (summary_of(offer).sign_on or NONE)
    if more:
        yield "sign_on", more
    entered, days = leave_days_of(offer), standing(offer).get("leave_days")
    if entered is not None and days is not None and days != entered:
        yield "leave_days", days - entered
