"""Makes PDFs out of pages: the only file that knows WeasyPrint, and a program of its own (see ADR 5).

    python -m offers.briefs.pdf STYLESHEET

It loads everything once and then waits. Each document is made by a fork with limits of its own, which ends
with it: whatever a text does there, nothing of it is left for the next one. In: four numbers (seconds, bytes
of memory, the most pages there may be or 0, length), then one or more versions of the document with a zero
byte between them; the first that has no more pages is made. Out: two numbers (how the fork ended, length),
then the PDF.
"""

import gc
import os
import resource
import signal
import struct
import sys
from pathlib import Path
from typing import BinaryIO, Never

from font_source_sans_pro import font_directory
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

ORDER = struct.Struct("!IQII")
ANSWER = struct.Struct("!iI")
BETWEEN = "\0"  # No text has it: neither a form nor the database lets it in.
LESS_URGENT = 10  # Somebody who opens a page waits for it; a document gets what pages leave of the processor.
FONTS = Path(font_directory)
FACES = {400: "SourceSansPro-Regular.ttf", 600: "SourceSansPro-Semibold.ttf"}
# Every weight of the brief, so that its fonts are open before the first one is asked for.
SAMPLE = (
    "<!doctype html><html lang=en><title>Sample</title><h1>Brief</h1><p>88,500<svg><text>1</text></svg></p>"
)


class Sealed(URLFetcher):
    """Fetches nothing: the one stylesheet is handed over, and no text may reach a file or a network."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        raise ValueError("A document may not fetch anything.")


class Shelf(URLFetcher):
    """Fetches the packaged fonts and nothing else, while the style is read and before any text is there."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if url not in {address(name) for name in FACES.values()}:
            raise ValueError("Only the fonts may be fetched.")
        return super().fetch(url, headers)


def address(name: str) -> str:
    return (FONTS / name).as_uri()


def faces() -> str:
    """The family of the briefs, from files of a package."""
    rule = "@font-face {{ font-family: Brief; font-weight: {weight}; src: url('{url}') }}"
    return " ".join(rule.format(weight=weight, url=address(name)) for weight, name in FACES.items())


class Printer:
    """The stylesheet and the fonts, read once."""

    def __init__(self, stylesheet: str) -> None:
        self.fonts = FontConfiguration()
        CSS(string=faces(), font_config=self.fonts, url_fetcher=Shelf())
        self.style = CSS(filename=stylesheet, font_config=self.fonts, url_fetcher=Sealed())

    def pdf(self, versions: str, most: int = 0) -> bytes:
        """The first version that has no more than `most` pages as a tagged PDF (PDF/UA-1).

        Raises ValueError where none is short enough.
        """
        for page in versions.split(BETWEEN):
            document = HTML(string=page, url_fetcher=Sealed())
            laid = document.render(stylesheets=[self.style], font_config=self.fonts, pdf_variant="pdf/ua-1")
            if not most or len(laid.pages) <= most:
                return bytes(laid.write_pdf(pdf_variant="pdf/ua-1"))
        raise ValueError("No version is short enough.")


def limit(seconds: int, memory: int) -> None:
    """From here on the kernel ends this process at whichever limit it meets first."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # The C library holds addresses in reserve, which the line above does not count when they are filled.
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    signal.alarm(seconds)
    os.nice(LESS_URGENT)


def make(printer: Printer, page: bytes, seconds: int, memory: int, most: int) -> tuple[int, bytes]:
    """How the fork ended (0, or the signal below zero), and the PDF, whole or empty."""
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(readable)
        work(printer, page, seconds, memory, most, writable)
    os.close(writable)
    with open(readable, "rb") as stream:
        made = stream.read()
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return ended, b"" if ended else made


def work(printer: Printer, page: bytes, seconds: int, memory: int, most: int, writable: int) -> Never:
    """What the fork does. It never returns: the loop of its parent is not for it."""
    try:
        limit(seconds, memory)
        made = printer.pdf(page.decode(), most)
        with open(writable, "wb") as stream:
            stream.write(made)
    except BaseException:
        os._exit(1)
    os._exit(0)


def serve(printer: Printer, orders: BinaryIO, answers: BinaryIO) -> None:
    """Until nobody is left to ask."""
    while order := orders.read(ORDER.size):
        seconds, memory, most, length = ORDER.unpack(order)
        ended, made = make(printer, orders.read(length), seconds, memory, most)
        answers.write(ANSWER.pack(ended, len(made)) + made)
        answers.flush()


def main() -> None:
    printer = Printer(sys.argv[1])
    printer.pdf(SAMPLE)
    gc.disable()  # A fork is over before its garbage counts, and looking for it takes a tenth of the time.
    serve(printer, sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
