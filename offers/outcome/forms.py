"""The forms after a counter: what they answered, and how it ended."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from offers.drafts.process import asks_twice, process_of
from offers.engine.draft import Kind
from offers.engine.gates import gate
from offers.forms import DATE
from offers.ledger.entries import IN_WRITING
from offers.ledger.models import Terms, Version
from offers.ledger.parts import Turn
from offers.ledger.services import unkept_drops
from offers.ledger.terms import TermsForm, come
from offers.models import Offer
from offers.outcome.models import Decision

SURE = "Have each of these in writing first, or tick that you accept without it."
SPOKEN = "Their last answer was only said aloud."
LEFT = {Turn.UNSAID: "left out without a word", Turn.LESS: "less now"}


class HeardForm(TermsForm):
    """One answer of theirs to a counter."""

    is_final = forms.BooleanField(required=False, label="They called it final")

    class Meta(TermsForm.Meta):
        help_texts = {
            **TermsForm.Meta.help_texts,
            "base": "The same base once more, if it did not move.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        base = self.fields["base"]
        base.label, base.required = "The base they answer with", True
        base.error_messages["required"] = "Give the base they answered with."

    def told(self) -> list[object]:
        return [*super().told()[:1], "is_final", *super().told()[1:]]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        final = self.cleaned_data.get("is_final")
        self.instance.kind = Version.FINAL if final else Version.REVISED
        return cleaned


# A box holds what its reader says by ticking it, no advice.
TICKED: dict[str, str] = {
    "YES_BEFORE_WRITTEN": "There is no written offer yet; I accept without having read one",
    "ASK_TWICE": "They pressed for this answer, and I do want to accept now",
}


class DecisionForm(forms.ModelForm):
    """How it ended. A yes asks once more about everything that stands in no writing."""

    sure = forms.MultipleChoiceField(
        required=False, label="If you accept, tick what you accept with", widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Decision
        fields = ("outcome", "decided_on")
        widgets = {"outcome": forms.RadioSelect, "decided_on": DATE}
        error_messages = {
            "outcome": {"required": "Say how it ended."},
            "decided_on": {"required": "Give the day of the decision."},
        }

    def __init__(self, *args: Any, today: date, doubts: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial["decided_on"] = today
        outcome: Any = self.fields["outcome"]
        outcome.choices = outcome.choices[1:]
        sure: Any = self.fields["sure"]
        sure.choices = [(doubt, doubt) for doubt in doubts]
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout("outcome", *(["sure"] if doubts else []), "decided_on")

    def clean_decided_on(self) -> date | None:
        return come(self.cleaned_data["decided_on"], self.today)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        asked: Any = self.fields["sure"]
        ticked = set(self.cleaned_data.get("sure", ()))
        if self.cleaned_data.get("outcome") == "accepted" and ticked != {key for key, _ in asked.choices}:
            self.add_error("sure", ValidationError(SURE))
        return cleaned


def heard_form(offer: Offer, today: date, data: QueryDict | None = None) -> HeardForm:
    return HeardForm(data, instance=Terms(offer=offer), today=today)


def decision_form(offer: Offer, today: date, data: QueryDict | None = None) -> DecisionForm:
    """The form on an offer that comes `with_process()`."""
    return DecisionForm(data, instance=Decision(offer_id=offer.pk), today=today, doubts=doubts(offer, today))


def doubts(offer: Offer, today: date) -> list[str]:
    """What to know before a yes: the written form, open promises, dropped parts, and that they pressed."""
    process = process_of(offer)
    pressed = asks_twice(offer)
    before = gate(Kind.ACCEPT, process, today, asks_twice=pressed)
    plain = (
        TICKED.get(reason.code, reason.text) for reason in before.warnings if reason.code != "OPEN_PROMISE"
    )
    promised = (f"Promised and not in writing: {promise.what}" for promise in process.open_promises)
    dropped = (f"{drop.label}, {drop.before} before: {LEFT[drop.kind]}" for drop in unkept_drops(offer))
    last = next((one for one in offer.terms.all() if one.kind != Version.ADVERTISED), None)
    spoken = [SPOKEN] if last and last.channel not in IN_WRITING else []
    return [*plain, *promised, *dropped, *spoken]
