"""Occupations and titles: O*NET's lists, separated by tabs, and the structure of SOC."""

from collections.abc import Iterator

from offers.market.reading.layouts import Finder, Found, Header, Layout, under_header
from offers.market.reading.sheets import Line, Row, Sheet, plain

TITLE = ("code", "title", "short", "kind")
OCCUPATION = ("scheme", "code", "title", "level", "description")
ALTERNATE = Header(
    names={
        "code": ("o_net_soc_code",),
        "title": ("alternate_title",),
        "short": ("short_title",),
        "kind": (),
    },
    needed=("code", "title", "short"),
    missing={"kind": "alternate"},
)
REPORTED = Header(
    names={"code": ("o_net_soc_code",), "title": ("reported_job_title",), "short": (), "kind": ()},
    needed=("code", "title"),
    missing={"kind": "reported"},
)
ONET = Header(
    names={
        "scheme": (),
        "code": ("o_net_soc_code",),
        "title": ("title",),
        "level": (),
        "description": ("description",),
    },
    needed=("code", "title", "description"),
    missing={"scheme": "onet", "level": "detailed"},
)
LEVELS = ("major", "minor", "broad", "detailed")


def finder(header: Header) -> Finder:
    def find(layout: Layout, sheet: Sheet) -> Found | None:
        rows = under_header(header, sheet, layout.columns)
        return None if rows is None else Found(layout=layout, year=None, rows=rows)

    return find


def find_structure(layout: Layout, sheet: Sheet) -> Found | None:
    """A code stands in the column of its level, its title after all of them."""
    wanted = ["major_group", "minor_group", "broad_group"]
    if not any([plain(cell) for cell in row[:3]] == wanted for _, row in sheet.head):
        return None
    return Found(layout=layout, year=None, rows=structure(sheet.lines))


def structure(lines: Iterator[Line]) -> Iterator[Line]:
    for number, row in lines:
        places = [place for place, cell in enumerate(row[:4]) if cell.strip()]
        if len(places) == 1 and len(row) > 4 and row[4].strip():
            yield number, entry(row, places[0])


def entry(row: Row, place: int) -> Row:
    return ["soc", row[place], row[4], LEVELS[place], ""]


LAYOUTS = (
    Layout(
        key="onet-titles",
        title="O*NET alternate titles (CC BY 4.0)",
        source="onet",
        target="title",
        columns=TITLE,
        find=finder(ALTERNATE),
        needs_year=False,
    ),
    Layout(
        key="onet-reported",
        title="O*NET sample of reported titles (CC BY 4.0)",
        source="onet",
        target="title",
        columns=TITLE,
        find=finder(REPORTED),
        needs_year=False,
    ),
    Layout(
        key="onet-occupations",
        title="O*NET occupation data (CC BY 4.0)",
        source="onet",
        target="occupation",
        columns=OCCUPATION,
        find=finder(ONET),
        needs_year=False,
    ),
    Layout(
        key="soc",
        title="SOC structure",
        source="soc",
        target="occupation",
        columns=OCCUPATION,
        find=find_structure,
        needs_year=False,
    ),
)
