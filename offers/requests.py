"""What a request is once the middleware and `login_required` let it through, and whose offer it asks for."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST
from django_htmx.middleware import HtmxDetails

from offers.accounts.models import User
from offers.models import Offer

View = Callable[..., HttpResponse]


class OwnRequest(HttpRequest):
    """A request of a signed-in person."""

    user: User
    htmx: HtmxDetails


def post_only(page: str, *names: str) -> Callable[[View], View]:
    """As `require_POST`, but whoever opens the address is led to the page that has its button.

    `names` are what the address of that page takes from this one, such as "pk".

    People arrive by signing in after they pressed it, by reloading, or by a switch that comes back here.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def led(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if request.method in {"GET", "HEAD"}:
                return HttpResponseRedirect(reverse(page, kwargs={name: kwargs[name] for name in names}))
            return posted(request, **kwargs)

        posted: View = require_POST(view)
        return led

    return decorate


def own_offer(request: HttpRequest, pk: UUID) -> Offer:
    """One's own offer, `with_case()`; somebody else's is not there."""
    return get_object_or_404(Offer.objects.owned_by(request.user).with_case(), pk=pk)
