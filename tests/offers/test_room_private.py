"""What the room keeps to its owner: the walk-away, the warning about it, and the room itself."""

import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.case import advice_on
from offers.models import Offer
from offers.room import room_of as build_room
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.offers.reading import explained, main_of, numbers_of, read
from tests.offers.room_page import FORTUNE, room_of


def test_a_stranger_finds_nothing(alice: User, bob: User) -> None:
    response = sign_in(bob).get(make_offer(alice).get_absolute_url())
    assert response.status_code == 404
    assert "88,500" not in response.content.decode()


def test_the_walk_away_is_in_no_title_and_no_address(desk: Client, alice: User) -> None:
    offer = make_offer(alice, walk_away=Decimal(79_137))
    page = read(room_of(desk, offer))
    addresses = [one.attributes.get(name) or "" for one in page.walk() for name in ("href", "action", "src")]
    assert page.having("title")[0].text == "Product Analyst, Northwind Software – Negotiator"
    assert [text for text in addresses if "79" in text.replace(str(offer.pk), "")] == []


def test_a_walk_away_out_of_reach_is_marked_private(desk: Client, alice: User) -> None:
    offer = make_offer(alice, walk_away=Decimal(90_000))
    remarks = main_of(room_of(desk, offer)).having("remarks")[0].having("li")
    private = [remark.text for remark in remarks if remark.having("tag")]
    assert ["Your walk-away is 1,275 above" in private[0], "10,000 under your walk-away" in private[1]] == [
        True
    ] * 2


@pytest.mark.parametrize(("walk_away", "warnings"), [(88_500, 0), (88_501, 1)])
def test_an_ask_under_the_walk_away_warns_its_owner(
    desk: Client, alice: User, walk_away: int, warnings: int
) -> None:
    offer = make_offer(alice, walk_away=Decimal(walk_away))
    found = main_of(room_of(desk, offer)).having("ask-warning")
    told = "Even a full yes stays under your walk-away: the other terms would have to make it up. private"
    assert [one.having("p")[0].text for one in found] == [told] * warnings


def test_a_room_for_others_holds_no_warning(alice: User) -> None:
    make_offer(alice, walk_away=Decimal(90_000))
    offer, today = Offer.objects.with_case().get(), timezone.localdate()
    advice = advice_on(offer, today)
    assert advice is not None
    shown = [build_room(offer, advice, today, private=private).warnings for private in (True, False)]
    assert [len(warnings) for warnings in shown] == [1, 0]


def test_the_example_is_read_only_and_keeps_its_walk_away(db: None) -> None:
    page = Client().get(reverse("example")).content.decode()
    main = main_of(page)
    assert "79,000" not in page
    assert [len(card.having("lamp")) for card in main.having("screen-card")] == [5, 5, 5]
    assert [form.attributes["action"] for form in main.having("form")] == []
    assert [a.attributes["href"] for a in main.having("a") if "/offers/" in str(a.attributes["href"])] == []
    assert [text for text, element in numbers_of(main) if not explained(element)] == []
    assert re.findall(FORTUNE, main.text, re.IGNORECASE) == []
