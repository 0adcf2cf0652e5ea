"""The people around the role, as far as pay goes."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from offers.columns import LARGEST, SMALLEST
from offers.models.offer import Offer


class Colleague(models.Model):
    """What one person of the team earns. No name, ever: it is somebody else's private matter."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="colleagues")
    pay = models.DecimalField(
        max_digits=14,
        decimal_places=2,
        validators=[MinValueValidator(SMALLEST), MaxValueValidator(LARGEST)],
    )

    class Meta:
        ordering = ["pay", "pk"]
        constraints = [models.CheckConstraint(condition=Q(pay__gt=0), name="colleague_pay_positive")]

    def __str__(self) -> str:
        return f"One of the team of {self.offer_id}"
