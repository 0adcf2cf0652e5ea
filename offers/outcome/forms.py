"""The forms after a counter: what they answered, and how it ended."""

import uuid
from datetime import date, timedelta
from typing import Any

from crispy_forms.bootstrap import AppendedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from offers.fields import CountField, MoneyField
from offers.forms import DATE
from offers.models import Offer
from offers.outcome.models import Answer, Decision
from offers.step_form import row

TO_COME = "Give the day on which it happened: today, tomorrow at the latest."


def come(day: date | None, today: date) -> date | None:
    """A day that has come; tomorrow counts, because it is tomorrow already in some places."""
    if day and day > today + timedelta(days=1):
        raise ValidationError(TO_COME)
    return day


class HeardForm(forms.ModelForm):
    """One answer of theirs. Its key makes sending it twice one answer."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    class Meta:
        model = Answer
        fields = ("base", "sign_on", "leave_days", "other", "heard_on", "channel", "is_final", "decide_by")
        field_classes = {"base": MoneyField, "sign_on": MoneyField, "leave_days": CountField}
        widgets = {"heard_on": DATE, "decide_by": DATE, "other": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "base": "The same base once more, if it did not move.",
            "sign_on": "Leave it empty if they did not mention it.",
            "leave_days": "Leave it empty if they did not mention it.",
            "decide_by": "It takes the place of the deadline of this offer.",
        }
        error_messages = {
            "base": {"required": "Give the base they answered with."},
            "heard_on": {"required": "Give the day on which you heard it."},
        }

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["key"].initial = uuid.uuid4()
        self.initial["heard_on"] = today
        for field in self.fields.values():
            if isinstance(field, MoneyField):
                field.currency = self.instance.offer.currency
        self.helper = self.layout()

    def layout(self) -> FormHelper:
        offer, made = self.instance.offer, FormHelper()
        made.form_tag, made.disable_csrf = False, True
        made.layout = Layout(
            "key",
            AppendedText("base", offer.measure),
            Div(
                Div(AppendedText("sign_on", offer.currency), css_class="col-sm"),
                Div("leave_days", css_class="col-sm"),
                css_class="row",
            ),
            row("heard_on", "channel"),
            "is_final",
            "decide_by",
            "other",
        )
        return made

    def clean_heard_on(self) -> date | None:
        return come(self.cleaned_data["heard_on"], self.today)

    def clean_other(self) -> str:
        return str(self.cleaned_data["other"]).replace("\r\n", "\n")


class DecisionForm(forms.ModelForm):
    """How it ended. A yes to terms that stand in no writing asks once more."""

    sure = forms.BooleanField(required=False, label="Accept although not all of it is in writing")

    class Meta:
        model = Decision
        fields = ("outcome", "decided_on")
        widgets = {"outcome": forms.RadioSelect, "decided_on": DATE}
        error_messages = {
            "outcome": {"required": "Say how it ended."},
            "decided_on": {"required": "Give the day of the decision."},
        }

    def __init__(self, *args: Any, today: date, in_writing: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial["decided_on"] = today
        outcome: Any = self.fields["outcome"]
        outcome.choices = outcome.choices[1:]
        if in_writing:
            del self.fields["sure"]
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True

    def clean_decided_on(self) -> date | None:
        return come(self.cleaned_data["decided_on"], self.today)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("outcome") == "accepted" and not self.cleaned_data.get("sure", True):
            self.add_error("sure", "Have it in writing first, or tick this.")
        return cleaned


def heard_form(offer: Offer, today: date, data: QueryDict | None = None) -> HeardForm:
    return HeardForm(data, instance=Answer(offer=offer), today=today)


def decision_form(offer: Offer, today: date, data: QueryDict | None = None) -> DecisionForm:
    """The form on an offer whose answers are loaded."""
    last = offer.heard.first()
    in_writing = offer.stated_as == "written" and (last is None or last.channel != "call")
    return DecisionForm(data, instance=Decision(offer=offer), today=today, in_writing=in_writing)
