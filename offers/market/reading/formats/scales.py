"""Pay that is written down: the labour office's wage levels, and the US General Schedule."""

import re
from collections.abc import Iterator

from offers.market.reading.layouts import Finder, Found, Header, Layout, under_header, year_in
from offers.market.reading.limits import RefusalError
from offers.market.reading.sheets import Line, Sheet, plain

PREVAILING = ("occupation", "state", "county", "level_1", "level_2", "level_3", "level_4")
STEP = ("grade", "step", "amount")
LOCALITY = ("code", "title", "added_rate")
SOC = re.compile(r"\d\d-\d{4}")
LEVELS = ("I", "II", "III", "IV")
STEPS = re.compile(r"step_(\d+)")
LOCALITY_HEADER = Header(
    names={"code": ("code",), "title": ("name",), "added_rate": ("percentage",)},
    needed=("code", "title", "added_rate"),
)


def find_levels(layout: Layout, sheet: Sheet) -> Found | None:
    """JSON, one file an occupation: `CA|santa clara` and the four levels an hour."""
    counties = sheet.document
    if not isinstance(counties, dict) or not counties:
        return None
    if not all(
        isinstance(key, str) and "|" in key and isinstance(pay, dict) for key, pay in counties.items()
    ):
        return None
    code = SOC.search(sheet.file)
    if code is None:
        raise RefusalError(
            "The name of this file must hold the code of its occupation, such as 15-1252.json."
        )
    return Found(layout=layout, year=year_in(sheet.file.replace(code[0], "")), rows=levels(counties, code[0]))


def levels(counties: dict[str, dict[str, object]], code: str) -> Iterator[Line]:
    for number, (key, pay) in enumerate(counties.items(), 1):
        state, _, county = key.partition("|")
        yield number, [code, state, county, *(str(pay.get(level, "")) for level in LEVELS)]


def find_steps(layout: Layout, sheet: Sheet) -> Found | None:
    """One line a grade, one column a step."""
    header = [plain(cell) for cell in sheet.head[0][1]] if sheet.head else []
    steps = [(n, match[1]) for n, name in enumerate(header) if (match := STEPS.fullmatch(name))]
    if header[:1] != ["grade"] or not steps:
        return None
    next(sheet.lines)
    return Found(layout=layout, year=year_in(sheet.file), rows=grade_steps(sheet.lines, steps))


def grade_steps(lines: Iterator[Line], steps: list[tuple[int, str]]) -> Iterator[Line]:
    for number, row in lines:
        for place, step in steps:
            if place < len(row) and row[place].strip():
                yield number, [row[0], step, row[place]]


def finder(header: Header) -> Finder:
    def find(layout: Layout, sheet: Sheet) -> Found | None:
        rows = under_header(header, sheet, layout.columns)
        return None if rows is None else Found(layout=layout, year=year_in(sheet.file), rows=rows)

    return find


LAYOUTS = (
    Layout(
        key="oflc",
        title="OFLC prevailing wage levels",
        source="oflc",
        target="prevailing",
        columns=PREVAILING,
        find=find_levels,
    ),
    Layout(
        key="gs",
        title="US General Schedule, base pay by grade and step",
        source="us-gs",
        target="step",
        columns=STEP,
        find=find_steps,
    ),
    Layout(
        key="gs-locality",
        title="US General Schedule, locality pay",
        source="us-gs",
        target="locality",
        columns=LOCALITY,
        find=finder(LOCALITY_HEADER),
    ),
)
