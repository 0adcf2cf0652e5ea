"""What a request is once the middleware and `login_required` let it through, and whose offer it asks for."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django_htmx.middleware import HtmxDetails

from offers.accounts.models import User
from offers.models import Offer


class OwnRequest(HttpRequest):
    """A request of a signed-in person."""

    user: User
    htmx: HtmxDetails


def own_offer(request: HttpRequest, pk: UUID) -> Offer:
    """One's own offer, `with_case()`; somebody else's is not there."""
    return get_object_or_404(Offer.objects.owned_by(request.user).with_case(), pk=pk)
