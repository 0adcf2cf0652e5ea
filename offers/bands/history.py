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
    """One event: when, by whom, and what changed."""

    at: datetime
    by: str
    label: str
    changes: tuple[Change, ...]


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
            changes=tuple(changes_of(row, event.pgh_diff or {})),
        )
        for event in events
    ]


def author(event: Events) -> int:
    """The key of who did it; 0, which nobody has, for commands and imports."""
    return int((event.pgh_context or {}).get("user") or 0)


def nameless(event: Events) -> str:
    """Who did what no account can be named for: a person whose account is gone, or a command or import."""
    return "somebody who has left" if "user" in (event.pgh_context or {}) else "the system"


def changes_of(row: models.Model, difference: dict[str, tuple[object, object]]) -> Iterator[Change]:
    for name, (before, after) in difference.items():
        if name != "version":
            field = cast("models.Field[Any, Any]", row._meta.get_field(name.removesuffix("_id")))
            yield Change(
                field=str(field.verbose_name), before=shown(field, before), after=shown(field, after)
            )


def shown(field: "models.Field[Any, Any]", value: object) -> str:
    """A value of the history, which comes as JSON, in the decimals of its field."""
    if value in (None, ""):
        return "empty"
    if isinstance(field, models.DecimalField):
        return f"{Decimal(str(value)):.{field.decimal_places}f}"
    return str(value)
