"""The file of laws on pay ranges that ships with the project: read strictly, loaded once, kept up to date.

What an administrator has changed or deleted stays as they left it.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from offers.bands.models import PayRule
from offers.bands.models.pay_rule import DEEPEST

SHIPPED = Path(__file__).parent / "data" / "pay_rules.csv"
FIELDS = [field for field in PayRule._meta.concrete_fields if field.name not in {"id", "version"}]
COLUMNS = tuple(field.name for field in FIELDS)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Fields = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Why one line was refused. Lines are counted as an editor counts them: the header is line 1."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"Line {self.line}, {self.column}: {self.reason}"


class RefusedError(Exception):
    """A file with lines that cannot be used; nothing of it was loaded."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__("\n".join(map(str, self.refusals)))


@dataclass(frozen=True, kw_only=True)
class Loaded:
    added: int = 0
    changed: int = 0
    kept: int = 0


@transaction.atomic
def load_pay_rules(path: Path | None = None) -> Loaded:
    """Adds the places that were never there and updates those that no administrator has saved.

    Raises `RefusedError` with every bad line before anything is written.
    """
    rows = read_pay_rules(path or SHIPPED)
    known = {rule.code: rule for rule in PayRule.objects.select_for_update()}
    events = PayRule.pgh_event_model.objects  # type: ignore[attr-defined]
    ever = set(events.values_list("code", flat=True))
    added = changed = 0
    for code, values in rows.items():
        rule, above = known.get(code), values["within_id"]
        if above and above not in known:
            continue
        if rule is None and code not in ever:
            known[code] = PayRule.objects.create(**values)
            added += 1
        elif rule and rule.version == 1 and differs(rule, values):
            PayRule.objects.filter(pk=rule.pk).update(**values)
            changed += 1
    return Loaded(added=added, changed=changed, kept=len(rows) - added - changed)


def differs(rule: PayRule, values: Fields) -> bool:
    return any(getattr(rule, name) != value for name, value in values.items())


def read_pay_rules(path: Path) -> dict[str, Fields]:
    """The rows of the file by code, each place after the one around it. Raises `RefusedError`."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        refuse_header(next(reader, []))
        lines = [(reader.line_num, cells) for cells in reader if cells]
    refusals, rows, places = [], {}, {}
    for line, cells in lines:
        values, wrong = read_line(line, cells)
        code = values.get("code", "")
        if code in rows:
            wrong.append(Refusal(line=line, column="code", reason=f"{code} stands twice in the file."))
        refusals += wrong
        rows[code], places[code] = values, line
    refusals += nowhere(rows, places)
    if refusals:
        raise RefusedError(refusals)
    return dict(sorted(rows.items(), key=lambda pair: depth(pair[0], rows)))


def refuse_header(found: list[str]) -> None:
    if tuple(found) != COLUMNS:
        reason = f"the columns have to be {', '.join(COLUMNS)}."
        raise RefusedError([Refusal(line=1, column="header", reason=reason)])


def read_line(line: int, cells: list[str]) -> tuple[Fields, list[Refusal]]:
    """The values of one line by the name of the column in the database, and what is wrong with it."""
    if len(cells) != len(COLUMNS):
        reason = f"{len(COLUMNS)} columns are needed, here are {len(cells)}."
        return {}, [Refusal(line=line, column="line", reason=reason)]
    values: Fields = {}
    wrong: dict[str, str] = {}
    for field, text in zip(FIELDS, cells, strict=True):
        try:
            values[field.attname] = value_of(field, text.strip())
        except ValueError as error:
            wrong[field.name] = str(error)
    wrong = dict(errors_in(values)) | wrong
    return values, [Refusal(line=line, column=name, reason=reason) for name, reason in wrong.items()]


def value_of(field: Any, text: str) -> Any:
    """The text of one cell as the column keeps it. Raises ValueError with what is wrong."""
    if isinstance(field, models.DateField):
        return day(text) if text else None
    if isinstance(field, models.PositiveIntegerField):
        return whole(text) if text else None
    return (text or None) if isinstance(field, models.ForeignKey) else text


def day(text: str) -> date:
    if not DAY.fullmatch(text):
        raise ValueError(f"“{text}” is no date such as 2026-01-31.")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"“{text}” is no day of the calendar.") from error


def whole(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,7}", text):
        raise ValueError(f"“{text}” is no number of people.")
    return int(text)


def errors_in(values: Fields) -> Iterator[tuple[str, str]]:
    """What the columns themselves refuse, and what a row has to have to be of use."""
    rule = PayRule(**values | {"within_id": None})
    for check in (partial(rule.clean_fields, exclude={"within"}), rule.clean):
        try:
            check()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                yield name, " ".join(messages)


def nowhere(rows: dict[str, Fields], lines: dict[str, int]) -> Iterator[Refusal]:
    """Places that lie in one that the file does not have, or too deep, or in themselves."""
    for code, values in rows.items():
        above = values.get("within_id")
        if above and above not in rows:
            yield Refusal(line=lines[code], column="within", reason=f"there is no place {above}.")
        elif depth(code, rows) > DEEPEST:
            yield Refusal(line=lines[code], column="within", reason="that is more than two places around it.")


def depth(code: str, rows: dict[str, Fields]) -> int:
    """How many places lie around one; more than DEEPEST also for one that lies in itself."""
    found = 0
    while found <= DEEPEST and (code := rows.get(code, {}).get("within_id") or ""):
        found += 1
    return found
