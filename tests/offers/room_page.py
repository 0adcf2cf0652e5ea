"""The room as a test reads it: its page, its figures, its lights, what it misses."""

from django.test import Client

from offers.models import Offer
from tests.offers.reading import Element

FORTUNE = r"\b(probab\w*|chances?|odds|likel\w*|success\w*|guarantee\w*|no risk|risk-free|without risk)\b"


def room_of(desk: Client, offer: Offer) -> str:
    response = desk.get(offer.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


def figure_of(main: Element, label: str) -> str:
    (row,) = [row for row in main.having("tr") if row.having("th")[0].text == label]
    return row.having("figure")[0].text


def lamps(main: Element, number: str) -> dict[str, Element]:
    (card,) = [card for card in main.having("screen-card") if card.having("h3")[0].text.startswith(number)]
    return {lamp.having("lamp-name")[0].text.split(",")[0]: lamp for lamp in card.having("lamp")}


def gaps(main: Element) -> list[tuple[str, str]]:
    links = [link for box in main.having("gaps") for link in box.having("a")]
    return [(link.text, str(link.attributes["href"]).rstrip("/").rsplit("/", 1)[-1]) for link in links]
