"""What the room misses: each gap is named and leads to the step that asks for it."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from offers.accounts.models import User
from tests.factories import make_band, make_offer
from tests.offers.reading import main_of
from tests.offers.room_page import gaps, room_of


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("formula", "The inputs of their formula"),
        ("step_scale", "The inputs of their scale"),
        ("single_rate", "The level of the role"),
    ],
)
def test_where_a_system_sets_base_its_inputs_are_asked_for(
    desk: Client, alice: User, kind: str, title: str
) -> None:
    offer = make_offer(alice, employer_type=kind, team=(), industry=None, target=None, walk_away=None)
    main = main_of(room_of(desk, offer))
    assert main.having("gaps")[0].having("strong")[0].text == title
    assert [step for _, step in gaps(main)] == ["numbers", "offer", "bonus"]
    names = [lamp.text.split()[0] for lamp in main.having("screen-card")[0].having("lamp-name")]
    assert names == ["Band", "Approval", "Pay", "Budget", "Walk-away"]


def test_what_is_missing_links_to_the_step_that_asks_for_it(desk: Client, alice: User) -> None:
    bare = make_offer(
        alice, team=(), industry=None, target=None, walk_away=None, unit="hour", base=Decimal(41)
    )
    assert gaps(main_of(room_of(desk, bare))) == [
        ("Their range for this level", "range"),
        ("What the team earns", "team"),
        ("Your target", "numbers"),
        ("Your walk-away", "numbers"),
        ("The industry", "role"),
        ("The hours a week", "offer"),
        ("The day they want an answer by", "offer"),
        ("Whether there is a bonus, a sign-on, equity or paid leave", "bonus"),
    ]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"posted_maximum": Decimal(99_000)}, "The range of the level itself"),
        ({"range_midpoint": Decimal(85_000)}, "Both ends of their range"),
        ({"range_minimum": Decimal(70_000), "range_maximum": Decimal(99_000)}, "The midpoint of their range"),
    ],
)
def test_a_range_that_is_half_known_is_asked_for(
    desk: Client, alice: User, fields: dict[str, Decimal], title: str
) -> None:
    assert gaps(main_of(room_of(desk, make_offer(alice, **fields))))[0] == (title, "range")


def test_two_salaries_are_few_and_three_are_not(desk: Client, alice: User) -> None:
    few = gaps(main_of(room_of(desk, make_offer(alice, team=("78000", "84500")))))
    enough = gaps(main_of(room_of(desk, make_offer(alice))))
    assert ("More salaries of the team", "team") in few
    assert ("More salaries of the team", "team") not in enough


def test_a_band_in_another_currency_is_asked_for_in_this_one(desk: Client, alice: User) -> None:
    offer = make_offer(alice, currency="EUR", band=make_band())
    assert ("Their range in the currency of the offer", "range") in gaps(main_of(room_of(desk, offer)))


def test_a_complete_offer_misses_nothing(desk: Client, alice: User) -> None:
    stated = dict.fromkeys(("bonus_stated", "sign_on_stated", "equity_stated", "leave_stated"), "none")
    offer = make_offer(alice, band=make_band(), deadline=date(2030, 1, 1), **stated)
    assert main_of(room_of(desk, offer)).having("gaps") == []
