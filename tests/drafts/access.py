"""Who may do what with drafts."""

from typing import Any

from offers.models import Offer
from tests.access_row import OFFER, OWNER, OWNER_ONLY_READS, Row
from tests.factories import make_draft

DRAFT = OFFER | {"draft": "draft"}
MESSAGE = {"version": "1", "text": "Thank you. You will hear from me by Friday.", "sent_on": "2026-11-20"}
ROWS = {
    "drafts:list": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    "drafts:new": Row(
        get=OWNER_ONLY_READS,
        post=OWNER,
        valid="302 302 404 404 302! 404 404 404",
        body={"kind": "counter", "key": "5f0f9d0e-6a43-4e0e-8f0a-6f6f3f0a7c11"},
        kwargs=OFFER,
    ),
    "drafts:edit": Row(
        get=OWNER, post=OWNER, valid="403 403 404 404 302! 404 404 404", body=MESSAGE, kwargs=DRAFT
    ),
    "drafts:check": Row(
        get=OWNER_ONLY_READS, post=OWNER, valid="403 403 404 404 200 404 404 404", body=MESSAGE, kwargs=DRAFT
    ),
    "drafts:send": Row(
        get=OWNER_ONLY_READS,
        post=OWNER,
        valid="403 403 404 404 302! 404 404 404",
        body=MESSAGE,
        kwargs=DRAFT,
    ),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    return {"draft": make_draft(offer).pk}
