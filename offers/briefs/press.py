"""The web worker's side of a PDF: one process waits beside each worker, asked over a pipe (see ADR 5)."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from struct import Struct
from typing import IO

from django.conf import settings

ORDER, ANSWER, BETWEEN = (
    Struct("!IQII"),
    Struct("!iI"),
    "\0",
)  # As in offers/briefs/pdf.py, which is never imported here.
START = 20  # Seconds that a cold start may take on a busy machine, beside those of the document.


class PressError(Exception):
    """There is no PDF now; the text says why, without a word of the document."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one document may take: seconds of the clock and of the processor, bytes of memory."""

    seconds: int
    memory: int


class Press:
    """Makes one PDF at a time. Its process starts with the first one, or before, and again after a fault."""

    def __init__(self, stylesheet: Path) -> None:
        self._stylesheet = stylesheet
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def start(self) -> None:
        """Load everything now, so that nobody waits for it later. Returns at once."""
        with self._turn:
            self._running()

    def pdf(self, versions: str | Sequence[str], limits: Limits, most: int = 0) -> bytes:
        """The first of these versions that has at most so many pages (0: any number) as a PDF, whole.

        Raises `PressError` when there is none.
        """
        page = versions if isinstance(versions, str) else BETWEEN.join(versions)
        with self._turn:
            return self._asked(self._running(), page.encode(), limits, most)

    def _running(self) -> subprocess.Popen[bytes]:
        """The process that waits. After a fork of the worker it is not ours, and `poll` says it is over."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603 # No word of it comes from a person.
                [sys.executable, "-m", "offers.briefs.pdf", str(settings.BASE_DIR / self._stylesheet)],
                cwd=settings.BASE_DIR,
                env=settings.PDF_ENVIRONMENT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # What it complains of are words of the document.
                start_new_session=True,
            )
        return self._process

    def _asked(self, process: subprocess.Popen[bytes], page: bytes, limits: Limits, most: int) -> bytes:
        """One order and its answer; a process that does not keep to time is ended and replaced."""
        guard = threading.Timer(START + limits.seconds, partial(end, process))
        guard.start()
        try:
            head = ORDER.pack(limits.seconds, limits.memory, most, len(page))
            ended, made = exchange(process, head + page)
        except OSError as error:
            end(process)
            raise PressError("the process is gone") from error
        finally:
            guard.cancel()
        if ended:
            raise PressError(f"ended by {signal.Signals(-ended).name}" if ended < 0 else "out of its limits")
        return made


def exchange(process: subprocess.Popen[bytes], order: bytes) -> tuple[int, bytes]:
    if not (process.stdin and process.stdout):
        raise BrokenPipeError
    process.stdin.write(order)
    process.stdin.flush()
    ended, length = ANSWER.unpack(whole(process.stdout, ANSWER.size))
    return ended, whole(process.stdout, length)


def whole(stream: IO[bytes], length: int) -> bytes:
    """Exactly so many bytes; less is no answer."""
    read = stream.read(length)
    if len(read) < length:
        raise BrokenPipeError
    return read


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and whatever it is making."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


PRESS = Press(Path("static/css/brief.css"))
