"""The quiet save while typing and on leaving: a line in answer, which never moves the person on."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from offers.requests import OwnRequest


def is_quiet(request: OwnRequest) -> bool:
    return request.method == "POST" and (bool(request.htmx) or "quiet" in request.POST)


def key_of(request: OwnRequest) -> UUID | None:
    """The key of the form that stood at this address before, by which its row is found again."""
    try:
        return UUID(request.GET.get("key", ""))
    except ValueError:
        return None


def line(request: OwnRequest, *, at: str = "", **context: Any) -> HttpResponse:
    """What became of it; `at` is the address of a row that it has made, where its page goes on."""
    answer = render(request, "components/quiet_save.html", context)
    if at:
        answer["Content-Location"] = at
    return answer


def conflict_line(request: OwnRequest, button: str) -> HttpResponse:
    return line(request, conflict=f"Changed in another tab. Press {button} to see both.")
