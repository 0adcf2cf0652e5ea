"""JSON into the frozen types of the engine: each field is read by its type, each error names its field."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from offers.engine.errors import EngineError

T = TypeVar("T")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?")


def parse(text: str) -> object:
    """The value of a JSON text, numbers as `Decimal`. Raises `EngineError` for what is not JSON."""
    try:
        return json.loads(
            text,
            parse_float=_literal,
            parse_int=_literal,
            parse_constant=_literal,
            object_pairs_hook=_once_each,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise EngineError("case", f"case: this is not JSON ({place}).") from error
    except RecursionError as error:
        raise EngineError("case", "case: nested too deeply.") from error


def decode(kind: type[T], value: object) -> T:
    """`value` as the dataclass `kind`, keys being its field names; `null` means left out.

    Raises `EngineError` naming the field: unknown, missing, or not of its type. Numbers are plain decimals,
    as text or as JSON numbers; dates are written 2026-03-02.
    """
    found: T = _object(kind, value, "case", "")
    return found


def _literal(text: str) -> Decimal:
    """A number of JSON as it stands; whether it is an ordinary one is asked where its field is known."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(key for key, _ in pairs if [key for key, _ in pairs].count(key) > 1)
        raise EngineError(twice, f"{twice}: stands there twice.")
    return found


@cache
def _fields_of(kind: Any) -> Mapping[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    return {item.name: (item, hints[item.name]) for item in fields(kind)}


def _object(kind: Any, value: object, name: str, place: str) -> Any:
    if not isinstance(value, dict):
        raise EngineError(name, f"{name}: give an object with named fields.")
    known = _fields_of(kind)
    for key in value:
        if key not in known:
            raise EngineError(f"{place}{key}", f"{place}{key}: there is no such field.")
    given = {
        key: _value(hint, value[key], f"{place}{key}")
        for key, (_, hint) in known.items()
        if value.get(key) is not None
    }
    for key, (item, _) in known.items():
        if key not in given and item.default is MISSING and item.default_factory is MISSING:
            raise EngineError(f"{place}{key}", f"{place}{key}: this is needed.")
    return _built(kind, given, place)


def _built(kind: Any, given: Mapping[str, Any], place: str) -> Any:
    try:
        return kind(**given)
    except EngineError as error:
        if not place:
            raise
        raise EngineError(f"{place}{error.field}", f"{place}{error.field}: {error.sentence}") from error


def _value(hint: Any, value: object, name: str) -> Any:
    kind, parts = get_origin(hint) or hint, get_args(hint)
    if kind in (Union, UnionType):
        return _value(next(part for part in parts if part is not NoneType), value, name)
    if kind in (tuple, frozenset):
        return kind(_items(parts[0], value, name))
    if kind is Mapping:
        return {key: _value(parts[1], each, f"{name}.{key}") for key, each in _mapping(value, name)}
    if is_dataclass(kind):
        return _object(kind, value, name, f"{name}.")
    if issubclass(kind, Enum):
        return _choice(kind, value, name)
    return _PLAIN[kind](value, name)


def _items(hint: Any, value: object, name: str) -> Iterator[Any]:
    if not isinstance(value, list):
        raise EngineError(name, f"{name}: give a list.")
    return (_value(hint, each, f"{name}[{number}]") for number, each in enumerate(value))


def _mapping(value: object, name: str) -> Iterator[tuple[str, object]]:
    if not isinstance(value, dict):
        raise EngineError(name, f"{name}: give an object with named fields.")
    return ((key, each) for key, each in value.items() if each is not None)


def _choice(kind: type[Enum], value: object, name: str) -> Enum:
    for member in kind:
        if member.value == value and not isinstance(value, bool):
            return member
    choices = ", ".join(str(member.value) for member in kind)
    raise EngineError(name, f"{name}: choose one of {choices}.")


def _decimal(value: object, name: str) -> Decimal:
    if isinstance(value, Decimal) and value.is_finite() and -12 <= value.adjusted() < 15:
        return +value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    raise EngineError(name, f"{name}: give a plain number such as 80000 or 0.05.")


def _whole(value: object, name: str) -> int:
    number = _decimal(value, name)
    if number % 1:
        raise EngineError(name, f"{name}: give a whole number.")
    return int(number)


def _flag(value: object, name: str) -> bool:
    if not isinstance(value, bool):
        raise EngineError(name, f"{name}: give true or false.")
    return value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise EngineError(name, f"{name}: give a text.")
    return value


def _date(value: object, name: str) -> date:
    try:
        return date.fromisoformat(_text(value, name))
    except ValueError as error:
        raise EngineError(name, f"{name}: give a date such as 2026-03-02.") from error


_PLAIN: Mapping[type, Callable[[object, str], Any]] = {
    Decimal: _decimal,
    int: _whole,
    bool: _flag,
    str: _text,
    date: _date,
}
