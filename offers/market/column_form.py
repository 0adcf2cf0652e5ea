"""Saying which column of a table is which field of a band, and what stands in every row."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from offers.bands.fields import CurrencyField
from offers.bands.models import BandSet, Basis, Confidence, Period, SetState
from offers.bands.validators import validate_year_range
from offers.fields import CountField
from offers.market.headings import NEEDED, Table, guess, label, plan_of, twice
from offers.market.models import Batch
from offers.market.reading.formats.bands import AMOUNTS, FIELDS, Plan
from offers.market.template_file import SAYS

NEITHER = "Choose a column, or give one value for all rows."
LONGEST = {"employer": 200, "family": 100, "title": 150, "level": 50, "location": 150, "source": 300}
CHOICES = {"period": Period.choices, "basis": Basis.choices, "confidence": Confidence.choices}


def for_all(name: str) -> forms.Field | None:
    """The field for one value in all rows; amounts have none."""
    if name in AMOUNTS:
        return None
    if name in CHOICES:
        return forms.ChoiceField(choices=[("", "no value"), *CHOICES[name]], required=False)
    if name in ("valid_from", "valid_to", "as_of"):
        day = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(required=False, widget=day, validators=[validate_year_range])
    if name == "currency":
        return CurrencyField(required=False)
    if name == "url":
        return forms.URLField(required=False, max_length=500, assume_scheme="https")
    if name == "sample":
        return CountField(what="people asked", such_as=250, least=1, most=999_999_999)
    return forms.CharField(required=False, max_length=LONGEST[name])


@dataclass(frozen=True, kw_only=True)
class Line:
    """One field of a band on the page."""

    label: str
    says: str
    is_needed: bool
    column: forms.BoundField
    value: forms.BoundField | None


class ColumnsForm(forms.Form):
    band_set = forms.CharField(
        label="Name of the draft",
        max_length=100,
        help_text="A new draft is made under this name, or rows go into the draft that has it.",
    )

    def __init__(self, batch: Batch, table: Table, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        headings = [(str(place), heading) for place, heading in enumerate(table.headings)]
        for name in FIELDS:
            self.fields[f"column_{name}"] = forms.ChoiceField(
                choices=[("", "no column"), *headings], required=False, label=f"{label(name)}: column"
            )
            if value := for_all(name):
                value.label = f"{label(name)}: in all rows"
                self.fields[f"all_{name}"] = value
        self.initial = kept(batch, table) or guessed(batch, table, today)

    def lines(self) -> Iterator[Line]:
        for name in FIELDS:
            yield Line(
                label=label(name),
                says=SAYS[name][0],
                is_needed=name in NEEDED,
                column=self[f"column_{name}"],
                value=self[f"all_{name}"] if f"all_{name}" in self.fields else None,
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in NEEDED:
            is_named = cleaned.get(f"column_{name}") or cleaned.get(f"all_{name}")
            if not is_named and not self.has_error(f"all_{name}"):
                self.add_error(f"column_{name}", "Choose a column." if name in AMOUNTS else NEITHER)
        for name, other in twice(self.columns()):
            self.add_error(f"column_{name}", f"This column is chosen for the {other} already.")
        self.refuse_taken()
        return cleaned

    def refuse_taken(self) -> None:
        """A set that is in force or archived stays as it is. Employers in a column are asked row by row."""
        name, employer = self.cleaned_data.get("band_set"), self.cleaned_data.get("all_employer")
        sets = BandSet.objects.exclude(state=SetState.DRAFT)
        if name and employer and sets.filter(employer__name__iexact=employer, name__iexact=name).exists():
            self.add_error(
                "band_set", f"{employer} has a set of this name that is no draft. Give another name."
            )

    def columns(self) -> dict[str, int]:
        chosen = {name: self.cleaned_data.get(f"column_{name}") for name in FIELDS}
        return {name: int(place) for name, place in chosen.items() if place}

    def plan(self) -> Plan:
        values = {name: self.cleaned_data.get(f"all_{name}") for name in FIELDS}
        texts = {name: str(value) for name, value in values.items() if value}
        return plan_of(self.table, self.columns(), texts)


def kept(batch: Batch, table: Table) -> dict[str, Any]:
    """What was chosen before, where the headings are still those of the same line."""
    if "plan" not in batch.facts or batch.facts["plan"]["line"] != table.line:
        return {}
    plan = Plan(**batch.facts["plan"])
    columns = {f"column_{name}": str(place) for name, place in plan.columns.items()}
    return (
        columns
        | {f"all_{name}": text for name, text in plan.texts.items()}
        | {"band_set": batch.facts["band_set"]}
    )


def guessed(batch: Batch, table: Table, today: date) -> dict[str, Any]:
    columns = guess(table.headings)
    return {f"column_{name}": str(place) for name, place in columns.items()} | {
        f"all_{name}": text for name, text in usual(batch, today).items() if name not in columns
    }


def usual(batch: Batch, today: date) -> dict[str, str]:
    """What stands in every row of most files that have no column for it."""
    day = today.isoformat()
    return {
        "family": "General",
        "period": Period.YEAR.value,
        "basis": Basis.POSITION.value,
        "valid_from": day,
        "source": batch.file_name,
        "as_of": day,
        "confidence": Confidence.HIGH.value,
    }
