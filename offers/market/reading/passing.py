"""Text that is handed on as it stands: rows that the database can take apart itself, after a quick look.

Taking a row apart and putting it together again costs six times as much as looking whether that is needed.
What is not as plain as publishers' large files are goes the long way, row by row.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from offers.market.reading.sheets import Line
from offers.market.reading.text import Lines, rows_of

# A cell in quotation marks, up to its separator. It begins with the mark, so that the search for it is quick.
QUOTED = r'"[^"\n]*"(?![^{}\n])'
CELL = "\x02"  # Stands for such a cell while the rest of the line is looked at.
NOTHING = "\x01"  # What the database takes for no value: a sign that is in no cell.
BLANKS = str.maketrans(dict.fromkeys("\t\n\r\xa0" + NOTHING, " "))  # A cell is one line.


@dataclass(frozen=True, kw_only=True)
class Whole:
    """All columns of a file, by name or None where nobody asks for one, and what fills missing ones."""

    names: list[str | None]
    missing: dict[str, str]
    separator: str
    first: list[Line]  # Rows that were looked at already.
    lines: Lines


Part = tuple[
    str, int, list[int]
]  # Rows as CSV with their line numbers, how many, and the lines of torn ones.


def parts(whole: Whole) -> Iterator[Part]:
    """The rows of the file, a block at a time."""
    width = len(whole.names)
    yield written(whole.first, width, whole.separator)
    quoted = re.compile(QUOTED.format(re.escape(whole.separator)))
    for number, block in whole.lines.rest():
        text = "".join(block).replace("\r\n", "\n")
        text = text if text.endswith("\n") else f"{text}\n"
        if not is_plain(text, quoted, whole.separator, width):
            yield from the_long_way(whole, number, block)
            return
        rows = text.split("\n")
        rows.pop()
        mark = whole.separator
        lines = [f"{line}{mark}{row}\n" for line, row in enumerate(rows, number)]
        yield "".join(lines), len(rows), []


def is_plain(text: str, quoted: re.Pattern[str], mark: str, width: int) -> bool:
    """Whether every line is one row of so many cells that the database and we understand alike."""
    if any(sign in text for sign in ('" ', ' "', "\t", "\r", "\xa0", NOTHING, CELL)):
        return False
    bare = "\n" + quoted.sub(CELL, text)
    if bare.count(CELL) != bare.count(mark + CELL) + bare.count("\n" + CELL):
        return False  # Something stands before a quotation mark in its cell.
    if any(sign in bare for sign in ('"', f"{mark} ", f" {mark}", " \n", "\n ")):
        return False
    rows = bare[1:].split("\n")
    rows.pop()
    return {row.count(mark) for row in rows} == {width - 1}


def the_long_way(whole: Whole, number: int, block: list[str]) -> Iterator[Part]:
    batch: list[Line] = []
    for line in rows_of(whole.lines.after(block), whole.separator, whole.lines.limits, number):
        batch.append(line)
        if len(batch) == 2_000:
            yield written(batch, len(whole.names), whole.separator)
            batch = []
    yield written(batch, len(whole.names), whole.separator)


def clean(cell: str) -> str:
    """A cell as it is staged, however its row came: one line, without blanks around it."""
    return cell.translate(BLANKS).strip()


def written(lines: list[Line], width: int, mark: str) -> Part:
    """Rows as CSV, each with its number, without blanks around cells; and the numbers of torn ones."""
    text, count = io.StringIO(), 0
    torn: list[int] = []
    table = csv.writer(text, delimiter=mark, lineterminator="\n")
    for number, row in lines:
        cells = [clean(cell) for cell in row]
        if any(cells[width:]):
            torn.append(number)
        elif any(cells):
            table.writerow([number, *cells[:width], *[""] * (width - len(cells))])
            count += 1
    return text.getvalue(), count + len(torn), torn
