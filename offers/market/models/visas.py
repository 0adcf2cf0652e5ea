"""What employers told the labour office about visa positions. No person or employer is named."""

from django.db import models

from offers.market.models.batches import Imported

FEWEST = 5  # Of fewer filings nothing is shown.


class Filing(Imported):
    """One case. `yearly` is empty where the amount is flagged, and such a case counts in no percentile."""

    case_number = models.CharField(max_length=30, unique=True)
    year = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=40)
    visa_class = models.CharField(max_length=40)
    title = models.CharField(max_length=150)
    occupation = models.CharField(max_length=10)
    occupation_title = models.CharField(max_length=200)
    city = models.CharField(max_length=100)
    county = models.CharField(max_length=100)
    state = models.CharField(max_length=40)
    full_time = models.BooleanField(null=True)
    amount_from = models.DecimalField(max_digits=14, decimal_places=2)
    amount_to = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    unit = models.CharField(max_length=9)
    level = models.CharField(max_length=4)
    yearly = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    flag = models.CharField(max_length=4)  # "slip" where the unit cannot be meant.

    def __str__(self) -> str:
        return self.case_number


class FilingPay(models.Model):
    """Percentiles of visa filings, by year, occupation, place and wage level; never of fewer than five.

    `state` and `county` are empty for wider places, `level` for all levels together.
    """

    pk = models.CompositePrimaryKey("occupation", "state", "county", "level", "year")
    occupation = models.CharField(max_length=10)
    state = models.CharField(max_length=40)
    county = models.CharField(max_length=100)
    level = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    sample = models.PositiveIntegerField()
    p10 = models.DecimalField(max_digits=12, decimal_places=2)
    p25 = models.DecimalField(max_digits=12, decimal_places=2)
    median = models.DecimalField(max_digits=12, decimal_places=2)
    p75 = models.DecimalField(max_digits=12, decimal_places=2)
    p90 = models.DecimalField(max_digits=12, decimal_places=2)

    def __str__(self) -> str:
        return f"{self.occupation} {self.county} {self.state} {self.level} {self.year}"
