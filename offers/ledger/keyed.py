"""A form that makes one row however often it is sent."""

import uuid
from typing import Any

from django import forms

AGAIN = "This was saved a moment ago with other words. To add this as well, send it again."


class OtherWordsError(Exception):
    """The same form was saved already, with other words in it."""


class KeyedForm(forms.ModelForm):  # type: ignore[type-arg]  # Of any model with an offer and a key.
    """A form whose hidden key is its own: the row that it made is found again by it."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].initial = uuid.uuid4()

    def kept(self) -> Any:
        """The row that this valid form made before, if any. One query, on an offer that is locked.

        Raises OtherWordsError where that row says something else, so that nothing typed is dropped unsaid.
        """
        rows = type(self.instance)._default_manager.filter(offer=self.instance.offer)
        already = rows.filter(key=self.cleaned_data["key"]).first()
        fields = self._meta.fields or ()
        if already and any(getattr(already, name) != getattr(self.instance, name) for name in fields):
            raise OtherWordsError
        return already

    def say_again(self) -> None:
        """An error on a form whose key was used for other words; it comes back with a key of its own."""
        self.add_error(None, AGAIN)
        self.data = dict(self.data.items()) | {"key": str(uuid.uuid4())}
