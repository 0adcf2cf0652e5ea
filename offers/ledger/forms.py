"""The forms of what is written down on the way: promises, signals, figures and people."""

import re
from datetime import date
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError

from offers.columns import SMALLEST
from offers.engine.signals import GREEN, Sign
from offers.fields import MoneyField
from offers.forms import DATE
from offers.ledger.keyed import KeyedForm
from offers.ledger.models import Contact, Observation, Promise, Settled, Signal
from offers.ledger.terms import come
from offers.scale import refuse_out_of_scale
from offers.step_form import side

ADDRESS = "Give an address such as name@example.org."
LARGEST_VERSION = 2_147_483_647
LONGEST_LEAVE = 366
NAMELESS = "Give it a short name, so that it can be told from others."
NAMED = "A name is for something else that you saw. Clear it, or choose “Something else”."
IN_DAYS = "Leave is in days: give a number up to 366."
CHOOSE = "Choose one"
PEOPLE = "people"  # The id of the list of names that the field of a person suggests from.


class LinesField(forms.CharField):
    """Text of several lines, counted as a person sees it: one character for the end of a line."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        return text.replace("\r\n", "\n").replace("\r", "\n")


class EntryForm(KeyedForm):
    """One thing to write down; `day` is the field of its day."""

    day: ClassVar[str] = ""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if self.day:
            self.initial[self.day] = today
        if "person" in self.fields:
            self.fields["person"].widget.attrs |= {"list": PEOPLE, "autocomplete": "off"}
        for field in self.fields.values():
            if isinstance(field, MoneyField):
                field.currency = self.instance.offer.currency
            if isinstance(field, forms.TypedChoiceField):
                given: Any = field.choices
                field.choices = [(key, label if key else CHOOSE) for key, label in given]
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout("key", *self.rows())

    def rows(self) -> list[object]:
        return [name for name in self.fields if name != "key"]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get(self.day):
            try:
                come(self.cleaned_data[self.day], self.today)
            except ValidationError as ahead:
                self.add_error(self.day, ahead)
        return cleaned


class PromiseForm(EntryForm):
    day = "promised_on"

    class Meta:
        model = Promise
        fields = ("what", "person", "promised_on", "channel")
        widgets = {"promised_on": DATE, "what": forms.TextInput(attrs={"dir": "auto"})}
        help_texts = {"what": "Such as: a review of the base after six months."}
        error_messages = {
            "what": {"required": "Say what they promised."},
            "promised_on": {"required": "Give the day on which they promised it."},
        }

    def rows(self) -> list[object]:
        return ["what", "person", side("promised_on", "channel")]


class SignalForm(EntryForm):
    day = "seen_on"

    class Meta:
        model = Signal
        fields = ("sign", "label", "quote", "seen_on", "person")
        field_classes = {"quote": LinesField}
        widgets = {"seen_on": DATE, "quote": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}
        help_texts = {
            "label": "Only for “Something else”: two or three words.",
            "quote": "As near to what they said as you remember. It may stay empty.",
        }
        error_messages = {
            "sign": {"required": "Choose what it was."},
            "seen_on": {"required": "Give the day on which it happened."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sign: Any = self.fields["sign"]
        empty, *signs = sign.choices
        good = [(key, said) for key, said in signs if Sign(key) in GREEN]
        sign.choices = [
            empty,
            ("Good signs", good),
            ("Call for care", [one for one in signs if one not in good]),
        ]

    def rows(self) -> list[object]:
        return ["sign", "label", "quote", side("seen_on", "person")]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        sign, label = self.cleaned_data.get("sign", ""), self.cleaned_data.get("label", "")
        if sign.startswith("own_") and not label:
            self.add_error("label", NAMELESS)
        if sign and not sign.startswith("own_") and label:
            self.add_error("label", NAMED)
        return cleaned


class ObservationForm(EntryForm):
    day = "seen_on"

    class Meta:
        model = Observation
        fields = ("figure", "item", "value", "seen_on", "channel", "person")
        field_classes = {"value": MoneyField}
        widgets = {"seen_on": DATE}
        error_messages = {
            "figure": {"required": "Say which figure it is."},
            "value": {"required": "Give the amount."},
            "seen_on": {"required": "Give the day on which you saw or heard it."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].help_text = self.in_what(self.instance.offer.measure)

    @staticmethod
    def in_what(measure: str) -> str:
        currency = measure.split()[0]
        return f"Base in {measure}, a bonus in {currency} a year, other money in {currency}, leave in days."

    def rows(self) -> list[object]:
        return [side("item", "figure"), "value", side("seen_on", "channel"), "person"]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        value = self.cleaned_data.get("value", SMALLEST)
        if self.cleaned_data.get("item") == "base":
            refuse_out_of_scale(self, self.instance.offer, ["value"])
        if self.cleaned_data.get("item") == "leave" and value > LONGEST_LEAVE:
            self.add_error("value", IN_DAYS)
        return cleaned


class ContactForm(EntryForm):
    class Meta:
        model = Contact
        fields = ("name", "part", "email", "phone", "notes")
        field_classes = {"notes": LinesField}
        widgets = {"notes": forms.Textarea(attrs={"rows": 4, "dir": "auto"})}
        help_texts = {"email": "Where a message of yours may be sent, by you."}
        error_messages = {
            "name": {"required": "Give a name."},
            "email": {"invalid": ADDRESS},
        }

    def rows(self) -> list[object]:
        return [side("name", "part"), side("email", "phone"), "notes"]

    def clean_email(self) -> str:
        """One that the head of a mail can hold: visible characters of ASCII alone, and no quotes."""
        email = str(self.cleaned_data["email"])
        if email and not re.fullmatch(r"[!#-~]+@[!-~]+", email):
            raise ValidationError(ADDRESS)
        return email


class ChangeContactForm(ContactForm):
    """A contact that is there already. `version` is the one that the page was opened on."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=LARGEST_VERSION)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["key"]
        self.fields["version"].initial = self.instance.version
        self.helper.layout = Layout("version", *self.rows())

    @property
    def typed(self) -> dict[str, Any]:
        """The columns of a valid form."""
        return {name: self.cleaned_data[name] for name in ContactForm.Meta.fields}


class VersionForm(forms.Form):
    """What a button that removes a contact was opened on."""

    version = forms.IntegerField(min_value=1, max_value=LARGEST_VERSION)


class SettleForm(forms.Form):
    """What a button of a promise makes of it, and where the promise stood when the page was opened."""

    state = forms.ChoiceField(choices=Settled.choices)
    was = forms.ChoiceField(choices=Settled.choices)
