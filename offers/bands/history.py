"""The history of one row, from the events that the database itself records."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from django.db import models
from pghistory.models import Events

from offers.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class Change:
    field: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One event: when, by whom, and what changed; what was added has nothing `before`."""

    at: datetime
    by: str
    label: str
    changes: tuple[Change, ...]


UNTOLD = {"id", "version"}
LABELS = {"insert": "Added", "update": "Changed", "delete": "Deleted"}


def history_of(row: models.Model) -> list[Entry]:
    """Every event of `row`, newest first. Two queries."""
    events = list(Events.objects.tracks(row).order_by("-pgh_created_at", "-pgh_id"))  # type: ignore[no-untyped-call]
    people = dict(User.objects.filter(pk__in={author(event) for event in events}).values_list("pk", "email"))
    return [
        Entry(
            at=event.pgh_created_at,
            by=people.get(author(event)) or nameless(event),
            label=LABELS[event.pgh_label],
            changes=tuple(changes_of(row, event)),
        )
        for event in events
    ]


def author(event: Events) -> int:
    """The key of who did it; 0, which nobody has, for commands and imports."""
    return int((event.pgh_context or {}).get("user") or 0)


def nameless(event: Events) -> str:
    """Who did what no account can be named for: a person whose account is gone, or a command or import."""
    return "somebody who has left" if "user" in (event.pgh_context or {}) else "the system"


def changes_of(row: models.Model, event: Events) -> Iterator[Change]:
    """What the event changed; of one that added the row, all that it was given but what it belongs to."""
    if event.pgh_label == "insert":
        for name, value in (event.pgh_data or {}).items():
            field = field_of(row, name)
            if name not in UNTOLD and not field.is_relation and value not in (None, ""):
                yield Change(field=str(field.verbose_name), before="", after=shown(field, value))
        return
    for name, (before, after) in (event.pgh_diff or {}).items():
        if name not in UNTOLD:
            field = field_of(row, name)
            yield Change(
                field=str(field.verbose_name), before=shown(field, before), after=shown(field, after)
            )


def field_of(row: models.Model, name: str) -> "models.Field[Any, Any]":
    return cast("models.Field[Any, Any]", row._meta.get_field(name.removesuffix("_id")))


def shown(field: "models.Field[Any, Any]", value: object) -> str:
    """A value of the history, which comes as JSON: in the decimals of its field, or as its choice reads."""
    if value in (None, ""):
        return "empty"
    if isinstance(field, models.DecimalField):
        return f"{Decimal(str(value)):.{field.decimal_places}f}"
    return str(dict(field.flatchoices).get(value, value))
