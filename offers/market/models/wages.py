"""Figures of wage surveys: one row for each occupation, area and industry of a year."""

from decimal import Decimal

from django.db import models

from offers.market.models.batches import Imported


class Mark(models.TextChoices):
    """What stands in place of a figure, as the publisher wrote it; never a zero."""

    HIDDEN = "*", "not available"
    TOP = "#", "at least"
    UNSAID = "-", "not released, or at least the publisher's highest"
    SMALL = "~", "under half a per cent"


MARKED = (
    "employment",
    *(
        f"{unit}_{part}"
        for unit in ("hour", "year")
        for part in ("mean", "p10", "p25", "median", "p75", "p90")
    ),
)


def figure(places: int = 12) -> "models.DecimalField[Decimal | None, Decimal | None]":
    return models.DecimalField(max_digits=places, decimal_places=2, null=True)


class Wage(Imported):
    """Employment and pay of one occupation in one area, in one industry, in US dollars.

    `marks` is empty where every figure is there. Otherwise it has one letter for each of MARKED: a blank
    where the figure is there or the file left it empty, else its `Mark`. A figure marked `#` holds the amount
    that it is at least, where the publisher names one.
    """

    source = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    area = models.CharField(max_length=10)
    area_title = models.CharField(max_length=150)
    area_type = models.CharField(max_length=2)
    state = models.CharField(max_length=10)
    industry = models.CharField(max_length=10)
    industry_title = models.CharField(max_length=200)
    ownership = models.CharField(max_length=10)
    occupation = models.CharField(max_length=10)
    occupation_title = models.CharField(max_length=200)
    occupation_group = models.CharField(max_length=10)
    employment = figure()
    hour_mean = figure()
    hour_p10 = figure()
    hour_p25 = figure()
    hour_median = figure()
    hour_p75 = figure()
    hour_p90 = figure()
    year_mean = figure()
    year_p10 = figure()
    year_p25 = figure()
    year_median = figure()
    year_p75 = figure()
    year_p90 = figure()
    marks = models.CharField(max_length=13)
    only = models.CharField(max_length=4)  # "year" or "hour" where only such wages are published.

    class Meta:
        constraints = [
            # Area first, as publishers sort their files: an import then fills the index from left to right.
            models.UniqueConstraint(
                fields=[
                    "area",
                    "occupation",
                    "year",
                    "source",
                    "industry",
                    "ownership",
                    "occupation_group",
                ],
                name="wage_once_a_year",
            )
        ]

    def __str__(self) -> str:
        return f"{self.occupation_title}, {self.area_title}, {self.year}"

    def mark(self, name: str) -> Mark | None:
        """What stands in place of a figure, or beside it."""
        letter = self.marks[MARKED.index(name)] if self.marks else " "
        return None if letter == " " else Mark(letter)
