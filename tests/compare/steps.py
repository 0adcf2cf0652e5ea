"""What is done on the page of a comparison, and what is seen there."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.compare.models import Comparison
from offers.compare.services import points_state
from offers.models import Offer
from tests.offers.reading import Element, main_of

PAGE = reverse("compare:page")


def main(desk: Client, *offers: Offer) -> Element:
    query = "&".join(f"offer={offer.pk}" for offer in offers)
    return main_of(desk.get(f"{PAGE}?{query}" if query else PAGE).content.decode())


def post(desk: Client, name: str, body: dict[str, Any], *args: object) -> HttpResponse:
    return desk.post(reverse(f"compare:{name}", args=args), body)


def opened_points(user: User) -> str:
    comparison = Comparison.objects.filter(owner=user).first()
    return points_state(comparison, comparison.criteria.all() if comparison else [])
