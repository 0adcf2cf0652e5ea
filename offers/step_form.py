"""What every page of the wizard has in common: its layout, and knowing what it was opened on."""

import hashlib
import json
import uuid
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from crispy_forms.utils import TEMPLATE_PACK
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.template import Context

from offers.engine.situation import Unit
from offers.fields import AmountsField, MoneyField
from offers.models import Offer, Stated
from offers.scale import refuse_out_of_scale

UNKNOWN = "Not known yet"
DECIDED = "This is decided. Take the decision back before you change an answer."
HIDDEN = ("opened", "page")  # The fields that nobody types.


def form_with(fields: dict[str, forms.Field]) -> Any:
    """A form of these fields, for a page whose fields follow from data, to stand among its bases."""
    return type("Fields", (forms.Form,), fields)


def helper(*layout: object) -> FormHelper:
    """Fields alone: the page brings the form element, its token and its buttons."""
    made = FormHelper()
    made.form_tag = False
    made.disable_csrf = True
    made.layout = Layout(*HIDDEN, *layout)
    return made


class Answer(Field):
    """One field; an amount has its currency and what it is for beside it."""

    def render(
        self, form: "Folding", context: Context, template_pack: str = TEMPLATE_PACK, **options: Any
    ) -> str:
        if isinstance(form.fields[self.fields[0]], MoneyField):
            self.template = "bootstrap5/layout/prepended_appended_text.html"
            options["extra_context"] = {"crispy_appended_text": form.measure_for(self.fields[0])}
        return str(super().render(form, context, template_pack=template_pack, **options))


def side(*fields: object) -> Div:
    """Fields side by side where there is room."""
    shown = [Field(field) if isinstance(field, str) else field for field in fields]
    return Div(*(Div(field, css_class="col-sm") for field in shown), css_class="row")


def row(*names: str) -> Div:
    """The same for fields that have what they are in beside them."""
    return side(*map(Answer, names))


def part(name: str, *details: str) -> Div:
    """A part of the offer: stated or not, and its details."""
    return Div(Field(name), Div(row(*details), css_class="part-details"), css_class="part")


class Fold(Div):
    """Fields that few offers need, behind a line; open where one has an answer or an error."""

    template = "components/fold.html"

    def __init__(self, title: str, *fields: object) -> None:
        super().__init__(*fields)
        self.title = title
        self.is_open = False

    def render(self, form: "Folding", *args: Any, **options: Any) -> str:
        self.is_open = any(form.is_answered(pointer.name) for pointer in self.get_field_names())
        return str(super().render(form, *args, **options))


class Folding(forms.BaseForm):
    """A form that may have parts behind a line, and amounts with what they are in beside them."""

    instance: Any

    @property
    def measure(self) -> str:
        """What every amount of this page is in."""
        return str(self.instance.measure)

    def measure_for(self, name: str) -> str:
        """What one amount is in, where the amounts of a page differ."""
        return self.measure

    def is_answered(self, name: str) -> bool:
        """Whether a field holds something else than what it starts with, or an error."""
        field, value = self.fields[name], self[name].value()
        return name in self.errors or field.has_changed(field.initial, value)


class OpenedForm(Folding, forms.ModelForm):
    """A page that knows what it was opened on, so that it overwrites no other page's save."""

    # Shorter words for choices that would be cut on a phone, by their value.
    short: ClassVar[dict[str, str]] = {}

    opened = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    page = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opened"].initial = self.state
        self.fields["page"].initial = uuid.uuid4()
        self.helper = self.layout()

    def layout(self) -> FormHelper:
        return helper(*(name for name in self.fields if name not in HIDDEN))

    @property
    def answers(self) -> dict[str, Any]:
        """What is saved, by field: the values this form was opened on."""
        return {name: value for name, value in self.initial.items() if name in self.fields}

    @property
    def state(self) -> str:
        """A hash of what is saved. Two pages that were opened on the same answers have the same."""
        return hashlib.sha256(json.dumps(self.answers, default=str, sort_keys=True).encode()).hexdigest()


class StepForm(OpenedForm):
    """One page of the wizard. `in_passing` while it is saved quietly, without a button that was pressed."""

    in_passing = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, (MoneyField, AmountsField)):
                field.currency = self.instance.currency
                field.time = self.measure_for(name).removeprefix(field.currency).strip()
            if isinstance(field, forms.TypedChoiceField):
                given: Any = field.choices
                field.choices = [
                    (key, self.short.get(key, label) if key else UNKNOWN) for key, label in given
                ]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        offer = getattr(self.instance, "offer", self.instance)
        if offer.is_decided:
            raise ValidationError(DECIDED)
        refuse_out_of_scale(self, self.priced, self.beside_base)
        return cleaned

    @property
    def priced(self) -> Offer:
        """Whose base the amounts of this page are held against."""
        return self.offer

    @property
    def beside_base(self) -> list[str]:
        """The amounts that are for the same time as base: all of a page, unless it says otherwise."""
        return [name for name, field in self.fields.items() if isinstance(field, (MoneyField, AmountsField))]

    @property
    def offer(self) -> Offer:
        """The offer that this page is about."""
        offer: Offer = self.instance
        return offer

    @property
    def saved_fields(self) -> list[str]:
        """The columns that this page writes."""
        return [name for name in self._meta.fields or () if name in self.fields]

    def applies(self, name: str) -> bool:
        """Whether an answer says anything: monthly salaries are counted for pay by the month alone."""
        return name != "payments_per_year" or bool(self.initial["unit"] == Unit.MONTH)

    def beside(self, offer: Offer) -> dict[str, list[Model]]:
        """The rows beside the offer that this page writes anew, by the name of their relation."""
        return {}

    def drop_unless_given(self, stated: str, *names: str) -> None:
        """A part that is not offered has no details."""
        if self.cleaned_data.get(stated) != Stated.GIVEN:
            for name in names:
                self.cleaned_data[name] = None

    def check_order(self, low: str, high: str, sentence: str) -> None:
        low_amount, high_amount = self.cleaned_data.get(low), self.cleaned_data.get(high)
        if low_amount is not None and high_amount is not None and low_amount > high_amount:
            self.add_error(high, sentence)
