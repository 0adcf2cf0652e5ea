"""The worked example on the first page, and the line of pay it is drawn on."""

import dataclasses
from datetime import date
from decimal import Decimal

from django.test import Client

from offers.charts import Scale, pay_bar
from offers.engine.advice import advise
from offers.engine.policy import Policy
from offers.example import EXAMPLE, example_advice
from tests.conftest import CountQueries
from tests.offers.reading import main_of


def test_the_first_page_shows_the_figures_of_the_engine(db: None) -> None:
    main = main_of(Client().get("/").content.decode())
    assert [one.text for one in main.having("answer-figure")] == ["USD 95,000", "USD 84,500", "USD 88,500"]
    assert "An offer of USD 80,000, a target of USD 95,000" in main.text


def test_the_first_page_leads_to_the_whole_example(db: None) -> None:
    links = [one for one in main_of(Client().get("/").content.decode()).walk() if one.tag == "a"]
    leading = [one.text for one in links if one.attributes["href"] == "/example/"]
    assert leading == ["See the whole example", "See the whole example"]


def test_the_first_page_asks_the_database_nothing(db: None, django_assert_num_queries: CountQueries) -> None:
    with django_assert_num_queries(0):
        Client().get("/")


def test_the_first_page_keeps_the_walk_away_to_itself(db: None) -> None:
    assert "79,000" not in Client().get("/").content.decode()


def test_the_line_names_every_amount_at_its_place() -> None:
    bar = pay_bar(example_advice())
    assert [(mark.label, mark.figure) for mark in bar.marks] == [
        ("Offer", "80,000"),
        ("Target", "95,000"),
        ("Ask", "88,500"),
    ]
    assert [mark.figure for mark in bar.team] == ["78,000", "82,000", "84,500"]


def test_the_zones_fill_the_line_without_gap_or_overlap() -> None:
    zones = pay_bar(example_advice()).zones
    widths = [Decimal(zone.width.rstrip("%")) for zone in zones]
    starts = [Decimal(zone.start.rstrip("%")) for zone in zones]
    assert starts == [0, widths[0], widths[0] + widths[1]]
    assert sum(widths) == 100


def test_a_line_without_team_or_ask_is_still_drawn() -> None:
    met = dataclasses.replace(EXAMPLE, peers=None, numbers=dataclasses.replace(EXAMPLE.numbers, target=None))
    advice = advise(dataclasses.replace(met, strong_alternative=False), Policy(), date(2026, 1, 1))
    assert pay_bar(advice).team == ()


def test_a_single_amount_stands_in_the_middle() -> None:
    assert Scale([Decimal(80_000)]).place(Decimal(80_000)) == "50.00%"
