"""The forms of a draft: starting one, and its text with all that goes with it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar
from uuid import uuid5

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse

from offers.drafts.asked import ASKS_FOR_BASE
from offers.drafts.models import LONGEST, LONGEST_NAME, LONGEST_OVERRIDE, Content, Draft, Kind, Tone
from offers.drafts.process import asks_twice
from offers.explain import money
from offers.fields import MoneyField

LARGEST_VERSION = 2_147_483_647
LIVE = {
    "hx-trigger": "input changed delay:600ms, change from:#id_preferred, change from:#id_to, "
    "input changed delay:600ms from:#id_signature, change from:#id_override, check",
    "hx-target": "#findings",
    "hx-sync": "this:replace",
}
TICKS = ("binding", "twice")
TICK_FIRST = "Tick this before you mark it as sent."
GONE_ON = "Give the day on which it went out: within the last year, tomorrow at the latest."
KEPT_AS_ASKED = "In {}, kept as your request. Leave it empty if the text asks for no base."
HAS_MOVED = "The text has changed, and this with it. Look at it once more, then mark it as sent."
UNDER = "That is below the base that they offered, {}. Give what you asked for, or leave it empty."
NO_SUCH_PERSON = "That person is no longer among your contacts. Choose again."
A_YEAR = timedelta(days=366)


# Characters that nobody sees and that would part a figure in two before the check.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


MARKS = "\u061c\u180e\u200c-\u200f\u202a-\u202e\u2061-\u2064\u2066-\u206f\ufe00-\ufe0f"
IN_A_FIGURE = re.compile(rf"(?<=[\d.,'_ ])[{MARKS}]+(?=[\d.,'_ ])|(?<=\d)[{MARKS}]+(?=k)", re.IGNORECASE)


class SeenField(forms.CharField):
    """Text as it is read: what nobody sees goes where it would part a figure, and stays in other scripts."""

    def to_python(self, value: Any) -> str:
        return IN_A_FIGURE.sub("", str(super().to_python(value) or "").translate(UNSEEN))


class MessageField(SeenField):
    """Text of several lines, counted as a person sees it: one character for the end of a line."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class NewDraftForm(forms.Form):
    kind = forms.ChoiceField(choices=Kind.choices)
    tone = forms.ChoiceField(choices=Tone.choices, required=False)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def clean_tone(self) -> str:
        return str(self.cleaned_data["tone"] or Tone.PLAIN)

    def clean(self) -> dict[str, Any]:
        """One page starts every kind in every tone: each of them once."""
        given: dict[str, Any] = self.cleaned_data
        if "key" in given and not self.errors:
            given["key"] = uuid5(given["key"], f"{given['kind']} {given['tone']}")
        return given


class RestoreForm(forms.Form):
    version = forms.IntegerField(min_value=1, max_value=LARGEST_VERSION)


