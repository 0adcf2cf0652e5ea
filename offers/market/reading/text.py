"""Rows of CSV and other text, a block at a time."""

import codecs
import csv
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO, BinaryIO

from offers.market.reading.limits import Limits, RefusalError, counted
from offers.market.reading.sheets import Line

BLOCK = 256 * 1024
SEPARATORS = ",;\t|"
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
FOREIGN = {b"MZ": "a program", b"\x7fELF": "a program", b"%PDF": "a PDF", b"\x89PNG": "a picture"}
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


def encoding_of(beginning: bytes) -> str:
    """By its first bytes; refuses what is no text."""
    if beginning.startswith(OLD_WORKBOOK):
        raise RefusalError("This is an old or encrypted Excel workbook. Save it as .xlsx without a password.")
    for mark, kind in FOREIGN.items():
        if beginning.startswith(mark):
            raise RefusalError(f"This is {kind}, not a table. Give a .xlsx, .csv, .txt, .json or .zip file.")
    if beginning.lstrip()[:1] == b"<":
        raise RefusalError(
            "This is a web page or other markup, not a table. Give a .xlsx, .csv, .txt or .zip file."
        )
    return next((name for mark, name in MARKS.items() if beginning.startswith(mark)), "utf-8")


class Lines:
    """The lines of a text, one at a time or what is left of them in blocks, each block after a look at it."""

    def __init__(self, stream: IO[str], limits: Limits) -> None:
        self.limits = limits
        self._stream = stream
        self._block: list[str] = []
        self._used = 0  # Lines of the block that were handed out.
        self._before = 0  # Lines before the block.

    def each(self) -> Iterator[str]:
        while self._advance():
            for line in self._block:
                self._used += 1
                yield line

    def rest(self) -> Iterator[tuple[int, list[str]]]:
        """What nobody has been given yet: the number of the first line, and the lines."""
        if left := self._block[self._used :]:
            yield self._before + self._used + 1, left
        while self._advance():
            yield self._before + 1, self._block

    def after(self, block: list[str]) -> Iterator[str]:
        """This block of `rest` again, and the lines after it."""
        yield from block
        while self._advance():
            yield from self._block

    def _advance(self) -> bool:
        self._before += len(self._block)
        self._block, self._used = read(self._stream, self._before), 0
        longest = max(map(len, self._block), default=0)
        if longest > self.limits.line or "\0" in "".join(self._block):
            for place, line in enumerate(self._block, self._before + 1):
                judge(line, place, self.limits)
        return bool(self._block)


def read(stream: IO[str], number: int) -> list[str]:
    try:
        return stream.readlines(BLOCK)
    except UnicodeError as error:
        raise RefusalError(
            f"After line {counted(number)} there are bytes that are not UTF-8. Save the file as CSV UTF-8."
        ) from error


def judge(line: str, place: int, limits: Limits) -> None:
    if "\0" in line:
        raise RefusalError(f"Line {counted(place)} holds a zero byte, so this is no table of text.")
    if len(line) > limits.line:
        raise RefusalError(f"Line {counted(place)} is longer than {counted(limits.line)} characters.")


def separator(beginning: str) -> str:
    """The one that stands most often in the first line with any."""
    for line in beginning.splitlines():
        counts = {mark: line.count(mark) for mark in SEPARATORS}
        best = max(counts, key=lambda mark: counts[mark])
        if counts[best]:
            return best
    return ","


def text_table(stream: BinaryIO, limits: Limits) -> tuple[Lines, str]:
    """The lines of a table of text, and what separates its cells."""
    beginning = stream.read(BLOCK)
    stream.seek(0)
    encoding = encoding_of(beginning)
    mark = separator(codecs.getincrementaldecoder(encoding)(errors="replace").decode(beginning))
    return Lines(TextIOWrapper(stream, encoding, newline=""), limits), mark


def rows_of(lines: Iterator[str], mark: str, limits: Limits, started: int = 1) -> Iterator[Line]:
    """The rows of these lines. Quotation marks mean something but where tabs separate."""
    csv.field_size_limit(limits.line)
    if mark == "\t":
        reader = csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(lines, delimiter=mark, skipinitialspace=True)
    # The names are local for speed: this loop sees every row.
    columns, first = limits.columns, started
    try:
        for row in reader:
            if len(row) > columns:
                found = f"Line {counted(started)} has {counted(len(row))} columns"
                raise RefusalError(f"{found}; {counted(columns)} is the most.")
            yield started, row
            started = reader.line_num + first
    except csv.Error as error:
        raise RefusalError(
            f"Line {counted(started)} cannot be read as a row: a quotation mark is opened and never closed."
        ) from error
