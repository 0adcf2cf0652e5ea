"""What may stand beside base, as far as the person found out and as much as it is worth to them."""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from offers.columns import cost, limited, money
from offers.engine.items import PACKED
from offers.engine.lever_catalogue import CATALOGUE, ONLY
from offers.models.offer import Offer

TITLES = {lever.key: lever.title for lever in CATALOGUE if lever.key in PACKED}
# Those that no package holds, but that every employer has: whether they move is all there is to say.
OTHERS = {
    lever.key: lever.title
    for lever in CATALOGUE
    if lever.key not in PACKED and lever.key not in ONLY and lever.key != "base"
}
BASE = {"base": "Base"}  # Of which only the weight is asked.
DAYS = {"leave_days": 60, "remote_days": 7}  # Those that are counted in days, and the most of each.
WEIGHTS = [
    (Decimal("0.0"), "nothing"),
    (Decimal("0.5"), "half its value"),
    (Decimal("1.0"), "its full value"),
    (Decimal("1.5"), "half as much again"),
    (Decimal("2.0"), "twice its value"),
]


class Wish(models.Model):
    """One lever of an offer: `cap` in money or days on top of what is offered, `each` for remote days."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="wishes")
    key = models.CharField("what", max_length=14, choices=list((TITLES | OTHERS | BASE).items()))
    movable = models.BooleanField("it moves here", null=True, blank=True)
    cap = cost("at most")
    weight = models.DecimalField(
        "worth to you", max_digits=2, decimal_places=1, null=True, blank=True, choices=WEIGHTS
    )
    each = money("what one day a week is worth to you in a year")

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "key"], name="wish_once_for_each_lever"),
            models.CheckConstraint(
                condition=Q(key__in=list(TITLES | OTHERS | BASE)), name="wish_lever_known"
            ),
            models.CheckConstraint(
                condition=Q(key__in=list(TITLES)) | Q(cap__isnull=True), name="wish_cap_of_what_is_packed"
            ),
            models.CheckConstraint(
                condition=Q(key__in=list(TITLES | BASE)) | Q(weight__isnull=True),
                name="wish_weight_of_what_is_counted",
            ),
            models.CheckConstraint(
                condition=Q(weight__isnull=True) | Q(weight__in=[each for each, _ in WEIGHTS]),
                name="wish_weight_known",
            ),
            limited("cap", 0, None, name="wish_cap_not_negative"),
            *(
                models.CheckConstraint(
                    condition=~Q(key=key) | Q(cap__isnull=True) | Q(cap__lte=most),
                    name=f"wish_{key}_in_range",
                )
                for key, most in DAYS.items()
            ),
            models.CheckConstraint(
                condition=Q(each__isnull=True) | Q(key="remote_days", each__gt=0),
                name="wish_each_of_remote_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} of {self.offer_id}"
