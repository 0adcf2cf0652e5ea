"""The answers of a step in words: on the page with all of them, after a quiet save, and beside another's."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from django.forms import BooleanField
from django.utils.formats import date_format
from django.utils.text import capfirst

from offers.case import measure_of
from offers.explain import money_in
from offers.fields import AmountsField, CountField, MoneyField, PercentField, YesNoField
from offers.step_form import HIDDEN, OpenedForm, StepForm

PRIVATE = frozenset({"walk_away", "spending", "tax_rate", "alternative_value", "switching_loss", "resent"})
EMPTY = "empty"
Line = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer on the page of all: `odd` asks about what may be a slip; `private` is for nobody else."""

    label: str
    words: str
    odd: str
    private: bool


def answers_of(form: StepForm, odd: Mapping[str, str] = MappingProxyType({})) -> list[Answer]:
    """Every field that has an answer; `odd` is what to ask about some of them, by field."""
    return [
        Answer(
            label=str(form[name].label),
            words=words(form, name),
            odd=odd.get(name, ""),
            private=name in PRIVATE,
        )
        for name in form.fields
        if name not in HIDDEN and not is_nothing(form[name].value()) and form.applies(name)
    ]


def is_nothing(value: object) -> bool:
    """Whether it is no answer; none at all, such as no day of it, is one."""
    return value is None or value is False or value in ("", [])


def echoes(form: StepForm, changed: Collection[str]) -> list[Line]:
    """Every amount that was just typed as it was understood, for the line that says what was saved."""
    kinds = (MoneyField, AmountsField)
    names = [
        name
        for name, field in form.fields.items()
        if name in changed and isinstance(field, kinds) and form.initial.get(name)
    ]
    return [(str(form[name].label), " · ".join(echoed(form, name).split("\n"))) for name in names]


def echoed(form: StepForm, name: str) -> str:
    """Base may be typed with the time it is for, so that time is said back."""
    unit = f" {form.offer.get_unit_display()}" if name == "base" else ""
    return f"{words(form, name)}{unit}"


def differences(mine: StepForm, saved: StepForm) -> Iterator[tuple[str, str, str]]:
    """Label, saved answer and typed answer of every field in which the two differ."""
    for name in mine.changed_data:
        if name not in HIDDEN:
            yield str(mine[name].label), words(saved, name), typed(mine, name)


def words(form: StepForm, name: str) -> str:
    """A saved answer as a person reads it: an amount with its currency, the label of a choice, a date."""
    kept, field = form.initial.get(name), form.fields[name]
    if is_nothing(kept):
        return "No" if kept is False else EMPTY
    if isinstance(kept, list):
        return "\n".join(money_in(amount, measure_of(form.offer)) for amount in kept)
    if isinstance(kept, Decimal) and isinstance(field, MoneyField):
        return f"{money_in(kept, measure_of(form.offer))}{time_of(form, name)}"
    if isinstance(kept, date):
        return date_format(kept, "j F Y")
    if isinstance(field, CountField):
        return str(form[name].value())
    if isinstance(field, PercentField):
        return f"{form[name].value()}%"
    return "Yes" if kept is True else chosen(form, name, str(form[name].value()))


def time_of(form: StepForm, name: str) -> str:
    """The time of its own that an amount is for, such as a month, unless its label says so."""
    time = str(getattr(form, "periods", {}).get(name, ""))
    return f" {time}" if time and time not in str(form[name].label) else ""


def typed(form: OpenedForm, name: str) -> str:
    """An answer that is not saved, as it was typed."""
    text = str(form.data.get(name) or "")
    if isinstance(form.fields[name], BooleanField):
        return "Yes" if text else "No"
    if isinstance(form.fields[name], YesNoField):
        return capfirst(text) or EMPTY
    return chosen(form, name, text) if text else EMPTY


def chosen(form: OpenedForm, name: str, value: str) -> str:
    """The label of a choice; any other text as it is."""
    labels = {str(key): capfirst(str(label)) for key, label in getattr(form.fields[name], "choices", [])}
    return labels.get(value, value)
