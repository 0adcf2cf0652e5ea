"""What every answer carries, whatever made it: pages, errors, redirects and static files alike."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from offers.views.errors import error_page

GetResponse = Callable[[HttpRequest], HttpResponse]
METHODS = ("GET", "HEAD", "POST")
PERMISSIONS = "accelerometer=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class SafeResponses:
    """Stands outermost, so that answers made by other middleware leave with the same headers."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.headers = {
            "Content-Security-Policy": settings.CONTENT_SECURITY_POLICY,
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": PERMISSIONS,
            "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": settings.X_FRAME_OPTIONS,
        }
        if settings.SECURE_HSTS_SECONDS:
            self.headers["Strict-Transport-Security"] = (
                f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains; preload"
            )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        if response.status_code >= 400 or in_session(request, response):
            response.headers["Cache-Control"] = "no-store"
        return response


def in_session(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether an answer may hold what only one person should see; static files never do."""
    if request.path.startswith(settings.STATIC_URL):
        return False
    return settings.SESSION_COOKIE_NAME in request.COOKIES or settings.SESSION_COOKIE_NAME in response.cookies


class CleanQueries:
    """Takes NUL out of query strings: no text has it, and PostgreSQL refuses a search for it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        request.META["QUERY_STRING"] = query.replace("%00", "").replace("\0", "")
        return self.get_response(request)


class OwnTimeZone:
    """Days begin, and times are told, where the person is. Without a session nobody is asked for."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return self.get_response(request)
        with timezone.override(request.user.zone):
            return self.get_response(request)


class KnownMethods:
    """Answers 405 to every method that no page of ours has, and gives a page to every bare 405."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return self.refusal(request, ", ".join(METHODS))
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            return self.refusal(request, response.headers["Allow"])
        return response

    def refusal(self, request: HttpRequest, allowed: str) -> HttpResponse:
        return error_page(request, 405, headers={"Allow": allowed})
