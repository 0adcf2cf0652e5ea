"""Pages for everything that can go wrong: what happened, what is kept, what to do."""

import logging
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex
from smtplib import SMTPException

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from offers.context_processors import theme_of
from offers.views.kept import came_from_here, gone_page, typed_page

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Problem:
    title: str
    sentence: str


PROBLEMS: Mapping[int, Problem] = {
    400: Problem(
        title="We could not read that request",
        sentence="The address or the form was damaged on its way. Go back, reload the page and try again.",
    ),
    403: Problem(
        title="This form has expired",
        sentence="You signed in or out since the page was opened, or it was open for long. "
        "Go back, where your text is kept, copy it, reload the page and send it again.",
    ),
    404: Problem(
        title="There is nothing here",
        sentence="The address is wrong, the thing is gone, or it belongs to somebody else.",
    ),
    405: Problem(
        title="That is not possible at this address",
        sentence="The page exists, but it does not answer to this kind of request.",
    ),
    409: Problem(
        title="Somebody else was faster",
        sentence="The same thing was saved at the same moment. Nothing was overwritten. "
        "Go back, where your text is kept, reload the page and compare.",
    ),
    413: Problem(
        title="That is too much at once",
        sentence="The text or file is larger than this page takes. Nothing was saved. Go back and send less.",
    ),
    429: Problem(
        title="Too many tries",
        sentence="For everybody's safety this is limited. Wait a few minutes, then try again.",
    ),
    500: Problem(
        title="Something broke, and it was our fault",
        sentence="Nothing was half saved. Go back, where your text is kept, and try again. "
        "If it happens again, tell the administrator the number below.",
    ),
    503: Problem(
        title="We are back in a moment",
        sentence="A part of this server is not answering. Nothing was half saved. "
        "Go back, where your text is kept, wait a moment and send it again.",
    ),
}
RETRY_AFTER = {429: "300", 503: "10"}
UNREACHABLE = (OperationalError, InterfaceError, SMTPException, ConnectionError, TimeoutError)


def error_page(
    request: HttpRequest, status: int, *, incident: str = "", headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """Our page for `status`. Needs no database, session or user, since any of them may be what broke."""
    context = {
        "problem": PROBLEMS[status],
        "status": status,
        "incident": incident,
        "theme": theme_of(request),
        "site_url": settings.SITE_URL,
    }
    response = HttpResponse(render_to_string("error.html", context), status=status, headers=headers)
    if status in RETRY_AFTER:
        response.headers["Retry-After"] = RETRY_AFTER[status]
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Whatever is refused looks as if it did not exist."""
    return error_page(request, 404)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was typed, when its page went away meanwhile; else our page."""
    return (is_signed_in(request) and gone_page(request)) or error_page(request, 404)


def is_signed_in(request: HttpRequest) -> bool:
    """Whether somebody is; a request that was refused early has no user yet."""
    return hasattr(request, "user") and request.user.is_authenticated


def too_many_requests(request: HttpRequest) -> HttpResponse:
    return error_page(request, 429)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What was typed, when a page of ours sent it that was opened before signing in; else our page."""
    return (came_from_here(request) and typed_page(request)) or error_page(request, 403)


def server_error(request: HttpRequest) -> HttpResponse:
    """The last door: an unreachable part is a 503, a lost race a 409, all else a 500 with its number."""
    error = sys.exc_info()[1]
    if isinstance(error, UNREACHABLE):
        return error_page(request, 503)
    if isinstance(error, IntegrityError):
        return error_page(request, 409)
    incident = token_hex(4)
    logger.error("incident %s at %s", incident, request.resolver_match and request.resolver_match.view_name)
    return error_page(request, 500, incident=incident)
