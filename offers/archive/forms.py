from django import forms


class DeleteForm(forms.Form):
    sure = forms.BooleanField(
        label="Delete everything, for good",
        error_messages={"required": "Tick this if you want everything deleted."},
    )
