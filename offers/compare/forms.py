"""The forms of a comparison. Each knows what it was opened on, so that no tab overwrites another silently."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator

from offers.bands.validators import validate_currency, validate_year_range
from offers.compare.models import LARGEST_RATE, LONGEST_NAME, LONGEST_REASON, SMALLEST_RATE, Criterion, Score
from offers.drafts.models import Kind
from offers.engine import draft as engine
from offers.engine.weights import WHOLE
from offers.fields import CountField
from offers.forms import DATE

MOST = 8  # Things that matter: with more of them the points say little about each.
LONGEST_WHY = 300
OUTSIDE = "A rate is more than zero and at most a million."
DIGITS = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,8})?")
LETTERS = tuple(
    kind.value for kind in (engine.Kind.EXTENSION, engine.Kind.COMPETING) if kind.value in Kind.values
)
Points = list[tuple[str, int]]


class OpenedForm(forms.Form):
    """A form that carries a digest of what was saved when its page was opened."""

    opened = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, state: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opened"].initial = state
        for field in self.fields.values():
            if not field.widget.is_hidden:
                field.widget.attrs["class"] = "form-control"


class CurrencyField(forms.CharField):
    """Three letters, however they are typed."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=3, validators=[validate_currency], **options)
        self.widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").upper()


class HomeForm(OpenedForm):
    """The currency that everything is compared in."""

    home = CurrencyField(label="Compare in", error_messages={"required": "Give three letters, such as EUR."})


AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")  # 1,480 may be a thousand or one and a half.


class RateField(forms.Field):
    """An exchange rate as people type it: 0.095 or 0,095."""

    def to_python(self, value: Any) -> Decimal | None:
        typed = str(value or "").strip()
        if AMBIGUOUS.fullmatch(typed):
            raise ValidationError("Is the comma for thousands? Write 1480 or 1.48.")
        text = typed.replace(",", ".")
        if text and not DIGITS.fullmatch(text):
            raise ValidationError("Give a rate such as 0.095.")
        return Decimal(text) if text else None


class RateForm(OpenedForm):
    """One rate with the day it is from; `currency` and `home` say which."""

    currency = CurrencyField(widget=forms.HiddenInput)
    home = CurrencyField(widget=forms.HiddenInput)
    rate = RateField(
        label="Rate",
        error_messages={"required": "Give the rate, such as 0.095."},
        validators=[MinValueValidator(SMALLEST_RATE, OUTSIDE), MaxValueValidator(LARGEST_RATE, OUTSIDE)],
    )
    dated_on = forms.DateField(
        label="Rate of",
        widget=DATE,
        validators=[validate_year_range],
        error_messages={"required": "Give the day the rate is from."},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)

    def clean_dated_on(self) -> date:
        day: date = self.cleaned_data["dated_on"]
        if day > self.today + timedelta(days=1):
            raise ValidationError("A rate is from a day that has come.")
        return day

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.cleaned_data.get("currency") == self.cleaned_data.get("home"):
            self.add_error("rate", "Both currencies are the same.")
        return cleaned


class ExpectedForm(OpenedForm):
    """The day on which an offer is expected; empty takes it back."""

    expected_on = forms.DateField(
        label="Expected on", widget=DATE, required=False, validators=[validate_year_range]
    )


class LetterForm(forms.Form):
    """Which message to start; its key makes sending it twice one draft."""

    kind = forms.ChoiceField(choices=[(kind, kind) for kind in LETTERS])
    key = forms.UUIDField()


class UnlockForm(OpenedForm):
    why = forms.CharField(
        label="Why?", required=False, max_length=LONGEST_WHY, help_text="It stands in the log. Optional."
    )


