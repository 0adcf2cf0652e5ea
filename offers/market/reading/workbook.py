"""Rows of an .xlsx workbook, streamed from its zip archive.

A workbook is XML in a zip. It is read as it comes, so that memory does not grow with it, and its own word
about its size is not believed: some publishers declare one cell, and a hostile file a million columns.
"""

import posixpath
import re
from array import array
from collections.abc import Callable, Iterator
from datetime import date
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from offers.market.reading.limits import Limits, RefusalError, counted, sized
from offers.market.reading.sheets import EPOCH, Line, Row

BLOCK = 64 * 1024
LINK = re.compile(r"(?:officeDocument/2006/relationships|officeDocument/relationships) id$")
SPARE = 1_000  # Names beyond these are nobody's workbook.
EPOCH_1904 = date(1904, 1, 1)  # Programs on old Macs counted from here, and their files still do.
NOTES = 2 * 1024 * 1024  # So much of the sheets after the first is looked at.
BROKEN = "This workbook is damaged: {}. Open it, save it anew as .xlsx and give that."


class Kinds(dict[str, str]):
    """The name of an element without its namespace, looked up once: there are millions of cells."""

    def __missing__(self, name: str) -> str:
        kind = name.rpartition(" ")[2]
        if len(self) < SPARE:
            self[name] = kind
        return kind


KIND = Kinds()


def parse(stream: IO[bytes], parser: expat.XMLParserType, most: int) -> Iterator[None]:
    """Feeds the parser and stops after each block, so that whoever listens can hand on what it heard."""
    read = 0
    try:
        while block := stream.read(BLOCK):
            read += len(block)
            if read > most:
                raise RefusalError(f"A part of this workbook unpacks to more than {sized(most)}.")
            parser.Parse(block, False)
            yield
        parser.Parse(b"", True)
        yield
    except (expat.ExpatError, BadZipFile, EOFError) as error:
        raise RefusalError(BROKEN.format("a sheet of it breaks off or is no XML")) from error


def make_parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = BLOCK
    parser.StartDoctypeDeclHandler = refuse_declarations
    return parser


def refuse_declarations(*_: object) -> None:
    """A workbook declares no document type; entities that grow or reach elsewhere begin with one."""
    raise RefusalError("This workbook holds XML declarations that no program for tables writes.")


