"""Who may do what with offers, their pages and their grants."""

from typing import Any

from offers.models import Offer
from tests.access_row import LED_BACK, MEMBERS, MEMBERS_ONLY_READ, OFFER, OWNER, OWNER_ONLY_READS, Row
from tests.forms import GRANT

ROLE = {
    "company": "Harbour Analytics",
    "role": "Data Engineer",
    "place": "Chicago, IL",
    "currency": "USD",
    "employer_type": "banded",
}
ROWS: dict[str, Row] = {
    "offers:dashboard": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    "offers:new": Row(get=MEMBERS, post=MEMBERS, valid="403 403 302! 302! 302! 302! 302! 302!", body=ROLE),
    "offers:load-example": Row(get=LED_BACK, post="302 302 302! 302! 302! 302! 302! 302!"),
    "offers:room": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    "offers:what-if": Row(
        get=OWNER,
        post=OWNER,
        valid=OWNER,
        body={"number": "86k"},
        kwargs=OFFER,
    ),
    "offers:levers": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    "offers:rights": Row(
        get=OWNER,
        post="302 302 404 404 409 404 404 404",
        valid="403 403 404 404 409 404 404 404",
        body={"employees": "40"},
        kwargs=OFFER,
    ),
    "offers:check": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    "offers:step": Row(
        get=OWNER,
        post="302 302 404 404 200 404 404 404",
        valid="403 403 404 404 409 404 404 404",
        body=ROLE,
        kwargs=OFFER | {"key": "role"},
    ),
    "offers:new-grant": Row(
        get=OWNER,
        post=OWNER,
        valid="403 403 404 404 302! 404 404 404",
        body=GRANT | {"figure": "40k"},
        kwargs=OFFER,
    ),
    "offers:grant": Row(
        get=OWNER,
        post=OWNER,
        valid="403 403 404 404 409 404 404 404",
        body=GRANT | {"figure": "40k"},
        kwargs=OFFER | {"grant": "grant"},
    ),
    "offers:remove-grant": Row(
        get=OWNER, post="302 302 404 404 302! 404 404 404", kwargs=OFFER | {"grant": "grant"}
    ),
    "offers:delete": Row(get=OWNER, post="302 302 404 404 302! 404 404 404", kwargs=OFFER),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name beside what every world of the matrix has."""
    return {}
