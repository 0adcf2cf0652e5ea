"""What an offer may pay several of: instalments of the sign-on, grants, tiers of a match.

They count while they agree with the summary that stands in the offer's own columns: see offers/package.py.
"""

from decimal import Decimal
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from offers.columns import LARGEST, SMALLEST, choices_of, limited, money, rate
from offers.engine import compensation, grants
from offers.engine.benefits import Tier
from offers.engine.money import round_half_up
from offers.engine.vesting import PRESETS, EquityMeaning, Every, Vesting, read_equity
from offers.models.offer import Offer

OWN = "own"
SCHEDULES = {preset.code: preset for preset in PRESETS}


def per_share(label: str) -> "models.DecimalField[Decimal | None, Decimal | None]":
    """A price to four places, since shares of young companies cost parts of a cent."""
    return models.DecimalField(label, max_digits=14, decimal_places=4, null=True, blank=True)


class Instalment(models.Model):
    """A part of the sign-on, paid with the pay of one month of work, 1 the first."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="instalments")
    amount = models.DecimalField(
        max_digits=14,
        decimal_places=2,
        validators=[MinValueValidator(SMALLEST), MaxValueValidator(LARGEST)],
    )
    month = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["month", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="instalment_amount_positive"),
            limited("month", 1, 60, name="instalment_month_in_range"),
        ]

    def __str__(self) -> str:
        return f"Month {self.month} of {self.offer_id}"

    def to_instalment(self) -> compensation.Instalment:
        return compensation.Instalment(amount=self.amount, month=self.month)


class MatchTier(models.Model):
    """The employer adds `rate` of what one puts in between `low` and `high`, shares of base."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="match_tiers")
    rate = models.DecimalField(max_digits=5, decimal_places=4)
    low = models.DecimalField(max_digits=5, decimal_places=4, default=Decimal(0))
    high = models.DecimalField(max_digits=5, decimal_places=4)

    class Meta:
        ordering = ["low", "pk"]
        constraints = [
            limited("rate", 0, 3, name="match_tier_rate_in_range"),
            limited("low", 0, 1, name="match_tier_low_in_range"),
            limited("high", 0, 1, name="match_tier_high_in_range"),
            models.CheckConstraint(condition=Q(low__lte=F("high")), name="match_tier_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.rate} of {self.low} to {self.high} of {self.offer_id}"

    def to_tier(self) -> Tier:
        return Tier(rate=self.rate, low=self.low, high=self.high)


class Grant(models.Model):
    """Shares, options or money that vest: a figure for the grant, or a number of units with their price."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="grants")
    # The page that saved it last: what it sends again is this grant.
    key = models.UUIDField(default=uuid4, editable=False)
    label = models.CharField("name", max_length=80, default="Grant")
    figure = money("the figure they named")
    meaning = models.CharField(
        "the figure is",
        max_length=10,
        default=EquityMeaning.WHOLE.value,
        choices=choices_of(
            EquityMeaning, whole="the whole grant", per_year="for each year", first_year="for the first year"
        ),
    )
    units = models.PositiveIntegerField(
        "number of shares or options",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(1_000_000_000)],
    )
    price = per_share("price of one share")
    strike = per_share("strike price, for options")
    is_private = models.BooleanField("the shares cannot be sold yet", default=False)
    is_written = models.BooleanField("it stands in the letter", default=True)
    schedule = models.CharField(
        "when it vests",
        max_length=20,
        default=PRESETS[0].code,
        choices=[(preset.code, preset.title) for preset in PRESETS] + [(OWN, "Another way")],
    )
    points = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name="share of each year",
        default=list,
        blank=True,
        size=10,
    )
    cliff_months = models.PositiveSmallIntegerField("months of cliff", default=0)
    vests_every = models.PositiveSmallIntegerField(
        "it vests", default=1, choices=[(1, "each month"), (3, "each quarter"), (12, "once a year")]
    )
    starts_after_months = models.PositiveSmallIntegerField(
        "vesting starts after so many months", default=0, validators=[MaxValueValidator(120)]
    )
    believed_rate = rate("share that you believe")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "key"], name="grant_form_used_once"),
            models.CheckConstraint(
                condition=Q(figure__isnull=False, units__isnull=True)
                | Q(figure__isnull=True, units__isnull=False),
                name="grant_figure_or_units",
            ),
            models.CheckConstraint(
                condition=Q(figure__isnull=True) | Q(figure__gt=0), name="grant_figure_positive"
            ),
            models.CheckConstraint(
                condition=Q(units__isnull=True) | Q(units__gt=0), name="grant_units_positive"
            ),
            models.CheckConstraint(
                condition=Q(strike__isnull=True) | Q(figure__isnull=True), name="grant_strike_of_units"
            ),
            limited("price", 0, None, name="grant_price_not_negative"),
            limited("strike", 0, None, name="grant_strike_not_negative"),
            limited("cliff_months", 0, 120, name="grant_cliff_in_range"),
            limited("starts_after_months", 0, 120, name="grant_start_in_range"),
            limited("believed_rate", 0, 1, name="grant_believed_in_range"),
            models.CheckConstraint(condition=Q(vests_every__in=[1, 3, 12]), name="grant_rhythm_known"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def currency(self) -> str:
        return str(self.offer.currency)

    @property
    def years(self) -> int:
        """Over how many years it vests."""
        return len(self.to_vesting().points)

    def to_vesting(self) -> Vesting:
        """Raises `EngineError` where the shares of its own years do not make a whole."""
        if self.schedule in SCHEDULES:
            return SCHEDULES[self.schedule].vesting
        return Vesting(points=tuple(self.points), cliff=self.cliff_months, every=Every(self.vests_every))

    def to_grant(self) -> grants.Grant:
        """Raises `EngineError` for what cannot be: a figure for a first year in which nothing vests."""
        vesting = self.to_vesting()
        worth = read_equity(self.figure, EquityMeaning(self.meaning), vesting).whole if self.figure else None
        return grants.Grant(
            vesting=vesting,
            label=self.label,
            worth=worth if worth is None else round_half_up(worth),
            units=self.units,
            price=self.price,
            strike=self.strike,
            starts_after=self.starts_after_months,
            private=self.is_private,
            written=self.is_written,
            believed=self.believed_rate,
        )
