"""The pages of the wizard about what an offer pays beside base. Their order and titles are in wizard.py."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any, ClassVar

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field
from django.db.models import Model

from offers.bands.policy import current_policy
from offers.case import measure_of
from offers.counts import COUNTS
from offers.engine.normalise import periods_in_year
from offers.explain import figure
from offers.fields import CountField, MoneyField, PercentField
from offers.models import Instalment, Offer, Stated
from offers.step_form import Fold, StepForm, form_with, helper, part, row

A_YEAR, A_MONTH = "a year", "a month"
PAYOUTS = ("bonus_payout_low_rate", "bonus_payout_rate", "bonus_payout_high_rate")
PARTS = 4  # How many instalments have a row of their own on the page.
WHOLE = 100


def several(kind: str, *rows: object) -> Div:
    """A part of the offer: stated or not, and its details in several rows."""
    return Div(Field(kind), Div(*rows, css_class="part-details"), css_class="part")


def numbered(most: int, **columns: Any) -> Any:
    """A form with so many rows of the same fields: `amount_1`, `month_1`, `amount_2`, ..."""
    numbers = range(1, most + 1)
    return form_with({f"{name}_{row}": make(row) for row in numbers for name, make in columns.items()})


class PayForm(StepForm):
    """A page about pay: amounts with the time they are for, and percentages inside their limits."""

    periods: ClassVar[dict[str, str]] = {}
    highest: ClassVar[dict[str, int]] = {}
    # A detail that says something only beside another answer.
    beside_answer: ClassVar[dict[str, str]] = {}

    @property
    def beside_base(self) -> list[str]:
        """None: what is paid beside base is small against it, or for a time of its own."""
        return []

    def measure_for(self, name: str) -> str:
        return f"{self.offer.currency} {self.periods.get(name, '')}".strip()

    def applies(self, name: str) -> bool:
        other = self.beside_answer.get(name)
        return other is None or self.initial.get(other) is not None

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for name, field in self.fields.items():
            share, limit = self.cleaned_data.get(name), self.highest.get(name, WHOLE)
            if isinstance(field, PercentField) and share is not None and share * 100 > limit:
                self.add_error(name, f"Give a share from 0 to {limit}.")
        return cleaned

    def amounts(self, most: int, *names: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """The numbered rows that hold anything, each with its number."""
        for number in range(1, most + 1):
            values = tuple(self.cleaned_data.get(f"{name}_{number}") for name in names)
            if any(value is not None for value in values):
                yield number, values


class BonusForm(PayForm):
    class Meta:
        model = Offer
        fields = (
            "bonus_stated",
            "bonus_target_rate",
            "bonus_payout_rate",
            "bonus_payout_low_rate",
            "bonus_payout_high_rate",
            "bonus_first_guaranteed",
            "raise_rate",
            "variable_stated",
            "on_target",
            "attainment_rate",
            "ramp_months",
            "draw",
            "draw_months",
            "draw_recoverable",
        )
        field_classes = (
            dict.fromkeys(("bonus_target_rate", *PAYOUTS, "raise_rate", "attainment_rate"), PercentField)
            | dict.fromkeys(("on_target", "draw"), MoneyField)
            | COUNTS
        )
        labels = {
            "bonus_target_rate": "Bonus target",
            "bonus_payout_rate": "Usual payout",
            "raise_rate": "A raise each year, promised",
            "attainment_rate": "What people reach",
            "variable_stated": "Variable pay, shift pay or allowances",
            "on_target": "Base and these together in a year",
            "ramp_months": "Months until it is paid in full",
            "draw": "Least pay a month at the start",
            "draw_months": "For how many months",
            "draw_recoverable": "it is an advance on what you earn later",
        }
        help_texts = {
            "bonus_target_rate": "In percent of base.",
            "bonus_payout_rate": "In percent of the target; 80 is assumed until you know.",
            "raise_rate": "In percent of base. Empty where nobody promised one.",
            "bonus_payout_low_rate": "In percent of the target; 0 is assumed until you know.",
            "bonus_payout_high_rate": "In percent of the target; 120 is assumed until you know.",
            "on_target": "With every target met (on-target earnings), or with the shifts of a usual year.",
            "attainment_rate": "In percent of the target. Give 100 for shift pay and allowances; 80 is "
            "assumed until you know.",
            "ramp_months": "Where variable pay grows over the first months: a ramp.",
            "draw": "Some call it a draw.",
            "draw_months": "Empty: until it is paid in full.",
        }

    periods = {"on_target": A_YEAR, "draw": A_MONTH}
    highest = dict.fromkeys(("bonus_target_rate", *PAYOUTS, "attainment_rate"), 300) | {"raise_rate": 50}
    beside_answer = {"draw_recoverable": "draw"}

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.drop_unless_given("bonus_stated", "bonus_target_rate", *PAYOUTS)
        for low, high in combinations(PAYOUTS, 2):
            self.check_order(
                low, high, "A better year pays less than a poorer one; look at the shares again."
            )
        self.drop_unless_given(
            "variable_stated", "on_target", "attainment_rate", "ramp_months", "draw", "draw_months"
        )
        if self.cleaned_data.get("bonus_stated") != Stated.GIVEN:
            self.cleaned_data["bonus_first_guaranteed"] = False
        on_target, base = self.cleaned_data.get("on_target"), self.offer.base
        if on_target is not None and base is not None:
            yearly = base * periods_in_year(measure_of(self.offer), current_policy())
            if on_target < yearly:
                told = f"This holds base too: give at least {figure(yearly)}, which is base alone."
                self.add_error("on_target", told)
        return cleaned

    def layout(self) -> FormHelper:
        return helper(
            several(
                "bonus_stated",
                row("bonus_target_rate", "bonus_payout_rate"),
                Fold("How far the payout varies", row("bonus_payout_low_rate", "bonus_payout_high_rate")),
                "bonus_first_guaranteed",
            ),
            several(
                "variable_stated",
                row("on_target", "attainment_rate"),
                Fold(
                    "A slow start, and pay in advance",
                    row("ramp_months", "draw", "draw_months"),
                    "draw_recoverable",
                ),
            ),
            Fold("Raises", "raise_rate"),
        )


Parts: Any = numbered(
    PARTS,
    amount=lambda number: MoneyField(label=f"Part {number}"),
    month=lambda number: CountField(
        label=f"Part {number}, month of work", what="months", such_as=12, least=1, most=60
    ),
)


class SignOnForm(PayForm, Parts):
    class Meta:
        model = Offer
        fields = (
            "sign_on_stated",
            "sign_on",
            "sign_on_clawback_months",
            "clawback_kind",
            "clawback_from",
            "clawback_gross",
        )
        field_classes = {"sign_on": MoneyField} | COUNTS
        labels = {"sign_on_clawback_months": "Clawback, in months"}
        help_texts = {
            "sign_on": "All of it together.",
            "sign_on_clawback_months": "Months in which you would have to pay it back; 0 for never.",
        }

    beside_answer = dict.fromkeys(
        ("clawback_kind", "clawback_from", "clawback_gross"), "sign_on_clawback_months"
    )

    def __init__(self, *args: Any, instance: Offer, initial: Any = None, **kwargs: Any) -> None:
        paid: dict[str, Any] = {}
        for number, one in enumerate(instance.instalments.all(), 1):
            paid |= {f"amount_{number}": one.amount, f"month_{number}": one.month}
        super().__init__(*args, instance=instance, initial=paid | (initial or {}), **kwargs)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.drop_unless_given("sign_on_stated", "sign_on", "sign_on_clawback_months")
        if self.cleaned_data.get("sign_on_stated") != Stated.GIVEN:
            self.cleaned_data |= {f"amount_{number}": None for number in range(1, PARTS + 1)}
            self.cleaned_data |= {f"month_{number}": None for number in range(1, PARTS + 1)}
            return cleaned
        parts = list(self.amounts(PARTS, "amount", "month"))
        for number, (amount, _) in parts:
            if amount is None and f"amount_{number}" not in self.errors:
                self.add_error(f"amount_{number}", "Say how much comes in that month.")
        whole = sum((amount for _, (amount, _) in parts if amount is not None), Decimal(0))
        if parts and self.cleaned_data.get("sign_on") is None and "sign_on" not in self.errors:
            self.cleaned_data["sign_on"] = whole
        elif parts and not self.errors and whole != self.cleaned_data.get("sign_on"):
            told = f"The parts sum to {figure(whole)}; make both the same."
            self.add_error("sign_on", told)
        return cleaned

    def beside(self, offer: Offer) -> dict[str, list[Model]]:
        parts = self.amounts(PARTS, "amount", "month")
        return {
            "instalments": [
                Instalment(offer=offer, amount=amount, month=month or 1) for _, (amount, month) in parts
            ]
        }

    def layout(self) -> FormHelper:
        rows = [row(f"amount_{number}", f"month_{number}") for number in range(1, PARTS + 1)]
        return helper(
            several(
                "sign_on_stated",
                row("sign_on", "sign_on_clawback_months"),
                Fold("How it is paid back", "clawback_kind", row("clawback_from", "clawback_gross")),
                Fold("Paid in more than one part", *rows),
            )
        )


class EquityForm(PayForm):
    """One figure for the whole; where grants are known in detail and agree with it, they say it instead."""

    class Meta:
        model = Offer
        fields = ("equity_stated", "equity_grant", "equity_years")
        field_classes = {"equity_grant": MoneyField} | COUNTS
        labels = {"equity_years": "Vests over, in years"}
        help_texts = {
            "equity_grant": "The whole grant, as they put it. With more than one, or with options, add each "
            "below.",
        }

    def __init__(self, *args: Any, instance: Offer, **kwargs: Any) -> None:
        super().__init__(*args, instance=instance, **kwargs)
        self.known = list(instance.grants.all())
        if self.known:
            for name in ("equity_grant", "equity_years"):
                del self.fields[name]
            self.fields["opened"].initial = self.state
            self.helper = self.layout()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        given = self.cleaned_data.get("equity_stated") == Stated.GIVEN
        if self.known and not given:
            self.add_error("equity_stated", "There are grants below. Remove them first, or choose yes.")
        if not self.known:
            self.drop_unless_given("equity_stated", "equity_grant", "equity_years")
        return cleaned

    def layout(self) -> FormHelper:
        if "equity_grant" not in self.fields:
            return helper("equity_stated")
        return helper(part("equity_stated", "equity_grant", "equity_years"))
