"""All offers of a person: where each stands and what comes next."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offers.models import Offer


@login_required
@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    return render(request, "offers/dashboard.html", {"offers": Offer.objects.owned_by(request.user)})
