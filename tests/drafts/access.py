"""Who may do what with drafts."""

from typing import Any

from django.utils import timezone

from offers.drafts.models import Revision
from offers.models import Offer
from tests.access_row import LED_BACK, OFFER, OWNER, OWNER_ONLY_READS, Row
from tests.factories import make_draft

DRAFT = OFFER | {"draft": "draft"}
MESSAGE = {
    "version": "1",
    "text": "Thank you. You will hear from me by Friday.",
    "sent_on": timezone.localdate().isoformat(),
}
TO_THE_DRAFT = "302 302 404 404 302 404 404 404"
ROWS = {
    "drafts:list": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=OFFER),
    "drafts:new": Row(
        get=LED_BACK,
        post=OWNER,
        valid="302 302 404 404 302! 404 404 404",
        body={"kind": "counter", "key": "5f0f9d0e-6a43-4e0e-8f0a-6f6f3f0a7c11"},
        kwargs=OFFER,
    ),
    "drafts:edit": Row(
        get=OWNER, post=OWNER, valid="403 403 404 404 302! 404 404 404", body=MESSAGE, kwargs=DRAFT
    ),
    "drafts:check": Row(
        get=TO_THE_DRAFT, post=OWNER, valid="403 403 404 404 200 404 404 404", body=MESSAGE, kwargs=DRAFT
    ),
    "drafts:send": Row(
        get=TO_THE_DRAFT,
        post=OWNER,
        valid="403 403 404 404 302! 404 404 404",
        body=MESSAGE,
        kwargs=DRAFT,
    ),
    "drafts:delete": Row(
        get=OWNER,
        post=OWNER,
        valid="302 302 404 404 302! 404 404 404",
        body={"version": "1"},
        kwargs=DRAFT,
    ),
    "drafts:not_sent": Row(
        get=TO_THE_DRAFT,
        post="302 302 404 404 302 404 404 404",
        valid="302 302 404 404 302 404 404 404",
        body={"version": "1"},
        kwargs=DRAFT,
    ),
    "drafts:tone": Row(
        get=TO_THE_DRAFT,
        post=OWNER,
        valid="403 403 404 404 200! 404 404 404",
        body=MESSAGE | {"tone": "warm"},
        kwargs=DRAFT,
    ),
    "drafts:revisions": Row(get=OWNER, post=OWNER_ONLY_READS, kwargs=DRAFT),
    "drafts:restore": Row(
        get=TO_THE_DRAFT,
        post="302 302 404 404 302 404 404 404",
        valid="302 302 404 404 302! 404 404 404",
        body={"version": "1"},
        kwargs=DRAFT | {"number": "number"},
    ),
    "drafts:eml": Row(
        get=OWNER, post=OWNER, valid="403 403 404 404 200 404 404 404", body=MESSAGE, kwargs=DRAFT
    ),
    "drafts:txt": Row(
        get=OWNER, post=OWNER, valid="403 403 404 404 200 404 404 404", body=MESSAGE, kwargs=DRAFT
    ),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    draft = make_draft(offer)
    Revision.objects.create(draft=draft, number=1, text="What stood there before.")
    return {"draft": draft.pk, "number": 1}
