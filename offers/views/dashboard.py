"""All offers of a person: where each stands and what comes next."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from offers.case import measure_of
from offers.explain import money_in
from offers.models import Offer, Stage
from offers.requests import OwnRequest
from offers.services import delete_offer, load_example

ON_A_PAGE = 30


@dataclass(frozen=True, kw_only=True)
class Line:
    """One offer on the dashboard. No walk-away: somebody may look over the shoulder."""

    offer: Offer
    base: str
    target: str
    next_step: str
    next_url: str
    due: date | None
    is_late: bool


def line_of(offer: Offer, today: date) -> Line:
    step, url = next_step(offer)
    stated = measure_of(offer)
    return Line(
        offer=offer,
        base=money_in(offer.base, stated) if offer.base else "not known",
        target=money_in(offer.target, stated) if offer.target else "not set",
        next_step=step,
        next_url=url,
        due=offer.deadline,
        is_late=offer.has_passed_its_deadline(today),
    )


def next_step(offer: Offer) -> tuple[str, str]:
    """What to do next, and where."""
    if offer.base is None:
        return "Say what is offered", reverse("offers:step", args=[offer.pk, "offer"])
    if offer.target is None:
        return "Set your target", reverse("offers:step", args=[offer.pk, "numbers"])
    if offer.stage == Stage.COUNTERED:
        return "Wait for their answer", reverse("offers:room", args=[offer.pk])
    return "See what to ask for", reverse("offers:room", args=[offer.pk])


@login_required
@require_safe
def dashboard(request: OwnRequest) -> HttpResponse:
    pages = Paginator(Offer.objects.owned_by(request.user), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    today = timezone.localdate()
    context = {"page": page, "lines": [line_of(offer, today) for offer in page]}
    return render(request, "offers/dashboard.html", context)


@login_required
@require_POST
def example(request: OwnRequest) -> HttpResponse:
    return redirect(load_example(request.user))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: OwnRequest, pk: UUID) -> HttpResponse:
    """Asks on GET, deletes on POST."""
    offer = get_object_or_404(Offer.objects.owned_by(request.user), pk=pk)
    if request.method != "POST":
        return render(request, "offers/delete.html", {"offer": offer})
    delete_offer(request.user, pk)
    messages.success(request, "The offer is deleted.")
    return redirect("offers:dashboard")
