"""Figures and titles that come with the project, so that a first look-up has an answer on an empty server.

National figures of common occupations from the survey of May 2024, typed by us, and everyday words for these
occupations. Their keys are those of an import, so the publisher's own file replaces them, and rolling that
back restores them. A batch stands on record for each file, and what an administrator rolled back stays away.
"""

import csv
from collections.abc import Callable, Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from offers.market.models import Batch, OccupationTitle, State, Wage
from offers.market.models.wages import MARKED

DATA = Path(__file__).parent / "data"
WAGES, TITLES = DATA / "wages.csv", DATA / "titles.csv"
# As the survey's own national workbook says it.
NATIONAL = {
    "area_title": "U.S.",
    "area_type": "1",
    "state": "US",
    "industry": "000000",
    "industry_title": "Cross-industry",
    "ownership": "1235",
    "occupation_group": "detailed",
}


@transaction.atomic
def load_market() -> int:
    """Adds what was never there and says how many rows that were. What is there already stays."""
    return load(WAGES, "oews", 2024, wages) + load(TITLES, "onet-titles", None, titles)


def load(path: Path, layout: str, year: int | None, rows: Callable[[Batch, Path], Iterator[Any]]) -> int:
    data = path.read_bytes()
    checksum = sha256(data).hexdigest()
    if Batch.objects.filter(sha256=checksum).exists():
        return 0
    batch = Batch.objects.create(
        file_name=f"{path.name} (comes with Negotiator)",
        size=len(data),
        sha256=checksum,
        layout=layout,
        source="oews" if layout == "oews" else "ours",
        year=year,
        state=State.IMPORTED,
        facts={"shipped": True},
        done_at=timezone.now(),
    )
    made = list(rows(batch, path))
    known = type(made[0]).objects.count()
    type(made[0]).objects.bulk_create(made, ignore_conflicts=True)
    batch.read = len(made)
    batch.added = type(made[0]).objects.count() - known
    batch.unchanged = batch.read - batch.added
    batch.save()
    return batch.added


def lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)


def wages(batch: Batch, path: Path) -> Iterator[Wage]:
    """A row for each line; the marks stand with a dot where there is none."""
    for line in lines(path):
        figures = {name: Decimal(line[name]) if line[name] else None for name in MARKED}
        yield Wage(
            batch=batch,
            digest=0,
            source=line["source"],
            year=int(line["year"]),
            area=line["area"],
            occupation=line["occupation"],
            occupation_title=line["title"],
            marks=line["marks"].replace(".", " "),
            only=line["only"],
            **NATIONAL,
            **figures,
        )


def titles(batch: Batch, path: Path) -> Iterator[OccupationTitle]:
    """Every title of every line, and the occupation's own name."""
    names = {line["occupation"]: line["title"] for line in lines(WAGES)}
    for line in lines(path):
        code = line["occupation"]
        for title in {names[code], *line["titles"].split("; ")}:
            yield OccupationTitle(
                batch=batch, digest=0, code=f"{code}.00", occupation=code, title=title, short="", kind="ours"
            )
