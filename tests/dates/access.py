"""Who may do what with dates, with the calendar that reads them, and with where one is."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from offers.dates.feeds import new_address
from offers.models import Offer
from tests.access_row import LED_BACK, MEMBERS, MEMBERS_ONLY_READ, OWNER_ONLY_READS, Row, everyone
from tests.dates.days import version

ROWS: dict[str, Row] = {
    "accounts:preferences": Row(
        get=MEMBERS,
        post=MEMBERS,
        valid="302 302 302! 302! 302! 302! 302! 302!",
        body={"country": "US", "time_zone": "America/New_York"},
    ),
    "dates:list": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    # Alice has an address; the others have none, and so none that a new one could replace.
    "dates:make-feed": Row(
        get=LED_BACK,
        post="302 302 302! 302! 302 302! 302! 302!",
        valid="302 302 302 302 302! 302 302 302",
        body={"replaces": "feed_version"},
    ),
    "dates:revoke-feed": Row(get=LED_BACK, post="302 302 302 302 302! 302 302 302"),
    "dates:one": Row(
        get="302 302 404 404 200 404 404 404",
        post=OWNER_ONLY_READS,
        kwargs={"pk": "offer", "key": "deadline"},
    ),
    "dates:feed": Row(get=everyone(200), post=everyone(405), kwargs={"token": "token"}),
}


def things(offer: Offer) -> dict[str, Any]:
    """What the addresses of this app name, made for one offer of Alice's."""
    Offer.objects.filter(pk=offer.pk).update(deadline=timezone.localdate() + timedelta(days=9))
    token = new_address(offer.owner, timezone.now())
    return {"token": token, "feed_version": version(offer.owner), "deadline": "deadline"}
