"""What is known of a person beside their offers, for their own download. No secret is in it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import models

from offers.accounts.models import User

Exported = dict[str, object]


def told(row: models.Model, *left_out: str) -> Exported:
    """Every column of a row by its field's name, but those left out: a new column is exported by itself."""
    fields = [field.attname for field in row._meta.concrete_fields if field.name not in left_out]
    return {name: getattr(row, name) for name in fields}


def export(user: User) -> Exported:
    """The account, its addresses, its ways to sign in by name, and its sessions. Six queries."""
    return {
        **told(user, "id", "password"),
        "groups": sorted(user.groups.values_list("name", flat=True)),
        "rights": sorted(user.user_permissions.values_list("codename", flat=True)),
        "addresses": [told(row, "id", "user") for row in EmailAddress.objects.filter(user=user)],
        "sign_in_methods": [method(row) for row in Authenticator.objects.filter(user=user)],
        "sessions": [told(row, "id", "user", "session_key") for row in UserSession.objects.filter(user=user)],
    }


def method(row: Authenticator) -> Exported:
    """A passkey, authenticator app or set of recovery codes: its name and dates, not what opens the door."""
    return {"name": str(row), **told(row, "id", "user", "data")}
