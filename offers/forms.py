"""The forms of the wizard, one topic a page. Their order and titles are in wizard.py."""

import uuid
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.utils import timezone

from offers.bands.models import Band, Industry
from offers.counts import COUNTS
from offers.fields import (
    AmountsField,
    BaseField,
    MoneyField,
    PercentField,
    YesNoField,
    said_unit,
)
from offers.models import Offer
from offers.scale import below_least
from offers.step_form import Answer, Fold, StepForm, helper, row
from offers.time_form import OtherAmounts, TimeForm

BUDGET = ("headcount_frozen", "competing_candidates", "fiscal_year_ending", "recruiter_hesitates")
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RoleForm(StepForm):
    class Meta:
        model = Offer
        fields = (
            "company",
            "role",
            "level",
            "seniority",
            "place",
            "currency",
            "industry",
            "employer_type",
            "hard_to_fill",
        )
        help_texts = {
            "level": "Such as L4 or Senior. Leave it empty if nobody has said it yet.",
            "seniority": "The kind of work, whatever they call the level.",
            "currency": "Three letters, such as USD or EUR.",
            "industry": "Sets how much room first offers usually leave.",
        }
        error_messages = {
            "company": {"required": "Name the company."},
            "role": {"required": "Name the role."},
            "place": {"required": "Name the place, or write remote."},
            "currency": {"required": "Give three letters, such as USD."},
        }

    short = {"banded": "A range for each level"}

    industry = forms.ModelChoiceField(
        Industry.objects.all(), required=False, empty_label="Not sure, or another"
    )

    def clean_currency(self) -> str:
        return str(self.cleaned_data["currency"]).upper()

    def layout(self) -> FormHelper:
        return helper(
            "company",
            row("role", "level"),
            row("place", "currency"),
            row("industry", "seniority"),
            "employer_type",
            "hard_to_fill",
        )


class NewOfferForm(RoleForm):
    """The first page, before there is an offer; its token makes sending it twice one offer.

    `key` is the token of an earlier look at the same page, which may have saved what it held since.
    """

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, key: uuid.UUID | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = self.fields["page"].initial = key or uuid.uuid4()
        self.helper.layout.append("token")


class OfferForm(TimeForm):
    class Meta:
        model = Offer
        fields = (
            "stated_as",
            "base",
            "unit",
            "payments_per_year",
            "hours_per_week",
            "fte",
            "deadline",
            "named_number",
            "said_yes",
        )
        field_classes = {
            "base": BaseField,
            "named_number": MoneyField,
            "fte": PercentField,
        } | COUNTS
        widgets = {"deadline": DATE, "stated_as": forms.RadioSelect}
        labels = {
            "fte": "Share of full time",
            "payments_per_year": "Salaries a year",
        }
        help_texts = {
            "base": "80k, 80,000 or 34 an hour: type it as you like.",
            "fte": "In percent; 100 is full time.",
            "hours_per_week": "Only for pay by the hour or part time.",
            "payments_per_year": "Only for pay by the month: 13 or 14 where extra months are paid.",
            "named_number": "If you already told them a figure, for the same time as base pay. "
            "The draft then says what has changed since.",
            "said_yes": "In many places a spoken yes can bind. Ask somebody who knows the law of yours.",
        }

    def clean_fte(self) -> Any:
        share = self.cleaned_data["fte"]
        if share is None:
            return 1
        if not 0.05 <= share <= 1:
            raise ValidationError("Give a share from 5 to 100.")
        return share

    def clean(self) -> dict[str, Any] | None:
        """A time typed behind base counts; pay that nobody is paid for it is asked about."""
        base, unit = self.priced.base, self.priced.unit
        if base is not None:
            self.cleaned_data["unit"] = unit
        self.ask_about_others()
        cleaned = super().clean()
        if base is not None and (small := below_least(self.instance.currency, unit, base)):
            self.add_error("base", small)
        return cleaned

    @property
    def priced(self) -> Offer:
        """Base as it is typed on this very page, for the time that is said behind it or chosen beside it."""
        said = said_unit(str(self.data.get("base") or ""))
        unit = str(said or self.cleaned_data.get("unit"))
        return Offer(base=self.cleaned_data.get("base"), unit=unit)

    @property
    def beside_base(self) -> list[str]:
        """The number is for another time than base until it is said what becomes of it."""
        return [] if "others" in self.errors else ["named_number"]

    @property
    def measure(self) -> str:
        """Its currency alone: the time that base is for is chosen beside it."""
        return str(self.instance.currency)

    def layout(self) -> FormHelper:
        return helper(
            "stated_as",
            row("base", "unit"),
            OtherAmounts(),
            Fold("Part time, by the hour or by the month", row("hours_per_week", "fte", "payments_per_year")),
            Fieldset("What has happened already", "deadline", Answer("named_number"), "said_yes"),
        )


