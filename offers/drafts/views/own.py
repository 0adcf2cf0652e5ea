"""Whose draft a page asks for, and what a page that only takes posts answers to a reload."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from offers.drafts.models import Draft
from offers.models import Offer

View = Callable[..., HttpResponse]


def on_own_draft(view: View) -> View:
    """The view gets one's own draft; where there is none, what was typed is shown, not lost with it."""

    @wraps(view)
    def with_draft(request: HttpRequest, pk: UUID, draft: UUID, **more: object) -> HttpResponse:
        mine = Draft.objects.about(Offer.objects.owned_by(request.user)).with_case()
        found = mine.filter(pk=draft, offer=pk).first()
        if found:
            return view(request, found, **more)
        typed = request.POST.get("text", "")
        if not typed:
            raise Http404
        return render(request, "drafts/gone.html", {"text": typed}, status=404)

    return with_draft


def only_posts(view: View) -> View:
    """A reload after a form, or a sign-in on the way, leads to the draft and changes nothing."""

    @wraps(view)
    def with_posts(request: HttpRequest, found: Draft, **more: object) -> HttpResponse:
        return view(request, found, **more) if request.method == "POST" else redirect(found)

    return with_posts
