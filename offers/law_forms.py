"""The form of the page of rights: whose law holds, and how large the employer is."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from offers.bands.models import PayRule
from offers.counts import COUNTS
from offers.models import Offer
from offers.step_form import StepForm, helper, side


class RightsForm(StepForm):
    class Meta:
        model = Offer
        fields = ("pay_rule", "employees")
        field_classes = COUNTS
        help_texts = {"employees": "Optional. Many rules are for employers from some size on."}

    pay_rule = forms.ModelChoiceField(
        PayRule.objects.none(),
        required=False,
        empty_label="Not chosen",
        label="Whose law holds",
        help_text="Where the work is done. The nearest place that has a line of its own.",
    )

    def __init__(self, *args: Any, guess: PayRule | None = None, **kwargs: Any) -> None:
        """`guess` stands in the list until something is saved; it is not what the page was opened on."""
        super().__init__(*args, **kwargs)
        place: Any = self.fields["pay_rule"]
        place.queryset = PayRule.objects.all()
        if guess and self.initial.get("pay_rule") is None:
            self.initial["pay_rule"] = guess.pk

    def layout(self) -> FormHelper:
        return helper(side("pay_rule", "employees"))
