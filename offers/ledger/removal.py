"""Removing what was written down by mistake: asked once, with the words that go, on a page of its own."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from offers.case import measure_of
from offers.ledger.models import ANSWERS, Promise, Signal, Terms
from offers.ledger.parts import of_terms, shown
from offers.ledger.services import DecidedError, remove, take_back_terms
from offers.models import Offer, OfferQuerySet

DECIDED = "This is decided. Take the decision back before you change what is written down."
Rows = Callable[[OfferQuerySet], QuerySet[Any]]


def removing(rows: Rows, take_away: Callable[[Any], None], *, what: str, page: str, part: str = "") -> Any:
    """The page that asks whether an entry is to go; POST takes it away.

    `rows` are those of some offers, `what` is what people call one, `page` and `part` where it was read.
    """

    @login_required
    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: HttpRequest, pk: UUID, entry: UUID) -> HttpResponse:
        mine = rows(Offer.objects.owned_by(request.user)).select_related("offer")
        found = get_object_or_404(mine, pk=entry, offer=pk)
        back = f"{reverse(page, args=[pk])}{part}"
        if request.method != "POST" and not found.offer.is_decided:
            parts = shown(of_terms(found), measure_of(found.offer)) if isinstance(found, Terms) else []
            context = {"offer": found.offer, "found": found, "what": what, "parts": parts, "back": back}
            return render(request, "ledger/remove.html", context)
        try:
            take_away(found)
        except DecidedError:
            messages.warning(request, DECIDED)
        else:
            messages.success(request, f"The {what} is removed.")
        return redirect(back)

    return view


def versions(offers: OfferQuerySet) -> QuerySet[Any]:
    """Those that are no answers: answers are removed where they are read."""
    return Terms.objects.about(offers).exclude(kind__in=ANSWERS)


remove_promise = removing(
    Promise.objects.about, remove, what="promise", page="timeline:page", part="#promises"
)
remove_signal = removing(Signal.objects.about, remove, what="signal", page="timeline:page", part="#signals")
remove_version = removing(versions, take_back_terms, what="version", page="timeline:page", part="#terms")
