"""Pay ranges that a person was told or has found, kept for their own offers. Private to their owner."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from offers.accounts.models import User
from offers.bands.validators import validate_currency
from offers.columns import choices_of, day, in_order, inside, limited, money
from offers.engine.money import spoken
from offers.engine.situation import Unit
from offers.models.offer import Offer


class KnownRangeQuerySet(models.QuerySet["KnownRange"]):
    def owned_by(self, user: User | AnonymousUser) -> Self:
        """Only what is this person's; nobody owns nothing."""
        return self.filter(owner_id=user.pk) if user.is_authenticated else self.none()

    def fitting(self, offer: Offer) -> Self:
        """In the currency of an offer and for the same time: those that can be used without working out."""
        return self.filter(currency=offer.currency, unit=offer.unit)


class KnownRange(models.Model):
    """What one job pays in one place, as somebody said or wrote. One end may be unknown."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="known_ranges")
    # Makes a form that was sent twice one range.
    key = models.UUIDField(default=uuid4, editable=False)
    title = models.CharField("job title", max_length=150)
    level = models.CharField(max_length=50, blank=True)
    place = models.CharField(max_length=150)
    currency = models.CharField(max_length=3, validators=[validate_currency], default="USD")
    unit = models.CharField(
        "amounts are for",
        max_length=5,
        default=Unit.YEAR.value,
        choices=choices_of(Unit, year="a year", month="a month", hour="an hour"),
    )
    minimum = money("minimum")
    midpoint = money("midpoint")
    maximum = money("maximum")
    source = models.CharField("who said it, or where it stands", max_length=150)
    from_employer = models.BooleanField("the employer said it", default=False)
    seen_on = day("when")

    objects = KnownRangeQuerySet.as_manager()

    class Meta:
        ordering = ["-seen_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="known_range_once"),
            models.CheckConstraint(
                condition=Q(minimum__isnull=False) | Q(maximum__isnull=False), name="known_range_has_an_end"
            ),
            models.CheckConstraint(
                condition=Q(currency__regex=r"^[A-Z]{3}$"), name="known_range_currency_code"
            ),
            models.CheckConstraint(
                condition=Q(unit__in=[one.value for one in Unit]), name="known_range_unit_known"
            ),
            *(
                limited(name, 0, None, name=f"known_range_{name}_not_negative")
                for name in ("minimum", "midpoint", "maximum")
            ),
            in_order("minimum", "maximum", name="known_range_in_order"),
            in_order("minimum", "midpoint", name="known_range_midpoint_not_below"),
            in_order("midpoint", "maximum", name="known_range_midpoint_not_above"),
            inside("seen_on", name="known_range_seen_on_in_range"),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.level, self.place) if part)

    @property
    def amounts(self) -> str:
        """Its ends in words: 90,000 to 120,000; from 90,000; up to 120,000."""
        low, high = (spoken(end) if end is not None else "" for end in (self.minimum, self.maximum))
        return f"{low} to {high}" if low and high else f"from {low}" if low else f"up to {high}"

    @property
    def middle(self) -> str:
        return spoken(self.midpoint) if self.midpoint is not None else ""
