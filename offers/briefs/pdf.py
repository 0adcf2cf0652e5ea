"""Makes PDFs out of pages: the only file that knows WeasyPrint, and a program of its own (see ADR 5).

    python -m offers.briefs.pdf STYLESHEET

It loads everything once and then waits. Each document is made by a fork with limits of its own, which ends
with it: whatever a text does there, nothing of it is left for the next one. In: three numbers (seconds, bytes
of memory, length), then the page. Out: two numbers (how the fork ended, length), then the PDF.
"""

import gc
import os
import resource
import signal
import struct
import sys
from typing import BinaryIO, Never

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

ORDER = struct.Struct("!IQI")
ANSWER = struct.Struct("!iI")
# Every weight of the brief, so that its fonts are open before the first one is asked for.
SAMPLE = (
    "<!doctype html><html lang=en><title>Sample</title><h1>Brief</h1><p>88,500<svg><text>1</text></svg></p>"
)


class Sealed(URLFetcher):
    """Fetches nothing: the one stylesheet is handed over, and no text may reach a file or a network."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        raise ValueError("A document may not fetch anything.")


class Printer:
    """The stylesheet and the fonts, read once."""

    def __init__(self, stylesheet: str) -> None:
        self.fonts = FontConfiguration()
        self.style = CSS(filename=stylesheet, font_config=self.fonts, url_fetcher=Sealed())

    def pdf(self, page: str) -> bytes:
        """The page as a tagged PDF (PDF/UA-1)."""
        document = HTML(string=page, url_fetcher=Sealed())
        made = document.write_pdf(stylesheets=[self.style], font_config=self.fonts, pdf_variant="pdf/ua-1")
        return bytes(made)


def limit(seconds: int, memory: int) -> None:
    """From here on the kernel ends this process at whichever limit it meets first."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # The C library holds addresses in reserve, which the line above does not count when they are filled.
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    signal.alarm(seconds)


def make(printer: Printer, page: bytes, seconds: int, memory: int) -> tuple[int, bytes]:
    """How the fork ended (0, or the signal below zero), and the PDF, whole or empty."""
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(readable)
        work(printer, page, seconds, memory, writable)
    os.close(writable)
    with open(readable, "rb") as stream:
        made = stream.read()
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return ended, b"" if ended else made


def work(printer: Printer, page: bytes, seconds: int, memory: int, writable: int) -> Never:
    """What the fork does. It never returns: the loop of its parent is not for it."""
    try:
        limit(seconds, memory)
        made = printer.pdf(page.decode())
        with open(writable, "wb") as stream:
            stream.write(made)
    except BaseException:
        os._exit(1)
    os._exit(0)


def serve(printer: Printer, orders: BinaryIO, answers: BinaryIO) -> None:
    """Until nobody is left to ask."""
    while order := orders.read(ORDER.size):
        seconds, memory, length = ORDER.unpack(order)
        ended, made = make(printer, orders.read(length), seconds, memory)
        answers.write(ANSWER.pack(ended, len(made)) + made)
        answers.flush()


def main() -> None:
    printer = Printer(sys.argv[1])
    printer.pdf(SAMPLE)
    gc.disable()  # A fork is over before its garbage counts, and looking for it takes a tenth of the time.
    serve(printer, sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
