"""Your data: take it with you, or have it deleted. Both ask for a recent proof of who it is."""

from collections.abc import Callable
from typing import TypeVar, cast

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from offers.archive.export import document
from offers.archive.forms import DeleteForm
from offers.archive.services import LastAdministratorError, delete_account, is_last_administrator
from offers.requests import OwnRequest

View = TypeVar("View", bound=Callable[..., HttpResponse])


def recently_proved(view: View) -> View:
    """Sends whoever has not proved who they are in the last quarter of an hour to do that first."""
    return cast("View", reauthentication_required(view))


@login_required
@require_safe
@recently_proved
def data(request: HttpRequest) -> HttpResponse:
    return render(request, "archive/data.html")


@login_required
@require_safe
def download(request: OwnRequest) -> HttpResponse:
    """The file. A proof that has grown old is asked for on the page: a file leaves its form standing."""
    try:
        return file(request)
    except ReauthenticationRequired:
        return redirect("archive:data")


@recently_proved
def file(request: OwnRequest) -> HttpResponse:
    made_at = timezone.now()
    name = f"negotiator-{timezone.localdate(made_at):%Y-%m-%d}.json"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(document(request.user, made_at), "application/json", headers=disposition)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@recently_proved
def delete(request: OwnRequest) -> HttpResponse:
    """Says what goes and what stays on GET; on POST everything goes, and every browser is signed out."""
    if is_last_administrator(request.user):
        return render(request, "archive/last_administrator.html", status=409)
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "archive/delete.html", {"form": form})
    try:
        delete_account(request.user)
    except LastAdministratorError:
        return render(request, "archive/last_administrator.html", status=409)
    logout(request)
    messages.success(request, "Your account is deleted, with everything in it.")
    return redirect("home")
