"""What one offer pays, by month and by year, and what stays of it when leaving."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from offers.bands.policy import current_policy
from offers.drafts.stands import standing_of
from offers.engine.errors import EngineError
from offers.models import Offer
from offers.package import package_of
from offers.pay.page import pay_of


@login_required
@require_safe
def pay(request: HttpRequest, pk: UUID) -> HttpResponse:
    rows = Offer.objects.owned_by(request.user).with_case().with_pay().prefetch_related("terms", "promises")
    offer, policy = get_object_or_404(rows, pk=pk), current_policy()
    try:
        stands = standing_of(offer)
        package = package_of(offer, policy, stands.summary)
        shown = pay_of(offer, package, policy) if package else None
    except EngineError as error:
        return render(request, "pay/closed.html", {"offer": offer, "problem": error.sentence})
    if shown is None:
        return render(request, "pay/closed.html", {"offer": offer})
    return render(request, "pay/page.html", {"offer": offer, "pay": shown, "since": stands.since(offer)})
