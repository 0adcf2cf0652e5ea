"""What tests of the wizard do: look up the address of a page, open it, send it."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.models import Offer


def opened(desk: Client, address: str) -> dict[str, str]:
    """What the page was opened on, as its hidden fields say."""
    form = desk.get(address).context["form"]
    return {name: str(form[name].value()) for name in ("opened", "page")}


def step_of(offer: Offer, key: str) -> str:
    return reverse("offers:step", args=[offer.pk, key])


def send(desk: Client, offer: Offer, key: str, body: dict[str, str], **headers: str) -> HttpResponse:
    address = step_of(offer, key)
    return desk.post(address, opened(desk, address) | body, headers=headers)
