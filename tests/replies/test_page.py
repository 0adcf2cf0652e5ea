"""The page of replies: every number has an answer, the ladder its reasons, the lines say which is met."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.models import Offer, Stage
from tests.conftest import CountQueries, sign_in
from tests.factories import make_answer, make_crowd, make_offer, make_signal
from tests.offers.reading import Element, explained, main_of, numbers_of
from tests.rooms import CLOSED, ROOMS


@pytest.fixture
def desk(alice: User) -> Client:
    return sign_in(alice)


def shown(desk: Client, offer: Offer, **ticked: str) -> HttpResponse:
    path = reverse("replies:page", args=[offer.pk])
    return desk.post(path, ticked) if ticked else desk.get(path)


def page_of(desk: Client, offer: Offer, **ticked: str) -> Element:
    return main_of(shown(desk, offer, **ticked).content.decode())


def rows(main: Element) -> list[tuple[str, str]]:
    """What they say and what to do, row by row."""
    lines = [line for line in main.having("tr") if "number" in line.classes]
    return [(line.having("figure")[0].text, line.having("reply-does")[0].text) for line in lines]


def test_every_number_from_the_ask_down_to_the_offer_has_an_answer(desk: Client, alice: User) -> None:
    found = rows(page_of(desk, make_offer(alice)))
    assert (found[0], found[-1]) == (
        ("USD 88,500", "Accept"),
        ("USD 80,000", "Answer with USD 85,000"),
    )
    assert len(found) == 10
