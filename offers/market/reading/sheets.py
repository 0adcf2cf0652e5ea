"""A sheet: rows of text with their line numbers, whatever kind of file they come from."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offers.market.reading.text import Lines

Row = list[str]
Line = tuple[int, Row]  # The number of the line as a person would count it, and its cells.
EPOCH = date(1899, 12, 30)  # Workbooks count days from here.
HEAD = 30  # A publisher's header stands within so many lines.


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What a layout is recognised by, and the rows that it reads then.

    `head` are the first lines, which `lines` yields again. A workbook leaves out empty cells at a row's end.
    """

    file: str
    name: str
    head: list[Line]
    lines: Iterator[Line]
    kind: str  # "workbook", "text" or "document"
    notes: Callable[[], str] = field(default=str)  # The text of a workbook's other sheets.
    day_zero: date = EPOCH  # What the days of a workbook are counted from.
    document: object = None  # What a JSON file holds.
    source: "Lines | None" = None  # The lines of a text, of which the head was taken already.
    separator: str = ","


def opened(lines: Iterator[Line], **given: object) -> Sheet:
    """A sheet whose first lines have been looked at."""
    head = list(islice(lines, HEAD))
    return Sheet(head=head, lines=chain(head, lines), **given)  # type: ignore[arg-type]


def plain(header: str) -> str:
    """A header as layouts name it: `OCC_CODE`, `occ code` and `Occ Code ` are one."""
    return re.sub(r"[^a-z0-9]+", "_", header.lower()).strip("_")
