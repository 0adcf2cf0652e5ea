"""What amounts, currencies and dates may be, for every form that edits pay."""

from datetime import date

from babel.core import get_global
from django.core.exceptions import ValidationError

EARLIEST = date(2000, 1, 1)
LATEST = date(2100, 12, 31)


def validate_currency(code: str) -> None:
    if code not in get_global("all_currencies"):
        raise ValidationError("Give a currency code of three capital letters, such as USD or EUR.")


def validate_year_range(day: date) -> None:
    """Dates beyond these years break time zone arithmetic somewhere later."""
    if not EARLIEST <= day <= LATEST:
        raise ValidationError("Give a date between 2000 and 2100.")
