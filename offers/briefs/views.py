"""What can be printed of one offer, and the files themselves."""

import logging
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offers.briefs.copies import keep, looked_up
from offers.briefs.earlier import labelled, versions_of
from offers.briefs.kinds import KINDS, read
from offers.briefs.paper import SIZES, chosen, usual
from offers.briefs.press import PRESS, Limits, PressError
from offers.briefs.sides import named, side_by_side
from offers.briefs.waiting import ORDERS
from offers.compare.desk import FEWEST, desk_of, picked
from offers.models import Offer
from offers.requests import OwnRequest, own_offer
from offers.room import too_early

logger = logging.getLogger(__name__)
RETRY_AFTER, LOOK_AGAIN = "10", "3"  # Seconds.
WAITED = "waited"
NOTHING = "There is nothing to hand over: no base is known yet, or nothing is asked for now."
TOO_FEW = "Choose two offers or more, then they can be printed side by side."


@login_required
@require_safe
def page(request: OwnRequest, pk: UUID) -> HttpResponse:
    """What there is, with its switches."""
    offer = own_offer(request, pk)
    terms = versions_of(offer, list(offer.terms.all()))
    context = {
        "offer": offer,
        "versions": labelled(terms) if len(terms) > 1 else (),
        "kinds": KINDS.values(),
        "sizes": SIZES.items(),
        "paper": usual(request.user),
        "too_early": too_early(offer),
    }
    return render(request, "briefs/page_of.html", context)


@login_required
@require_safe
def pdf(request: OwnRequest, pk: UUID, kind: str) -> HttpResponse:
    """One of them. The walk-away is in it only where the address asks for it by a word."""
    if kind not in KINDS:
        raise Http404
    found, today, back = KINDS[kind], timezone.localdate(), reverse("briefs:page", args=[pk])
    choices = found.choices(request.GET, request.user)
    copy = looked_up(request.user, today, kind, pk, choices)
    if copy.pdf:
        return given(request, copy.name, copy.pdf, back)
    told = read(Offer.objects.owned_by(request.user), pk, choices)
    versions = found.drawn(told, today, choices)
    if not versions:
        messages.error(request, NOTHING)
        return redirect(back)
    return handed_over(request, versions, copy.key, found.named(told[0], choices), back, most=found.most)


@login_required
@require_safe
def read_page(request: OwnRequest, pk: UUID, kind: str) -> HttpResponse:
    """The same document on a screen, from where a browser prints it too; here it may be any length."""
    if kind not in KINDS:
        raise Http404
    found, back = KINDS[kind], reverse("briefs:page", args=[pk])
    choices = found.choices(request.GET, request.user)
    told = read(Offer.objects.owned_by(request.user), pk, choices)
    versions = found.drawn(told, timezone.localdate(), choices, back)
    if not versions:
        messages.error(request, NOTHING)
        return redirect(back)
    return HttpResponse(versions[0])


@login_required
@require_safe
def comparison_page(request: OwnRequest) -> HttpResponse:
    """The comparison on a screen."""
    back = reverse("compare:page")
    desk = desk_of(request.user, picked(request.GET), timezone.localdate())
    if len(desk.told) < FEWEST:
        messages.error(request, TOO_FEW)
        return redirect(back)
    return HttpResponse(side_by_side(desk, chosen(request.GET, request.user), back)[0])


@login_required
@require_safe
def comparison(request: OwnRequest) -> HttpResponse:
    """The offers that the page of comparing shows, on paper; no walk-away and no target is read for it."""
    today, ids, back = timezone.localdate(), picked(request.GET), reverse("compare:page")
    paper = chosen(request.GET, request.user)
    copy = looked_up(request.user, today, "comparison", ids, paper)
    if copy.pdf:
        return given(request, copy.name, copy.pdf, back)
    desk = desk_of(request.user, ids, today)
    if len(desk.told) < FEWEST:
        messages.error(request, TOO_FEW)
        return redirect(back)
    return handed_over(request, side_by_side(desk, paper), copy.key, named(desk), back)


def handed_over(
    request: OwnRequest, versions: tuple[str, ...], key: str, name: str, back: str, *, most: int = 0
) -> HttpResponse:
    """The file, which is kept for the next time; or a page that says why there is none and leads `back`.

    What takes long is answered with a page that asks again by itself.
    """
    limits = Limits(seconds=settings.PDF_SECONDS, memory=settings.PDF_MEMORY)
    try:
        made = ORDERS.made(key, lambda: PRESS.pdf(versions, limits, most), settings.PDF_PATIENCE)
    except PressError as error:
        logger.warning("no brief: %s", error)
        response = render(request, "briefs/later.html", {"back": back}, status=503)
        response.headers["Retry-After"] = RETRY_AFTER
        return response
    if made is None:
        again = address(request, waited=True)
        making = render(request, "briefs/making.html", {"back": back, "again": again}, status=202)
        making.headers["Refresh"] = f"{LOOK_AGAIN}; url={again}"
        return making
    keep(request.user, key, name, made)
    return given(request, name, made, back)


def given(request: OwnRequest, name: str, made: bytes, back: str) -> HttpResponse:
    """The file. Who waited on a page is told that it is there, since a download leaves the page as it was."""
    if WAITED not in request.GET:
        return file(name, made)
    there = render(request, "briefs/made.html", {"back": back, "file": address(request, waited=False)})
    there.headers["Refresh"] = f"0; url={address(request, waited=False)}"
    return there


def address(request: OwnRequest, *, waited: bool) -> str:
    """That of this document, with what says that its person waits on a page, or without."""
    asked = request.GET.copy()
    asked.pop(WAITED, None)
    if waited:
        asked[WAITED] = "yes"
    return f"{request.path}?{asked.urlencode()}"


def file(name: str, made: bytes) -> HttpResponse:
    return HttpResponse(made, content_type="application/pdf", headers={"Content-Disposition": name})
