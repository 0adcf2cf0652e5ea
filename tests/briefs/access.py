"""Who may read and print briefs."""

from typing import Any

from offers.models import Offer
from tests.access_row import MEMBERS_ONLY_READ, OFFER, OWNER, OWNER_ONLY_READS, Row

ROWS: dict[str, Row] = {
    "briefs:comparison": Row(get="302 302 302 302 302 302 302 302", post=MEMBERS_ONLY_READ),
    "briefs:comparison-page": Row(get="302 302 302 302 302 302 302 302", post=MEMBERS_ONLY_READ),
    "briefs:read": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER | {"kind": "private-brief"}),
    "briefs:page": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    # A copy of the file is kept for a day.
    "briefs:pdf": Row(
        get="302 302 404 404 200! 404 404 404",
        post=OWNER_ONLY_READS,
        kwargs=OFFER | {"kind": "call-sheet"},
    ),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name beside what every world of the matrix has."""
    return {}
