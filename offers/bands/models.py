"""Pay that more than one person may use: employers, their bands, and the padding of industries."""

from decimal import Decimal
from typing import TypeVar, cast

import pghistory
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from offers.bands.validators import EARLIEST, LATEST, validate_currency, validate_year_range
from offers.engine.errors import EngineError
from offers.engine.policy import RULES, policy_from
from offers.engine.reason import Grade

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


@recorded
class PolicyValue(Versioned):
    """A constant of the engine that an administrator has changed; without a row the default holds."""

    key = models.CharField(
        "rule", max_length=60, unique=True, choices=[(key, rule.title) for key, rule in sorted(RULES.items())]
    )
    value = models.DecimalField(max_digits=12, decimal_places=4, help_text="Fractions: 0.05 is 5%.")
    reason = models.CharField("why it differs", max_length=300)

    class Meta:
        ordering = ["key"]
        verbose_name = "rule value"

    def __str__(self) -> str:
        return self.get_key_display()

    def clean(self) -> None:
        """The engine judges the value, alone and beside the other rows."""
        if self.key not in RULES or self.value is None:
            return
        others = PolicyValue.objects.exclude(pk=self.pk).values_list("key", "value")
        try:
            policy_from({**dict(others), self.key: self.value})
        except EngineError as error:
            raise ValidationError({"value": error.sentence}) from error


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


def in_order(*amounts: Decimal | None) -> bool:
    """Whether the amounts that are known never fall."""
    known = [amount for amount in amounts if amount is not None]
    return known == sorted(known)


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
