"""The rehearsal: no line twice before all were there, an answer when asked for, a last word by the ticks."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.engine.recruiter_lines import ENTRIES
from offers.models import Offer
from offers.replies.deck import ALL, NONE
from offers.replies.forms import CHECKS, LONGEST
from tests.conftest import CountQueries
from tests.factories import make_crowd, make_offer
from tests.offers.reading import Element, main_of

KEYS = {entry.key for entry in ENTRIES}
FINAL = {"line": "final_offer", "seen": "answer_today final_offer"}


@pytest.fixture
def offer(alice: User) -> Offer:
    return make_offer(alice, stated_as="written", stage="reviewed")


def address(offer: Offer) -> str:
    return reverse("replies:rehearse", args=[offer.pk])


def press(desk: Client, offer: Offer, button: str, **body: Any) -> HttpResponse:
    return desk.post(address(offer), FINAL | {"do": button} | body)


def page_of(response: HttpResponse) -> Element:
    return main_of(response.content.decode())


def hidden(page: Element) -> dict[str, str]:
    fields = [one.attributes for one in page.having("input") if one.attributes.get("type") == "hidden"]
    return {str(one["name"]): str(one["value"]) for one in fields if one.get("name") != "csrfmiddlewaretoken"}


def test_every_line_comes_once_before_any_comes_again(desk: Client, offer: Offer) -> None:
    page = page_of(desk.get(address(offer)))
    come = [hidden(page)["line"]]
    for _ in range(len(KEYS)):
        page = page_of(desk.post(address(offer), hidden(page) | {"do": "another"}))
        come.append(hidden(page)["line"])
    assert (set(come[:-1]), len(come)) == (KEYS, len(KEYS) + 1)
    assert come[-1] != come[-2]
    assert f"You have heard all {len(KEYS)} lines." in page.text
    assert hidden(page)["seen"] == come[-1]


def test_the_line_stands_alone_until_an_answer_is_asked_for(desk: Client, offer: Offer) -> None:
    page = page_of(desk.get(address(offer)))
    assert [one.attributes.get("id") for one in page.having("section")] == [None]
    assert "One way to answer" not in page.text


def test_an_answer_shows_the_line_its_meaning_and_one_way_to_say_it(desk: Client, offer: Offer) -> None:
    page = page_of(press(desk, offer, "answer"))
    assert "“This is our final offer.”" in page.text
    assert "Is that final for base, or for the whole package?" in page.text
    assert "What the line usually means: Sometimes it is" in page.text
    assert hidden(page) == FINAL
    assert "2 of " in page.text


def test_what_was_typed_is_checked_and_kept_on_the_page_alone(desk: Client, offer: Offer) -> None:
    typed = "I deserve more, or I will walk away."
    page = page_of(press(desk, offer, "answer", words=typed))
    assert page.having("textarea")[0].text.strip() == typed
    assert page.having("finding-head")[0].text.startswith(" Blocks")
    assert typed not in page_of(desk.get(address(offer))).text


def test_the_walk_away_said_by_mistake_is_found(desk: Client, offer: Offer) -> None:
    page = page_of(press(desk, offer, "answer", words="I could do it for 79,000."))
    assert "This number is one that you keep to yourself" in page.text


def test_an_answer_that_was_only_said_aloud_is_not_checked(desk: Client, offer: Offer) -> None:
    assert "Your words, checked" not in page_of(press(desk, offer, "answer", words="  ")).text


def test_too_much_is_refused_beside_the_field_and_not_lost(desk: Client, offer: Offer) -> None:
    long = "word " * LONGEST
    page = page_of(press(desk, offer, "answer", words=long))
    assert "One way to answer" not in page.text
    assert page.having("textarea")[0].text.strip() == long.strip()
    assert page.having("error-summary") != []


@pytest.mark.parametrize(
    ("ticked", "last"),
    [
        (tuple(CHECKS), ALL),
        ((), NONE),
        (("short", "one_reason", "next_step"), "Next time: name one number at most, and let them speak."),
        (("short",), "Next time: give one reason; a second one only invites a talk about the weaker."),
    ],
)
def test_the_last_word_is_about_what_was_not_ticked(
    desk: Client, offer: Offer, ticked: tuple[str, ...], last: str
) -> None:
    page = page_of(press(desk, offer, "done", **dict.fromkeys(ticked, "on")))
    assert [one.text for one in page.having("notice")] == [last]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"line": "nothing_like_it", "do": "answer"},
        {"line": "final_offer", "seen": "x y z" * 500, "do": "another"},
        {"line": "final_offer", "seen": "final_offer final_offer", "do": "?"},
    ],
)
def test_whatever_is_sent_a_line_is_dealt(desk: Client, offer: Offer, body: dict[str, str]) -> None:
    page = page_of(desk.post(address(offer), body))
    assert hidden(page)["line"] in KEYS
    assert set(hidden(page)["seen"].split()) <= KEYS


def test_nothing_of_it_stays_on_the_server(desk: Client, offer: Offer) -> None:
    before = dict(desk.session.items())
    press(desk, offer, "done", words="I could do it for 79,000.")
    assert dict(desk.session.items()) == before


@pytest.mark.parametrize("many", [1, 30])
def test_a_line_asks_the_database_ten_times(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    with django_assert_num_queries(10):
        press(desk, offers[0], "answer", words="Is that final?")


@pytest.mark.parametrize("button", ["another", "answer", "done"])
def test_each_turn_has_one_way_to_another_line(desk: Client, offer: Offer, button: str) -> None:
    page = page_of(press(desk, offer, button))
    assert [one.text for one in page.having("btn")].count("Another line") == 1
