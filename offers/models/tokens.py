"""What keeps a form from being taken twice."""

from django.conf import settings
from django.db import models

from offers.models.offer import Offer


class FormToken(models.Model):
    """Makes a form that was sent twice one row: written in the transaction of what it made."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    key = models.UUIDField()
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="form_token_used_once")]

    def __str__(self) -> str:
        return str(self.key)