def bands_of(offer: Offer) -> QuerySet[Band]:
    """What is on record of the offer's own employer, by the whole of either name; and what was chosen."""
    company = offer.company.strip()
    known = Band.objects.in_force(timezone.localdate()).annotate(typed=Value(company))
    theirs = known.filter(Q(employer__name__istartswith=company) | Q(typed__istartswith=F("employer__name")))
    chosen = Band.objects.annotate(typed=Value(company)).filter(pk=offer.band_id or 0)
    bands = (theirs | chosen).filter(currency=offer.currency).select_related("employer")
    exact = Case(When(employer__name__iexact=company, then=0), default=1)
    return bands.order_by(exact, *(Band._meta.ordering or ()))


class RangeForm(StepForm):
    class Meta:
        model = Offer
        fields = (
            "band",
            "range_minimum",
            "range_midpoint",
            "range_maximum",
            "range_basis",
            "range_source",
            "range_from_employer",
            "posted_minimum",
            "posted_maximum",
            "posted_url",
            "posted_on",
            *BUDGET,
            "role_open_days",
        )
        money = ("range_minimum", "range_midpoint", "range_maximum", "posted_minimum", "posted_maximum")
        field_classes = dict.fromkeys(money, MoneyField) | dict.fromkeys(BUDGET, YesNoField) | COUNTS
        widgets = {"posted_on": DATE}
        help_texts = {
            "range_midpoint": "Leave it empty if nobody named it.",
            "range_source": "Such as who named it, or a survey with its year. It is for you alone.",
            "range_basis": "New hires if they said what they hire at; else the whole position.",
        }

    band = forms.ModelChoiceField(
        Band.objects.none(),
        required=False,
        empty_label="None of these",
        label="A range of this employer on record here",
        help_text="Entered by those who run this site. What you type below counts first.",
    )
    posted_url = forms.URLField(
        required=False, max_length=500, assume_scheme="https", label="Link to the posting"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["band"]
        known.queryset = bands_of(self.instance)
        if not known.queryset.exists():
            del self.fields["band"]
            self.fields["opened"].initial = self.state
            self.helper = self.layout()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        self.check_order("range_minimum", "range_maximum", "The maximum is below the minimum.")
        self.check_order("range_minimum", "range_midpoint", "The midpoint is below the minimum.")
        self.check_order("range_midpoint", "range_maximum", "The maximum is below the midpoint.")
        self.check_order("posted_minimum", "posted_maximum", "The upper end is below the lower end.")
        return cleaned

    def layout(self) -> FormHelper:
        return helper(
            Fieldset(
                "The range of this level",
                *(["band"] if "band" in self.fields else []),
                row("range_minimum", "range_maximum"),
                row("range_midpoint", "range_basis"),
                "range_source",
                "range_from_employer",
            ),
            Fieldset(
                "The range in the posting",
                row("posted_minimum", "posted_maximum"),
                row("posted_url", "posted_on"),
            ),
            Fold(
                "Facts about their budget",
                row("headcount_frozen", "competing_candidates"),
                row("fiscal_year_ending", "recruiter_hesitates"),
                row("role_open_days"),
            ),
        )


class TeamForm(StepForm):
    class Meta:
        model = Offer
        fields = ()

    salaries = AmountsField(
        label="Salaries of people at the same level and place",
        help_text="One a line, at most 40: 78,000 or 78k. No names: they stay between you and them.",
    )

    def __init__(self, *args: Any, instance: Offer, initial: Any = None, **kwargs: Any) -> None:
        team = [one.pay for one in instance.colleagues.all()]
        super().__init__(*args, instance=instance, initial={"salaries": team, **(initial or {})}, **kwargs)
        salaries = self.fields["salaries"]
        salaries.help_text = f"In {self.measure}. {salaries.help_text}"
