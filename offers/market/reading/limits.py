"""What a file may be before anybody reads it, and the one way to say that it is not."""

from dataclasses import dataclass


class RefusalError(Exception):
    """The file is not read any further; the text is one sentence for the person who gave it."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bytes, counts and characters. A file beyond one of them is refused, mostly before it is unpacked."""

    packed: int = 300 * 1024 * 1024  # the file as given
    unpacked: int = 2 * 1024 * 1024 * 1024  # all members of an archive together
    members: int = 200
    ratio: int = 100  # of a member, unpacked to packed
    strings: int = 96 * 1024 * 1024  # the texts that a workbook keeps apart from its sheets
    document: int = 8 * 1024 * 1024  # a JSON file, which is read whole
    rows: int = 5_000_000
    columns: int = 300
    cell: int = 4_000
    line: int = 200_000
    memory: int = 512 * 1024 * 1024
    seconds: int = 1_800  # of the processor


def counted(number: int) -> str:
    return f"{number:,}"


def sized(number: int) -> str:
    """Bytes as people say them."""
    if number < 1024 * 1024:
        return f"{max(1, number // 1024):,} kB"
    return f"{number // (1024 * 1024):,} MB"
