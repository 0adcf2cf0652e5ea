"""What a file is, told from its content, and the sheets of data in it."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from offers.market.reading.limits import Limits, RefusalError, counted, sized
from offers.market.reading.sheets import Sheet, opened
from offers.market.reading.text import rows_of, text_table
from offers.market.reading.workbook import day_zero, notes_of, shared_strings, sheet_lines, sheets_of

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
KINDS = (".xlsx", ".csv", ".txt", ".tsv", ".json")
ENCRYPTED = 1
BLOCK = 1024 * 1024
SMALL = 1024 * 1024  # A member that unpacks to less does no harm, however well it was packed.


def sheets(stream: BinaryIO, name: str, limits: Limits, stack: ExitStack) -> Iterator[Sheet]:
    """Every sheet of data in the file, or in the files of an archive. The caller's stack closes them."""
    size = stream.seek(0, 2)
    stream.seek(0)
    if not size:
        raise RefusalError("This file is empty.")
    if size > limits.packed:
        raise RefusalError(f"This file has {sized(size)}; {sized(limits.packed)} is the most.")
    beginning = stream.read(4)
    stream.seek(0)
    if beginning == EMPTY_ZIP:
        raise RefusalError("This archive is empty.")
    if beginning != ZIP:
        yield from plain_sheets(stream, name, size, limits)
        return
    archive = stack.enter_context(checked(stream, limits))
    if "xl/workbook.xml" in archive.namelist():
        yield workbook(archive, name, limits)
    else:
        yield from archived(archive, limits, stack)


def checked(stream: BinaryIO, limits: Limits) -> ZipFile:
    """The archive, after a look at its directory: nothing is unpacked yet."""
    try:
        archive = ZipFile(stream)
    except (BadZipFile, ValueError, EOFError, OSError) as error:
        raise RefusalError("This archive is damaged. Download it again.") from error
    members = archive.infolist()
    if len(members) > limits.members:
        raise RefusalError(
            f"This archive holds {counted(len(members))} files; {counted(limits.members)} is the most."
        )
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise RefusalError("This archive is encrypted. Save it without a password.")
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked:
        most = sized(limits.unpacked)
        raise RefusalError(f"This archive unpacks to {sized(unpacked)}; {most} is the most.")
    for member in members:
        if member.file_size > SMALL and member.file_size > limits.ratio * max(1, member.compress_size):
            raise RefusalError(
                f"A part of this archive has {sized(member.compress_size)} and unpacks to"
                f" {sized(member.file_size)}. No publisher's file is packed so tightly."
            )
    return archive


def workbook(book: ZipFile, name: str, limits: Limits) -> Sheet:
    """The first sheet of a workbook, whatever its name."""
    title, member = sheets_of(book)[0]
    strings = shared_strings(book, limits)
    return opened(
        sheet_lines(book, member, strings, limits),
        file=name,
        name=title,
        kind="workbook",
        day_zero=day_zero(book),
        notes=lambda: notes_of(book, strings, limits),
    )


def plain_sheets(stream: BinaryIO, name: str, size: int, limits: Limits) -> Iterator[Sheet]:
    beginning = stream.read(BLOCK).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    stream.seek(0)
    if beginning in (b"{", b"["):
        yield Sheet(
            file=name,
            name="",
            head=[],
            lines=iter(()),
            kind="document",
            document=document(stream, size, limits),
        )
    else:
        source, mark = text_table(stream, limits)
        lines = rows_of(source.each(), mark, limits)
        yield opened(lines, file=name, name="", kind="text", source=source, separator=mark)


def document(stream: BinaryIO, size: int, limits: Limits) -> object:
    if size > limits.document:
        raise RefusalError(f"A JSON file may have {sized(limits.document)}; this one has {sized(size)}.")
    try:
        return json.loads(stream.read().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise RefusalError("This file begins like JSON and cannot be read as JSON.") from error


def archived(archive: ZipFile, limits: Limits, stack: ExitStack) -> Iterator[Sheet]:
    """The files of data in an archive, each unpacked beside it, because a workbook is read from both ends."""
    members = [member for member in archive.infolist() if is_data(member)]
    if not members:
        raise RefusalError(f"This archive holds none of {', '.join(KINDS)}.")
    for member in members:
        inner = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 # The stack is the context.
        unpack(archive, member, inner, limits)
        name = PurePosixPath(member.filename).name
        if inner.read(4) == ZIP:
            inner.seek(0)
            book = stack.enter_context(checked(inner, limits))
            if "xl/workbook.xml" not in book.namelist():
                raise RefusalError(
                    "This archive holds another archive. Unpack it and give the file that is inside."
                )
            yield workbook(book, name, limits)
        else:
            inner.seek(0)
            yield from plain_sheets(inner, name, member.file_size, limits)


def is_data(member: ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    return (
        path.suffix.lower() in KINDS
        and not path.name.startswith((".", "~$"))
        and "__MACOSX" not in path.parts
    )


def unpack(archive: ZipFile, member: ZipInfo, target: BinaryIO, limits: Limits) -> None:
    written = 0
    try:
        with archive.open(member) as source:
            while block := source.read(BLOCK):
                written += len(block)
                if written > limits.unpacked:
                    raise RefusalError(f"A file in here unpacks to more than {sized(limits.unpacked)}.")
                target.write(block)
    except (BadZipFile, NotImplementedError, EOFError) as error:
        raise RefusalError("This archive is damaged. Download it again.") from error
    target.seek(0)
