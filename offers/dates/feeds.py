"""The private address of a calendar: made, replaced, taken back, and found by its hash."""

import secrets
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from offers.accounts.models import User
from offers.dates.models import CalendarFeed

BYTES = 32  # 256 bits: not to be guessed, and longer than any that would need a slow hash.


def hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def new_address(owner: User, now: datetime) -> str:
    """The token of this person's one address from now on. Of it the hash alone is kept."""
    User.objects.select_for_update().get(pk=owner.pk)
    token = secrets.token_urlsafe(BYTES)
    CalendarFeed.objects.update_or_create(
        owner=owner, defaults={"token_hash": hash_of(token), "made_at": now}
    )
    return token


@transaction.atomic
def replace(owner: User, now: datetime, *, known: str) -> str | None:
    """The token of a new address, if the one that holds still is the `known` one.

    None otherwise: the form was sent twice, or another tab made an address since it was opened.
    """
    User.objects.select_for_update().get(pk=owner.pk)
    feed = CalendarFeed.objects.filter(owner=owner).first()
    return new_address(owner, now) if (feed.version if feed else "") == known else None


def revoke(owner: User) -> None:
    """From the next request on nobody reads the calendar; an address that is gone already stays gone."""
    CalendarFeed.objects.filter(owner=owner).delete()


def owner_of(token: str) -> User | None:
    """Whose calendar it is, if the address holds and its owner may sign in. One query."""
    found = CalendarFeed.objects.select_related("owner").filter(
        token_hash=hash_of(token), owner__is_active=True
    )
    feed = found.first()
    return feed.owner if feed else None
