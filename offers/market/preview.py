"""Reads a file into its staging table and says what importing it would do. Nothing else is written."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO, Any

from django.db import connection, transaction

from offers.market.models import Batch, RefusedRow, State
from offers.market.models.batches import rows
from offers.market.own_bands import is_own, reading
from offers.market.reader import Frame, frames
from offers.market.reading.formats import LAYOUTS, bands
from offers.market.reading.layouts import Layout
from offers.market.reading.limits import RefusalError
from offers.market.rows import execute, fetch
from offers.market.staging import KEPT_REFUSALS, Form, Staging
from offers.market.targets import TARGETS
from offers.market.unstamped import Unstamped

LAYOUT: dict[str, Layout] = {layout.key: layout for layout in (*LAYOUTS, bands.LAYOUT)}
# Memory of the database for one sort or hash, while a batch is compared.
WORK_MEMORY = "128MB"
NUMBER = re.compile(r"^\d+\.\d+$")
Progress = Callable[[str, float], None]


def quiet(step: str, share: float) -> None:
    """Progress that nobody looks at."""


def staging_of(batch: Batch) -> Staging:
    layout = LAYOUT[batch.layout]
    stated: dict[str, object] = {key: fact for key, fact in batch.facts.items() if isinstance(fact, str)}
    target = TARGETS[layout.target]
    return (Staging if target.stamped else Unstamped)(
        batch=batch.pk,
        target=target,
        cells=layout.columns,
        constants=stated | {"year": batch.year, "source": batch.source},
    )


def give_room() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL work_mem = %s", [WORK_MEMORY])


def read(batch: Batch, file: IO[bytes], progress: Progress = quiet) -> Batch:
    """The batch, read from its file and compared: `PREVIEWED`, or `REFUSED` with one sentence."""
    try:
        with transaction.atomic():
            coming = reading(batch, file) if is_own(batch) else frames(file, batch.file_name, batch.year)
            stage(batch, coming, progress)
            give_room()
            compare(batch, progress)
            batch.state = State.PREVIEWED
            if not is_own(batch):
                batch.parts.all().delete()
            batch.save()
    except RefusalError as refusal:
        refuse(batch, str(refusal))
    return batch


def refuse(batch: Batch, sentence: str) -> None:
    """Says why nothing of the file can be used. Where columns were chosen, others may be."""
    batch.refresh_from_db()
    batch.sentence = sentence
    batch.state = State.COLUMNS if is_own(batch) else State.REFUSED
    if not is_own(batch):
        batch.parts.all().delete()
    batch.save()


def stage(batch: Batch, reading: Iterator[Frame], progress: Progress) -> None:
    """Copies the rows into the staging table as they come."""
    head = next(reading).head
    describe(batch, head)
    form = Form(**head["form"]) if head["form"] else None
    staging = replace(staging_of(batch), form=form)
    execute(staging.drop())
    execute(staging.create())
    torn: list[RefusedRow] = []
    with connection.cursor() as cursor, cursor.copy(staging.copy()) as copy:
        for frame in reading:
            copy.write(frame.rows)
            batch.read = frame.head["rows"]
            torn += refused(batch, frame.head.get("torn", []), KEPT_REFUSALS - len(torn))
            batch.refused += len(frame.head.get("torn", []))
            if "done" in frame.head:
                batch.facts |= {name: frame.head[name] for name in ("members", "skipped")}
            progress(f"reading, {rows(batch.read)}", frame.head.get("share", 1.0))
    execute(staging.analyse())
    RefusedRow.objects.filter(batch=batch).delete()
    RefusedRow.objects.bulk_create(torn)


def describe(batch: Batch, head: dict[str, Any]) -> None:
    layout = LAYOUT[head["layout"]]
    batch.layout, batch.source, batch.year = layout.key, layout.source, head["year"]
    batch.facts = batch.facts | head["facts"] if is_own(batch) else head["facts"]
    batch.read, batch.refused, batch.sentence = 0, 0, ""
    if layout.needs_year and batch.year is None:
        raise RefusalError("This file does not say which year it is of. Give the year beside the file.")
    if batch.year is not None and not 1990 <= batch.year <= 2100:
        raise RefusalError(f"The year {batch.year} cannot be meant. Give the year beside the file.")


def refused(batch: Batch, torn: list[list[Any]], room: int) -> list[RefusedRow]:
    return [
        RefusedRow(batch=batch, line=line, column=column, value=value, reason=reason)
        for line, column, value, reason in torn[: max(0, room)]
    ]


def compare(batch: Batch, progress: Progress) -> None:
    """Takes out the rows that cannot be read, and counts what the others would do."""
    staging = staging_of(batch)
    progress("checking and comparing each row", 0.1)
    if count_rows(batch, staging):
        progress("writing down what is refused", 0.5)
        execute(staging.refuse())
        batch.refused += execute(staging.drop_bad())
    among_new = not batch.changed
    if batch.added + batch.changed and fetch(staging.repeated(among_new=among_new))[0][0]:
        progress("writing down what stands twice", 0.7)
        before = fetch(staging.size())[0][0]
        execute(staging.refuse_repeated())
        batch.refused += before - fetch(staging.size())[0][0]
        count_rows(batch, staging)
    if not (batch.added or batch.changed or batch.unchanged):
        raise RefusalError(f"No row of this file can be imported.{first_refused(batch)}")
    batch.examples = {
        "added": shown(staging, changed=False) if batch.added else [],
        "changed": shown(staging, changed=True) if batch.changed else [],
    }


def count_rows(batch: Batch, staging: Staging) -> int:
    """Counts on the batch what its rows would do; says how many cannot be read."""
    found = {kind: (count, flagged) for kind, count, flagged in fetch(staging.counts())}
    for kind in ("added", "changed", "unchanged"):
        setattr(batch, kind, found.get(kind, (0, 0))[0])
    batch.flagged = sum(flagged for _, flagged in found.values())
    return int(found.get("bad", (0, 0))[0])


def first_refused(batch: Batch) -> str:
    first = batch.refused_rows.first()
    return f" The first is line {batch.line(first.line)}: {first.column} {first.reason}." if first else ""


def shown(staging: Staging, *, changed: bool) -> list[dict[str, Any]]:
    """Examples as the preview shows them: which row, and cell by cell what was and what comes."""
    return [
        {
            "line": line,
            "what": what,
            "cells": [written(*cell) for cell in json.loads(cells) if cell and any(cell[1:])],
        }
        for line, what, cells in fetch(staging.examples(changed=changed))
    ]


def written(name: str, old: str | None, new: str | None) -> tuple[str, str, str]:
    return name, trimmed(old), trimmed(new)


def trimmed(value: str | None) -> str:
    """A value of the database without the decimals that it fills up."""
    if value and NUMBER.match(value):
        return value.rstrip("0").rstrip(".")
    return value or ""
