"""The lights of the room and the marks on its line of pay: what each says, and what would turn it green."""

from decimal import Decimal

import pytest
from django.test import Client

from offers.accounts.models import User
from offers.room import EXCEPTION, USUAL
from offers.screens import ABOUT
from tests.factories import make_offer
from tests.offers.reading import main_of
from tests.offers.room_page import figure_of, lamps, room_of


def test_the_worked_example_shows_the_figures_of_the_engine(desk: Client, alice: User) -> None:
    main = main_of(room_of(desk, make_offer(alice)))
    assert main.having("ask-figure")[0].having("figure")[0].text == "USD 88,500"
    assert [mark.text for mark in main.having("mark-amount")] == [
        "USD 80,000",
        "USD 84,250",
        "USD 84,500",
        "USD 88,500",
    ]
    assert figure_of(main, "Ceiling without an exception") == "USD 84,500"
    assert figure_of(main, "Ceiling with an exception") == "USD 88,725"


def test_the_target_of_the_example_is_red_in_equity_with_its_ripple(desk: Client, alice: User) -> None:
    lamp = lamps(main_of(room_of(desk, make_offer(alice))), "Your target")["Pay of the team"]
    assert lamp.having("bulb-red") != []
    assert lamp.having("lamp-word")[0].text == "Red, USD 10,500 away"
    assert lamp.having("lamp-green")[0].text == "10,500 less would turn it green."
    assert "would cost them USD 26,250 more (ripple)." in lamp.text


@pytest.mark.parametrize(
    ("unit", "word", "to_green"),
    [
        ("year", "Red, USD 11,334 away", "11,334 less would turn it green."),
        ("hour", "Red, USD 11,333.34 away", "11,333.34 less would turn it green."),
    ],
)
def test_what_is_away_from_green_is_rounded_up(
    desk: Client, alice: User, unit: str, word: str, to_green: str
) -> None:
    offer = make_offer(
        alice,
        unit=unit,
        range_minimum=Decimal(70_000),
        range_maximum=Decimal(102_500),
        target=Decimal(103_000),
    )
    lamp = lamps(main_of(room_of(desk, offer)), "Your target")["Band"]
    assert (lamp.having("lamp-word")[0].text, lamp.having("lamp-green")[0].text) == (word, to_green)


def test_offer_ask_and_target_have_six_lights_each_and_one_is_private(desk: Client, alice: User) -> None:
    main = main_of(room_of(desk, make_offer(alice)))
    assert [card.having("h3")[0].text for card in main.having("screen-card")] == [
        "The offer USD 80,000",
        "The ask USD 88,500",
        "Your target USD 95,000",
    ]
    for card in main.having("screen-card"):
        assert len(card.having("lamp")) == 6
        assert [lamp.having("lamp-name")[0].text for lamp in card.having("is-private")] == [
            "Walk-away private"
        ]


def test_each_light_says_once_what_it_is_about(desk: Client, alice: User) -> None:
    first, *others = main_of(room_of(desk, make_offer(alice))).having("screen-card")
    assert [about.text for about in first.having("lamp-about")] == list(ABOUT.values())
    assert [card.having("lamp-about") for card in others] == [[], []]


@pytest.mark.parametrize(
    ("team", "labels", "note"),
    [
        (("84500",), ["Without an exception", "With an exception"], EXCEPTION),
        ((), ["Usual room", "All you ask"], USUAL),
    ],
)
def test_an_exception_is_one_from_a_rule_that_is_known(
    desk: Client, alice: User, team: tuple[str, ...], labels: list[str], note: str
) -> None:
    main = main_of(room_of(desk, make_offer(alice, team=team)))
    assert [mark.text for mark in main.having("mark-label")][2:] == labels
    assert note in main.text
    assert ("exception" in main.having("legend")[0].text) is bool(team)


@pytest.mark.parametrize(
    ("best_paid", "target", "labels"),
    [
        ("81000", "90000", ["Without an exception", "With an exception"]),  # Midway would need one.
        ("84500", "82000", ["Midway", "Without an exception"]),  # The ask needs none.
    ],
)
def test_no_amount_is_two_marks(
    desk: Client, alice: User, best_paid: str, target: str, labels: list[str]
) -> None:
    main = main_of(room_of(desk, make_offer(alice, team=(best_paid,), target=Decimal(target))))
    assert [mark.text for mark in main.having("mark-label")][1:] == labels
    assert len({mark.text for mark in main.having("mark-amount")}) == 3
