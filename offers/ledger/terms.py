"""The form of what they offer, and keeping one version of it."""

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from crispy_forms.bootstrap import AppendedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from offers.counts import COUNTS
from offers.engine.process import Trust
from offers.fields import CostField, MoneyField, PercentField
from offers.forms import DATE
from offers.ledger.entries import CHANNELS
from offers.ledger.keyed import KeyedForm
from offers.ledger.models import OFFERED, Terms, Version
from offers.ledger.parts import NAMES, ON_OFFER, STATED, of_offer, of_terms
from offers.models import Offer, Stage, Stated
from offers.scale import refuse_out_of_scale
from offers.step_form import Fold, Folding, side

MOMENT = timedelta(microseconds=1)
TO_COME = "Give the day on which it happened: within the last two years, tomorrow at the latest."
TWO_YEARS = timedelta(days=2 * 366)
NOTHING = "Say at least one thing that they offer."
MORE = "More of the package"
BEFORE = "That is before the day on which you heard it."
TRUST = [trust.value for trust in Trust]


def come(day: date | None, today: date) -> date | None:
    """A day of this process that has come; tomorrow counts, because it is tomorrow already in some places."""
    if day and not today - TWO_YEARS <= day <= today + timedelta(days=1):
        raise ValidationError(TO_COME)
    return day


class TermsForm(Folding, KeyedForm):
    """One version of the terms."""

    class Meta:
        model = Terms
        fields = (*NAMES, "heard_on", "channel", "person", "decide_by", "other")
        field_classes = {
            "base": MoneyField,
            "sign_on": CostField,
            "equity_grant": CostField,
            "bonus_target_rate": PercentField,
        } | COUNTS
        widgets = {
            "heard_on": DATE,
            "decide_by": DATE,
            "starts_on": DATE,
            "other": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        }
        help_texts = {
            "sign_on": "Leave empty whatever they did not mention; 0 if there is none any more.",
            "decide_by": "It takes the place of the deadline of this offer.",
        }
        labels = {"heard_on": "Heard or read on"}
        error_messages = {
            "heard_on": {"required": "Give the day on which you heard it."},
        }

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial["heard_on"] = today
        for name, field in self.fields.items():
            if isinstance(field, MoneyField):
                field.currency = self.instance.offer.currency
                field.time = self.instance.offer.get_unit_display() if name == "base" else ""
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = self.layout()

    def allow(self, channels: Sequence[Trust]) -> None:
        """Only these ways of having it: what is in writing was not said aloud."""
        field: Any = self.fields["channel"]
        field.choices = [(key, label) for key, label in CHANNELS if key in channels]

    def layout(self) -> Layout:
        return Layout("key", *self.parts(), *self.told())

    def parts(self) -> list[object]:
        """What they offer: the three that move most, the others behind a line."""
        offer = self.instance.offer
        return [
            AppendedText("base", offer.measure),
            side(AppendedText("sign_on", offer.currency), "leave_days"),
            Fold(
                MORE,
                side(AppendedText("bonus_target_rate", "% of base"), "level"),
                side(AppendedText("equity_grant", offer.currency), AppendedText("equity_years", "years")),
                side(AppendedText("sign_on_clawback_months", "months"), "starts_on"),
                side("place", "reporting_line"),
                "benefits",
            ),
        ]

    def told(self) -> list[object]:
        """How and when it came."""
        return [side("heard_on", "channel"), side("person", "decide_by"), "other"]

    def clean_heard_on(self) -> date | None:
        return come(self.cleaned_data["heard_on"], self.today)

    def clean_other(self) -> str:
        return str(self.cleaned_data["other"]).replace("\r\n", "\n")

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        refuse_out_of_scale(self, self.instance.offer, ["base"])
        named = [name for name in (*NAMES, "other") if self.cleaned_data.get(name) not in (None, "")]
        if not named and not self.errors:
            raise ValidationError(NOTHING)
        heard, by = self.cleaned_data.get("heard_on"), self.cleaned_data.get("decide_by")
        if heard and by and by < heard:
            self.add_error("decide_by", BEFORE)
        return cleaned


