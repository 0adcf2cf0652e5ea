"""Pages on the advice about one offer: the owner's alone, and closed while nothing can be said."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offers.case import advice_on
from offers.engine.advice import Advice
from offers.engine.errors import EngineError
from offers.models import Offer
from offers.next_step import next_step
from offers.requests import own_offer

METHODS = {False: ["GET", "HEAD"], True: ["GET", "HEAD", "POST"]}
View = Callable[[HttpRequest, Offer, Advice], HttpResponse]


def with_advice(here: str, *, posts: bool = False) -> Callable[[View], Callable[..., HttpResponse]]:
    """The view gets one's own offer and the advice on it; `here` is the tab of its page.

    `posts` says whether the page has a form. Without a base, or with answers that contradict each other, a
    page says what is to be done first.
    """

    def decorate(view: View) -> Callable[..., HttpResponse]:
        @wraps(view)
        @login_required
        @require_http_methods(METHODS[posts])
        def on_advice(request: HttpRequest, pk: UUID) -> HttpResponse:
            offer, today = own_offer(request, pk), timezone.localdate()
            try:
                advice = advice_on(offer, today)
            except EngineError as error:
                context = {"offer": offer, "here": here, "problem": error.sentence}
                return render(request, "offers/closed.html", context)
            if advice is None:
                context = {"offer": offer, "here": here, "step": next_step(offer, None, today)}
                return render(request, "offers/closed.html", context)
            return view(request, offer, advice)

        return on_advice

    return decorate
