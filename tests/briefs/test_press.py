"""The process that makes PDFs: it keeps its limits, fetches nothing, and is replaced when it ends."""

import os
import signal
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from offers.briefs.press import Limits, Press, PressError

LIMITS = Limits(seconds=10, memory=512 * 1024 * 1024)
PAGE = "<!doctype html><html lang=en><title>A</title><p>{}</p>"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(Path("static/css/brief.css"))


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An address of this machine, and what anybody sent there."""
    heard: list[bytes] = []

    class Ear(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            heard.append(self.request.recv(200))

    with socketserver.TCPServer(("127.0.0.1", 0), Ear) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", heard
        server.shutdown()


def first_words(pdf: bytes) -> str:
    """The words of the text itself, which stand before those of the margins."""
    return str(PdfReader(BytesIO(pdf)).pages[0].extract_text().splitlines()[0])


def test_a_page_becomes_a_pdf(press: Press) -> None:
    assert first_words(press.pdf(PAGE.format("Hello"), LIMITS)) == "Hello"


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="{at}/a">',
        '<link rel="stylesheet" href="{at}/b">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<link rel="attachment" href="{at}/c">',
        "<style>@import url({at}/d); p {{ background: url({at}/e) }}</style>",
        "<style>@font-face {{ font-family: x; src: url({at}/f) }} p {{ font-family: x }}</style>",
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="{at}/g"/><use href="{at}/h#i"/></svg>',
        '<object data="{at}/j"></object><embed src="{at}/k"><iframe src="{at}/l"></iframe>',
        '<img src="data:image/svg+xml,%3Csvg%3E%3Cimage href=%22{at}/m%22/%3E%3C/svg%3E">',
        '<base href="{at}/"><img src="n">',
    ],
)
def test_even_markup_fetches_and_attaches_nothing(
    press: Press, listener: tuple[str, list[bytes]], markup: str
) -> None:
    address, heard = listener
    made = PdfReader(BytesIO(press.pdf(PAGE.format(markup.format(at=address) + "Hello"), LIMITS)))
    assert (heard, made.attachments, list(made.pages[0].images)) == ([], {}, [])


@pytest.mark.parametrize(
    ("limits", "text", "reason"),
    [
        (Limits(seconds=1, memory=LIMITS.memory), "word " * 200_000, "ended by SIG(ALRM|XCPU|KILL)"),
        (
            Limits(seconds=10, memory=1024 * 1024),
            "<table>" + "<tr><td>a<td>b<td>c" * 1_000,
            "limits|ended by",
        ),
    ],
    ids=["time", "memory"],
)
def test_a_document_that_takes_too_much_is_ended_alone(
    press: Press, limits: Limits, text: str, reason: str
) -> None:
    press.pdf(PAGE.format("Hello"), LIMITS)
    kept = press._process
    with pytest.raises(PressError, match=reason):
        press.pdf(PAGE.format(text), limits)
    assert first_words(press.pdf(PAGE.format("Hello"), LIMITS)) == "Hello"
    assert press._process is kept


def test_a_process_that_was_killed_is_replaced(press: Press) -> None:
    press.start()
    assert press._process is not None
    os.kill(press._process.pid, signal.SIGKILL)
    press._process.wait()
    assert first_words(press.pdf(PAGE.format("Hello"), LIMITS)) == "Hello"


def test_a_process_killed_in_the_middle_is_an_error_and_no_half_pdf(press: Press) -> None:
    press.pdf(PAGE.format("Hello"), LIMITS)
    assert press._process is not None
    threading.Timer(0.3, os.killpg, [press._process.pid, signal.SIGKILL]).start()
    with pytest.raises(PressError, match="the process is gone"):
        press.pdf(PAGE.format("word " * 100_000), LIMITS)
    assert first_words(press.pdf(PAGE.format("Hello"), LIMITS)) == "Hello"


def test_markup_too_deep_to_follow_is_an_error(press: Press) -> None:
    with pytest.raises(PressError):
        press.pdf(PAGE.format("<div>" * 5_000), LIMITS)


def test_eight_at_once_are_answered_in_turn_and_never_mixed(press: Press) -> None:
    def ask(number: int) -> str:
        return first_words(press.pdf(PAGE.format(f"Number {number}"), LIMITS))

    with ThreadPoolExecutor(8) as people:
        assert list(people.map(ask, range(8))) == [f"Number {number}" for number in range(8)]


def test_the_process_knows_no_secret(press: Press) -> None:
    press.start()
    assert press._process is not None
    known = Path(f"/proc/{press._process.pid}/environ").read_text().split("\0")
    names = {line.split("=")[0] for line in known if line}
    assert names <= {"PATH", "HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "DYLD_FALLBACK_LIBRARY_PATH"}


def test_the_web_side_does_not_load_the_pdf_library() -> None:
    loaded = "import negotiator.wsgi, negotiator.urls, sys; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, check=False).returncode == 0
