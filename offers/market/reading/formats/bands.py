"""A table of bands in anybody's own form: which column is which was chosen by a person.

Amounts, days and choices are written as the database reads them where there is one way to understand them.
What has none stays as it is and is refused by its rule, so that the person sees what stands in the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from offers.market.reading.layouts import TORN, Found, Layout
from offers.market.reading.limits import RefusalError
from offers.market.reading.passing import clean
from offers.market.reading.sheets import EPOCH, Line, Row, Sheet

FIELDS = (
    *("employer", "family", "title", "level", "location", "currency", "period", "minimum", "midpoint"),
    *("maximum", "basis", "valid_from", "valid_to", "source", "url", "as_of", "sample", "confidence"),
)
AMOUNTS = ("minimum", "midpoint", "maximum")
DAYS = ("valid_from", "valid_to", "as_of")
CHOICES = {
    "period": {
        "year": "year yearly annual annually annum py pa peryear perannum yr ayear",
        "month": "month monthly pm permonth mo amonth",
        "hour": "hour hourly ph perhour hr anhour",
    },
    "basis": {
        "position": "position job role grade level thewholeposition",
        "hire": "hire hires hiring newhire newhires starting start",
    },
    "confidence": {"high": "high", "medium": "medium med", "low": "low"},
}
SIGNS = {"£": "GBP", "€": "EUR"}  # A dollar, a crown or a yen may be several countries'.
MARKED = re.compile(r"^(?P<before>[A-Z]{3}|[$€£¥])?\s*(?P<figure>.*?)\s*(?P<after>[A-Z]{3}|[$€£¥])?$")
PLAIN = re.compile(r"-?\d+(\.\d+)?")
GROUPED = re.compile(r"-?\d{1,3}(?:([,. '’\u202f])\d{3})(?:\1\d{3})*(?P<cents>[.,]\d{1,2})?")
THOUSANDS = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s?[kK]")
COMMA = re.compile(r"-?\d+,\d{1,2}")
EITHER = re.compile(r"-?\d{1,3}\.\d{3}")  # Thousands to some, three decimals to others.
ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00)?(?:\.0+)?)?")
WRITTEN = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
SERIAL = re.compile(r"[3-7]\d{4}(?:\.0+)?")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a person chose: the line and number of the headings, the place of each field's column, and texts.

    `texts` stand in every row whose column is not chosen or whose cell is empty.
    """

    line: int
    width: int
    columns: dict[str, int]
    texts: dict[str, str] = field(default_factory=dict)


def find(layout: Layout, sheet: Sheet) -> Found | None:
    """Bands are never recognised by their headings."""
    return None


LAYOUT = Layout(
    key="bands",
    title="An employer’s own bands",
    source="bands",
    target="band",
    columns=FIELDS,
    find=find,
    needs_year=False,
)


def beginning(sheet: Sheet, longest: int) -> list[Line]:
    """The first lines, cut to what a page can show."""
    check(sheet)
    return [(number, [clean(cell)[:longest] for cell in row]) for number, row in sheet.head]


def check(sheet: Sheet) -> None:
    if sheet.kind == "document":
        raise RefusalError("This is JSON and not a table. Give a .xlsx or .csv file.")


def mapped(sheet: Sheet, plan: Plan) -> Found:
    """The rows below the headings as bands."""
    check(sheet)
    return Found(layout=LAYOUT, year=None, rows=bands(sheet.lines, plan, sheet.day_zero))


def bands(lines: Iterator[Line], plan: Plan, day_zero: date) -> Iterator[Line]:
    for number, row in lines:
        if number <= plan.line or not any(cell.strip() for cell in row):
            continue
        torn = any(cell.strip() for cell in islice(row, plan.width, None))
        yield number, TORN if torn else band(row, plan, day_zero)


def band(row: Row, plan: Plan, day_zero: date = EPOCH) -> Row:
    """One band, in the order of `FIELDS`. A sign beside an amount names the currency where no cell does."""
    found = {
        name: text for name, place in plan.columns.items() if place < len(row) and (text := clean(row[place]))
    }
    read = {name: amount_of(found[name]) for name in AMOUNTS if name in found}
    stated = found.get("currency") or next((code for _, code in read.values() if code), "")
    cells = plan.texts | found | ({"currency": stated} if stated else {})
    cells["currency"] = cells.get("currency", "").upper()
    for name, (figure, code) in read.items():
        if code in ("", cells["currency"]):
            cells[name] = figure
    for name in DAYS:
        cells[name] = day_of(cells.get(name, ""), day_zero)
    for name, words in CHOICES.items():
        cells[name] = choice_of(cells.get(name, ""), words)
    return [cells.get(name, "") for name in FIELDS]


def amount_of(text: str) -> tuple[str, str]:
    """An amount in digits with a point before its decimals, and the currency beside it; else as it stands."""
    parts = MARKED.match(text)
    if parts is None:
        return text, ""
    marks = {SIGNS.get(mark, mark) for mark in (parts["before"], parts["after"]) if mark and mark not in "$¥"}
    figure = digits_of(parts["figure"])
    if not figure or len(marks) > 1:
        return text, ""
    return figure, next(iter(marks), "")


def digits_of(text: str) -> str:
    """95,000.50, 95 000,50, 95k and 95000 in one form; empty where there is none or more than one meaning."""
    if EITHER.fullmatch(text):
        return ""
    if PLAIN.fullmatch(text):
        return text
    if found := THOUSANDS.fullmatch(text):
        whole, _, part = found[1].partition(".")
        return f"{whole}{part:0<3}".lstrip("0") or "0"
    if found := GROUPED.fullmatch(text):
        is_clear = not (found["cents"] or "").startswith(found[1])
        return text.replace(found[1], "").replace(",", ".") if is_clear else ""
    return text.replace(",", ".") if COMMA.fullmatch(text) else ""


def day_of(text: str, day_zero: date = EPOCH) -> str:
    """A day as 2027-01-31, from a workbook's number or a date that can be read in one way."""
    if found := ISO.fullmatch(text):
        return found[1]
    if SERIAL.fullmatch(text):
        return (day_zero + timedelta(days=int(float(text)))).isoformat()
    if found := WRITTEN.fullmatch(text):
        first, mark, second, year = found.groups()
        if mark == "." or int(first) > 12:
            return f"{year}-{second:0>2}-{first:0>2}"
        if int(second) > 12 or first == second:
            return f"{year}-{first:0>2}-{second:0>2}"
    return text


def choice_of(text: str, words: dict[str, str]) -> str:
    plain = re.sub(r"[^a-z]", "", text.lower())
    return next((kind for kind, known in words.items() if plain in known.split()), text)