class PointsForm(OpenedForm):
    """The 100 points: up to eight things that matter, each with its share."""

    for _number in range(1, MOST + 1):
        locals()[f"name_{_number}"] = forms.CharField(
            label=f"What matters, {_number}", required=False, max_length=LONGEST_NAME
        )
        locals()[f"points_{_number}"] = CountField(
            label=f"Points, {_number}", what="points", such_as=20, least=1, most=WHOLE
        )
    del _number

    def __init__(self, *args: Any, criteria: Sequence[Criterion] = (), **kwargs: Any) -> None:
        given: dict[str, Any] = {f"name_{one.place}": one.name for one in criteria}
        given |= {f"points_{one.place}": one.points for one in criteria}
        super().__init__(*args, initial=given, **kwargs)

    def rows(self) -> list[tuple[Any, Any]]:
        return [(self[f"name_{number}"], self[f"points_{number}"]) for number in range(1, MOST + 1)]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        seen: set[str] = set()
        for number in range(1, MOST + 1):
            name, points = f"name_{number}", f"points_{number}"
            words = " ".join(str(self.cleaned_data.get(name) or "").split())
            if words.casefold() in seen:
                self.add_error(name, f"{words} stands there twice.")
            if words and self.cleaned_data.get(points) is None and points not in self.errors:
                self.add_error(points, f"How many points has {words}?")
            if self.cleaned_data.get(points) and not words and name not in self.errors:
                self.add_error(name, "Name what these points are for.")
            seen |= {words.casefold()} - {""}
        if not seen and not self.errors:
            self.add_error("name_1", "Name at least one thing that matters to you.")
        elif "lock" in self.data and not self.errors:
            self.check_sum()
        return cleaned

    def check_sum(self) -> None:
        total = sum(points for _, points in self.points)
        if total != WHOLE:
            self.add_error(None, f"The points sum to {total}; share out exactly {WHOLE} to lock them.")

    @property
    def points(self) -> Points:
        """What is shared out, in order."""
        found = (
            (" ".join(self.cleaned_data[f"name_{n}"].split()), self.cleaned_data[f"points_{n}"])
            for n in range(1, MOST + 1)
            if self.cleaned_data.get(f"name_{n}")
        )
        return [(name, points) for name, points in found if points]


class ScoresForm(OpenedForm):
    """For each thing that matters a score from 0 to 100 and, in writing, why."""

    for _number in range(1, MOST + 1):
        locals()[f"score_{_number}"] = CountField(
            label=f"Score, {_number}", what="points", such_as=70, least=0, most=WHOLE
        )
        locals()[f"reason_{_number}"] = forms.CharField(
            label=f"Why, {_number}",
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
            validators=[MaxLengthValidator(LONGEST_REASON)],
        )
    del _number

    def __init__(
        self, *args: Any, criteria: Sequence[Criterion], known: Mapping[str, Score], **kwargs: Any
    ) -> None:
        self.names = {number: one.name for number, one in enumerate(criteria, 1)}
        given: dict[str, Any] = {}
        for number, name in self.names.items():
            if name in known:
                given |= {f"score_{number}": known[name].points, f"reason_{number}": known[name].reason}
        super().__init__(*args, initial=given, **kwargs)
        for number in range(1, MOST + 1):
            score, reason = f"score_{number}", f"reason_{number}"
            if number not in self.names:
                del self.fields[score], self.fields[reason]
                continue
            self.fields[score].label = f"{self.names[number]}, 0 to 100"
            self.fields[reason].label = f"Why, for {self.names[number]}"

    def rows(self) -> list[tuple[Any, Any]]:
        return [(self[f"score_{number}"], self[f"reason_{number}"]) for number in self.names]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for number in self.names:
            score, reason = f"score_{number}", f"reason_{number}"
            points, words = self.cleaned_data.get(score), self.cleaned_data.get(reason)
            if points is not None and not words and reason not in self.errors:
                self.add_error(reason, "Write down why it gets this score.")
            if words and points is None and score not in self.errors:
                self.add_error(score, "Give a score from 0 to 100.")
        return cleaned

    @property
    def scores(self) -> dict[str, tuple[int, str]]:
        """Score and reason by criterion, of those that are given."""
        return {
            name: (self.cleaned_data[f"score_{number}"], lines(self.cleaned_data[f"reason_{number}"]))
            for number, name in self.names.items()
            if self.cleaned_data.get(f"score_{number}") is not None
        }


def lines(text: str) -> str:
    return text.replace("\r\n", "\n")
