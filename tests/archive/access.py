"""Who may look at all that is kept about them, take it along and delete it."""

from typing import Any

from offers.models import Offer
from tests.access_row import MEMBERS, MEMBERS_ONLY_READ, Row

ROWS: dict[str, Row] = {
    "archive:data": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    "archive:download": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    "archive:delete": Row(
        get=MEMBERS, post=MEMBERS, valid="302 302 302! 302! 302! 302! 302! 302!", body={"sure": "on"}
    ),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name beside what every world of the matrix has."""
    return {}
