"""Who may do what with dates."""

from typing import Any

from offers.models import Offer
from tests.access_row import MEMBERS, Row

ROWS: dict[str, Row] = {
    "accounts:preferences": Row(
        get=MEMBERS,
        post=MEMBERS,
        valid="302 302 302! 302! 302! 302! 302! 302!",
        body={"country": "US", "time_zone": "America/New_York"},
    ),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    return {}
