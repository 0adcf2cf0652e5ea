"""The room: the ask first, every number with its reason, and the example that anybody may look at."""

import re
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.reference import load_industries
from offers.demo import CASES, WORKED_EXAMPLE, Fields, load_case
from offers.engine.policy import Policy
from tests.conftest import CountQueries
from tests.factories import make_band, make_crowd, make_offer
from tests.offers.reading import explained, main_of, numbers_of
from tests.offers.room_page import FORTUNE, figure_of, lamps, room_of

CASE_NAMES = [str(case["company"]) for case in CASES]


@pytest.fixture(params=CASES, ids=CASE_NAMES)
def case_page(request: pytest.FixtureRequest, alice: User, desk: Client) -> str:
    load_industries(Policy())
    return room_of(desk, load_case(alice, request.param, timezone.localdate()))


def test_every_number_says_why(case_page: str) -> None:
    numbers = list(numbers_of(main_of(case_page)))
    assert len(numbers) >= 10
    assert [text for text, element in numbers if not explained(element)] == []


def test_every_figure_of_the_picture_stands_in_the_table(case_page: str) -> None:
    main = main_of(case_page)
    shown = {figure for text in main.having("text") for figure in re.findall(r"\d[\d,.]*", text.text)}
    told = {row.having("figure")[0].text.split()[-1] for row in main.having("tr") if row.having("td")}
    assert shown
    assert shown - told == set()


def test_no_room_tells_fortunes(case_page: str) -> None:
    assert re.findall(FORTUNE, main_of(case_page).text, re.IGNORECASE) == []


def test_the_card_on_risk_holds_no_figure_of_the_person(case_page: str) -> None:
    (card,) = [
        section
        for section in main_of(case_page).having("section")
        if section.attributes.get("aria-labelledby") == "risk-title"
    ]
    assert re.findall(r"\d+", card.text) == ["2024", "27", "2024"]
    assert not {"figure", "ask-figure"} & {name for one in card.walk() for name in one.classes}
    assert re.findall(r"Grade (\w)", card.text) == ["C", "D"]


@pytest.mark.parametrize(
    ("case", "words"),
    [(CASES[2], "Base follows from a formula."), (CASES[3], "Base follows from a scale.")],
    ids=["formula", "scale"],
)
def test_do_not_ask_for_base_is_an_answer(desk: Client, alice: User, case: Fields, words: str) -> None:
    main = main_of(room_of(desk, load_case(alice, case, timezone.localdate())))
    assert main.having("ask-none")[0].text == "Do not ask for more base"
    assert words in main.having("ask-card")[0].text
    assert main.having("marks") == []
    assert len(main.having("instead")[0].having("li")) == 6
    assert [row for row in main.having("th") if row.text.startswith("Ceiling")] == []


def test_an_hourly_offer_shows_the_year_beside(desk: Client, alice: User) -> None:
    main = main_of(room_of(desk, load_case(alice, CASES[3], timezone.localdate())))
    (card,) = main.having("year-card")
    assert card.having("figure")[0].text == "EUR 51,168"
    assert "41.00 an hour, times the 1,248" in card.text


def test_pay_by_the_hour_has_its_cents_in_table_and_picture(desk: Client, alice: User) -> None:
    main = main_of(room_of(desk, load_case(alice, CASES[3], timezone.localdate())))
    assert [figure_of(main, f"Team, salary {place} of 3") for place in (1, 2, 3)] == [
        "EUR 42.10",
        "EUR 43.50",
        "EUR 44.00",
    ]
    assert figure_of(main, "The offer") == "EUR 41.00"
    assert "Their range 38.00 – 48.00" in [text.text for text in main.having("text")]


def test_no_line_breaks_between_a_currency_and_its_figure(desk: Client, alice: User) -> None:
    page = room_of(desk, make_offer(alice))
    assert page.count("USD\u00a088,500") >= 3
    assert re.findall(r"USD \d", page) == []


def test_without_a_base_the_page_leads_to_the_offer(desk: Client, alice: User) -> None:
    offer = make_offer(alice, base=None)
    main = main_of(room_of(desk, offer))
    assert reverse("offers:step", args=[offer.pk, "offer"]) in {
        a.attributes["href"] for a in main.having("a")
    }
    assert main.having("figure") == []


def test_answers_that_contradict_each_other_are_named(desk: Client, alice: User) -> None:
    offer = make_offer(alice, range_minimum=Decimal(90_000), range_midpoint=Decimal(70_000))
    main = main_of(room_of(desk, offer))
    assert "Two answers do not fit together" in main.text
    assert reverse("offers:check", args=[offer.pk]) in {a.attributes["href"] for a in main.having("a")}


