"""The pages of the wizard about benefits, and about the days and the way of work."""

from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset
from django.db.models import Model

from offers.counts import COUNTS
from offers.engine.benefits import Match, Tier, match_rate
from offers.engine.errors import EngineError
from offers.fields import CostField, MoneyField, PercentField
from offers.forms import DATE
from offers.models import MatchTier, Offer, Stated
from offers.pay_forms import A_MONTH, A_YEAR, PayForm, numbered, several
from offers.step_form import Fold, helper, part, row

TIERS = 3  # How many tiers of a match have a row of their own on the page.
COLUMNS = ("rate", "low", "high")
HEALTH = ("health_premium", "health_deductible", "health_most", "health_account", "health_care")
MATCH_STEP = Decimal("0.000001")


Tiers: Any = numbered(
    TIERS,
    rate=lambda number: PercentField(
        label=f"Match {number}: what they add", help_text="Percent of what you put in."
    ),
    low=lambda number: PercentField(
        label=f"Match {number}: counted from", help_text="Percent of base; empty: from the first."
    ),
    high=lambda number: PercentField(label=f"Match {number}: counted up to", help_text="Percent of base."),
)


class BenefitsForm(PayForm, Tiers):
    class Meta:
        model = Offer
        fields = (
            "leave_stated",
            "leave_days",
            "public_holidays",
            "match_stated",
            "match_own_rate",
            "match_vested_rate",
            "health_stated",
            "health_coinsurance_rate",
            *HEALTH,
            "learning_budget",
            "relocation",
        )
        field_classes = (
            {
                "match_own_rate": PercentField,
                "match_vested_rate": PercentField,
                "health_coinsurance_rate": PercentField,
                "learning_budget": MoneyField,
                "relocation": MoneyField,
            }
            | dict.fromkeys(HEALTH, CostField)
            | COUNTS
        )
        labels = {
            "match_own_rate": "What you put in",
            "match_vested_rate": "Share you would keep",
            "health_coinsurance_rate": "Your share after the deductible",
            "health_deductible": "Deductible",
            "health_premium": "Your premium",
            "health_most": "Most you pay for care",
            "health_account": "They add to a health account",
            "health_care": "Care you expect to need",
            "learning_budget": "Learning budget",
            "relocation": "Relocation",
        }
        help_texts = {
            "match_own_rate": "In percent of base. Nothing is counted until you know.",
            "match_vested_rate": "In percent; 100 unless you may leave before it is yours.",
            "health_coinsurance_rate": "In percent.",
            "health_most": "In a year. Empty until you know it, or where nothing limits it.",
            "public_holidays": "On working days, in a year.",
            "relocation": "Paid once.",
        }

    periods = dict.fromkeys((*HEALTH, "learning_budget"), A_YEAR) | {"health_premium": A_MONTH}
    highest = {f"rate_{number}": 300 for number in range(1, TIERS + 1)}
    match: Decimal | None = None

    def __init__(self, *args: Any, instance: Offer, initial: Any = None, **kwargs: Any) -> None:
        tiers: dict[str, Any] = {}
        for number, one in enumerate(instance.match_tiers.all(), 1):
            tiers |= {f"{name}_{number}": getattr(one, name) for name in COLUMNS}
        super().__init__(*args, instance=instance, initial=tiers | (initial or {}), **kwargs)

    @property
    def saved_fields(self) -> list[str]:
        return [*super().saved_fields, "match_rate"]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.drop_unless_given("leave_stated", "leave_days")
        names = [f"{name}_{number}" for name in COLUMNS for number in range(1, TIERS + 1)]
        self.drop_unless_given("match_stated", "match_own_rate", "match_vested_rate", *names)
        self.drop_unless_given("health_stated", "health_coinsurance_rate", *HEALTH)
        self.check_order(
            "health_deductible", "health_most", "That is less than the deductible, which you pay first."
        )
        tiers = [
            tier for number, values in self.amounts(TIERS, *COLUMNS) if (tier := self.tier(number, values))
        ]
        self.match = self.matched(tiers) if tiers and not self.errors else None
        return cleaned

    def tier(self, number: int, values: tuple[Any, ...]) -> Tier | None:
        """One row of the match; says at its field what is missing or the wrong way round."""
        rate, low, high = values
        if rate is None or high is None:
            name, told = ("rate", "Say how much they add.") if rate is None else ("high", "Say up to where.")
            if f"{name}_{number}" not in self.errors:
                self.add_error(f"{name}_{number}", told)
            return None
        try:
            return Tier(rate=rate, low=low or Decimal(0), high=high)
        except EngineError:
            self.add_error(f"high_{number}", "The upper end is below the lower end.")
            return None

    def matched(self, tiers: list[Tier]) -> Decimal | None:
        """What the match adds to each unit of base; None until one's own part is known."""
        own, kept = self.cleaned_data.get("match_own_rate"), self.cleaned_data.get("match_vested_rate")
        if own is None:
            return None
        found = match_rate(Match(tiers=tuple(tiers), own=own, vested=Decimal(1) if kept is None else kept))
        if found > 1:
            self.add_error("rate_1", "Together this is more than base; look at the shares again.")
            return None
        return found.quantize(MATCH_STEP)

    def _post_clean(self) -> None:
        super()._post_clean()
        self.instance.match_rate = self.match

    def beside(self, offer: Offer) -> dict[str, list[Model]]:
        rows: list[Model] = [
            MatchTier(offer=offer, rate=rate, low=low or Decimal(0), high=high)
            for _, (rate, low, high) in self.amounts(TIERS, *COLUMNS)
        ]
        return {"match_tiers": rows if self.instance.match_stated == Stated.GIVEN else []}

    def layout(self) -> FormHelper:
        tiers = [row(*(f"{name}_{number}" for name in COLUMNS)) for number in range(1, TIERS + 1)]
        return helper(
            part("leave_stated", "leave_days", "public_holidays"),
            several(
                "match_stated",
                tiers[0],
                Fold("More steps of the match", *tiers[1:]),
                row("match_own_rate", "match_vested_rate"),
            ),
            several(
                "health_stated",
                row("health_premium", "health_deductible"),
                row("health_coinsurance_rate", "health_most"),
                row("health_account", "health_care"),
            ),
            Fold("Learning and relocation", row("learning_budget", "relocation")),
        )


class PlaceForm(PayForm):
    class Meta:
        model = Offer
        fields = (
            "starts_on",
            "onsite_days",
            "commute_minutes",
            "commute_cost",
            "commute_weeks",
            "hour_value",
        )
        field_classes = dict.fromkeys(("commute_cost", "hour_value"), MoneyField) | COUNTS
        widgets = {"starts_on": DATE}
        labels = {
            "onsite_days": "Days on site",
            "commute_minutes": "Minutes on the way",
            "commute_cost": "Cost of the way",
            "commute_weeks": "Weeks of work a year",
            "hour_value": "What an hour is worth to you",
        }
        help_texts = {
            "starts_on": "The first bonus counts from this day.",
            "onsite_days": "In a week.",
            "commute_minutes": "In a day, there and back.",
            "commute_cost": "There and back.",
            "commute_weeks": "46 are assumed.",
            "hour_value": "Only if you want your time on the way told in money.",
        }

    periods = {"commute_cost": "a day", "hour_value": "an hour"}

    def layout(self) -> FormHelper:
        return helper(
            "starts_on",
            Fieldset(
                "The way to work",
                row("onsite_days", "commute_minutes", "commute_cost"),
                row("commute_weeks", "hour_value"),
            ),
        )
