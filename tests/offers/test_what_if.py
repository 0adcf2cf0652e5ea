"""What if: the numbers and lights that would follow, with nothing saved and no figure in an address."""

from decimal import Decimal

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.models import Offer
from tests.conftest import CountQueries, sign_in
from tests.factories import make_crowd, make_offer
from tests.offers.reading import Element, explained, main_of, numbers_of


def trying(desk: Client, offer: Offer, **typed: str) -> HttpResponse:
    return desk.post(reverse("offers:what-if", args=[offer.pk]), typed)


def answer_of(response: HttpResponse) -> Element:
    assert response.status_code == 200
    (answer,) = [
        one
        for one in main_of(response.content.decode()).walk()
        if one.attributes.get("id") == "what-if-answer"
    ]
    return answer


def marks(answer: Element) -> dict[str, str]:
    return {
        mark.having("mark-label")[0].text: mark.having("mark-amount")[0].text
        for mark in answer.having("marks")[0].having("li")
    }


def test_one_more_colleague_moves_the_ask_and_the_line(desk: Client, alice: User) -> None:
    answer = answer_of(trying(desk, make_offer(alice), colleague="90k"))
    assert marks(answer) == {"The ask": "USD 94,500", "Without an exception": "USD 90,000"}
    assert "today: USD 88,500" in answer.text


def test_the_lights_are_those_of_the_number_that_is_tried(desk: Client, alice: User) -> None:
    answer = answer_of(trying(desk, make_offer(alice), number="96,000"))
    assert answer.having("screen-card")[0].having("h3")[0].text == "If you ask USD 96,000"
    equity = next(lamp for lamp in answer.having("lamp") if "Pay of the team" in lamp.text)
    assert "Red" in equity.having("lamp-word")[0].text


def test_another_range_lights_the_band(desk: Client, alice: User) -> None:
    answer = answer_of(trying(desk, make_offer(alice), minimum="70k", maximum="100k"))
    band = answer.having("lamp")[0]
    assert ("Band" in band.text, "Not known" in band.having("lamp-word")[0].text) == (True, False)


def test_a_cautious_stance_asks_for_what_needs_no_exception(desk: Client, alice: User) -> None:
    assert marks(answer_of(trying(desk, make_offer(alice), stance="cautious")))["The ask"] == "USD 84,500"


def test_nothing_is_saved(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    before = Offer.objects.filter(pk=offer.pk).values()[0]
    trying(desk, offer, number="96k", colleague="90k", minimum="70k", maximum="100k", stance="cautious")
    assert Offer.objects.filter(pk=offer.pk).values()[0] == before
    assert offer.colleagues.count() == 3


def test_every_number_that_follows_is_explained(desk: Client, alice: User) -> None:
    answer = answer_of(trying(desk, make_offer(alice), number="92k", colleague="90k"))
    assert [label for label, number in numbers_of(answer) if not explained(number)] == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"number": "many"}, "Give an amount such as 80,000 or 80k."),
        ({"number": "€90k"}, "This offer is in USD; give the amount in USD."),
        ({"minimum": "90k", "maximum": "80k"}, "The upper end is below the lower end."),
        ({"stance": "bold"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_read_is_named_and_stays(
    desk: Client, alice: User, typed: dict[str, str], sentence: str
) -> None:
    response = trying(desk, make_offer(alice), **typed)
    page = response.content.decode()
    assert sentence in page
    assert [text in page for text in typed.values() if text != "bold"] == [True] * len(
        [text for text in typed.values() if text != "bold"]
    )


def test_a_contradiction_with_what_is_on_record_is_said(desk: Client, alice: User) -> None:
    offer = make_offer(alice, range_minimum=Decimal(70_000), range_maximum=Decimal(100_000))
    page = trying(desk, offer, minimum="110k").content.decode()
    assert "That cannot be answered yet" in page


def test_a_script_gets_the_answer_alone(desk: Client, alice: User) -> None:
    address = reverse("offers:what-if", args=[make_offer(alice).pk])
    answer = desk.post(address, {"number": "92k"}, headers={"HX-Request": "true"}).content.decode()
    assert ("If you ask" in answer, "<h1" in answer) == (True, False)


def test_nothing_typed_says_what_to_do(desk: Client, alice: User) -> None:
    assert "Change something on this page" in answer_of(trying(desk, make_offer(alice))).text


def test_a_stranger_finds_nothing(bob: User, alice: User) -> None:
    assert trying(sign_in(bob), make_offer(alice), number="92k").status_code == 404


@pytest.mark.parametrize("many", [1, 30])
def test_an_answer_asks_the_database_six_times(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offer = make_crowd(alice, many)[0]
    with django_assert_num_queries(6):
        trying(desk, offer, number="92k")
