"""The timeline of one offer: where it stands and everything that was said, from the first day to the last."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from offers.models import Offer


@login_required
@require_safe
def page(request: HttpRequest, pk: UUID) -> HttpResponse:
    offer = get_object_or_404(Offer.objects.owned_by(request.user), pk=pk)
    return render(request, "timeline/page.html", {"offer": offer})
