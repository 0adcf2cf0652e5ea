"""Who may do what with answers and decisions."""

from typing import Any

from offers.models import Offer
from tests.access_row import LED_BACK, OFFER, OWNER, OWNER_ONLY_READS, Row
from tests.factories import make_answer

HEARD = {
    "key": "5f0f9d0e-6a43-4e0e-8f0a-6f6f3f0a7c12",
    "base": "84,000",
    "heard_on": "2026-11-20",
    "channel": "mail",
}
ROWS = {
    "outcome:page": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    "outcome:hear": Row(
        get=LED_BACK,
        post=OWNER,
        valid="403 403 404 404 302! 404 404 404",
        body=HEARD,
        kwargs=OFFER,
    ),
    "outcome:remove": Row(
        get=OWNER, post="302 302 404 404 302! 404 404 404", kwargs=OFFER | {"entry": "answer"}
    ),
    "outcome:review": Row(get=LED_BACK, post="302 302 404 404 302 404 404 404", kwargs=OFFER),
    "outcome:decide": Row(
        get=LED_BACK,
        post=OWNER,
        valid="403 403 404 404 302! 404 404 404",
        body={"outcome": "declined", "decided_on": "2026-11-20"},
        kwargs=OFFER,
    ),
    "outcome:reopen": Row(get=LED_BACK, post="302 302 404 404 302 404 404 404", kwargs=OFFER),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    return {"answer": make_answer(offer).pk}
