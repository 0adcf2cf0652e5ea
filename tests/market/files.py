"""Small files in publishers' layouts, made in the test."""

import csv
import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

FIGURES = [f"{unit}_{part}" for unit in "HA" for part in ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")]
OEWS = [
    *("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE"),
    *("OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "JOBS_1000", "LOC_QUOTIENT", "PCT_TOTAL"),
    *("PCT_RPT", "H_MEAN", "A_MEAN", "MEAN_PRSE", *FIGURES, "ANNUAL", "HOURLY"),
]
SOFTWARE = {
    "AREA": "99",
    "AREA_TITLE": "U.S.",
    "AREA_TYPE": "1",
    "PRIM_STATE": "US",
    "NAICS": "000000",
    "NAICS_TITLE": "Cross-industry",
    "OWN_CODE": "1235",
    "OCC_CODE": "15-1252",
    "OCC_TITLE": "Software Developers",
    "O_GROUP": "detailed",
    "TOT_EMP": "1654440",
    "H_MEAN": "69.5",
    "A_MEAN": "144570",
    "H_PCT10": "38.39",
    "H_PCT25": "49.54",
    "H_MEDIAN": "63.98",
    "H_PCT75": "81.25",
    "H_PCT90": "101.66",
    "A_PCT10": "79850",
    "A_PCT25": "103050",
    "A_MEDIAN": "133080",
    "A_PCT75": "169000",
    "A_PCT90": "211450",
}
CHIEFS = SOFTWARE | {
    "OCC_CODE": "11-1011",
    "OCC_TITLE": "Chief Executives",
    "TOT_EMP": "**",
    "A_MEDIAN": "206420",
    "H_PCT75": "#",
    "H_PCT90": "#",
    "A_PCT75": "#",
    "A_PCT90": "#",
}
LEGISLATORS = SOFTWARE | {
    "OCC_CODE": "11-1031",
    "OCC_TITLE": "Legislators",
    "A_MEDIAN": "44810",
    "ANNUAL": "TRUE",
    **{name: "*" for name in OEWS if name.startswith("H_")},
}
Rows = Iterable[dict[str, str]]


def oews_table(*rows: dict[str, str]) -> list[list[str]]:
    return [OEWS, *([row.get(name, "") for name in OEWS] for row in rows)]


def csv_file(table: Iterable[Iterable[str]], separator: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(table)
    return text.getvalue().encode()


def letters(number: int) -> str:
    """The letters of a column, counted from zero."""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def cell(value: str, row: int, column: int) -> str:
    place = f"{letters(column)}{row}"
    if value.replace(".", "", 1).isdigit() and not value.startswith("0"):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""


def sheet_xml(table: Iterable[Iterable[str]], dimension: str = "A1") -> str:
    rows = "".join(
        f'<row r="{number}">{"".join(cell(value, number, place) for place, value in enumerate(row))}</row>'
        for number, row in enumerate(table, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'
    )


def workbook(*sheets: tuple[str, str], settings: str = "", **more: str) -> bytes:
    """A workbook of sheets, each a name and its XML; `more` are further members by their path."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        tabs = "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, (name, _) in enumerate(sheets, 1)
        )
        links = "".join(
            f'<Relationship Id="rId{n}" Type="sheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        book.writestr(
            "xl/workbook.xml",
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f"{settings}<sheets>{tabs}</sheets></workbook>",
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{links}</Relationships>",
        )
        for number, (_, xml) in enumerate(sheets, 1):
            book.writestr(f"xl/worksheets/sheet{number}.xml", xml)
        for path, text in more.items():
            book.writestr(path, text)
    return packed.getvalue()


def oews_workbook(*rows: dict[str, str], sheet: str = "national_M2024_dl") -> bytes:
    notes = [["# indicates a wage equal to or greater than $115.00 per hour or $239,200 per year"]]
    return workbook((sheet, sheet_xml(oews_table(*rows))), ("Field Descriptions", sheet_xml(notes)))


def archive(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            zipped.writestr(name, data)
    return packed.getvalue()
