"""What a person adds to compare their offers: rates of exchange, what matters to them, scores, days."""

from decimal import Decimal
from typing import Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from offers.accounts.models import User
from offers.bands.validators import EARLIEST, LATEST, validate_currency, validate_year_range
from offers.engine.weights import WHOLE
from offers.models import Offer, OfferQuerySet

LONGEST_NAME = 60
LONGEST_REASON = 500
SMALLEST_RATE = Decimal("0.00000001")
LARGEST_RATE = Decimal(1_000_000)


class RateQuerySet(models.QuerySet["Rate"]):
    def owned_by(self, user: User | AnonymousUser) -> Self:
        return self.filter(owner_id=user.pk) if user.is_authenticated else self.none()


class Comparison(models.Model):
    """What holds for all comparisons of one person.

    `home` is the currency that amounts are compared in; empty for that of the first offer. `lock` counts how
    often the points were locked: scores belong to the lock they were given under. `locked_on` is None while
    the points are being shared out.
    """

    owner = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="comparison"
    )
    home = models.CharField(
        "compare in", max_length=3, blank=True, validators=[validate_currency], default=""
    )
    lock = models.PositiveIntegerField(default=0, editable=False)
    locked_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(locked_on__isnull=True) | Q(locked_on__range=(EARLIEST, LATEST)),
                name="comparison_locked_on_in_range",
            )
        ]

    def __str__(self) -> str:
        return f"Comparison of {self.owner_id}"


class Rate(models.Model):
    """One unit of `currency` is `rate` units of `home`, as the person read it on a day."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rates")
    currency = models.CharField(max_length=3, validators=[validate_currency])
    home = models.CharField(max_length=3, validators=[validate_currency])
    rate = models.DecimalField(
        max_digits=18,
        decimal_places=8,
        validators=[MinValueValidator(SMALLEST_RATE), MaxValueValidator(LARGEST_RATE)],
    )
    dated_on = models.DateField("read on", validators=[validate_year_range])

    objects = RateQuerySet.as_manager()

    class Meta:
        ordering = ["home", "currency"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "currency", "home"], name="rate_once_a_pair"),
            models.CheckConstraint(condition=Q(rate__gt=0), name="rate_positive"),
            models.CheckConstraint(condition=~Q(currency=F("home")), name="rate_of_two_currencies"),
            models.CheckConstraint(
                condition=Q(dated_on__range=(EARLIEST, LATEST)), name="rate_dated_on_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.currency} in {self.home}"


class Criterion(models.Model):
    """One thing that matters to the person, and how many of the 100 points it has."""

    comparison = models.ForeignKey(Comparison, on_delete=models.CASCADE, related_name="criteria")
    place = models.PositiveSmallIntegerField(editable=False)
    name = models.CharField("what matters", max_length=LONGEST_NAME)
    points = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(WHOLE)])

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["comparison", "place"], name="criterion_place_once"),
            models.UniqueConstraint(fields=["comparison", "name"], name="criterion_named_once"),
            models.CheckConstraint(
                condition=Q(points__range=(1, WHOLE)), name="criterion_points_of_a_hundred"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ScoreQuerySet(models.QuerySet["Score"]):
    def about(self, offers: OfferQuerySet) -> Self:
        """Only scores of these offers: one's own, as every page asks for them."""
        return self.filter(offer__in=offers)


class Score(models.Model):
    """How well one offer does in one thing, 0 to 100, and why, under the points of one lock.

    The criterion is kept by its name, so that opening the points again and renaming one deletes no score.
    """

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="scores")
    lock = models.PositiveIntegerField(editable=False)
    criterion = models.CharField(max_length=LONGEST_NAME)
    points = models.PositiveSmallIntegerField(validators=[MaxValueValidator(WHOLE)])
    reason = models.TextField(validators=[MaxLengthValidator(LONGEST_REASON)])

    objects = ScoreQuerySet.as_manager()

    class Meta:
        ordering = ["-lock", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "lock", "criterion"], name="score_given_once"),
            models.CheckConstraint(condition=Q(points__range=(0, WHOLE)), name="score_of_a_hundred"),
            models.CheckConstraint(condition=~Q(reason=""), name="score_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} of {self.offer_id}"


class LogLine(models.Model):
    """What happened to the points, in the words that were shown. Lines are never changed."""

    comparison = models.ForeignKey(Comparison, on_delete=models.CASCADE, related_name="log")
    made_at = models.DateTimeField(auto_now_add=True)
    text = models.TextField()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.text


class Expectation(models.Model):
    """When an offer that is not here in writing is expected."""

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="expectation")
    expected_on = models.DateField("expected on", validators=[validate_year_range])

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expected_on__range=(EARLIEST, LATEST)), name="expectation_in_range"
            )
        ]

    def __str__(self) -> str:
        return f"{self.offer_id} on {self.expected_on}"
