"""An offer in one figure a part: as it was entered, or as it stands once they have answered."""

from dataclasses import dataclass
from decimal import Decimal

from offers.models import Offer, Stated

USUAL_YEARS = 4  # Where nobody said over how many years a grant vests.


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What stands of each part in one figure. `base` is in the offer's own unit; None: not known."""

    base: Decimal | None
    bonus_rate: Decimal | None
    sign_on: Decimal | None
    clawback_months: int | None
    grant: Decimal | None
    grant_years: int | None
    leave_days: Decimal | None


def summary_of(offer: Offer) -> Summary:
    """The offer as it was entered; a part that is not given has no figure."""
    sign_on, equity = offer.sign_on_stated == Stated.GIVEN, offer.equity_stated == Stated.GIVEN
    return Summary(
        base=offer.base,
        bonus_rate=offer.bonus_target_rate if offer.bonus_stated == Stated.GIVEN else None,
        sign_on=offer.sign_on if sign_on else None,
        clawback_months=offer.sign_on_clawback_months if sign_on else None,
        grant=offer.equity_grant if equity else None,
        grant_years=offer.equity_years if equity else None,
        leave_days=leave_days_of(offer),
    )


def leave_days_of(offer: Offer) -> Decimal | None:
    """No day where they said that there is none; None where nobody said."""
    if offer.leave_stated == Stated.NONE:
        return Decimal(0)
    return offer.leave_days if offer.leave_stated == Stated.GIVEN else None
