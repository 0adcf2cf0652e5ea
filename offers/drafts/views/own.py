"""Whose draft a page asks for, and what a page that only takes posts answers to a reload."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from offers.drafts.models import Draft
from offers.models import Offer

View = Callable[..., HttpResponse]


def on_own_draft(view: View) -> View:
    """The view gets one's own draft; anything else is not there."""

    @wraps(view)
    def with_draft(request: HttpRequest, pk: UUID, draft: UUID, **more: object) -> HttpResponse:
        mine = Draft.objects.about(Offer.objects.owned_by(request.user)).with_case()
        return view(request, get_object_or_404(mine, pk=draft, offer=pk), **more)

    return with_draft


def only_posts(view: View) -> View:
    """A reload after a form, or a sign-in on the way, leads to the draft and changes nothing."""

    @wraps(view)
    def with_posts(request: HttpRequest, found: Draft, **more: object) -> HttpResponse:
        return view(request, found, **more) if request.method == "POST" else redirect(found)

    return with_posts
