"""What employers pay for one level in one place."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from offers.bands.models.base import Versioned, in_order, recorded
from offers.bands.models.employer import Employer
from offers.bands.validators import EARLIEST, LATEST, validate_currency, validate_year_range


class Period(models.TextChoices):
    HOUR = "hour", "an hour"
    MONTH = "month", "a month"
    YEAR = "year", "a year"


class Basis(models.TextChoices):
    POSITION = "position", "the whole position"
    HIRE = "hire", "new hires"


class Confidence(models.TextChoices):
    HIGH = "high", "high: from the employer"
    MEDIUM = "medium", "medium: several independent sources"
    LOW = "low", "low: one unconfirmed source"


@recorded
class Band(Versioned):
    """What an employer pays for one level of one job family in one place."""

    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="bands")
    family = models.CharField("job family", max_length=100, help_text="Such as Engineering or Nursing.")
    title = models.CharField("job title", max_length=150)
    level = models.CharField(max_length=50, blank=True)
    location = models.CharField(max_length=150)
    currency = models.CharField(
        max_length=3, validators=[validate_currency], help_text="Three letters, such as USD."
    )
    period = models.CharField("amounts are for", max_length=5, choices=Period, default=Period.YEAR)
    minimum = models.DecimalField(
        max_digits=14, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))]
    )
    midpoint = models.DecimalField(
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Leave empty where the employer names none; the middle is then worked out and said to be.",
    )
    maximum = models.DecimalField(max_digits=14, decimal_places=2)
    basis = models.CharField("range is for", max_length=8, choices=Basis, default=Basis.POSITION)
    source = models.CharField(max_length=300, help_text="Who says so: the posting, the handbook, the survey.")
    url = models.URLField("source address", max_length=500, blank=True)
    as_of = models.DateField("as of", validators=[validate_year_range])
    sample = models.PositiveIntegerField(
        null=True, blank=True, help_text="How many people the figures rest on, where that is known."
    )
    confidence = models.CharField(max_length=6, choices=Confidence, default=Confidence.MEDIUM)

    class Meta:
        ordering = ["employer__name", "family", "level", "location"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minimum__gt=0) & Q(minimum__lte=F("maximum")), name="band_minimum_to_maximum"
            ),
            models.CheckConstraint(
                condition=Q(midpoint__isnull=True)
                | (Q(midpoint__gte=F("minimum")) & Q(midpoint__lte=F("maximum"))),
                name="band_midpoint_inside",
            ),
            models.CheckConstraint(condition=Q(currency__regex=r"^[A-Z]{3}$"), name="band_currency_code"),
            models.CheckConstraint(condition=Q(period__in=Period.values), name="band_period_known"),
            models.CheckConstraint(condition=Q(basis__in=Basis.values), name="band_basis_known"),
            models.CheckConstraint(
                condition=Q(confidence__in=Confidence.values), name="band_confidence_known"
            ),
            models.CheckConstraint(condition=Q(as_of__range=(EARLIEST, LATEST)), name="band_as_of_in_range"),
            models.UniqueConstraint(
                Lower("title"),
                "employer",
                Lower("family"),
                Lower("level"),
                Lower("location"),
                "as_of",
                name="band_unique_by_place_and_date",
                violation_error_message="This employer has a band for this title, level, place and date.",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.level, self.employer.name, self.location) if part)

    def clean(self) -> None:
        """Puts each mistake beside the field that a person would change."""
        errors = {}
        if not in_order(self.minimum, self.maximum):
            errors["maximum"] = "The maximum is below the minimum."
        elif not in_order(self.minimum, self.midpoint, self.maximum):
            errors["midpoint"] = "The midpoint lies outside the band. Leave it empty if it is not known."
        if errors:
            raise ValidationError(errors)
