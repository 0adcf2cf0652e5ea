"""What a walk-away is worked out from: columns of the offer, as private as the walk-away itself."""

from decimal import Decimal

from django.db import models

from offers.columns import cost, limited, money, rate


class OwnFacts(models.Model):
    """Money by the year; `switching_loss` once; `resent` in the unit of the offer, as its base is."""

    spending = money("what you spend in a year")
    tax_rate = rate("tax on your pay")
    alternative_value = cost("what your best other choice pays")
    switching_loss = cost("what leaving gives up, once")
    resent = money("the base you would resent")

    class Meta:
        abstract = True


OWN_LIMITS = [
    limited("spending", 0, None, name="offer_spending_not_negative"),
    limited("tax_rate", 0, Decimal("0.9"), name="offer_tax_rate_in_range"),
    limited("alternative_value", 0, None, name="offer_alternative_not_negative"),
    limited("switching_loss", 0, None, name="offer_switching_loss_not_negative"),
    limited("resent", 0, None, name="offer_resent_not_negative"),
]
