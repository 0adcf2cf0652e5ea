"""The room: the ask first, every number with its reason, the private light, what is missing, what is next."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.reference import load_industries
from offers.case import advice_on
from offers.demo import CASES, WORKED_EXAMPLE, Fields, load_case
from offers.engine.policy import Policy
from offers.models import Offer
from offers.next_step import next_step
from offers.room import EXCEPTION, USUAL
from offers.room import room_of as build_room
from offers.screens import ABOUT
from tests.conftest import CountQueries, sign_in
from tests.factories import make_band, make_crowd, make_draft, make_offer, make_terms
from tests.offers.reading import Element, explained, main_of, numbers_of, read

CASE_NAMES = [str(case["company"]) for case in CASES]
FORTUNE = r"\b(probab\w*|chances?|odds|likel\w*|success\w*|guarantee\w*|no risk|risk-free|without risk)\b"


@pytest.fixture
def desk(alice: User) -> Client:
    return sign_in(alice)


def room_of(desk: Client, offer: Offer) -> str:
    response = desk.get(offer.get_absolute_url())
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.fixture(params=CASES, ids=CASE_NAMES)
def case_page(request: pytest.FixtureRequest, alice: User, desk: Client) -> str:
    load_industries(Policy())
    return room_of(desk, load_case(alice, request.param, timezone.localdate()))


def figure_of(main: Element, label: str) -> str:
    (row,) = [row for row in main.having("tr") if row.having("th")[0].text == label]
    return row.having("figure")[0].text


def lamps(main: Element, number: str) -> dict[str, Element]:
    (card,) = [card for card in main.having("screen-card") if card.having("h3")[0].text.startswith(number)]
    return {lamp.having("lamp-name")[0].text.split(",")[0]: lamp for lamp in card.having("lamp")}


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


def gaps(main: Element) -> list[tuple[str, str]]:
    links = [link for box in main.having("gaps") for link in box.having("a")]
    return [(link.text, str(link.attributes["href"]).rstrip("/").rsplit("/", 1)[-1]) for link in links]


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


@pytest.mark.parametrize(
    ("fields", "days", "title"),
    [
        ({}, 20, "Thank them and ask for the offer in writing"),
        ({"said_yes": True}, 20, "Ask your open questions in writing"),
        ({"stated_as": "written"}, 20, "Ask for what the written offer leaves out"),
        ({"stated_as": "written", "base": None}, 20, "Say what is offered"),
        ({"stated_as": "written"}, 0, "Ask for a later date"),
        ({"stated_as": "written"}, -1, "Ask whether the offer still stands"),
        ({"stage": "countered"}, 20, "Wait for their answer"),
        ({"stage": "review"}, 20, "Let them work"),
        ({"stage": "final"}, 20, "Compare their answer with the written offer, then decide"),
        ({"stage": "decided"}, -9, "Keep the contract and this record together"),
    ],
)
def test_the_next_step_follows_from_stage_and_deadline(
    desk: Client, alice: User, fields: dict[str, object], days: int, title: str
) -> None:
    offer = make_offer(alice, deadline=timezone.localdate() + timedelta(days=days), **fields)
    assert main_of(room_of(desk, offer)).having("next-card")[0].having("h2")[0].text == title


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({}, "Write your counter"),
        ({"employer_type": "formula"}, "Ask for something else than base"),
    ],
)
@pytest.mark.parametrize("kind", ["acknowledge", "questions"])
def test_once_the_open_parts_were_asked_for_the_counter_comes(
    desk: Client, alice: User, kind: str, fields: dict[str, object], title: str
) -> None:
    make_draft(offer := make_offer(alice, stated_as="written", **fields), kind=kind, sent_on=date(2026, 3, 4))
    assert main_of(room_of(desk, offer)).having("next-card")[0].having("h2")[0].text == title


@pytest.mark.parametrize("kind", ["accept", "decline"])
def test_after_a_yes_or_a_no_went_out_the_end_is_to_be_written_down(
    desk: Client, alice: User, kind: str
) -> None:
    make_draft(offer := make_offer(alice, stated_as="written"), kind=kind, sent_on=date(2026, 3, 4))
    assert main_of(room_of(desk, offer)).having("next-card")[0].having("h2")[0].text == (
        "Write down how it ended"
    )


def test_an_offer_that_names_every_part_needs_no_questions(desk: Client, alice: User) -> None:
    stated = {"bonus_stated": "none", "equity_stated": "none", "leave_stated": "none", "level": "L3"}
    offer = make_offer(alice, stated_as="written", **stated)
    make_terms(offer, benefits="Health and pension", reporting_line="Head of Data")
    title = main_of(room_of(desk, offer)).having("next-card")[0].having("h2")[0].text
    assert title == "Write your counter"


def test_after_the_thanks_went_out_the_written_offer_is_waited_for(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    make_draft(offer, kind="acknowledge", sent_on=date(2026, 3, 4))
    card = main_of(room_of(desk, offer)).having("next-card")[0]
    assert card.having("h2")[0].text == "Wait for the written offer"
    assert card.having("why-text")[0].text.startswith("Your thanks went out on 4 March 2026.")
    assert [(link.text, link.attributes["href"]) for link in card.having("a")] == [
        ("I have it in writing", reverse("ledger:terms", args=[offer.pk, "written"]))
    ]


@pytest.mark.parametrize(
    ("today", "title"),
    [
        (date(2026, 3, 9), "Wait for their answer until 10 March 2026, then ask again"),
        (date(2026, 3, 10), "Ask for their answer in one short message"),
        (date(2026, 3, 12), "Ask whether the offer still stands"),
    ],
)
def test_a_counter_that_went_out_is_waited_for(alice: User, today: date, title: str) -> None:
    make_draft(make_offer(alice, stage="countered", deadline=date(2026, 3, 11)), sent_on=date(2026, 3, 4))
    step = next_step(Offer.objects.with_case().get(), None, today)
    assert (step.title, step.on) == (title, None)
    assert "_" not in step.why.line


def test_after_a_passed_deadline_a_message_that_asks_is_waited_for(alice: User) -> None:
    make_draft(make_offer(alice, stage="countered", deadline=date(2026, 3, 3)), sent_on=date(2026, 3, 4))
    step = next_step(Offer.objects.with_case().get(), None, date(2026, 3, 5))
    assert step.title == "Wait for their answer until 10 March 2026, then ask again"


@pytest.mark.parametrize(("days", "dates"), [(20, 1), (-1, 0)])
def test_no_step_is_due_on_a_day_that_has_passed(desk: Client, alice: User, days: int, dates: int) -> None:
    today = timezone.localdate()
    offer = make_offer(alice, stated_as="written", deadline=today + timedelta(days=days))
    card = main_of(room_of(desk, offer)).having("next-card")[0]
    assert len(card.having("time")) == dates
    assert [link.attributes["href"] for link in card.having("a")] == [reverse("drafts:list", args=[offer.pk])]


def test_thanks_that_are_only_drafted_change_no_step(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    make_draft(offer, kind="acknowledge")
    card = main_of(room_of(desk, offer)).having("next-card")[0]
    assert card.having("h2")[0].text == "Thank them and ask for the offer in writing"


@pytest.mark.parametrize(("stated", "links"), [("verbal", 2), ("written", 2)])
def test_the_room_leads_to_the_drafts(desk: Client, alice: User, stated: str, links: int) -> None:
    offer = make_offer(alice, stated_as=stated)
    main = main_of(room_of(desk, offer))
    hrefs = [link.attributes["href"] for link in main.having("a")]
    assert hrefs.count(reverse("drafts:list", args=[offer.pk])) == links


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
    shown = [build_room(offer, advice, today, private=private).warning for private in (True, False)]
    assert [warning is None for warning in shown] == [False, True]


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


def test_the_example_is_read_only_and_keeps_its_walk_away(db: None) -> None:
    page = Client().get(reverse("example")).content.decode()
    main = main_of(page)
    assert "79,000" not in page
    assert [len(card.having("lamp")) for card in main.having("screen-card")] == [5, 5, 5]
    assert [form.attributes["action"] for form in main.having("form")] == []
    assert [a.attributes["href"] for a in main.having("a") if "/offers/" in str(a.attributes["href"])] == []
    assert [text for text, element in numbers_of(main) if not explained(element)] == []
    assert re.findall(FORTUNE, main.text, re.IGNORECASE) == []


def test_the_example_is_the_demo_case(desk: Client, alice: User) -> None:
    load_industries(Policy())
    own = main_of(room_of(desk, load_case(alice, WORKED_EXAMPLE, timezone.localdate())))
    public = main_of(Client().get(reverse("example")).content.decode())
    assert [one.text for one in own.having("mark-amount")] == [
        one.text for one in public.having("mark-amount")
    ]
    assert own.having("h1")[0].text == public.having("h1")[0].text
