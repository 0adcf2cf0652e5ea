"""The page that a walk-away is worked out on. Its title is in wizard.py."""

from typing import Any

from crispy_forms.helper import FormHelper

from offers.fields import CostField, MoneyField, PercentField
from offers.models import Offer
from offers.notices import out_of_scale
from offers.pay_forms import A_YEAR, PayForm
from offers.step_form import helper, row


class WalkAwayForm(PayForm):
    class Meta:
        model = Offer
        fields = ("spending", "tax_rate", "alternative_value", "switching_loss", "resent")
        field_classes = {
            "spending": MoneyField,
            "tax_rate": PercentField,
            "alternative_value": CostField,
            "switching_loss": CostField,
            "resent": MoneyField,
        }
        help_texts = {
            "spending": "All that you and those who live on your pay need, after tax.",
            "tax_rate": "In percent of the whole; none is counted where this is empty.",
            "alternative_value": "Your job of today or another offer, with all that it pays.",
            "switching_loss": "A bonus or shares that you would lose, for example.",
            "resent": "Less than this, and you would be sorry in six months.",
        }

    periods = {"spending": A_YEAR, "alternative_value": A_YEAR}
    highest = {"tax_rate": 90}

    def measure_for(self, name: str) -> str:
        return self.measure if name == "resent" else super().measure_for(name)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        resent = self.cleaned_data.get("resent")
        if resent is not None and (odd := out_of_scale(self.offer, resent)):
            self.add_error("resent", odd)
        return cleaned

    def layout(self) -> FormHelper:
        return helper(row("spending", "tax_rate"), row("alternative_value", "switching_loss"), row("resent"))
