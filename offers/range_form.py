"""The page of one range that a person keeps."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError

from offers.answers import EMPTY, chosen, typed
from offers.bands.fields import CurrencyField
from offers.fields import MoneyField, check_currency
from offers.models import KnownRange
from offers.scale import below_least
from offers.step_form import HIDDEN, OpenedForm, helper, side

AMOUNTS = ("minimum", "midpoint", "maximum")


class KnownRangeForm(OpenedForm):
    class Meta:
        model = KnownRange
        fields = (
            "title",
            "level",
            "place",
            "currency",
            "unit",
            *AMOUNTS,
            "source",
            "from_employer",
            "seen_on",
        )
        field_classes = dict.fromkeys(AMOUNTS, MoneyField) | {"currency": CurrencyField}
        widgets = {"seen_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        help_texts = {
            "level": "Such as L4 or Senior, where one was named.",
            "currency": "Three letters, such as USD or EUR.",
            "minimum": "Leave it empty if only the upper end was named.",
            "midpoint": "Leave it empty if nobody named it.",
            "maximum": "Leave it empty if only the lower end was named.",
            "source": "Such as a posting, a friend in the team, or a survey with its year.",
        }
        error_messages = {
            "title": {"required": "Name the job."},
            "place": {"required": "Name the place, or write remote."},
            "currency": {"required": "Give three letters, such as USD."},
            "source": {"required": "Say who said it, or where it stands."},
            "seen_on": {"required": "Say when; about is enough."},
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.refuse_other_currencies()
        self.refuse_too_small()
        low, middle, high = (self.cleaned_data.get(name) for name in AMOUNTS)
        if low is None and high is None and not {"minimum", "maximum"} & set(self.errors):
            self.add_error("minimum", "Give the lower end or the upper end, or both.")
        if low is not None and high is not None and low > high:
            self.add_error("maximum", "The maximum is below the minimum.")
        elif middle is not None and low is not None and middle < low:
            self.add_error("midpoint", "The midpoint is below the minimum.")
        elif middle is not None and high is not None and middle > high:
            self.add_error("midpoint", "The midpoint is above the maximum.")
        return cleaned

    def refuse_too_small(self) -> None:
        """A lost "k", or pay for a shorter time than is chosen."""
        currency, unit = self.cleaned_data.get("currency", ""), self.cleaned_data.get("unit", "")
        for name in AMOUNTS:
            amount = self.cleaned_data.get(name)
            if amount is not None and (small := below_least(currency, unit, amount)):
                self.add_error(name, small)

    def refuse_other_currencies(self) -> None:
        """A sign or code beside an amount that is not the currency of the range."""
        currency = self.cleaned_data.get("currency")
        for name in AMOUNTS:
            try:
                if currency and self.cleaned_data.get(name) is not None:
                    check_currency(str(self.data.get(name, "")), currency)
            except ValidationError:
                self.add_error(name, f"This range is in {currency}; give the amount in {currency}.")

    def layout(self) -> FormHelper:
        return helper(
            side("title", "level"),
            "place",
            side("currency", "unit"),
            side("minimum", "midpoint", "maximum"),
            "source",
            "from_employer",
            "seen_on",
        )

    def against(self, saved: "KnownRangeForm") -> list[tuple[str, str, str]]:
        """Label, saved answer and typed answer of every field in which the two differ."""
        names = [name for name in self.changed_data if name not in HIDDEN]
        return [(str(self[name].label), saved.told(name), typed(self, name)) for name in names]

    def told(self, name: str) -> str:
        value = self[name].value()
        if isinstance(value, bool):
            return "yes" if value else "no"
        return chosen(self, name, str(value)) if value not in (None, "") else EMPTY
