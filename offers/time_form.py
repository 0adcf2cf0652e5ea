"""A page on which the time changes that every amount is for: it asks what becomes of the other amounts."""

from dataclasses import replace
from typing import Any

from crispy_forms.utils import TEMPLATE_PACK
from django import forms
from django.template import Context
from django.template.loader import render_to_string

from offers.bands.policy import current_policy
from offers.case import measure_of
from offers.engine.normalise import restated
from offers.engine.situation import Unit
from offers.restated import CONVERT, KEEP, Question, question_about
from offers.step_form import StepForm

ASK = "Say whether they are converted."
BY_BUTTON = "It is saved with the button below."
TOO_FAR = "One of them would be less than a cent or more than a billion. Correct it first."
ON_PAGE = {"base", "named_number"}  # On the page itself: typed anew, it is for the new time.
OF_TIME = ("unit", "payments_per_year", "hours_per_week", "fte")


class OtherAmounts:
    """The place of the question, empty while there is none."""

    def render(
        self, form: "TimeForm", context: Context, template_pack: str = TEMPLATE_PACK, **options: Any
    ) -> str:
        return render_to_string("components/other_amounts.html", {"form": form})


class TimeForm(StepForm):
    """Many amounts change at once, so nothing is converted in passing, and neither answer is the default."""

    question: Question | None = None

    others = forms.ChoiceField(
        required=False,
        label="Your other amounts",
        choices=[(CONVERT, "Convert them"), (KEEP, "They are for it already")],
        widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
    )

    @property
    def has_place_to_ask(self) -> bool:
        return True

    @property
    def converts(self) -> bool:
        return self.question is not None and self.cleaned_data.get("others") == CONVERT

    def ask_about_others(self) -> None:
        """Before the new time is saved: nothing of the page is, until this is answered."""
        if self.offer.is_decided or set(OF_TIME) & set(self.errors):
            return
        time = {name: self.cleaned_data[name] for name in OF_TIME}
        to = replace(measure_of(self.offer), **time | {"unit": Unit(time["unit"])})
        typed = ON_PAGE & set(self.changed_data)
        self.question = question_about(self.offer, to, but=typed)
        if self.question is None:
            self.keep_what_was_converted()
            return
        field: Any = self.fields["others"]
        field.choices = [(CONVERT, self.question.convert), (KEEP, self.question.keep)]
        if refused := self.refused(self.question):
            self.add_error("others", refused)
        elif self.converts:
            for name in ON_PAGE - typed:
                if (amount := getattr(self.offer, name)) is not None:
                    here, policy = measure_of(self.offer), current_policy()
                    self.cleaned_data[name] = restated(amount, here, to, policy)

    def refused(self, question: Question) -> str:
        """Why this answer cannot be saved, or that there is none."""
        if not self.cleaned_data.get("others"):
            return ASK
        if self.in_passing:
            return BY_BUTTON
        return TOO_FAR if self.converts and not question.fits else ""

    def keep_what_was_converted(self) -> None:
        """The same page, sent twice: the numbers on it are those from before."""
        if self.cleaned_data.get("others") == CONVERT and self.cleaned_data.get("opened") != self.state:
            self.cleaned_data |= {name: getattr(self.offer, name) for name in ON_PAGE}
