"""Has a file read by a process of its own, and hands on what comes out of it."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import IO, Any

from django.conf import settings

from offers.market.reading.limits import Limits, RefusalError

TOO_LONG = "This file needs more time or memory than an import may take."


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What the reader says, and rows in the text form of COPY."""

    head: dict[str, Any]
    rows: bytes


def limits() -> Limits:
    return Limits(**settings.IMPORT_LIMITS)


def frames(file: IO[bytes], name: str, year: int | None) -> Iterator[Frame]:
    """Every frame of the reader; raises `RefusalError` when it refuses the file or breaks off."""
    yield from ordered(file, {"name": name, "year": year, "limits": asdict(limits())})


def ordered(file: IO[bytes], order: dict[str, Any]) -> Iterator[Frame]:
    """Has the reader do what `order` says, see `offers.market.reading`."""
    file.seek(0)
    reader = subprocess.Popen(  # noqa: S603 # The name is read as JSON, by no shell.
        [sys.executable, "-m", "offers.market.reading", json.dumps(order)],
        cwd=settings.BASE_DIR,
        env=settings.PDF_ENVIRONMENT,
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # What it complains of are words of the file.
        start_new_session=True,
    )
    try:
        yield from heard(reader)
    finally:
        reader.kill()
        reader.wait()
        if reader.stdout:
            reader.stdout.close()


def heard(reader: subprocess.Popen[bytes]) -> Iterator[Frame]:
    if reader.stdout is None:
        raise BrokenPipeError
    while line := reader.stdout.readline():
        head = json.loads(line)
        rows = reader.stdout.read(head["bytes"])
        if "refused" in head:
            raise RefusalError(head["refused"])
        if len(rows) < head["bytes"]:
            break
        yield Frame(head=head, rows=rows)
        if "done" in head:
            return
    ended = reader.wait()
    if ended in (-signal.SIGXCPU, -signal.SIGKILL):
        raise RefusalError(TOO_LONG)
    raise RefusalError("This file could not be read to its end. It may be damaged.")
