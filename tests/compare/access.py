"""Who may do what with comparisons."""

from datetime import date
from typing import Any

from offers.compare.models import Comparison, Criterion
from offers.compare.services import expected_state, home_state, points_state, rate_state, scores_state
from offers.models import Offer
from tests.access_row import (
    LED_BACK,
    MEMBERS,
    MEMBERS_ONLY_READ,
    OFFER,
    OWNER,
    Row,
)

KEPT = "403 403 302! 302! 302! 302! 302! 302!"
RATE = {"currency": "SEK", "home": "USD", "rate": "0.095", "dated_on": "2026-11-20", "opened": "rate_state"}
POINTS = {"name_1": "Growth", "points_1": "60", "opened": "points_state"}
LETTER = {"kind": "competing", "key": "5f0f9d0e-6a43-4e0e-8f0a-6f6f3f0a7c13"}
ROWS: dict[str, Row] = {
    "compare:page": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    "compare:home": Row(
        get=LED_BACK,
        post=MEMBERS,
        valid=KEPT,
        body={"home": "eur", "opened": "home_state"},
    ),
    "compare:rate": Row(get=LED_BACK, post=MEMBERS, valid=KEPT, body=RATE),
    # Alice's points are locked; the others have none yet.
    "compare:points": Row(
        get=MEMBERS,
        post="302 302 200 200 409 200 200 200",
        valid="403 403 302! 302! 409 302! 302! 302!",
        body=POINTS,
    ),
    "compare:unlock": Row(
        get=LED_BACK,
        post="302 302 302! 302! 409 302! 302! 302!",
        valid="403 403 302! 302! 409 302! 302! 302!",
        body={"why": "The role changed."},
    ),
    "compare:scores": Row(
        get=OWNER,
        post="302 302 404 404 302 404 404 404",
        valid="403 403 404 404 302! 404 404 404",
        body={"score_1": "70", "reason_1": "Their plan.", "opened": "scores_state"},
        kwargs=OFFER,
    ),
    "compare:expected": Row(
        get=LED_BACK,
        post="302 302 404 404 302 404 404 404",
        valid="403 403 404 404 302! 404 404 404",
        body={"expected_on": "2026-12-01", "opened": "expected_state"},
        kwargs=OFFER,
    ),
    "compare:write": Row(
        get=LED_BACK,
        post="302 302 404 404 404 404 404 404",
        valid="302 302 404 404 302 404 404 404",  # Of one offer alone there is nothing to say.
        body=LETTER,
        kwargs=OFFER,
    ),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    comparison = Comparison.objects.create(owner=offer.owner, lock=1, locked_on=date(2026, 11, 20))
    Criterion.objects.create(comparison=comparison, place=1, name="Growth", points=100)
    return {
        "home_state": home_state(""),
        "rate_state": rate_state(None),
        "points_state": points_state(None, []),
        "scores_state": scores_state(comparison, {}),
        "expected_state": expected_state(None),
    }
