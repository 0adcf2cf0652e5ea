"""Who may do what with the page of pay, which only reads."""

from typing import Any

from offers.models import Offer
from tests.access_row import OFFER, OWNER, OWNER_ONLY_READS, Row

ROWS: dict[str, Row] = {"pay:page": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER)}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    return {}
