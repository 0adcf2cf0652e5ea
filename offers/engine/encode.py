"""The answers of the engine as plain JSON values: amounts to the cent, dates and codes as text."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from offers.engine.money import plain, round_half_up
from offers.engine.reason import Reason

# These are fractions, for which cents are too coarse.
FRACTIONS = frozenset(
    {"kept_share", "over_best", "over_median", "tolerance", "compa_ratio", "range_penetration"}
)
_FINE = Decimal("0.000001")

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


def encode(value: object) -> Json:
    """`value` with every field by its name; a reason as code, text, source and grade; no limit is null."""
    if isinstance(value, Decimal):
        return plain(value) if value.is_finite() else None
    if isinstance(value, Reason):
        return said(value)
    if isinstance(value, Enum):
        return encode(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): encode(each) for key, each in value.items()}
    if is_dataclass(value):
        return {item.name: _field(item.name, getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple | list):
        return [encode(each) for each in value]
    raise TypeError(f"{type(value).__name__} has no JSON form")


def said(reason: Reason) -> dict[str, Json]:
    """A reason as the JSON door prints it."""
    return {
        "code": str(reason.code),
        "text": reason.text,
        "binding": reason.binding,
        "source": str(reason.source),
        "grade": reason.grade.value,
    }


def _field(name: str, value: object) -> Json:
    if name in FRACTIONS and isinstance(value, Decimal):
        return f"{round_half_up(value, _FINE):f}"
    return encode(value)
