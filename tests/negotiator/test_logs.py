"""The logs hold no address that opens a calendar."""

import logging
from types import SimpleNamespace

from gunicorn.config import Config

from negotiator.web_server import QuietLogger
from offers.logs import QuietFormatter

TOKEN = "abc_DEF-123" * 4


def test_an_error_line_has_no_private_address() -> None:
    words = "Method Not Allowed (POST): /calendar/%s.ics"
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, words, (TOKEN,), None)
    assert QuietFormatter("{message}", style="{").format(record) == (
        "Method Not Allowed (POST): /calendar/….ics"
    )


def test_the_access_log_has_no_private_address_and_one_line_to_a_request() -> None:
    request = SimpleNamespace(headers=[])
    response = SimpleNamespace(status="200 OK", headers=[], sent=1)
    place = {"REQUEST_METHOD": "GET", "RAW_URI": "/", "SERVER_PROTOCOL": "HTTP/1.1"}
    took = SimpleNamespace(seconds=0, microseconds=0)
    paths = {
        f"/calendar/{TOKEN}.ics": "/calendar/….ics",
        "/offers/": "/offers/",
        "/x\n[23/Nov/2026] a line of its own\x00": "/x%0A%5B23/Nov/2026%5D%20a%20line%20of%20its%20own%00",
    }
    for path, shown in paths.items():
        atoms = QuietLogger(Config()).atoms(response, request, place | {"PATH_INFO": path}, took)
        assert atoms["U"] == shown
