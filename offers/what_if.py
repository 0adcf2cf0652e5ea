"""What if: another number, one more colleague, another range or stance, held against the facts on record.

Nothing of it is saved; it is read from a form and answered on a page, and no address carries a figure.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.bootstrap import AppendedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms

from offers.bands.policy import current_policy
from offers.case import measure_of, situation_of
from offers.engine.advice import Advice, advise
from offers.engine.lights import lights
from offers.engine.situation import Peer, Peers, Range, Situation, Stance
from offers.explain import Number, entered, money_in
from offers.fields import MoneyField
from offers.figures import ask_number, landing_marks
from offers.models import Offer
from offers.scale import refuse_out_of_scale
from offers.screens import Screen, screen
from offers.step_form import side

AMOUNTS = ("number", "colleague", "minimum", "maximum")


class WhatIfForm(forms.Form):
    """What may be other than it is; an empty field stays as it is on record."""

    number = MoneyField(label="Another number to ask for", required=False)
    colleague = MoneyField(label="One more colleague earns", required=False)
    minimum = MoneyField(label="Their range from", required=False)
    maximum = MoneyField(label="Their range to", required=False)
    stance = forms.ChoiceField(label="How far to go", required=False)

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer = offer
        names: Any = Offer._meta.get_field("stance").choices
        stance: Any = self.fields["stance"]
        stance.choices = [("", "As it is on record"), *names]
        for field in self.fields.values():
            if isinstance(field, MoneyField):
                field.currency, field.time = offer.currency, offer.get_unit_display()
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        amounts = [AppendedText(name, offer.measure) for name in AMOUNTS]
        self.helper.layout = Layout(*(side(*pair) for pair in (amounts[:2], amounts[2:])), Field("stance"))

    def clean(self) -> dict[str, Any]:
        refuse_out_of_scale(self, self.offer, AMOUNTS)
        given: dict[str, Any] = self.cleaned_data
        low, high = given.get("minimum"), given.get("maximum")
        if low and high and low > high:
            self.add_error("maximum", "The upper end is below the lower end.")
        return given

    @property
    def is_told(self) -> bool:
        """Whether anything at all is other than on record."""
        return any(self.cleaned_data.values())


@dataclass(frozen=True, kw_only=True)
class Moved:
    """One number as it is today and as it would be."""

    label: str
    today: str
    number: Number

    @property
    def is_same(self) -> bool:
        return self.today == self.number.figure


@dataclass(frozen=True, kw_only=True)
class WhatIf:
    """What follows: the numbers that the engine would name, and the screen of the number that is asked about.

    Without an ask, `why_none` is the reason why base would not be asked for.
    """

    moved: tuple[Moved, ...]
    why_none: str
    screen: Screen | None


def what_if(offer: Offer, advice: Advice, typed: dict[str, Any], today: date) -> WhatIf:
    """The answer to a valid form, beside the `advice` of today.

    Raises `EngineError` where what is typed contradicts what is on record.
    """
    policy = current_policy()
    found = advise(changed(situation_of(offer, today, policy), typed), policy, today)
    measure = measure_of(offer)
    asked = ask_number(found, measure)
    return WhatIf(
        moved=tuple(moved(advice, found, offer)),
        why_none="" if asked else found.ask.why.text,
        screen=screen_of(offer, found, typed.get("number")),
    )


def changed(case: Situation, typed: dict[str, Any]) -> Situation:
    """The situation with what is typed in place of what is on record."""
    if typed.get("colleague"):
        known = case.peers or Peers()
        case = replace(case, peers=replace(known, salaries=(*known.salaries, Peer(pay=typed["colleague"]))))
    if typed.get("minimum") or typed.get("maximum"):
        # A middle that is on record belongs to the other range.
        band = replace(case.band, midpoint=None, measure=None) if case.band else Range()
        low, high = typed.get("minimum") or band.minimum, typed.get("maximum") or band.maximum
        case = replace(case, band=replace(band, minimum=low, maximum=high))
    return replace(case, stance=Stance(typed["stance"])) if typed.get("stance") else case


def moved(today: Advice, found: Advice, offer: Offer) -> list[Moved]:
    """The ask and what needs no exception, as they are and as they would be."""
    measure = measure_of(offer)
    pairs = [
        (ask_number(today, measure), ask_number(found, measure)),
        (plain(today, offer), plain(found, offer)),
    ]
    return [
        Moved(label=after.label, today=before.figure if before else "none", number=after)
        for before, after in pairs
        if after
    ]


def plain(advice: Advice, offer: Offer) -> Number | None:
    """The mark that needs no exception; None where base is not asked for."""
    marks = {mark.key: mark for mark in landing_marks(advice, measure_of(offer))}
    return marks.get("no_exception")


def screen_of(offer: Offer, found: Advice, number: Decimal | None) -> Screen | None:
    """The lights of the number that was typed, else of the ask."""
    measure, state = measure_of(offer), found.state
    asked = ask_number(found, measure)
    if number is None:
        lit, shown = found.ask_lights, asked
    else:
        figure = money_in(number, measure)
        whys = (entered("This is the number you typed."),)
        lit, shown = lights(number, state), Number(key="typed", label="If you ask", figure=figure, whys=whys)
    if lit is None or shown is None:
        return None
    padded = not found.ask.follows_a_system
    return screen(shown, lit, policy=state.policy, measure=measure, padded=padded)
