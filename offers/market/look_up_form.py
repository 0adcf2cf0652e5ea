"""The two fields of the look-up."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Layout
from django import forms


class LookUpForm(forms.Form):
    title = forms.CharField(
        max_length=100,
        label="Job title",
        help_text="In your own words, such as “software engineer” or “registered nurse”.",
        error_messages={"required": "Write a job title."},
    )
    place = forms.CharField(
        max_length=100,
        required=False,
        label="Place",
        help_text="A town or a state of the United States. Empty means the whole country.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Div(Div("title", css_class="col-sm"), Div("place", css_class="col-sm"), css_class="row")
        )
