"""All offers of a person: where each stands and what comes next."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Case, F, When
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from offers.bands.policy import current_policy
from offers.case import ask_on, measure_of
from offers.engine.errors import EngineError
from offers.engine.policy import Policy
from offers.explain import money_in
from offers.models import Offer, Stage
from offers.next_step import NextStep, contradicted, step_of
from offers.requests import OwnRequest, post_only
from offers.services import delete_offer, load_example

ON_A_PAGE = 30
# What is to be answered first stands first; what is decided stands last.
FIRST = (
    Case(When(stage=Stage.DECIDED, then=1), default=0),
    F("deadline").asc(nulls_last=True),
    "-changed_at",
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One offer on the dashboard. No walk-away: somebody may look over the shoulder."""

    offer: Offer
    base: str
    answered: str
    target: str
    step: NextStep
    due: date | None
    is_late: bool


def line_of(offer: Offer, policy: Policy, today: date) -> Line:
    stated, is_open = measure_of(offer), not offer.is_decided
    return Line(
        offer=offer,
        base=money_in(offer.base, stated) if offer.base else "",
        answered=money_in(answered, stated) if (answered := offer.history.answered) else "",
        target=money_in(offer.target, stated) if offer.target else "",
        step=step_on(offer, policy, today),
        due=offer.deadline if is_open else None,
        is_late=is_open and offer.has_passed_its_deadline(today),
    )


def step_on(offer: Offer, policy: Policy, today: date) -> NextStep:
    """The next step of the room, from the ask alone."""
    try:
        return step_of(offer, ask_on(offer, policy, today), today, policy=policy)
    except EngineError as error:
        return contradicted(offer, error.sentence)


@login_required
@require_safe
def dashboard(request: OwnRequest) -> HttpResponse:
    pages = Paginator(Offer.objects.owned_by(request.user).with_case().order_by(*FIRST), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    policy, today = current_policy(), timezone.localdate()
    context = {
        "page": page,
        "lines": [line_of(offer, policy, today) for offer in page],
        "comparable": sum(not offer.is_example for offer in page),
    }
    return render(request, "offers/dashboard.html", context)


@post_only("offers:dashboard")
@login_required
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
