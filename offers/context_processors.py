"""What every page knows beside its own context."""

from django.conf import settings
from django.http import HttpRequest

THEMES = ("auto", "light", "dark")


def theme_of(request: HttpRequest) -> str:
    theme = request.COOKIES.get(settings.THEME_COOKIE_NAME, "auto")
    return theme if theme in THEMES else "auto"


def site(request: HttpRequest) -> dict[str, object]:
    return {
        "theme": theme_of(request),
        "signup_open": settings.SIGNUP_OPEN,
        "mailbox_open": mailbox_is_open(),
    }


def mailbox_is_open() -> bool:
    """Whether mails become files of this machine, which a page may then show."""
    return settings.LOCAL and settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")
