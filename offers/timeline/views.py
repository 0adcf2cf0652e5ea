"""The timeline of one offer: where it stands and everything that was said, from the first day to the last."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offers.bands.policy import current_policy
from offers.case import holidays_around, measure_of
from offers.dates.events import with_dates
from offers.drafts.process import process_of, with_process
from offers.explain import why
from offers.ledger.models import Promise, Settled
from offers.ledger.parts import of_offer, shown
from offers.models import Offer
from offers.timeline.conduct import reading_of
from offers.timeline.dates import days_of
from offers.timeline.figures import ORDER, beliefs_of, said_by_row
from offers.timeline.log import ended, log_of
from offers.timeline.standing import stand_of
from offers.timeline.versions import posted_range, versions

LINES = 50


@login_required
@require_safe
def page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ten queries, however much was written down."""
    mine = with_dates(with_process(Offer.objects.owned_by(request.user).with_history()))
    offer = get_object_or_404(mine.prefetch_related("observations", "contacts"), pk=pk)
    log = Paginator(log_of(offer), LINES).get_page(request.GET.get("page"))
    return render(request, "timeline/page.html", now(offer) | record(offer) | {"log": log})


def now(offer: Offer) -> dict[str, Any]:
    """Where it stands today, its dates, and what their conduct changes."""
    today, policy = timezone.localdate(), current_policy()
    holidays, process = holidays_around(offer, today), process_of(offer)
    conduct = reading_of(offer, policy)
    return {
        "stand": stand_of(offer, process, today, holidays=holidays, policy=policy),
        "days": days_of(offer, today, policy=policy, review_days=conduct.review_days),
        "conduct": conduct,
    }


def record(offer: Offer) -> dict[str, Any]:
    """What was written down."""
    promises: list[Promise] = list(offer.promises.all())
    return {
        "offer": offer,
        "decision": getattr(offer, "decision", None),
        "ended": ended(offer),
        "versions": versions(offer),
        "entered": shown(of_offer(offer), measure_of(offer)),
        "posted": posted_range(offer),
        "open_promises": [one for one in promises if one.state == Settled.OPEN],
        "settled_promises": [one for one in promises if one.state != Settled.OPEN],
        "beliefs": beliefs_of(offer),
        "figures": said_by_row(offer),
        "trust": (why(ORDER, "where each figure is from"),),
        "contacts": offer.contacts.all(),
    }
