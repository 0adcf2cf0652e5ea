"""Who may do what with replies. Nothing is kept, so a form sent here changes only the page it returns."""

from typing import Any

from offers.models import Offer
from tests.access_row import OFFER, OWNER, Row

ROWS: dict[str, Row] = {
    "replies:page": Row(
        get=OWNER,
        post=OWNER,
        valid="403 403 404 404 200 404 404 404",
        body={"duties_above_level": "on"},
        kwargs=OFFER,
    ),
    "replies:rehearse": Row(
        get=OWNER,
        post=OWNER,
        valid="403 403 404 404 200 404 404 404",
        body={"line": "final_offer", "seen": "final_offer", "words": "Is that final?", "do": "answer"},
        kwargs=OFFER,
    ),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    return {}
