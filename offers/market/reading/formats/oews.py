"""BLS OEWS: the workbooks of every year, and what its query pages export."""

import re
from collections.abc import Iterator, Mapping

from offers.market.reading.layouts import Found, Header, Layout, as_it_stands, under_header, year_in
from offers.market.reading.limits import RefusalError
from offers.market.reading.sheets import Line, Row, Sheet, plain

WAGE = (
    "area area_title area_type state industry industry_title ownership occupation occupation_title"
    " occupation_group employment"
    " hour_mean hour_p10 hour_p25 hour_median hour_p75 hour_p90"
    " year_mean year_p10 year_p25 year_median year_p75 year_p90"
)
COLUMNS = (*WAGE.split(), "only_year", "only_hour")
PERCENTILES = {"p10": "pct10", "p25": "pct25", "median": "median", "p75": "pct75", "p90": "pct90"}
HEADER = Header(
    names={
        "area": ("area",),
        "area_title": ("area_title", "area_name", "state"),
        "area_type": ("area_type",),
        "state": ("prim_state", "st"),
        "industry": ("naics",),
        "industry_title": ("naics_title",),
        "ownership": ("own_code",),
        "occupation": ("occ_code",),
        "occupation_title": ("occ_title", "occ_titl"),
        "occupation_group": ("o_group", "occ_group", "group"),
        "employment": ("tot_emp",),
        "hour_mean": ("h_mean",),
        "year_mean": ("a_mean",),
        **{f"hour_{ours}": (f"h_{theirs}",) for ours, theirs in PERCENTILES.items()},
        **{f"year_{ours}": (f"a_{theirs}",) for ours, theirs in PERCENTILES.items()},
        "only_year": ("annual",),
        "only_hour": ("hourly",),
    },
    needed=("occupation", "occupation_title", "employment", "hour_mean", "year_mean", "year_median"),
    missing={
        "area": "99",
        "area_title": "U.S.",
        "area_type": "1",
        "industry": "000000",
        "industry_title": "Cross-industry",
        "ownership": "",
    },
)
STAMP = re.compile(r"_?[mM]_?((?:19|20)\d\d)")
ARCHIVE = re.compile(r"oesm(\d\d)", re.IGNORECASE)
# `#` stands for at least so much an hour and a year; the sheet of field descriptions says it.
TOP = re.compile(r"\$\s?([\d,.]+\d) per hour or \$\s?([\d,.]+\d) per year")


def survey_year(sheet: Sheet) -> int | None:
    """From the name of the file, then of the sheet: no cell holds it."""
    for name in (sheet.file, sheet.name):
        if stamp := STAMP.search(name):
            return int(stamp[1])
        if stamp := ARCHIVE.search(name):
            return 2000 + int(stamp[1])
    return year_in(sheet.file, sheet.name)


def top_codes(notes: str) -> Mapping[str, str]:
    """What `#` is at least, where the workbook says it."""
    if found := TOP.search(notes):
        return {"top_hour": found[1].replace(",", ""), "top_year": found[2].replace(",", "")}
    return {}


def find_workbook(layout: Layout, sheet: Sheet) -> Found | None:
    rows = under_header(HEADER, sheet, layout.columns)
    if rows is None:
        return None
    whole = as_it_stands(HEADER, sheet, layout.columns)
    return Found(
        layout=layout, year=survey_year(sheet), rows=rows, whole=whole, facts=top_codes(sheet.notes())
    )


TITLE = re.compile(r"occupation:\s*(.+?)\s*\(\s*SOC code\s*(\d{2})-?(\d{4})", re.IGNORECASE)
AREA = re.compile(r"^(.*?)\s*\((\d{2})?-?(\d{5})\)$")
QUERY = {
    "area_title": "area_name",
    "employment": "employment",
    "hour_mean": "hourly_mean_wage",
    "year_mean": "annual_mean_wage",
    "hour_median": "hourly_median_wage",
    "year_median": "annual_median_wage",
    **{
        f"{unit}_p{n}": f"{word}_{n}th_percentile_wage"
        for unit, word in (("hour", "hourly"), ("year", "annual"))
        for n in (10, 25, 75, 90)
    },
}
NOTE = re.compile(r"_\d+$")  # The footnote marks (1), (2) that stand behind some headers.


def find_query(layout: Layout, sheet: Sheet) -> Found | None:
    """One occupation in many areas: title lines, a header, footnotes after the last row."""
    titles = [" ".join(row) for _, row in sheet.head[:10]]
    title = next((found for line in titles if (found := TITLE.search(line))), None)
    place = next((n for n, (_, row) in enumerate(sheet.head) if row and plain(row[0]) == "area_name"), None)
    if title is None or place is None:
        return None
    headers = [NOTE.sub("", plain(cell)) for cell in sheet.head[place][1]]
    picks = {column: headers.index(name) for column, name in QUERY.items() if name in headers}
    if missing := [name for column, name in QUERY.items() if column not in picks]:
        raise RefusalError(f"This export of the BLS has no column for {missing[0].replace('_', ' ')}.")
    for _ in range(place + 1):
        next(sheet.lines)
    code = f"{title[2]}-{title[3]}"
    period = next((line for line in titles if line.lower().startswith("period")), "")
    rows = query_rows(sheet.lines, picks, {"occupation": code, "occupation_title": title[1]})
    return Found(layout=layout, year=year_in(period, sheet.file), rows=rows)


def query_rows(lines: Iterator[Line], picks: Mapping[str, int], known: Mapping[str, str]) -> Iterator[Line]:
    """Rows whose first cell ends in the code of an area; the footnotes do not."""
    for number, row in lines:
        area = AREA.match(row[0].strip()) if row else None
        if area is None:
            continue
        row = row + [""] * (len(picks) + 1 - len(row))
        cells = {column: row[place].strip().replace(",", "") for column, place in picks.items()}
        yield number, query_row(cells | dict(known), area)


def query_row(cells: dict[str, str], area: re.Match[str]) -> Row:
    place, kind = area_of(area[2] or "", area[3])
    cells |= {"area": place, "area_type": kind, "area_title": area[1], "industry": "000000"}
    cells |= {"industry_title": "Cross-industry", "occupation_group": "detailed"}
    return [cells.get(column, "") for column in COLUMNS]


def area_of(first: str, last: str) -> tuple[str, str]:
    """The codes of the workbooks: nation 99, state 06, metro 12420, and 0600001 for the rest of a state."""
    if last == "00000":
        return ("99", "1") if first in ("", "00") else (first, "2")
    if first in ("", "00") or not last.startswith("0"):
        return last, "4"
    return first + last, "6"


LAYOUTS = (
    Layout(
        key="oews",
        title="BLS Occupational Employment and Wage Statistics",
        source="oews",
        target="wage",
        columns=COLUMNS,
        find=find_workbook,
    ),
    Layout(
        key="oews-query",
        title="BLS wage statistics, export of a query",
        source="oews-query",
        target="wage",
        columns=COLUMNS,
        find=find_query,
    ),
)
