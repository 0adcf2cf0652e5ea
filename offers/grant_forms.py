"""The page of one grant: what it is worth, when it vests, and how much of it one believes."""

import re
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset
from django.core.exceptions import ValidationError

from offers.columns import LARGEST
from offers.counts import COUNTS
from offers.engine.errors import EngineError
from offers.fields import FigureField, MoneyField, PercentField
from offers.models import Grant, Offer
from offers.models.pay import OWN
from offers.pay_forms import PayForm
from offers.step_form import Fold, helper, row

LONGEST = 10  # Years.
HUGE = "That is more than a billion. Look at the number and the price again."


class SharesField(FigureField):
    """The share of each year, as people type it: "33, 33, 22, 12"; kept in basis points."""

    longest = 80

    def __init__(self, *, base_field: object = None, max_length: int = 0, **options: Any) -> None:
        """What a model's list gives to its own form field is not asked for here."""
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return ", ".join(f"{part / 100:g}" for part in value)
        return value

    def to_python(self, value: Any) -> list[int]:
        if isinstance(value, list):
            return value
        parts = re.split(r"[\s,;/|%]+", self.text_of(value))
        return [self.points(part) for part in parts if part]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)

    def points(self, part: str) -> int:
        if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", part):
            raise ValidationError("Give the percent of each year, such as 25, 25, 25, 25.")
        return int(Decimal(part) * 100)


class PriceField(MoneyField):
    """A price to four places, or nothing."""

    def amount(self, text: str) -> Decimal:
        cents = re.fullmatch(r"0[.,][0-9]{3,4}", text)
        return Decimal(text.replace(",", ".")) if cents else super().amount(text)


class GrantForm(PayForm):
    class Meta:
        model = Grant
        fields = (
            "label",
            "figure",
            "meaning",
            "units",
            "price",
            "strike",
            "is_private",
            "is_written",
            "schedule",
            "points",
            "cliff_months",
            "vests_every",
            "starts_after_months",
            "believed_rate",
        )
        field_classes = {
            "figure": MoneyField,
            "price": PriceField,
            "strike": PriceField,
            "points": SharesField,
            "believed_rate": PercentField,
        } | COUNTS
        help_texts = {
            "label": "Such as shares on joining, or options.",
            "figure": "In money. Leave it empty where they named a number of shares.",
            "is_private": "Then nothing is counted until you say what you believe; the claim stands beside.",
            "is_written": "What no letter promises is not counted until you say what you believe.",
            "schedule": "In equal parts where no percentages stand. As others describe it, seen in "
            "November 2026. The letter decides.",
            "points": "Percent of each year, such as 5, 15, 40, 40.",
            "cliff_months": "Nothing vests before; 12 is usual.",
            "starts_after_months": "0 from the first day; 12 for a grant that comes after a year.",
            "believed_rate": "In percent of the claim. Empty: all of it, or nothing where it cannot be sold.",
        }

    short = {
        "even_4_monthly": "4 years, monthly after year one",
        "even_4_quarterly": "4 years, quarterly after year one",
        "even_4_yearly": "4 years, once a year",
        "even_3_yearly": "3 years, once a year",
        "front_loaded": "33, 33, 22 and 12%, monthly",
        "back_loaded": "5, 15, 40 and 40%, once a year",
    }

    @property
    def offer(self) -> Offer:
        offer: Offer = self.instance.offer
        return offer

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        figure, units = self.cleaned_data.get("figure"), self.cleaned_data.get("units")
        if figure is None and units is None and not {"figure", "units"} & set(self.errors):
            self.add_error("figure", "Give a figure, or the number of shares.")
        if figure is not None and units is not None:
            self.add_error("units", "Give a figure or a number of shares, not both.")
        if figure is not None and self.cleaned_data.get("strike") is not None:
            self.add_error("strike", "Options are counted in shares: give their number and the price.")
        if self.cleaned_data.get("schedule") != OWN:
            self.cleaned_data |= {"points": []}
        elif not self.cleaned_data.get("points") and "points" not in self.errors:
            self.add_error("points", "Say what part vests in each year.")
        elif len(self.cleaned_data.get("points", ())) > LONGEST:
            self.add_error("points", f"At most {LONGEST} years fit.")
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        try:
            claimed = self.instance.to_grant().claimed
        except EngineError as error:
            self.add_error(PLACES.get(error.field, "schedule"), error.sentence)
            return
        if claimed is not None and claimed > LARGEST:
            self.add_error("units" if self.instance.units else "figure", HUGE)

    def layout(self) -> FormHelper:
        return helper(
            "label",
            row("figure", "meaning"),
            Fold("A number of shares or options instead", row("units", "price", "strike")),
            "is_private",
            "is_written",
            Fieldset(
                "When it becomes yours",
                "schedule",
                Fold("Another way", "points", row("cliff_months", "vests_every")),
                "starts_after_months",
            ),
            Fieldset("What you count", "believed_rate"),
        )


PLACES = {"points": "points", "cliff": "cliff_months", "meaning": "meaning", "worth": "figure"}
