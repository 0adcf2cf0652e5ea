"""What a publisher's format is, as data: how it is known, and which cell becomes which column."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from offers.market.reading.limits import RefusalError
from offers.market.reading.passing import Whole
from offers.market.reading.sheets import HEAD, Line, Row, Sheet, plain

Refused = tuple[int, str, str, str]  # Line, column, value, reason.
YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, kw_only=True)
class Found:
    """One sheet recognised: its year where it says one, and its rows in the order of the layout's columns."""

    layout: "Layout"
    year: int | None
    rows: Iterator[Line]
    whole: Whole | None = None  # In place of the rows, where a file can be handed on as it stands.
    facts: Mapping[str, str] = field(
        default_factory=dict
    )  # What the file says of itself, such as its top code.


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A publisher's format. `target` names the table of its columns, see `offers.market.targets`."""

    key: str
    title: str
    source: str
    target: str
    columns: tuple[str, ...]
    find: "Finder"
    needs_year: bool = True


Finder = Callable[[Layout, Sheet], Found | None]


@dataclass(frozen=True, kw_only=True)
class Header:
    """Where a layout's columns stand: the headers each may have, and what fills those that are not there."""

    names: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    missing: Mapping[str, str] = field(default_factory=dict)

    def among(self, head: list[Line]) -> tuple[int, Row] | None:
        """Where among the first lines the header stands, and its headers as `plain` writes them."""
        for place, (_, row) in enumerate(head):
            headers = [plain(cell) for cell in row]
            if all(any(name in headers for name in self.names[column]) for column in self.needed):
                return place, headers
        return None

    def picks(self, columns: tuple[str, ...], headers: Row) -> tuple[list[int], Row]:
        """For each column its cell; cells beyond the row's own hold what stands for missing columns."""
        width = len(headers)
        places: list[int] = []
        extra: Row = []
        for column in columns:
            found = next((headers.index(name) for name in self.names[column] if name in headers), None)
            places.append(width + len(extra) if found is None else found)
            if found is None:
                extra.append(self.missing.get(column, ""))
        return places, extra


def under_header(header: Header, sheet: Sheet, columns: tuple[str, ...]) -> Iterator[Line] | None:
    """The rows below the header, each in the order of `columns`; None when there is no such header."""
    found = header.among(sheet.head)
    if found is None:
        return None
    place, headers = found
    for _ in range(place + 1):
        next(sheet.lines)
    picks, extra = header.picks(columns, headers)
    return picked(sheet.lines, len(headers), picks, extra)


def as_it_stands(header: Header, sheet: Sheet, columns: tuple[str, ...]) -> Whole | None:
    """All columns below the header of a text: for layouts that have nothing in them but figures."""
    found = header.among(sheet.head)
    if found is None or sheet.source is None or sheet.separator == "\t" or len(sheet.head) < HEAD:
        return None
    place, headers = found
    picks, extra = header.picks(columns, headers)
    width = len(headers)
    named = {pick: column for pick, column in zip(picks, columns, strict=True) if pick < width}
    if len(named) + len(extra) < len(columns):
        return None  # One cell stands for two columns.
    return Whole(
        names=[named.get(number) for number in range(width)],
        missing={columns[picks.index(width + number)]: text for number, text in enumerate(extra)},
        separator=sheet.separator,
        first=sheet.head[place + 1 :],
        lines=sheet.source,
    )


def picked(lines: Iterator[Line], width: int, picks: list[int], extra: Row) -> Iterator[Line]:
    """Each row in the order of the picks. One with more cells than headers comes out empty: it is torn."""
    pick = itemgetter(*picks)
    for number, row in lines:
        missing = width - len(row)
        if missing > 0:
            if not any(row):
                continue
            row += [""] * missing
        elif missing < 0 and any(row[width:]):
            yield number, TORN
            continue
        yield number, pick(row[:width] + extra if extra or missing < 0 else row)


TORN: Row = []


def year_in(*texts: str) -> int | None:
    """The last year that the first of the texts with any year names."""
    for text in texts:
        if found := YEARS.findall(text):
            return int(found[-1])
    return None


def recognised(sheet: Sheet, layouts: tuple[Layout, ...]) -> Found:
    for layout in layouts:
        if found := layout.find(layout, sheet):
            return found
    raise RefusalError(
        "This is none of the formats that can be read. Give the file as the publisher made it."
    )
