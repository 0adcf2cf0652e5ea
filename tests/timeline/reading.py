"""The timeline as a test reads it: its page, its parts, their words."""

from django.test import Client
from django.urls import reverse

from offers.models import Offer
from tests.offers.reading import Element, main_of


def open_page(desk: Client, offer: Offer, query: str = "") -> Element:
    response = desk.get(reverse("timeline:page", args=[offer.pk]) + query)
    assert response.status_code == 200
    return main_of(response.content.decode())


def part(main: Element, name: str) -> Element:
    (found,) = [one for one in main.walk() if one.attributes.get("id") == name]
    return found


def words(element: Element) -> str:
    return element.text.replace("\u00a0", " ").strip()


def addresses(element: Element) -> list[str]:
    return [
        str(one.attributes[name])
        for one in element.walk()
        for name in ("href", "action")
        if name in one.attributes
    ]
