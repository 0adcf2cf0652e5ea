"""What everything that is written down about an offer has in common."""

import uuid
from typing import Any, Self

from django.db import models

from offers import history
from offers.columns import choices_of
from offers.engine import process as engine
from offers.models import OfferQuerySet

CHANNELS = choices_of(
    engine.Trust,
    contract="in the contract",
    letter="in a written offer",
    mail="in a mail",
    call="said aloud",
    memory="from memory",
)
IN_WRITING = frozenset(map(engine.Trust, history.IN_WRITING))


class OwnedQuerySet(models.QuerySet[Any]):
    def about(self, offers: OfferQuerySet) -> Self:
        """Only what belongs to these offers: one's own, as every page asks for them."""
        return self.filter(offer__in=offers)


class Entry(models.Model):
    """One thing that was written down about an offer. The same key makes no second one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.UUIDField(editable=False)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


def once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=["offer", "key"], name=f"{name}_form_used_once")
