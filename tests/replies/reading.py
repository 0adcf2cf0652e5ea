"""The page of replies as a test reads it: its parts, its rows, what is said to the employer."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.models import Offer
from tests.offers.reading import Element, main_of


def shown(desk: Client, offer: Offer, **ticked: str) -> HttpResponse:
    path = reverse("replies:page", args=[offer.pk])
    return desk.post(path, ticked) if ticked else desk.get(path)


def page_of(desk: Client, offer: Offer, **ticked: str) -> Element:
    return main_of(shown(desk, offer, **ticked).content.decode())


def part(main: Element, key: str) -> Element:
    return next(one for one in main.walk() if one.attributes.get("id") == key)


def rows(main: Element) -> list[Element]:
    return [line for line in part(main, "numbers").having("tr") if "number" in line.classes]


def told(row: Element) -> tuple[str, str]:
    """What they say and what to do."""
    return row.having("figure")[0].text, row.having("reply-does")[0].text


def said(element: Element) -> list[str]:
    """Every sentence that is meant for the employer."""
    return [one.text for one in element.having("say")]