def test_a_picked_band_names_its_source(desk: Client, alice: User) -> None:
    main = main_of(room_of(desk, make_offer(alice, band=make_band())))
    (row,) = [row for row in main.having("tr") if row.having("th")[0].text == "Their range, midpoint"]
    assert row.having("figure")[0].text == "USD 135,000"
    assert "Source: Northwind Software, 2026, Careers page. Grade D:" in row.having("why-source")[0].text


def test_what_was_said_inside_names_who_said_it(desk: Client, alice: User) -> None:
    offer = make_offer(alice, inside_maximum=Decimal(92_000), inside_by="recruiter")
    main = main_of(room_of(desk, offer))
    (row,) = [row for row in main.having("tr") if row.having("th")[0].text == "Said inside, maximum"]
    assert row.having("why-text")[0].text.startswith("The recruiter said so, not in writing.")


def test_of_a_large_team_the_ends_and_the_middle_are_told(desk: Client, alice: User) -> None:
    team = tuple(str(70_000 + 1_000 * n) for n in range(30))
    main = main_of(room_of(desk, make_offer(alice, team=team)))
    labels = ["Team, lowest of 30", "Team, median of 30", "Team, highest of 30"]
    assert [figure_of(main, label) for label in labels] == ["USD 70,000", "USD 84,500", "USD 99,000"]


def test_a_number_named_before_is_answered(desk: Client, alice: User) -> None:
    main = main_of(room_of(desk, make_offer(alice, named_number=Decimal(82_000))))
    first = main.having("remarks")[0].having("li")[0]
    assert first.having("why-text")[0].text.startswith("You have named a number before. The ask stays;")


@pytest.mark.parametrize(("named", "is_told"), [(90_000, True), (88_500, False), (82_000, False)])
def test_an_ask_under_the_number_named_before_says_so(
    desk: Client, alice: User, named: int, is_told: bool
) -> None:
    main = main_of(room_of(desk, make_offer(alice, named_number=Decimal(named))))
    told = "You have named 90,000 already: asking for 88,500 now lowers your own number."
    assert [told in one.text for one in main.having("ask-warning")] == ([True] if is_told else [])


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({}, "Later, ask for"),
        ({"stated_as": "written"}, "Ask for"),
        ({"stage": "countered"}, "The ask on today’s facts"),
    ],
)
def test_no_number_is_named_before_the_written_offer(
    desk: Client, alice: User, fields: dict[str, str], title: str
) -> None:
    main = main_of(room_of(desk, make_offer(alice, **fields)))
    assert main.having("ask-card")[0].having("h2")[0].text == title


@pytest.mark.parametrize(("target", "gap"), [(88_900, False), (95_000, True)])
def test_a_tidy_ask_a_hair_under_the_target_leaves_no_gap(
    desk: Client, alice: User, target: int, gap: bool
) -> None:
    main = main_of(room_of(desk, make_offer(alice, target=Decimal(target))))
    assert main.having("ask-figure")[0].having("figure")[0].text == "USD 88,500"
    assert ("under your target" in main.having("remarks")[0].text) is gap


@pytest.mark.parametrize("many", [1, 30])
def test_the_room_asks_the_database_five_times(
    desk: Client,
    alice: User,
    many: int,
    django_assert_num_queries: CountQueries,
) -> None:
    offers = make_crowd(alice, many)
    with django_assert_num_queries(5):
        desk.get(offers[0].get_absolute_url())


def test_the_example_is_the_same_room_without_an_account(
    db: None, django_assert_num_queries: CountQueries
) -> None:
    with django_assert_num_queries(0):
        page = Client().get(reverse("example")).content.decode()
    main = main_of(page)
    assert main.having("ask-figure")[0].having("figure")[0].text == "USD 88,500"
    assert figure_of(main, "Ceiling with an exception") == "USD 88,725"
    assert "USD 26,250 more" in lamps(main, "Your target")["Pay of the team"].text


def test_the_example_is_the_demo_case(desk: Client, alice: User) -> None:
    load_industries(Policy())
    own = main_of(room_of(desk, load_case(alice, WORKED_EXAMPLE, timezone.localdate())))
    public = main_of(Client().get(reverse("example")).content.decode())
    assert [one.text for one in own.having("mark-amount")] == [
        one.text for one in public.having("mark-amount")
    ]
    assert own.having("h1")[0].text == public.having("h1")[0].text
