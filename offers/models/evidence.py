"""What a person rests their target on, each with its source."""

from django.db import models
from django.db.models import Q

from offers.columns import in_order, limited, money
from offers.models.offer import Offer


class About(models.TextChoices):
    """The four things that a target can rest on."""

    LEVEL = "level", "Level"
    GEOGRAPHY = "geography", "Geography"
    INDUSTRY = "industry", "Industry"
    EXPERIENCE = "experience", "Experience"


class Evidence(models.Model):
    """One of them, with an amount (`low` alone) or a range in the unit of the offer, where there is one."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="evidence")
    about = models.CharField(max_length=10, choices=About)
    source = models.CharField("where from", max_length=200)
    low = money("amount, or from")
    high = money("to")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "about"], name="evidence_once_for_each_thing"),
            models.CheckConstraint(condition=Q(about__in=About.values), name="evidence_thing_known"),
            models.CheckConstraint(condition=~Q(source=""), name="evidence_has_a_source"),
            limited("low", 0, None, name="evidence_low_not_negative"),
            limited("high", 0, None, name="evidence_high_not_negative"),
            in_order("low", "high", name="evidence_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.get_about_display()} of {self.offer_id}"
