"""The empty table of bands that people fill in, as CSV and as a workbook."""

import csv
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from offers.market.headings import NEEDED, label
from offers.market.reading.formats.bands import FIELDS

HEADINGS = [label(name) for name in FIELDS]
SAYS = {
    "employer": ("Whose band it is", "Northwind Software"),
    "family": ("A group of jobs", "Engineering"),
    "title": ("The job", "Software Engineer"),
    "level": ("As the employer calls it", "L4"),
    "location": ("Where the band holds", "Austin, TX"),
    "currency": ("Three letters", "USD"),
    "period": ("Year, month or hour", "year"),
    "minimum": ("The least that the band pays", "135000"),
    "midpoint": ("Empty where the employer names none", "162000"),
    "maximum": ("The most that the band pays", "190000"),
    "basis": ("Position, or hire where new hires have a range of their own", "position"),
    "valid_from": ("The first day on which it holds", "2027-01-01"),
    "valid_to": ("The last day, empty while no end is known", "2027-12-31"),
    "source": ("Who says so", "Pay handbook 2027"),
    "url": ("Where it can be read", "https://example.org/pay"),
    "as_of": ("The day on which it was looked up", "2026-11-20"),
    "sample": ("How many people the figures rest on", "40"),
    "confidence": ("High, medium or low", "high"),
}
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
Table = Sequence[Sequence[str]]


def explained() -> Table:
    """Each column with what stands in it, whether it is needed, and an example."""
    return [
        (label(name), SAYS[name][0], "needed" if name in NEEDED else "", SAYS[name][1]) for name in FIELDS
    ]


def as_csv() -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(HEADINGS)
    return text.getvalue().encode("utf-8-sig")


def as_workbook() -> bytes:
    """The headings on the first sheet; what each column holds on the second, which is not read."""
    notes = [("Column", "What stands in it", "", "Example"), *explained()]
    sheets: dict[str, Table] = {"Bands": [HEADINGS], "What each column holds": notes}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        for path, xml in parts(list(sheets)).items():
            book.writestr(path, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}')
        for number, table in enumerate(sheets.values(), 1):
            book.writestr(f"xl/worksheets/sheet{number}.xml", sheet(table))
    return packed.getvalue()


def parts(names: Sequence[str]) -> dict[str, str]:
    """What a workbook holds beside its sheets."""
    numbers = range(1, len(names) + 1)
    tabs = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1)
    )
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{KIND}.worksheet+xml"/>'
        for n in numbers
    )
    links = "".join(relation(n, "worksheet", f"worksheets/sheet{n}.xml") for n in numbers)
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{tabs}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{links}</Relationships>",
    }


def relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{LINKS}/{kind}" Target="{target}"/>'


def sheet(table: Table) -> str:
    rows = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) + "</row>"
        for row in table
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    )
