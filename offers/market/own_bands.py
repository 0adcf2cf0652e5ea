"""An employer's own bands on the road of imports: the columns that a person names, and their draft."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import IO

from psycopg.sql import SQL

from offers.bands.models import Band, BandSet, Employer, SetState
from offers.market.models import Batch, KeptRow, State
from offers.market.reader import Frame, ordered
from offers.market.reading.formats.bands import LAYOUT, Plan
from offers.market.reading.limits import Limits, RefusalError
from offers.market.rows import fetch
from offers.market.unstamped import Unstamped

MB = 1024 * 1024
# Bands of an employer are a small table; its reader gets by with what any upload may be.
LIMITS = Limits(
    packed=2 * MB,
    unpacked=20 * MB,
    strings=8 * MB,
    rows=20_000,
    columns=50,
    cell=1_000,
    line=50_000,
    seconds=20,
)
LONGEST = 60  # Of a cell that is shown beside the columns.
TAKEN = (
    "The bands of this file were in force, so they stay on record and cannot be taken away. Where their set "
    "counts now, one press on its page goes back to the set before it."
)
TOUCHED = "Bands of this file were changed or deleted by hand since, or by a later file."


def is_own(batch: Batch) -> bool:
    return batch.layout == LAYOUT.key


def look(batch: Batch, file: IO[bytes]) -> Batch:
    """Keeps the first lines, so that a person can say which column is which; or refuses the file."""
    order = {"name": batch.file_name, "longest": LONGEST, "limits": asdict(LIMITS)}
    try:
        batch.facts["head"] = next(ordered(file, order)).head["head"]
        batch.state = State.COLUMNS
    except RefusalError as refusal:
        batch.state, batch.sentence = State.REFUSED, str(refusal)
        batch.parts.all().delete()
    batch.save()
    return batch


def reading(batch: Batch, file: IO[bytes]) -> Iterator[Frame]:
    """The rows, by the columns that were chosen."""
    order = {"name": batch.file_name, "plan": batch.facts["plan"], "limits": asdict(LIMITS)}
    return ordered(file, order)


def choose(batch: Batch, plan: Plan, band_set: str) -> Batch:
    """Keeps which column is which, and the name of the set; the file is read by that next."""
    batch.facts |= {"plan": asdict(plan), "band_set": band_set}
    batch.state, batch.sentence, batch.step, batch.share = State.WAITING, "", "", 0
    batch.save()
    return batch


def make_room(batch: Batch, staging: Unstamped) -> bool:
    """Makes the employers and the drafts that are not there yet; whether every set is a draft."""
    name, made_sets, made_employers = batch.facts["band_set"], [], []
    names = fetch(SQL("SELECT DISTINCT ON (lower(employer)) employer FROM {}").format(staging.table))
    for (employer,) in names:
        found = Employer.objects.filter(name__iexact=employer).first()
        if found is None:
            found = Employer.objects.create(name=employer)
            made_employers.append(found.pk)
        band_set = BandSet.objects.select_for_update().filter(employer=found, name__iexact=name).first()
        if band_set is None:
            band_set = BandSet.objects.create(employer=found, name=name)
            made_sets.append(band_set.pk)
        if not band_set.is_draft:
            return False
    batch.facts |= {"sets": made_sets, "employers": made_employers}
    return True


def sets_of(batch: Batch) -> list[BandSet]:
    """The sets in which bands of an imported file stand."""
    return list(BandSet.objects.filter(bands__in=bands_of(batch)).select_related("employer").distinct())


def bands_of(batch: Batch) -> "list[int]":
    return list(KeptRow.objects.filter(batch=batch, table=Band._meta.db_table).values_list("row", flat=True))


def why_not_back(batch: Batch, staging: Unstamped) -> str:
    """Why what a batch did cannot be taken back; empty where it can."""
    if Band.objects.filter(pk__in=bands_of(batch)).exclude(band_set__state=SetState.DRAFT).exists():
        return TAKEN
    return TOUCHED if fetch(staging.touched_since())[0][0] else ""


def clear_away(batch: Batch) -> None:
    """The drafts and employers that a batch has made, unless somebody uses them by now."""
    BandSet.objects.filter(pk__in=batch.facts.get("sets", []), state=SetState.DRAFT, bands=None).delete()
    Employer.objects.filter(pk__in=batch.facts.get("employers", []), bands=None, sets=None).delete()
