"""What every shared row has: a history that the database records, and a version."""

from decimal import Decimal
from typing import TypeVar, cast

import pghistory
from django.db import models

M = TypeVar("M", bound=models.Model)


def recorded(model: type[M]) -> type[M]:
    """Has the database itself record every insert, update and deletion of the model's rows."""
    track = pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
    return cast("type[M]", track(model))


class Versioned(models.Model):
    """A row that two administrators may have open at once; the later save of an old version is refused."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


def in_order(*amounts: Decimal | None) -> bool:
    """Whether the amounts that are known never fall."""
    known = [amount for amount in amounts if amount is not None]
    return known == sorted(known)
