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
