"""What can move beside base, in packages that are worth the same, and who has a say."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from offers.engine.advice import Advice
from offers.levers import levers_of
from offers.models import Offer
from offers.views.advised import with_advice


@with_advice("levers")
def levers(request: HttpRequest, offer: Offer, advice: Advice) -> HttpResponse:
    return render(request, "offers/levers.html", {"offer": offer, "levers": levers_of(offer, advice)})
