"""Where this project differs from allauth's defaults."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from offers.accounts.models import LONGEST_EMAIL


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.SIGNUP_OPEN)

    def clean_email(self, email: str) -> str:
        if len(email) > LONGEST_EMAIL:  # allauth would cut it off in silence.
            raise ValidationError(f"Use an address of at most {LONGEST_EMAIL} characters.")
        return str(super().clean_email(email))

    def send_account_already_exists_mail(self, email: str) -> None:
        # A new account costs one hash of the password; without it the time of the answer tells which
        # addresses have an account.
        make_password(email)
        super().send_account_already_exists_mail(email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        super().send_mail(template_prefix, email, {**context, "site_url": settings.SITE_URL})
