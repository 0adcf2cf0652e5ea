"""Employers, and how much room first offers usually leave in an industry."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from offers.bands.models.base import Versioned, in_order, recorded
from offers.engine.reason import Grade


@recorded
class Employer(Versioned):
    name = models.CharField(max_length=200)
    website = models.URLField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="employer_name_unique_in_any_case",
                violation_error_message="There is an employer of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


@recorded
class Industry(Versioned):
    """How much room first offers usually leave in an industry; a fraction of the offer."""

    name = models.CharField(max_length=100)
    padding_low_rate = models.DecimalField(
        "padding, low",
        max_digits=5,
        decimal_places=4,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal("0.2"))],
        help_text="A fraction of the first offer: 0.05 is 5%.",
    )
    padding_high_rate = models.DecimalField(
        "padding, high",
        max_digits=5,
        decimal_places=4,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal("0.2"))],
        help_text="A fraction of the first offer, at most 0.20.",
    )
    grade = models.CharField(
        max_length=1,
        choices=[(grade.value, grade.value) for grade in Grade if grade is not Grade.FACT],
        help_text="A meta-analysis, B field experiment, C laboratory or survey, D practice, E assumption.",
    )
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "industries"
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="industry_name_unique_in_any_case",
                violation_error_message="There is an industry of this name.",
            ),
            models.CheckConstraint(
                condition=Q(padding_low_rate__gte=0, padding_high_rate__lte=Decimal("0.2")),
                name="industry_padding_in_reach",
            ),
            models.CheckConstraint(
                condition=Q(padding_low_rate__lte=F("padding_high_rate")), name="industry_padding_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if in_order(self.padding_low_rate, self.padding_high_rate):
            return
        raise ValidationError({"padding_high_rate": "The high end is below the low end."})
