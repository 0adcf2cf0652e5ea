"""What a request is once the middleware and `login_required` have let it through."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from offers.accounts.models import User


class OwnRequest(HttpRequest):
    """A request of a signed-in person."""

    user: User
    htmx: HtmxDetails