class DraftForm(forms.Form):
    """One form for saving, checking and sending, so that what is on screen is what each of them takes.

    `needs` are the fields beside the text that a way needs; what is wrong with another is no hindrance to it.
    """

    needs: ClassVar[tuple[str, ...]] = ()

    text = MessageField(
        label="Text",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 18, "dir": "auto", "autocomplete": "off"}),
        error_messages={"required": "Write the message first."},
    )
    preferred = forms.BooleanField(
        label="They are my first choice",
        required=False,
        help_text="Only then may the text say so.",
    )
    override = MessageField(
        label="Your reason to send it as it is",
        max_length=LONGEST_OVERRIDE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "autocomplete": "off"}),
    )
    signature = SeenField(
        label="Your name below it",
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    to = forms.ChoiceField(label="To", required=False)
    binding = forms.BooleanField(label="I know that this may conclude a contract", required=False)
    twice = forms.BooleanField(
        label="They pressed for this answer. I want to accept now all the same", required=False
    )
    over = forms.BooleanField(
        label="I know that this text is out of date, and it went out all the same", required=False
    )
    asked = MoneyField(label="The base you asked for", show_hidden_initial=True)
    sent_on = forms.DateField(
        label="Sent on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=LARGEST_VERSION)

    def __init__(
        self, *args: Any, today: date, check_at: str, draft: Draft, ticks: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people = [(one.email, str(one)) for one in draft.offer.contacts.exclude(email="")]
        self.fields["to"] = forms.ChoiceField(
            label="To",
            required=False,
            choices=[("", "Nobody yet"), *dict(people).items()],
            error_messages={"invalid_choice": NO_SUCH_PERSON},
        )
        self.ticks = [name for name in TICKS if name in ticks]
        for name in set(TICKS) - set(ticks):
            del self.fields[name]
        self.take_base_of(draft)
        self.earliest, self.latest = today - A_YEAR, today + timedelta(days=1)
        limits = {"min": self.earliest.isoformat(), "max": self.latest.isoformat()}
        self.fields["sent_on"].widget.attrs |= limits
        self.fields["text"].widget.attrs |= LIVE | {"hx-post": check_at}
        for name, field in self.fields.items():
            if name != "version":
                is_tick = isinstance(field, forms.BooleanField)
                field.widget.attrs["class"] = "form-check-input" if is_tick else "form-control"
        self.fields["to"].widget.attrs["class"] = "form-select"

    def take_base_of(self, draft: Draft) -> None:
        """The base that was asked for is in the measure of the offer; not every kind asks for base."""
        self.has_moved, self.offer = False, draft.offer
        asked: Any = self.fields["asked"]
        asked.currency, asked.time = self.offer.currency, self.offer.get_unit_display()
        asked.help_text = KEPT_AS_ASKED.format(self.offer.measure)
        if draft.kind not in ASKS_FOR_BASE:
            del self.fields["asked"]

    def clean_override(self) -> str:
        """A reason that can be read; marks alone are none."""
        words = str(self.cleaned_data["override"])
        return words if any(one.isprintable() and not one.isspace() for one in words) else ""

    def clean(self) -> dict[str, Any]:
        for name in {"to", "sent_on", "asked"} - set(self.needs):
            if self.errors.pop(name, None):
                self.cleaned_data[name] = "" if name == "to" else None
        return self.cleaned_data

    def stand_on(self, *, asked: Decimal | None, over: str) -> None:
        """Takes what the record says: the base that the text asks for, and why it had better not go out.

        The field follows the text until the person gives another amount; `has_moved` is whether the page
        showed another than the text asks for now.
        """
        if over and "over" not in self.ticks:
            self.ticks.append("over")
        if not self.is_bound:
            self.initial["asked"] = asked
            return
        given: Any = self.data
        typed, shown = given.get("asked"), given.get("initial-asked")
        if "asked" in self.fields and (typed or "") == (shown or ""):
            words = self.fields["asked"].prepare_value(asked) or ""
            self.has_moved = shown is not None and shown != words
            given = given.copy()
            given["asked"] = given["initial-asked"] = words
            self.data = given

    @property
    def content(self) -> Content:
        """What is kept of a valid form."""
        given = self.cleaned_data
        return Content(
            text=given["text"],
            preferred=given["preferred"],
            override=given["override"],
            signature=given["signature"],
        )


class MailForm(DraftForm):
    """The same form when a mail is made of it: it needs somebody who is there, or nobody."""

    needs = ("to",)


class SendForm(DraftForm):
    """The same form when the message has gone out: it needs the day, and the base that was asked for."""

    needs = ("sent_on", "asked")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sent_on"].required = True

    def clean(self) -> dict[str, Any]:
        for name in self.ticks:
            if not self.cleaned_data.get(name):
                self.add_error(name, TICK_FIRST)
        return super().clean()

    def clean_asked(self) -> Decimal | None:
        asked: Decimal | None = self.cleaned_data["asked"]
        if self.has_moved:
            raise ValidationError(HAS_MOVED)
        offered = self.offer.base
        if asked and offered and asked < offered:
            raise ValidationError(UNDER.format(money(offered, self.offer.currency)))
        return asked

    def clean_sent_on(self) -> date:
        day: date = self.cleaned_data["sent_on"]
        if not self.earliest <= day <= self.latest:
            raise ValidationError(GONE_ON)
        return day


def ticks_of(draft: Draft) -> tuple[str, ...]:
    """What has to be ticked before a message of this kind is marked as sent: an acceptance may bind."""
    if draft.kind != Kind.ACCEPT:
        return ()
    return ("binding", "twice") if asks_twice(draft.offer) else ("binding",)


def form_for(
    draft: Draft, today: date, data: QueryDict | None = None, *, kind: type[DraftForm] = DraftForm
) -> DraftForm:
    """The form on what is saved, or on what was typed."""
    return kind(
        data,
        today=today,
        draft=draft,
        ticks=ticks_of(draft),
        check_at=reverse("drafts:check", args=[draft.offer_id, draft.pk]),
        initial=dict(draft.content) | {"version": draft.version, "sent_on": today},
    )
