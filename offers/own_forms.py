"""The pages about a person's own numbers, and the one that a walk-away is worked out on."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset
from django import forms
from django.db.models import Model

from offers.bands.policy import current_policy
from offers.case import measure_of
from offers.engine.normalise import periods_in_year
from offers.engine.situation import Unit
from offers.explain import figure
from offers.fields import CostField, MoneyField, PercentField
from offers.models import About, Evidence, Offer
from offers.pay_forms import A_YEAR, PayForm
from offers.scale import LEAST
from offers.step_form import Fold, StepForm, form_with, helper, row

UNIT_WORDS = {Unit.HOUR: "an hour at your hours", Unit.MONTH: "a month"}
ASKED: Mapping[str, Callable[[str], forms.Field]] = {
    "source": lambda label: forms.CharField(
        label=f"{label}: where you know it from", required=False, max_length=200
    ),
    "low": lambda label: MoneyField(label=f"{label}: the amount, or the lowest"),
    "high": lambda label: MoneyField(label=f"{label}: the highest"),
}
PLAIN = {
    About.LEVEL: "The level",
    About.GEOGRAPHY: "The place",
    About.INDUSTRY: "The industry",
    About.EXPERIENCE: "Your experience",
}
GROUND = tuple(ASKED)
# A source, and an amount or a range, for each thing that a target can rest on.
Grounds: Any = form_with(
    {f"{name}_{about}": make(PLAIN[about]) for about in About for name, make in ASKED.items()}
)


class NumbersForm(StepForm, Grounds):
    class Meta:
        model = Offer
        fields = (
            "target",
            "walk_away",
            "inside_minimum",
            "inside_maximum",
            "inside_by",
            "inside_in_writing",
            "stance",
        )
        money = ("target", "walk_away", "inside_minimum", "inside_maximum")
        field_classes = dict.fromkeys(money, MoneyField)
        widgets = {"stance": forms.RadioSelect}
        labels = {
            "inside_minimum": "The range they told you, from",
            "inside_maximum": "The range they told you, to",
            "inside_by": "Who told you the range",
            "inside_in_writing": "they told you the range in writing",
        }
        help_texts = {
            "inside_minimum": "Leave it empty if it is the one that stands under “Their range”.",
            "target": "A number you can give a reason for: level, place, industry, experience.",
            "walk_away": "The lowest you could accept without resenting the job in six months. "
            "Only you ever see it: it is in no draft, mail or address, "
            "and only in a brief that you ask for with it.",
        }

    def __init__(self, *args: Any, instance: Offer, initial: Any = None, **kwargs: Any) -> None:
        told: dict[str, Any] = {}
        for one in instance.evidence.all():
            told |= {f"{name}_{one.about}": getattr(one, name) for name in GROUND}
        super().__init__(*args, instance=instance, initial=told | (initial or {}), **kwargs)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        target, walk_away = self.cleaned_data.get("target"), self.cleaned_data.get("walk_away")
        if target is not None and walk_away is not None and walk_away > target:
            both = f"The walk-away {figure(walk_away)} is above the target {figure(target)}"
            self.add_error("walk_away", f"{both}; one of the two needs changing.")
        for about in About.values:
            self.check_ground(about)
        self.check_order("inside_minimum", "inside_maximum", "The upper end is below the lower end.")
        return cleaned

    def check_ground(self, about: str) -> None:
        """An amount has a source, and a range its order."""
        source, low, high = (self.cleaned_data.get(f"{name}_{about}") for name in GROUND)
        if not source and (low is not None or high is not None) and f"source_{about}" not in self.errors:
            self.add_error(f"source_{about}", "Say where this amount comes from.")
        self.check_order(f"low_{about}", f"high_{about}", "The upper end is below the lower end.")

    def beside(self, offer: Offer) -> dict[str, list[Model]]:
        rows: list[Model] = []
        for about in About.values:
            source, low, high = (self.cleaned_data.get(f"{name}_{about}") for name in GROUND)
            if source:
                rows.append(Evidence(offer=offer, about=about, source=source, low=low, high=high))
        return {"evidence": rows}

    def layout(self) -> FormHelper:
        return helper(
            row("target", "walk_away"),
            Fold(
                "What your target rests on",
                *(
                    row(*names)
                    for about in About.values
                    for names in ((f"source_{about}",), (f"low_{about}", f"high_{about}"))
                ),
            ),
            "stance",
            Fieldset(
                "What somebody inside told you about the range",
                row("inside_minimum", "inside_maximum"),
                "inside_by",
                "inside_in_writing",
            ),
        )


def a_year_of(offer: Offer, amount: Decimal) -> str:
    """What an amount of some other time would be by the year.

    >>> a_year_of(Offer(base=Decimal(34), unit="hour", hours_per_week=36), Decimal(33))
    'This is for a whole year. 33 an hour at your hours is about 61,776 a year.'
    """
    measure = measure_of(offer)
    other = replace(measure, unit=Unit.HOUR) if measure.unit is Unit.YEAR else measure
    time, yearly = UNIT_WORDS[other.unit], amount * periods_in_year(other, current_policy())
    return f"This is for a whole year. {figure(amount)} {time} is about {figure(yearly)} a year."


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

    @property
    def beside_base(self) -> list[str]:
        return ["resent"]

    def measure_for(self, name: str) -> str:
        return self.measure if name == "resent" else super().measure_for(name)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for name in self.periods:
            amount = self.cleaned_data.get(name)
            if amount and amount < LEAST[Unit.YEAR]:
                self.add_error(name, a_year_of(self.offer, amount))
        return cleaned

    def layout(self) -> FormHelper:
        return helper(row("spending", "tax_rate"), row("alternative_value", "switching_loss"), row("resent"))
