"""The forms of the page of replies. Nothing that is typed or ticked here is stored."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms


class PlainForm(forms.Form):
    """A form that stands inside a tag of the page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True


class DoubtsForm(PlainForm):
    """What only the person knows and the lines and grounds turn on."""

    duties_above_level = forms.BooleanField(
        required=False, label="The duties, as described, are above the level"
    )
    level_asked = forms.BooleanField(required=False, label="I asked how level and offer were set")
    level_explained = forms.BooleanField(required=False, label="They explained it")
    insult = forms.BooleanField(required=False, label="Somebody was insulting")


CHECKS = {
    "short": ("I kept it short", "say it in two sentences, then stop."),
    "one_reason": (
        "I gave one reason",
        "give one reason; a second one only invites a talk about the weaker.",
    ),
    "one_number": ("I named one number at most, and stopped", "name one number at most, and let them speak."),
    "next_step": (
        "I asked a question, or left the next step to them",
        "end with a question, so that the next step is theirs.",
    ),
}
LONGEST = 2000


class RehearsalForm(PlainForm):
    """An answer to one line. `line` and `seen` are keys of lines; `do` is the button that was pressed."""

    words = forms.CharField(
        required=False,
        max_length=LONGEST,
        label="Your answer",
        help_text="Say it aloud, or write it here. It is checked and not kept.",
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, _) in CHECKS.items():
            self.fields[name] = forms.BooleanField(required=False, label=label)

    @property
    def line_key(self) -> str:
        """The key of the line that this is an answer to."""
        return str(self.data.get("line", ""))

    @property
    def seen(self) -> tuple[str, ...]:
        """The keys of the lines of this round."""
        return tuple(str(self.data.get("seen", "")).split())

    @property
    def is_about_this_line(self) -> bool:
        """Whether the person stays with the line; another button asks for the next."""
        return self.data.get("do") in {"answer", "done"}

    @property
    def is_done(self) -> bool:
        return self.data.get("do") == "done"

    @property
    def typed(self) -> str:
        return str(self.cleaned_data.get("words", "")).strip()

    @property
    def ticked(self) -> frozenset[str]:
        return frozenset(name for name in CHECKS if self.cleaned_data.get(name))
