"""Areas, what life costs in them, and what currencies are worth."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Lower

from offers.market.models.batches import Imported


class Area(Imported):
    """One county (in New England one town) and the survey area that it lies in."""

    year = models.PositiveSmallIntegerField()
    state_code = models.CharField(max_length=2)
    state = models.CharField(max_length=40)
    abbreviation = models.CharField(max_length=2)
    area = models.CharField(max_length=10)
    area_title = models.CharField(max_length=150)
    county_code = models.CharField(max_length=3)
    town_code = models.CharField(max_length=5)
    county = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["state_code", "county_code", "town_code", "year"], name="area_county_once_a_year"
            )
        ]
        indexes = [
            models.Index(fields=["area"], name="area_by_code"),
            GinIndex(OpClass(Lower("area_title"), name="gin_trgm_ops"), name="area_trigrams"),
        ]

    def __str__(self) -> str:
        return f"{self.county}, {self.abbreviation}: {self.area_title}"


class Parity(Imported):
    """What the same goods cost in a place, the nation being 100."""

    place = models.CharField(max_length=10)
    place_title = models.CharField(max_length=150)
    year = models.PositiveSmallIntegerField()
    line_code = models.PositiveSmallIntegerField()
    description = models.CharField(max_length=150)
    level = models.DecimalField(max_digits=8, decimal_places=3)

    class Meta:
        verbose_name_plural = "parities"
        constraints = [
            models.UniqueConstraint(fields=["place", "line_code", "year"], name="parity_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.place_title} {self.year}: {self.level}"


class Rate(Imported):
    """How much of a currency one euro was worth on a day."""

    currency = models.CharField(max_length=3)
    day = models.DateField()
    euro = models.DecimalField(max_digits=16, decimal_places=6)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["currency", "day"], name="rate_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.euro} {self.currency}"
