"""Files that mean harm, or are none: one clear sentence, in little time and memory, and nothing changed."""

import gzip
import io
import json
import subprocess
import sys
import time
import zipfile
from dataclasses import asdict
from pathlib import Path

import pytest

from offers.market.models import Batch
from offers.market.reading.limits import Limits
from tests.market.files import SOFTWARE, archive, csv_file, oews_table, oews_workbook, sheet_xml, workbook
from tests.market.steps import given, hashes, staging_tables

ROOT = Path(__file__).parents[2]
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = f"<worksheet {SPACE}><sheetData>"
END = "</sheetData></worksheet>"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]>'
    f'<worksheet {SPACE}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&lol2;</t></is></c></row>{END}'
)
OUTSIDE = LAUGHS.replace('<!ENTITY lol "lol">', '<!ENTITY lol SYSTEM "file:///etc/passwd">')
HEADER = sheet_xml(oews_table()).removesuffix(END)


def sheet(xml: str) -> bytes:
    return workbook(("national_M2024_dl", xml))


def strings(xml: str) -> bytes:
    return workbook(("national_M2024_dl", SHEET + END), **{"xl/sharedStrings.xml": xml})


def encrypted() -> bytes:
    """An archive that says of its members that they are encrypted."""
    data = bytearray(archive(**{"wages.csv": b"a,b\n"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        place = data.index(mark) + (6 if mark[2] == 3 else 8)
        data[place] |= 1
    return bytes(data)


FORMULA = HEADER + '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>' + END
FAR = f'{SHEET}<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row>{END}'
WIDE = f'{SHEET}<row r="1"><c r="XFD1"><v>1</v></c></row>{END}'
LONG = csv_file(oews_table(SOFTWARE)) + b"x" * 2_000_000 + b"\n"
HOSTILE: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "empty.csv", "This file is empty."),
    "one byte": (b"a", "one.csv", "This is none of the formats that can be read."),
    "latin-1": (
        csv_file(oews_table(SOFTWARE)).replace(b"U.S.", b"M\xfcnchen"),
        "M2024.csv",
        "After line 0 there are",
    ),
    "zero byte": (
        csv_file(oews_table(SOFTWARE)).replace(b"U.S.", b"U\0S"),
        "M2024.csv",
        "Line 2 holds a zero byte",
    ),
    "a workbook of zeros": (b"\0" * 300_000, "zeros.xlsx", "Line 1 holds a zero byte"),
    "open quote": (
        csv_file(oews_table(SOFTWARE)) + b'"' + b"a,b\n" * 100_000,
        "M2024.csv",
        "Line 3 cannot be read as a row: a quotation mark is opened and never closed.",
    ),
    "200,000 columns": (b"," * 199_000, "wide.csv", "Line 1 has 199,001 columns; 300 is the most."),
    "a line of 2 MB": (LONG, "M2024.csv", "Line 3 is longer than 200,000 characters."),
    "one cell of 400 MB": (
        sheet(f'{SHEET}<row r="1"><c r="A1" t="inlineStr"><is><t>{"a" * 40_000_000}</t></is></c></row>{END}'),
        "bomb.xlsx",
        "A part of this archive has",
    ),
    "a text of 40 MB": (
        strings(f"<sst {SPACE}><si><t>{'a' * 40_000_000}</t></si></sst>"),
        "bomb.xlsx",
        "A part",
    ),
    "far cell": (sheet(FAR), "far.xlsx", "This sheet has more than 300 columns."),
    "wide": (sheet(WIDE), "wide.xlsx", "This sheet has more than 300 columns."),
    "billion laughs": (sheet(LAUGHS), "laughs.xlsx", "This workbook holds XML declarations"),
    "external entity": (sheet(OUTSIDE), "outside.xlsx", "This workbook holds XML declarations"),
    "entities in strings": (
        strings(LAUGHS.replace("worksheet", "sst")),
        "laughs.xlsx",
        "This workbook holds XML declarations",
    ),
    "formula": (sheet(FORMULA), "M2024.xlsx", "Line 2 has a formula."),
    "broken XML": (sheet(SHEET + "<row><c>"), "broken.xlsx", "This workbook is damaged"),
    "text that is not there": (
        sheet(HEADER + '<row r="2"><c r="A2" t="s"><v>7</v></c></row>' + END),
        "M2024.xlsx",
        "This workbook is damaged: a cell points to a text that is not there.",
    ),
    "no sheet": (
        archive(**{"xl/workbook.xml": f"<workbook {SPACE}/>".encode()}),
        "none.xlsx",
        "This workbook is damaged",
    ),
    "cut off": (oews_workbook(SOFTWARE)[:-80], "M2024.xlsx", "This archive is damaged."),
    "encrypted": (encrypted(), "secret.zip", "This archive is encrypted."),
    "old workbook": (
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "old.xls",
        "This is an old or encrypted Excel workbook.",
    ),
    "program": (b"MZ\x90\0" + b"\0" * 600, "wages.csv", "This is a program, not a table."),
    "page": (
        b"<!doctype html><table><tr><td>1",
        "wages.csv",
        "This is a web page or other markup, not a table.",
    ),
    "picture": (
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "wages.csv",
        "This is a web page or other markup",
    ),
    "zip of zips": (
        archive(**{"wages.xlsx": archive(a=b"b")}),
        "a.zip",
        "This archive holds another archive.",
    ),
    "many members": (
        archive(**{f"{n}.csv": b"a" for n in range(201)}),
        "many.zip",
        "This archive holds 201 files",
    ),
    "nothing to read": (archive(**{"readme.md": b"a"}), "a.zip", "This archive holds none of .xlsx, .csv"),
    "gzip": (gzip.compress(csv_file(oews_table(SOFTWARE))), "wages.csv", "After line 0 there are bytes"),
    "deep JSON": (b"[" * 100_000, "deep.json", "This file begins like JSON and cannot be read as JSON."),
    "JSON of NaN": (b'{"CA|a": {"I": NaN}}', "15-1252-2025.json", "No row of this file can be imported."),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_in_one_sentence_and_nothing_changes(name: str, db: None) -> None:
    data, file, sentence = HOSTILE[name]
    before, started = hashes(), time.monotonic()
    batch = given(data, file)
    assert (batch.state, batch.sentence[: len(sentence)]) == ("refused", sentence)
    assert (hashes(), staging_tables(), Batch.objects.filter(parts__isnull=False).count()) == (before, [], 0)
    assert time.monotonic() - started < 5


def test_utf_16_and_a_mark_of_byte_order_are_read(db: None) -> None:
    text = csv_file(oews_table(SOFTWARE)).decode()
    for data in (text.encode("utf-16"), text.encode("utf-8-sig"), text.replace("\r\n", "\r").encode()):
        assert given(data, "national_M2024_dl.csv").added == 1


def test_figures_that_are_none_are_named(db: None) -> None:
    cells = {
        "A_MEAN": "1e1000000",
        "A_PCT10": "NaN",
        "A_PCT25": "-5",
        "A_PCT90": "١٢٣",
        "OCC_TITLE": "x" * 201,
    }
    batch = given(csv_file(oews_table(SOFTWARE | cells, SOFTWARE)), "M2024.csv")
    named = set(batch.refused_rows.values_list("line", "column"))
    assert named == {(2, f"year {part}") for part in ("mean", "p10", "p25", "p90")} | {
        (2, "occupation title")
    }


def test_a_row_with_more_cells_than_headers_is_refused_and_the_next_one_read(db: None) -> None:
    table = [*oews_table(SOFTWARE), [*oews_table(SOFTWARE)[1], "more"]]
    batch = given(csv_file([*table, *oews_table(SOFTWARE | {"AREA": "01"})[1:]]), "M2024.csv")
    assert (batch.added, list(batch.refused_rows.values_list("line", "reason"))) == (
        2,
        [(3, "The row has more cells than there are headers.")],
    )


def peak(path: Path, name: str, **limits: int) -> tuple[str, float]:
    """What the reader says of a file at last, and the megabytes that it has taken at most."""
    measured = (
        "import resource, runpy, sys; sys.argv[0] = 'reading';"
        "runpy.run_module('offers.market.reading', run_name='__main__');"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    order = json.dumps({"name": name, "year": None, "limits": asdict(Limits(**limits))})
    with path.open("rb") as file:
        done = subprocess.run(
            [sys.executable, "-c", measured, order], stdin=file, capture_output=True, cwd=ROOT, check=True
        )
    return done.stdout.splitlines()[-1].decode(), int(done.stderr.split()[-1]) / 1024


@pytest.mark.parametrize(
    ("member", "beginning", "unit", "end"),
    [
        ("xl/worksheets/sheet1.xml", HEADER, '<row><c t="inlineStr"><is><t>{n} ab</t></is></c></row>', END),
        ("xl/sharedStrings.xml", f"<sst {SPACE}>", "<si><t>text {n}</t></si>", "</sst>"),
    ],
)
def test_memory_does_not_grow_with_a_workbook(
    member: str, beginning: str, unit: str, end: str, tmp_path: Path
) -> None:
    """A large part that is packed no tighter than publishers pack: read to its end, in little memory."""
    path = tmp_path / "large.xlsx"
    sheets = ("national_M2024_dl", HEADER + END)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        with zipfile.ZipFile(io.BytesIO(workbook(sheets))) as made:
            for name in made.namelist():
                if name != member:
                    book.writestr(name, made.read(name))
        with book.open(member, "w") as part:
            part.write(beginning.encode())
            for start in range(0, 400_000, 10_000):
                part.write("".join(unit.format(n=n) for n in range(start, start + 10_000)).encode())
            part.write(end.encode())
    _, least = peak(Path(__file__), "test.csv")
    _, most = peak(path, "large.xlsx")
    assert most - least < 60


def test_a_reader_that_takes_too_long_is_ended_by_the_kernel(
    tmp_path: Path, settings: object, db: None
) -> None:
    settings.IMPORT_LIMITS = {"seconds": 1}  # type: ignore[attr-defined]
    rows = oews_table(*[SOFTWARE] * 1_000_000)
    assert (
        given(csv_file(rows), "M2024.csv").sentence
        == "This file needs more time or memory than an import may take."
    )


def test_a_reader_that_takes_too_much_memory_says_so(settings: object, db: None) -> None:
    settings.IMPORT_LIMITS = {"memory": 40 * 1024 * 1024, "line": 10**9, "ratio": 10**6}  # type: ignore[attr-defined]
    data = csv_file(oews_table(SOFTWARE)) + b"x" * 60_000_000
    assert given(data, "M2024.csv").sentence == "This file needs more memory than an import may take."
