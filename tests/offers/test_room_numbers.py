"""Every face of the room: each number opens its reason, and none tells a fortune."""

import re

import pytest

from offers.accounts.models import User
from tests.conftest import sign_in
from tests.offers.reading import Element, explained, main_of, numbers_of
from tests.rooms import CLOSED, ROOMS
from tests.test_secrets import PROPHECY


@pytest.fixture(params=ROOMS)
def main(request: pytest.FixtureRequest, alice: User) -> Element:
    offer = ROOMS[request.param](alice)
    return main_of(sign_in(alice).get(offer.get_absolute_url()).content.decode())


def test_every_number_names_its_term_its_source_and_its_grade(main: Element) -> None:
    numbers = list(numbers_of(main))
    assert len(numbers) >= 10
    assert [text for text, element in numbers if not explained(element)] == []


def test_every_number_has_a_door_of_its_own(main: Element) -> None:
    boxes = [one for one in main.having("number") if one.having("figure")]
    assert len(boxes) >= 4
    assert [box.text for box in boxes if not box.having("summary")] == []


def test_no_face_of_the_room_says_how_likely_a_yes_is(main: Element) -> None:
    assert PROPHECY.findall(main.text) == []


@pytest.mark.parametrize("name", CLOSED)
def test_a_closed_room_names_no_amount(name: str, alice: User) -> None:
    page = sign_in(alice).get(CLOSED[name](alice).get_absolute_url()).content.decode()
    assert re.findall(r"\d{2},\d{3}", main_of(page).text) == []
