"""The forms of a draft: starting one, and its text with all that goes with it."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse

from offers.bands.validators import EARLIEST, validate_year_range
from offers.drafts.models import LONGEST, LONGEST_OVERRIDE, Draft, Kind

LARGEST_VERSION = 2_147_483_647
LIVE = {
    "hx-trigger": "input changed delay:600ms, change from:#id_preferred, check",
    "hx-target": "#findings",
    "hx-sync": "this:replace",
}
GONE_ON = "Give the day on which it went out: today, tomorrow at the latest."


class MessageField(forms.CharField):
    """Text of several lines, counted as a person sees it: one character for the end of a line."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        return text.replace("\r\n", "\n").replace("\r", "\n")


class NewDraftForm(forms.Form):
    kind = forms.ChoiceField(choices=Kind.choices)
    key = forms.UUIDField(widget=forms.HiddenInput)


class DraftForm(forms.Form):
    """One form for saving, checking and sending, so that what is on screen is what each of them takes."""

    text = MessageField(
        label="Text",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 18, "dir": "auto", "autocomplete": "off"}),
        error_messages={"required": "Write the message first."},
    )
    preferred = forms.BooleanField(
        label="They are my first choice",
        required=False,
        help_text="Only then may the text say so.",
    )
    override = MessageField(
        label="Your reason to send it as it is",
        max_length=LONGEST_OVERRIDE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "autocomplete": "off"}),
    )
    sent_on = forms.DateField(
        label="Sent on",
        required=False,
        validators=[validate_year_range],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=LARGEST_VERSION)

    def __init__(self, *args: Any, today: date, check_at: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.latest = today + timedelta(days=1)
        limits = {"min": EARLIEST.isoformat(), "max": self.latest.isoformat()}
        self.fields["sent_on"].widget.attrs |= limits
        self.fields["text"].widget.attrs |= LIVE | {"hx-post": check_at}
        for name, field in self.fields.items():
            if name != "version":
                field.widget.attrs["class"] = "form-check-input" if name == "preferred" else "form-control"

    @property
    def content(self) -> dict[str, Any]:
        """What is kept of a valid form."""
        return {name: self.cleaned_data[name] for name in ("text", "preferred", "override")}


class SendForm(DraftForm):
    """The same form when the message has gone out: it needs the day."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sent_on"].required = True

    def clean_sent_on(self) -> date:
        day: date = self.cleaned_data["sent_on"]
        if day > self.latest:
            raise ValidationError(GONE_ON)
        return day


def form_for(draft: Draft, today: date, data: QueryDict | None = None, *, sending: bool = False) -> DraftForm:
    """The form on what is saved, or on what was typed."""
    kind = SendForm if sending else DraftForm
    saved = {"text": draft.text, "preferred": draft.preferred, "override": draft.override}
    return kind(
        data,
        today=today,
        check_at=reverse("drafts:check", args=[draft.offer_id, draft.pk]),
        initial=saved | {"version": draft.version, "sent_on": today},
    )
