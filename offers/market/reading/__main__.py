"""Reads one file in a process of its own: `python -m offers.market.reading ORDER`, the file at stdin.

ORDER is JSON: the name of the file, a year where the person gave one, and limits. What comes out at stdout
are frames: a line of JSON, then as many bytes as it says, which are rows in the text form of COPY. The last
frame has `done`, or `refused` with one sentence. With `longest` only the first lines are looked at; with a
`plan` the rows are bands whose columns a person has named. This program knows neither Django nor a database.
"""

import json
import os
import resource
import sys
from contextlib import ExitStack
from typing import IO, BinaryIO

from offers.market.reading.files import sheets
from offers.market.reading.formats import LAYOUTS, bands
from offers.market.reading.layouts import Found, Refused, recognised
from offers.market.reading.limits import Limits, RefusalError, counted
from offers.market.reading.passing import NOTHING, Whole, clean, parts
from offers.market.reading.sheets import Line, Sheet

ROWS = 2_000  # In one frame.
MEMBER = 100_000_000  # Line 12 of the second file of an archive is told from line 12 of the first by this.
TORN = "The row has more cells than there are headers."
# What a plain cell has not: signs of COPY, and blanks to take off.
STRANGE = ("\\", "\r", "\t ", " \t", " \n", "\xa0", NOTHING)


class Writer:
    """Writes the frames, and counts."""

    def __init__(self, out: IO[bytes], given: BinaryIO, limits: Limits) -> None:
        self._out, self._limits = out, limits
        self._given = os.dup(given.fileno())  # Readers of text close the file at its end.
        self._size = max(1, os.fstat(self._given).st_size)
        self.rows = 0

    def frame(self, body: bytes = b"", **head: object) -> None:
        self._out.write(json.dumps(head | {"bytes": len(body)}).encode() + b"\n" + body)
        self._out.flush()

    def whole(self, whole: Whole) -> None:
        """All rows of a text, as they stand in it."""
        for text, rows, torn in parts(whole):
            self.count(rows)
            self.frame(text.encode("utf-8", "replace"), rows=self.rows, share=self.share(), torn=lost(torn))

    def count(self, rows: int) -> None:
        self.rows += rows
        if self.rows > self._limits.rows:
            raise RefusalError(f"This file has more than {counted(self._limits.rows)} rows.")

    def share(self) -> float:
        """How much of the file was read."""
        return min(1.0, os.lseek(self._given, 0, os.SEEK_CUR) / self._size)

    def rows_of(self, found: Found, first: int) -> None:
        """All rows of a sheet. Line numbers begin at `first`."""
        batch: list[Line] = []
        tabs = len(found.layout.columns)
        for line in found.rows:
            batch.append(line)
            if len(batch) == ROWS:
                self._batch(batch, first, tabs)
        self._batch(batch, first, tabs)

    def _batch(self, batch: list[Line], first: int, tabs: int) -> None:
        self.count(len(batch))
        torn = lost([first + number for number, row in batch if not row])
        whole = [line for line in batch if line[1]] if torn else batch
        body = block(whole, first, tabs).encode("utf-8", "replace") if whole else b""
        self.frame(body, rows=self.rows, share=self.share(), torn=torn)
        batch.clear()


def lost(lines: list[int]) -> list[Refused]:
    return [(line, "", "", TORN) for line in lines]


def block(lines: list[Line], first: int, tabs: int) -> str:
    """Rows in the text form of COPY, without blanks around cells.

    Whether a cell holds a sign of COPY's own, or blanks to take off, is found by counting in the whole text.
    """
    text = "".join([f"{first + number}\t" + "\t".join(row) + "\n" for number, row in lines])
    plain = not any(sign in text for sign in STRANGE)
    if plain and text.count("\t") == tabs * len(lines) and text.count("\n") == len(lines):
        return text
    return "".join(
        f"{first + number}\t" + "\t".join(clean(cell).replace("\\", "\\\\") for cell in row) + "\n"
        for number, row in lines
    )


def main(order: str) -> None:
    wish = json.loads(order)
    limits = Limits(**wish["limits"])
    restrain(limits)
    given = sys.stdin.buffer
    out = Writer(sys.stdout.buffer, given, limits)
    try:
        if "longest" in wish:
            look(given, wish["name"], wish["longest"], limits, out)
        elif "plan" in wish:
            read_bands(given, wish["name"], bands.Plan(**wish["plan"]), limits, out)
        else:
            read(given, wish["name"], wish["year"], limits, out)
    except RefusalError as refusal:
        out.frame(refused=str(refusal))
    except (MemoryError, RecursionError):
        out.frame(refused="This file needs more memory than an import may take.")


def read(given: BinaryIO, name: str, year: int | None, limits: Limits, out: Writer) -> None:
    """One frame that says what the file is, then its rows. Files of an archive follow one another."""
    layout = ""
    members: list[str] = []
    skipped: list[str] = []
    with ExitStack() as stack:
        for sheet in sheets(given, name, limits, stack):
            found = known(sheet, layout)
            if found is None:
                skipped.append(sheet.file)
                continue
            # An archive may hold a text beside a workbook, and all rows come in one form.
            whole = found.whole if sheet.file == name else None
            if not layout:
                layout = found.layout.key
                out.frame(
                    layout=layout, year=year or found.year, facts=dict(found.facts), form=form_of(whole)
                )
            if whole:
                out.whole(whole)
            else:
                out.rows_of(found, MEMBER * len(members))
            members.append(sheet.file)
    if not out.rows:
        raise RefusalError("This file has the right headers and no row below them.")
    out.frame(done=True, rows=out.rows, members=members, skipped=skipped)


def look(given: BinaryIO, name: str, longest: int, limits: Limits, out: Writer) -> None:
    """One frame with the first lines of a table, so that a person can say which column is which."""
    with ExitStack() as stack:
        head = bands.beginning(only_sheet(given, name, limits, stack), longest)
    if not any(any(row) for _, row in head):
        raise RefusalError("This table is empty.")
    out.frame(head=head, done=True)


def read_bands(given: BinaryIO, name: str, plan: bands.Plan, limits: Limits, out: Writer) -> None:
    """The rows of a table whose columns a person has named."""
    with ExitStack() as stack:
        found = bands.mapped(only_sheet(given, name, limits, stack), plan)
        out.frame(layout=found.layout.key, year=None, facts={}, form=None)
        out.rows_of(found, 0)
    if not out.rows:
        raise RefusalError("There is no row below the headings of this table.")
    out.frame(done=True, rows=out.rows, members=[name], skipped=[])


def only_sheet(given: BinaryIO, name: str, limits: Limits, stack: ExitStack) -> Sheet:
    """The table of a file; archives may hold several, and each has headings of its own."""
    sheet = next(sheets(given, name, limits, stack))
    if sheet.file != name:
        raise RefusalError("This is an archive. Unpack it and give the table that is inside.")
    return sheet


def form_of(whole: Whole | None) -> dict[str, object] | None:
    """How the rows come: None for the layout's own columns, or the columns of the file as CSV."""
    if whole is None:
        return None
    return {"names": whole.names, "missing": whole.missing, "separator": whole.separator}


def known(sheet: Sheet, layout: str) -> Found | None:
    """What the sheet is. Beside a sheet that was read, only its like is read and the rest is named."""
    try:
        found = recognised(sheet, LAYOUTS)
    except RefusalError:
        if layout:
            return None
        raise
    return found if layout in ("", found.layout.key) else None


def restrain(limits: Limits) -> None:
    """The kernel's own limits, beside those that the readers keep."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


if __name__ == "__main__":
    main(sys.argv[1])
