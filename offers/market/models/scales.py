"""Pay that is written down in scales and levels."""

from django.db import models

from offers.market.models.batches import Imported


class PrevailingWage(Imported):
    """The labour office's four wage levels for visa positions in a county: US dollars an hour."""

    occupation = models.CharField(max_length=10)
    state = models.CharField(max_length=2)
    county = models.CharField(max_length=100)
    year = models.PositiveSmallIntegerField()
    level_1 = models.DecimalField(max_digits=9, decimal_places=2)
    level_2 = models.DecimalField(max_digits=9, decimal_places=2)
    level_3 = models.DecimalField(max_digits=9, decimal_places=2)
    level_4 = models.DecimalField(max_digits=9, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "state", "county", "year"], name="prevailing_wage_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.occupation}, {self.county}, {self.state}, {self.year}"


class PayStep(Imported):
    """One step of one grade of a public pay scale, a year."""

    scale = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    grade = models.CharField(max_length=20)
    step = models.PositiveSmallIntegerField()
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scale", "year", "grade", "step"], name="pay_step_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.grade} step {self.step}, {self.year}"


class PayLocality(Imported):
    """What a place adds to a public pay scale; a fraction of the amount."""

    scale = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=10)
    title = models.CharField(max_length=150)
    added_rate = models.DecimalField(max_digits=6, decimal_places=4)

    class Meta:
        verbose_name_plural = "pay localities"
        constraints = [
            models.UniqueConstraint(fields=["scale", "year", "code"], name="pay_locality_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.year}"
