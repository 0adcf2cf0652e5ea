"""The administration: administrators only, signed in with a second factor."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url


def signed_in_with_second_factor(request: HttpRequest) -> bool:
    """Whether this very session was opened with, or has since proved, a second factor."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


class SecondFactorAdminSite(AdminSite):
    site_header = "Negotiator administration"
    site_title = "Negotiator"
    index_title = "Shared data"
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Only what this project registers itself: libraries' own pages would show secrets and sessions."""
        if admin_class and admin_class.__module__.startswith("offers."):
            super().register(model_or_iterable, admin_class, **options)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("account_change_password")

    def has_permission(self, request: HttpRequest) -> bool:
        user = request.user
        return user.is_active and user.is_staff and signed_in_with_second_factor(request)

    def login(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """Where somebody without permission is sent: sign-in, setting up a factor, or proving it."""
        here = request.GET.get("next") or resolve_url("admin:index")
        user = request.user
        if not user.is_authenticated:
            return redirect_to_login(here)
        if not user.is_staff:
            raise Http404
        if self.has_permission(request):
            return redirect("admin:index")
        if not is_mfa_enabled(user):
            messages.info(request, "The administration asks for a second factor. Set up one of these first.")
            return redirect("mfa_index")
        return redirect_to_login(here, login_url=resolve_url("mfa_reauthenticate"))
