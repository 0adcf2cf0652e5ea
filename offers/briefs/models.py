"""Finished documents, kept for a day so that the same one again takes no second."""

from typing import Self

from django.conf import settings
from django.db import models

from offers.accounts.models import User


class CopyQuerySet(models.QuerySet["Copy"]):
    def owned_by(self, user: User) -> Self:
        return self.filter(owner_id=user.pk)


class Copy(models.Model):
    """One document as it was made. `key` is a digest of all that it was made from and of what was chosen.

    It stands beside the rows that it was made from, is protected as they are, and goes with their owner.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="copies")
    key = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)
    name = models.CharField(max_length=1_500)
    pdf = models.BinaryField()

    objects = CopyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "copies"
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="copy_kept_once")]

    def __str__(self) -> str:
        return f"A copy of {self.made_at:%d %B %Y}"
