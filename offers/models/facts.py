"""What an offer says about pay beside its base, each of it once: columns of the offer.

What there may be several of stands in rows beside it: see pay.py. Money is in the currency of the offer, by
the year or the month that its label says, and never by the offer's own unit.
"""

from decimal import Decimal

from django.core.validators import MaxValueValidator
from django.db import models

from offers.columns import choices_of, cost, dated, day, in_order, limited, money, rate
from offers.engine.compensation import ClawbackFrom, ClawbackKind
from offers.models.stated import Stated


class PayFacts(models.Model):
    """Bonus, variable pay, sign-on, match, health, leave, budgets, and the days and ways of work."""

    bonus_payout_rate = rate("usual payout")
    bonus_payout_low_rate = rate("payout in a poor year")
    bonus_payout_high_rate = rate("payout in a good year")
    bonus_first_guaranteed = models.BooleanField("the first bonus is guaranteed in writing", default=False)
    raise_rate = rate("a raise each year, promised")
    variable_stated = models.CharField(
        "variable pay", max_length=10, choices=Stated, default=Stated.NOT_STATED
    )
    on_target = money("on-target earnings")
    attainment_rate = rate("share of the target that people reach")
    ramp_months = models.PositiveSmallIntegerField(
        "months of ramp", null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    draw = money("draw a month")
    draw_months = models.PositiveSmallIntegerField(
        "months of draw", null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    draw_recoverable = models.BooleanField("the draw is an advance on what you earn later", default=True)

    clawback_kind = models.CharField(
        "what is owed back",
        max_length=8,
        blank=True,
        choices=choices_of(
            ClawbackKind,
            cliff="All of it until the last month",
            prorated="Less with each month",
        ),
    )
    clawback_from = models.CharField(
        "the months run from",
        max_length=7,
        default=ClawbackFrom.START.value,
        choices=choices_of(ClawbackFrom, start="the first day of work", payment="the day of each payment"),
    )
    clawback_gross = models.CharField(
        "which amount is owed",
        max_length=5,
        blank=True,
        choices=[("gross", "The amount before tax"), ("net", "What you received after tax")],
    )
    # The share of all grants that is counted, set from the grants in detail.
    equity_believed_rate = rate("share of the grants that is counted")

    match_stated = models.CharField(
        "a pension match", max_length=10, choices=Stated, default=Stated.NOT_STATED
    )
    match_own_rate = rate("what you put in yourself")
    match_vested_rate = rate("share of the match that you would keep")
    # What the match adds to each unit of base, set from its tiers and from what one puts in.
    match_rate = models.DecimalField(
        "the match as a share of base", max_digits=7, decimal_places=6, null=True, blank=True
    )

    health_stated = models.CharField(
        "a health plan", max_length=10, choices=Stated, default=Stated.NOT_STATED
    )
    health_premium = cost("your premium a month")
    health_deductible = cost("deductible a year")
    health_coinsurance_rate = rate("your share after the deductible")
    health_most = cost("most you pay for care in a year")
    health_account = cost("money they add to a health account, a year")
    health_care = cost("what you expect your care to cost in a year")

    public_holidays = models.DecimalField(
        "public holidays on working days", max_digits=4, decimal_places=1, null=True, blank=True
    )
    learning_budget = money("learning budget a year")
    relocation = money("relocation, paid once")

    starts_on = day("first day of work", known=False)
    onsite_days = models.DecimalField(
        "days on site a week", max_digits=2, decimal_places=1, null=True, blank=True
    )
    commute_minutes = models.PositiveSmallIntegerField(
        "minutes on the way, there and back", null=True, blank=True, validators=[MaxValueValidator(1440)]
    )
    commute_cost = money("cost of one day, there and back")
    commute_weeks = models.PositiveSmallIntegerField(
        "weeks of work a year", null=True, blank=True, validators=[MaxValueValidator(52)]
    )
    hour_value = money("what an hour of your time is worth to you")

    class Meta:
        abstract = True


PAY_LIMITS = [
    limited("bonus_payout_rate", 0, 3, name="offer_bonus_payout_in_range"),
    limited("bonus_payout_low_rate", 0, 3, name="offer_bonus_payout_low_in_range"),
    limited("bonus_payout_high_rate", 0, 3, name="offer_bonus_payout_high_in_range"),
    in_order("bonus_payout_low_rate", "bonus_payout_rate", name="offer_bonus_payout_low_to_usual"),
    in_order("bonus_payout_rate", "bonus_payout_high_rate", name="offer_bonus_payout_usual_to_high"),
    in_order("bonus_payout_low_rate", "bonus_payout_high_rate", name="offer_bonus_payout_low_to_high"),
    limited("raise_rate", 0, Decimal("0.5"), name="offer_raise_in_range"),
    limited("on_target", 0, None, name="offer_on_target_not_negative"),
    limited("attainment_rate", 0, 3, name="offer_attainment_in_range"),
    limited("ramp_months", 0, 120, name="offer_ramp_in_range"),
    limited("draw", 0, None, name="offer_draw_not_negative"),
    limited("draw_months", 0, 120, name="offer_draw_months_in_range"),
    limited("equity_believed_rate", 0, 1, name="offer_equity_believed_in_range"),
    limited("match_own_rate", 0, 1, name="offer_match_own_in_range"),
    limited("match_vested_rate", 0, 1, name="offer_match_vested_in_range"),
    limited("match_rate", 0, 1, name="offer_match_rate_in_range"),
    limited("health_premium", 0, None, name="offer_health_premium_not_negative"),
    limited("health_deductible", 0, None, name="offer_health_deductible_not_negative"),
    limited("health_coinsurance_rate", 0, 1, name="offer_health_coinsurance_in_range"),
    limited("health_most", 0, None, name="offer_health_most_not_negative"),
    limited("health_account", 0, None, name="offer_health_account_not_negative"),
    limited("health_care", 0, None, name="offer_health_care_not_negative"),
    limited("public_holidays", 0, 50, name="offer_public_holidays_in_range"),
    limited("learning_budget", 0, None, name="offer_learning_not_negative"),
    limited("relocation", 0, None, name="offer_relocation_not_negative"),
    dated("starts_on", name="offer_starts_on_in_range"),
    limited("onsite_days", 0, 7, name="offer_onsite_days_in_range"),
    limited("commute_minutes", 0, 1440, name="offer_commute_minutes_in_range"),
    limited("commute_cost", 0, None, name="offer_commute_cost_not_negative"),
    limited("commute_weeks", 0, 52, name="offer_commute_weeks_in_range"),
    limited("hour_value", 0, None, name="offer_hour_value_not_negative"),
]
