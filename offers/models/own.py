"""What a person knows about themselves and about the employer's money: columns of the offer."""

from decimal import Decimal

from django.core.validators import MaxValueValidator
from django.db import models

from offers.columns import cost, limited, money, rate


class OwnFacts(models.Model):
    """What a walk-away is worked out from, as private as it is; then the facts about their budget.

    Money is by the year, `switching_loss` once, and `resent` in the unit of the offer, as its base is.
    """

    spending = money("what you spend in a year")
    tax_rate = rate("tax on your pay")
    alternative_value = cost("what your best other choice pays")
    switching_loss = cost("what leaving gives up, once")
    resent = money("the base you would resent")

    headcount_frozen = models.BooleanField("hiring is frozen there", null=True, blank=True)
    role_open_days = models.PositiveSmallIntegerField(
        "days that the role has been open", null=True, blank=True, validators=[MaxValueValidator(3_650)]
    )
    competing_candidates = models.BooleanField("others are in the final round", null=True, blank=True)
    fiscal_year_ending = models.BooleanField("their fiscal year ends soon", null=True, blank=True)
    recruiter_hesitates = models.BooleanField("the recruiter hesitates", null=True, blank=True)

    class Meta:
        abstract = True


OWN_LIMITS = [
    limited("spending", 0, None, name="offer_spending_not_negative"),
    limited("tax_rate", 0, Decimal("0.9"), name="offer_tax_rate_in_range"),
    limited("alternative_value", 0, None, name="offer_alternative_not_negative"),
    limited("switching_loss", 0, None, name="offer_switching_loss_not_negative"),
    limited("role_open_days", 0, 3_650, name="offer_role_open_days_in_range"),
    limited("resent", 0, None, name="offer_resent_not_negative"),
]
