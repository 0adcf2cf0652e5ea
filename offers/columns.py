"""Columns and constraints that several models share."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from offers.bands.validators import EARLIEST, LATEST, validate_year_range

LARGEST = Decimal(1_000_000_000)
SMALLEST = Decimal("0.01")
LONGEST = 1_000


def money(label: str) -> "models.DecimalField[Decimal | None, Decimal | None]":
    """An amount in the currency and unit of the offer, or unknown."""
    limits = [MinValueValidator(SMALLEST), MaxValueValidator(LARGEST)]
    return models.DecimalField(
        label, max_digits=14, decimal_places=2, null=True, blank=True, validators=limits
    )


def cost(label: str) -> "models.DecimalField[Decimal | None, Decimal | None]":
    """An amount that may be nothing, such as a premium that the employer pays whole."""
    limits = [MinValueValidator(Decimal(0)), MaxValueValidator(LARGEST)]
    return models.DecimalField(
        label, max_digits=14, decimal_places=2, null=True, blank=True, validators=limits
    )


def rate(label: str) -> "models.DecimalField[Decimal | None, Decimal | None]":
    """A fraction, 1 for all of it, or unknown. Its limits are a constraint of its table: see `limited`."""
    return models.DecimalField(label, max_digits=5, decimal_places=4, null=True, blank=True)


def limited(
    field: str, lowest: Decimal | int, highest: Decimal | int | None, *, name: str
) -> models.CheckConstraint:
    """A number inside its limits, or none; None as the highest sets no upper limit."""
    inside = Q(**{f"{field}__gte": lowest})
    if highest is not None:
        inside &= Q(**{f"{field}__lte": highest})
    return models.CheckConstraint(condition=Q(**{f"{field}__isnull": True}) | inside, name=name)


def bonus_rate() -> "models.DecimalField[Decimal | None, Decimal | None]":
    """The target of a bonus as a fraction of base, or unknown."""
    limits = [MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(3))]
    return models.DecimalField(
        "bonus target", max_digits=5, decimal_places=4, null=True, blank=True, validators=limits
    )


def clawback_months() -> "models.PositiveSmallIntegerField[int | None, int | None]":
    """Months in which a sign-on would have to be paid back, or unknown."""
    return models.PositiveSmallIntegerField(
        "clawback", null=True, blank=True, validators=[MaxValueValidator(60)]
    )


def vesting_years() -> "models.PositiveSmallIntegerField[int | None, int | None]":
    """Years over which a grant becomes one's own, or unknown."""
    return models.PositiveSmallIntegerField(
        "vests over", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )


def leave() -> "models.DecimalField[Decimal | None, Decimal | None]":
    """Days of paid leave a year, or unknown."""
    limits = [MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(120))]
    return models.DecimalField(
        "days of paid leave", max_digits=4, decimal_places=1, null=True, blank=True, validators=limits
    )


def choices_of(values: type[StrEnum], **labels: str) -> list[tuple[str, str]]:
    """Choices for a field out of an enumeration of the engine; each value must have its label."""
    return [(value.value, labels[value.value]) for value in values]


def in_order(low: str, high: str, *, name: str) -> models.CheckConstraint:
    """The first amount is at most the second, where both are known."""
    unknown = Q(**{f"{low}__isnull": True}) | Q(**{f"{high}__isnull": True})
    return models.CheckConstraint(condition=unknown | Q(**{f"{low}__lte": F(high)}), name=name)


def dated(field: str, *, name: str) -> models.CheckConstraint:
    """A day that people mean, or none."""
    inside = Q(**{f"{field}__range": (EARLIEST, LATEST)})
    return models.CheckConstraint(condition=Q(**{f"{field}__isnull": True}) | inside, name=name)


def day(label: str, *, known: bool = True) -> "models.DateField[Any, Any]":
    return models.DateField(label, validators=[validate_year_range], null=not known, blank=not known)


def inside(field: str, *, name: str) -> models.CheckConstraint:
    """A day that people mean."""
    return models.CheckConstraint(condition=Q(**{f"{field}__range": (EARLIEST, LATEST)}), name=name)


def words(label: str, longest: int = 150) -> "models.CharField[str, str]":
    return models.CharField(label, max_length=longest, blank=True)


def text(label: str) -> "models.TextField[str, str]":
    return models.TextField(label, blank=True, validators=[MaxLengthValidator(LONGEST)])