class Strings:
    """The texts that cells point to by number, packed: each takes its bytes and eight more."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])

    def add(self, text: str) -> None:
        self._bytes += text.encode("utf-8", "replace")
        self._ends.append(len(self._bytes))

    def __getitem__(self, place: int) -> str:
        return self._bytes[self._ends[place] : self._ends[place + 1]].decode()

    def __len__(self) -> int:
        return len(self._ends) - 1


def shared_strings(book: ZipFile, limits: Limits) -> Strings:
    strings = Strings()
    if "xl/sharedStrings.xml" not in book.namelist():
        return strings
    parser, heard, wanted = make_parser(), [""], [False]

    def start(name: str, _: dict[str, str]) -> None:
        kind = KIND[name]
        if kind == "si":
            heard[0] = ""
        # A reading aid beside Japanese text is no part of it.
        wanted[0] = kind == "t" or (kind != "rPh" and wanted[0] and kind not in {"r", "si"})

    def end(name: str) -> None:
        kind = KIND[name]
        wanted[0] = False
        if kind == "si":
            strings.add(heard[0])

    def text(data: str) -> None:
        if wanted[0]:
            heard[0] += data
            if len(heard[0]) > limits.line:
                raise RefusalError(f"A cell holds more than {counted(limits.line)} characters.")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    with book.open("xl/sharedStrings.xml") as stream:
        for _ in parse(stream, parser, limits.strings):
            pass
    return strings


class SheetParser:
    """Listens to the XML of one sheet and collects its rows."""

    def __init__(self, strings: Strings, limits: Limits) -> None:
        self.ready: list[Line] = []
        self._strings, self._limits = strings, limits
        self._row: Row = []
        self._line = 0
        self._column = 0
        self._type = ""
        self._heard: list[str] = []
        self._listening = False
        self._letters: dict[str, int] = {}
        self.parser = make_parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = KIND[name]
        if kind == "c":
            self._type = attributes.get("t", "")
            place = attributes.get("r")
            self._column = self._column_of(place) if place else len(self._row)
            self._heard.clear()
        elif kind == "v" or kind == "t":
            self._listening = True
        elif kind == "row":
            self._row = []
            self._line = int(attributes.get("r") or self._line + 1)
        elif kind == "f":
            raise RefusalError(
                f"Line {counted(self._line)} has a formula. Save the sheet with values in place of formulas."
            )

    def _text(self, data: str) -> None:
        if self._listening:
            self._heard.append(data)

    def _end(self, name: str) -> None:
        kind = KIND[name]
        if kind == "v" or kind == "t":
            self._listening = False
        elif kind == "c":
            self._place("".join(self._heard))
        elif kind == "row":
            self.ready.append((self._line, self._row))

    def _place(self, text: str) -> None:
        """Puts a cell where it stands; cells between are empty."""
        if not text:
            return
        value = self._value(text)
        missing = self._column - len(self._row)
        if missing > 0:
            self._row.extend([""] * missing)
        self._row.append(value)

    def _value(self, text: str) -> str:
        if self._type == "s":
            return self._strings[int(text)]
        if self._type in ("", "n") and len(text) > 15:
            return f"{float(text):.15g}"  # 38.39 is stored as 38.390000000000001.
        if len(text) > self._limits.line:
            raise RefusalError(
                f"A cell of line {counted(self._line)} has over {counted(self._limits.line)} characters."
            )
        return text

    def _column_of(self, place: str) -> int:
        """AF12 is column 31, counted from zero."""
        letters = place.rstrip("0123456789")
        found = self._letters.get(letters)
        if found is None:
            found = 0
            for letter in letters:
                found = found * 26 + ord(letter) - 64
            found -= 1
            if not 0 <= found < self._limits.columns:
                raise RefusalError(f"This sheet has more than {counted(self._limits.columns)} columns.")
            self._letters[letters] = found
        return found


def sheet_lines(book: ZipFile, member: str, strings: Strings, limits: Limits) -> Iterator[Line]:
    listener = SheetParser(strings, limits)
    try:
        with book.open(member) as stream:
            for _ in parse(stream, listener.parser, limits.unpacked):
                yield from listener.ready
                listener.ready.clear()
    except (IndexError, ValueError, KeyError) as error:
        raise RefusalError(BROKEN.format("a cell points to a text that is not there")) from error


def sheets_of(book: ZipFile) -> list[tuple[str, str]]:
    """Name and member of each sheet, in the order of the tabs."""
    named = attributes_of(book, "xl/workbook.xml", "sheet")
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations(book)}
    found = []
    for sheet in named:
        link = next((value for key, value in sheet.items() if LINK.search(key)), "")
        target = targets.get(link, "")
        member = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if member in book.namelist():
            found.append((sheet.get("name", ""), member))
    if not found:
        raise RefusalError(BROKEN.format("it has no sheet"))
    return found


def day_zero(book: ZipFile) -> date:
    """What the days of this workbook are counted from."""
    settings = attributes_of(book, "xl/workbook.xml", "workbookPr")
    is_1904 = any(one.get("date1904") in ("1", "true") for one in settings)
    return EPOCH_1904 if is_1904 else EPOCH


def relations(book: ZipFile) -> list[dict[str, str]]:
    return attributes_of(book, "xl/_rels/workbook.xml.rels", "Relationship")


def attributes_of(book: ZipFile, member: str, kind: str) -> list[dict[str, str]]:
    """The attributes of every element of one kind in a small part of the workbook."""
    found: list[dict[str, str]] = []
    parser = make_parser()
    hear: Callable[[str, dict[str, str]], None] = lambda name, given: (  # noqa: E731
        found.append(given) if KIND[name] == kind else None
    )
    parser.StartElementHandler = hear
    try:
        with book.open(member) as stream:
            for _ in parse(stream, parser, NOTES):
                pass
    except KeyError as error:
        raise RefusalError(BROKEN.format("a part of it is missing")) from error
    return found


def notes_of(book: ZipFile, strings: Strings, limits: Limits) -> str:
    """The text of the small sheets after the first, where publishers explain their signs."""
    texts = []
    for _, member in sheets_of(book)[1:]:
        if book.getinfo(member).file_size <= NOTES:
            texts += [" ".join(row) for _, row in sheet_lines(book, member, strings, limits)]
    return "\n".join(texts)
