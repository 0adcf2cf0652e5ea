"""What employers pay for one level in one place."""

from datetime import date
from decimal import Decimal
from typing import Any, Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower

from offers.bands.models.band_set import BandSet, SetState
from offers.bands.models.base import Versioned, in_order, recorded
from offers.bands.models.employer import Employer
from offers.bands.validators import EARLIEST, LATEST, validate_currency, validate_year_range

KEY = ("family", "title", "level", "location")


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


class BandQuerySet(models.QuerySet["Band"]):
    def in_force(self, today: date) -> Self:
        """Bands of sets in force that hold today."""
        return self.filter(band_set__state=SetState.ACTIVE).holding(today)

    def holding(self, day: date) -> Self:
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)

    def like(self, band: "Band") -> Self:
        """Bands of the same job, level and place, in any case."""
        return self.filter(**{f"{name}__iexact": getattr(band, name) for name in KEY})


class Days(Func):
    function = "daterange"
    output_field = DateRangeField()


def dated(name: str) -> models.CheckConstraint:
    """A day between 2000 and 2100, or none."""
    inside = Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__range": (EARLIEST, LATEST)})
    return models.CheckConstraint(condition=inside, name=f"band_{name}_in_range")


@recorded
class Band(Versioned):
    """What an employer pays for one level of one job family in one place."""

    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="bands")
    band_set = models.ForeignKey(
        BandSet,
        on_delete=models.PROTECT,
        related_name="bands",
        blank=True,
        verbose_name="set",
        help_text="Leave it empty for the set that is in force.",
    )
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
    valid_from = models.DateField(
        blank=True, validators=[validate_year_range], help_text="Leave it empty for the day it is as of."
    )
    valid_to = models.DateField(
        "valid to",
        null=True,
        blank=True,
        validators=[validate_year_range],
        help_text="The last day. Leave it empty while no end is known.",
    )
    sample = models.PositiveIntegerField(
        null=True, blank=True, help_text="How many people the figures rest on, where that is known."
    )
    confidence = models.CharField(max_length=6, choices=Confidence, default=Confidence.MEDIUM)

    objects = BandQuerySet.as_manager()

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
            dated("valid_from"),
            dated("valid_to"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="band_valid_in_order",
            ),
            ExclusionConstraint(
                name="band_once_at_a_time",
                expressions=[
                    ("band_set", "="),
                    *((Lower(name), "=") for name in KEY),
                    (Days("valid_from", "valid_to", Value("[]")), "&&"),
                ],
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.level, self.employer.name, self.location) if part)

    @property
    def key(self) -> tuple[str, ...]:
        """What tells one job, level and place of an employer from another."""
        return tuple(getattr(self, name).lower() for name in KEY)

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_in()
        super().save(*args, **kwargs)

    def fill_in(self) -> None:
        """What was left out: it holds from the day it is as of, in the set that is in force."""
        if self.valid_from is None:
            self.valid_from = self.as_of
        if self.band_set_id is None and self.employer_id is not None:
            self.band_set = BandSet.objects.for_new_band(self.employer)

    def clean(self) -> None:
        """Puts each mistake beside the field that a person would change."""
        errors = {}
        if self.valid_from is None and self.as_of and EARLIEST <= self.as_of <= LATEST:
            self.valid_from = self.as_of
        if self.band_set_id and self.band_set.employer_id != self.employer_id:
            errors["band_set"] = "That is a set of another employer."
        elif not in_order_days(self.valid_from, self.valid_to):
            errors["valid_to"] = "The last day is before the first."
        elif (other := self.overlapping()) is not None:
            until = f"to {other.valid_to}" if other.valid_to else "without an end"
            errors["valid_from"] = (
                f"The set has a band for this title, level and place from {other.valid_from} {until}. "
                "End that one first, or start later."
            )
        if not in_order(self.minimum, self.maximum):
            errors["maximum"] = "The maximum is below the minimum."
        elif not in_order(self.minimum, self.midpoint, self.maximum):
            errors["midpoint"] = "The midpoint lies outside the band. Leave it empty if it is not known."
        if errors:
            raise ValidationError(errors)

    def overlapping(self) -> "Band | None":
        """Another band of the set for the same job, level and place, and on a day on which this one holds."""
        band_set = self.band_set_id or (self.employer_id and self.set_in_force())
        if not band_set or self.valid_from is None:
            return None
        others = Band.objects.like(self).filter(band_set=band_set).exclude(pk=self.pk)
        if self.valid_to is not None:
            others = others.filter(valid_from__lte=self.valid_to)
        return others.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=self.valid_from)).first()

    def set_in_force(self) -> int | None:
        found = BandSet.objects.in_force().filter(employer=self.employer_id)
        return found.values_list("pk", flat=True).first()


def in_order_days(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last
