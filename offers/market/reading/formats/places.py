"""Areas and what life costs in them: the survey's area definitions, BEA's parities, ECB's rates."""

import re
from collections.abc import Iterator

from offers.market.reading.layouts import Found, Layout, year_in
from offers.market.reading.sheets import Line, Sheet, plain

AREA = ("state_code", "state", "abbreviation", "area", "area_title", "county_code", "town_code", "county")
# How the header of each column begins; some name the month of the survey.
AREA_HEADERS = (
    r"fips_code$",
    r"state$",
    r"state_abbreviation$",
    r"\w*msa_code\w*$",
    r"\w*msa_name\w*$",
    r"county_code$",
    r"township_code$",
    r"county_name",
)
PARITY = ("place", "place_title", "year", "line_code", "description", "level")
RATE = ("day", "currency", "euro")
YEAR = re.compile(r"(?:19|20)\d\d")


def find_areas(layout: Layout, sheet: Sheet) -> Found | None:
    header = [plain(cell) for cell in sheet.head[0][1]] if sheet.head else []
    picks = [
        next((n for n, name in enumerate(header) if re.match(wanted, name)), -1) for wanted in AREA_HEADERS
    ]
    if min(picks) < 0:
        return None
    next(sheet.lines)
    return Found(layout=layout, year=year_in(*header, sheet.file), rows=areas(sheet.lines, picks))


def areas(lines: Iterator[Line], picks: list[int]) -> Iterator[Line]:
    for number, row in lines:
        cells = [row[place] if place < len(row) else "" for place in picks]
        if any(cells):
            yield number, cells


def find_parities(layout: Layout, sheet: Sheet) -> Found | None:
    """One column a year; of the lines only those that compare prices."""
    header = [plain(cell) for cell in sheet.head[0][1]] if sheet.head else []
    years = [(n, name) for n, name in enumerate(header) if YEAR.fullmatch(name)]
    if header[:2] != ["geofips", "geoname"] or "linecode" not in header or not years:
        return None
    places = (header.index("linecode"), header.index("description"))
    next(sheet.lines)
    return Found(layout=layout, year=None, rows=parities(sheet.lines, years, *places))


def parities(
    lines: Iterator[Line], years: list[tuple[int, str]], line_code: int, description: int
) -> Iterator[Line]:
    for number, row in lines:
        if len(row) <= description or not row[description].strip().startswith("RPP"):
            continue
        for place, year in years:
            if place < len(row) and row[place].strip() != "(NA)":
                yield number, [row[0], row[1], year, row[line_code], row[description], row[place]]


def find_rates(layout: Layout, sheet: Sheet) -> Found | None:
    """One line a day, one column a currency, `N/A` where there is no rate."""
    header = [cell.strip() for cell in sheet.head[0][1]] if sheet.head else []
    currencies = [(n, name) for n, name in enumerate(header) if re.fullmatch("[A-Z]{3}", name)]
    if header[:1] != ["Date"] or len(currencies) < 5:
        return None
    next(sheet.lines)
    return Found(layout=layout, year=None, rows=rates(sheet.lines, currencies))


def rates(lines: Iterator[Line], currencies: list[tuple[int, str]]) -> Iterator[Line]:
    for number, row in lines:
        for place, currency in currencies:
            if place < len(row) and row[place].strip() not in ("N/A", ""):
                yield number, [row[0], currency, row[place]]


LAYOUTS = (
    Layout(
        key="areas",
        title="BLS area definitions",
        source="oews-areas",
        target="area",
        columns=AREA,
        find=find_areas,
    ),
    Layout(
        key="bea",
        title="BEA regional price parities",
        source="bea",
        target="parity",
        columns=PARITY,
        find=find_parities,
        needs_year=False,
    ),
    Layout(
        key="ecb",
        title="ECB euro reference rates",
        source="ecb",
        target="rate",
        columns=RATE,
        find=find_rates,
        needs_year=False,
    ),
)
