"""Changes of accounts."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa import signals
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import get_random_string

from offers.accounts.models import User

READABLE = "abcdefghjkmnpqrstuvwxyz23456789"


def one_time_password() -> str:
    """Twenty characters that nobody mistakes for others: 99 bits."""
    return "-".join(get_random_string(5, READABLE) for _ in range(4))


@transaction.atomic
def create_person(email: str, *, staff: bool = False) -> tuple[User, str]:
    """A person whose address counts as confirmed, and their password, which is kept nowhere."""
    password = one_time_password()
    create = User.objects.create_superuser if staff else User.objects.create_user
    user = create(email, password)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user, password


def end_sessions_elsewhere(*, request: HttpRequest, user: User, **_: Any) -> None:
    """A changed factor leaves only the session that changed it."""
    for session in UserSession.objects.filter(user=user).exclude(session_key=request.session.session_key):
        session.end()


def watch_factors() -> None:
    for signal in (signals.authenticator_added, signals.authenticator_removed, signals.authenticator_reset):
        signal.connect(end_sessions_elsewhere, dispatch_uid="end_sessions_elsewhere")
