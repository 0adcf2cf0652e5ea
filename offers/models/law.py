"""Whose law holds for an offer, and how large the employer is: duties depend on both."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from offers.bands.models import PayRule
from offers.columns import limited

MOST = 10_000_000
COUNT = "Give how many people, from 1 to 10,000,000."


class LawFacts(models.Model):
    """What the page of rights asks."""

    pay_rule = models.ForeignKey(
        PayRule, on_delete=models.SET_NULL, null=True, blank=True, verbose_name="whose law holds"
    )
    employees = models.PositiveIntegerField(
        "how many people work for them",
        null=True,
        blank=True,
        validators=[MinValueValidator(1, COUNT), MaxValueValidator(MOST, COUNT)],
    )

    class Meta:
        abstract = True


LAW_LIMITS = [limited("employees", 1, MOST, name="offer_employees_counts")]