def locked(offer: Offer) -> Offer:
    """The offer, until the transaction ends: two changes of one offer wait for each other."""
    return Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)


def keep_terms(saved: Offer, form: TermsForm) -> Terms:
    """The row of a valid form on a locked offer; their date takes the place of the deadline of the offer."""
    terms: Terms = form.save(commit=False)
    terms.key = form.cleaned_data["key"]
    if terms.decide_by and terms.decide_by != saved.deadline:
        terms.deadline_before, saved.deadline = saved.deadline, terms.decide_by
        saved.save(update_fields=["deadline", "changed_at"])
    terms.save()
    return terms


def give_back_deadline(saved: Offer, terms: Terms) -> None:
    """The deadline from before a version that is taken back, unless another date took its place since."""
    if terms.decide_by and saved.deadline == terms.decide_by:
        saved.deadline = terms.deadline_before
        saved.save(update_fields=["deadline", "changed_at"])


@transaction.atomic
def record_terms(offer: Offer, form: TermsForm) -> Terms:
    """Keeps what was advertised, said or written; an offer takes on what it says now.

    What stood before is kept as a version of its own first, so that what is left out now stands out. The same
    form makes no second version; raises OtherWordsError as `KeyedForm.kept` does.
    """
    saved = locked(offer)
    already: Terms | None = form.kept()
    if already:
        return already
    form.instance.offer = saved
    if form.instance.kind != Version.ADVERTISED:
        keep_as_entered(saved, form.cleaned_data["heard_on"])
        take_on(saved, form, is_answer=follows_an_answer(saved, form.instance))
    return keep_terms(saved, form)


def follows_an_answer(offer: Offer, terms: Terms) -> bool:
    """Whether it comes after an answer of theirs, so that it is one too; of one day it is the later."""
    return offer.terms.answers().filter(heard_on__lte=terms.heard_on).exists()


def keep_as_entered(offer: Offer, by: date) -> None:
    """The offer as the wizard has it, as the first version, unless one is kept already."""
    stand = of_offer(offer)
    first = not offer.terms.filter(kind__in=OFFERED).exists()
    if stand and first:
        answers = list(offer.terms.answers())
        written = offer.stated_as == "written"
        made = Terms.objects.create(
            offer=offer,
            key=uuid.uuid4(),
            kind=Version.WRITTEN if written else Version.VERBAL,
            channel="letter" if written else "call",
            heard_on=min(by, offer.created_at.date(), *(one.heard_on for one in answers)),
            **stand,
        )
        # It came before all that is kept already, also on the same day.
        Terms.objects.filter(pk=made.pk).update(made_at=min(one.made_at for one in (made, *answers)) - MOMENT)


def take_on(offer: Offer, form: TermsForm, *, is_answer: bool) -> None:
    """The parts that are named now, and that it is in writing; of an answer only the latter.

    What is asked for counts from the offer as it was before they answered.
    A part stays as it is where a better source names it, or one as good and later: neither a call after the
    letter replaces it nor an older letter that is entered afterwards.
    """
    terms: Terms = form.instance
    others = list(offer.terms.filter(kind__in=OFFERED))
    said = {
        name: value
        for name, value in of_terms(terms).items()
        if name in ON_OFFER and not any(name in of_terms(one) and outweighs(one, terms) for one in others)
        if not is_answer
    }
    said |= {STATED[name]: Stated.GIVEN for name in said if name in STATED}
    if terms.kind == Version.WRITTEN:
        said["stated_as"] = "written"
        said["stage"] = Stage.REVIEWED if offer.stage == Stage.RECEIVED else offer.stage
    if is_answer and terms.base and offer.stage in (Stage.COUNTERED, Stage.REVIEW):
        said["stage"] = Stage.FINAL
    for name, value in said.items():
        setattr(offer, name, value)
    offer.save(update_fields=[*said, "changed_at"])


def outweighs(one: Terms, other: Terms) -> bool:
    """Whether the first comes from a better source, or from as good a one on a later day."""
    first, second = (TRUST.index(terms.channel) for terms in (one, other))
    return first < second or (first == second and one.heard_on > other.heard_on)
