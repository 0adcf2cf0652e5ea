"""Form fields of what bands and ranges say."""

from typing import Any

from django import forms

from offers.bands.validators import validate_currency


class CurrencyField(forms.CharField):
    """A code of three letters, typed in any case; small and capital letters are the same answer."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 3)
        options.setdefault("validators", [validate_currency])
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").upper()
