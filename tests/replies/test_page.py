"""The page of replies: every number has an answer, the ladder its reasons, the lines say which is met."""

from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.models import Offer, Stage
from offers.replies.steps import DROPPED
from offers.replies.table import HELD_BACK, PLAIN
from tests.conftest import CountQueries, sign_in
from tests.factories import make_answer, make_crowd, make_offer, make_signal, make_terms
from tests.offers.reading import Element, explained, main_of, numbers_of
from tests.rooms import CLOSED, ROOMS

NO_GROUND = "What is on record is no ground to step away."


@pytest.fixture
def desk(alice: User) -> Client:
    return sign_in(alice)


def shown(desk: Client, offer: Offer, **ticked: str) -> HttpResponse:
    path = reverse("replies:page", args=[offer.pk])
    return desk.post(path, ticked) if ticked else desk.get(path)


def page_of(desk: Client, offer: Offer, **ticked: str) -> Element:
    return main_of(shown(desk, offer, **ticked).content.decode())


def part(main: Element, key: str) -> Element:
    return next(one for one in main.walk() if one.attributes.get("id") == key)


def rows(main: Element) -> list[Element]:
    return [line for line in part(main, "numbers").having("tr") if "number" in line.classes]


def told(row: Element) -> tuple[str, str]:
    """What they say and what to do."""
    return row.having("figure")[0].text, row.having("reply-does")[0].text


def said(element: Element) -> list[str]:
    """Every sentence that is meant for the employer."""
    return [one.text for one in element.having("say")]


def met(main: Element) -> list[str]:
    lines = main.having("stop-line")
    return [line.having("reply-does")[0].text for line in lines if "met now" in line.text]


def test_every_number_from_the_ask_down_to_the_offer_has_an_answer(desk: Client, alice: User) -> None:
    found = [told(row) for row in rows(page_of(desk, make_offer(alice)))]
    assert (found[0], found[-1]) == (
        ("USD 88,500 or more", "Accept"),
        ("USD 80,000", "Answer with USD 85,000"),
    )
    assert len(found) == 10


def test_a_base_under_the_walk_away_is_noted_for_the_person_alone(desk: Client, alice: User) -> None:
    found = rows(page_of(desk, make_offer(alice, walk_away=Decimal(84_000))))
    noted = [told(row)[0] for row in found if "Base alone is under your walk-away. private" in row.text]
    assert noted == ["USD 83,500", "USD 82,500", "USD 81,500", "USD 80,500", "USD 80,000"]
    assert [text for row in found for text in said(row) if "84,000" in text or "walk" in text] == []


def test_a_reply_that_is_the_walk_away_is_left_out_of_the_sentence(desk: Client, alice: User) -> None:
    found = rows(page_of(desk, make_offer(alice, walk_away=Decimal(85_000))))
    row = next(row for row in found if told(row) == ("USD 80,500", "Answer with USD 85,000"))
    assert said(row) == [f"“{PLAIN.text}”"]
    assert HELD_BACK in row.text


@pytest.mark.parametrize("walk_away", range(78_000, 88_500, 500))
def test_no_sentence_for_the_employer_holds_the_walk_away(desk: Client, alice: User, walk_away: int) -> None:
    main = page_of(desk, make_offer(alice, walk_away=Decimal(walk_away)))
    figure = f"{walk_away:,}"
    own = {f"{80_000:,}", *(told(row)[0].removeprefix("USD ") for row in rows(main))}
    assert [text for text in said(main) if figure in text and figure not in own] == []


def test_their_answer_has_a_row_of_its_own_that_is_marked(desk: Client, alice: User) -> None:
    make_answer(offer := make_offer(alice, stage=Stage.FINAL), base=Decimal(84_000))
    main = page_of(desk, offer)
    assert [told(row)[0] for row in rows(main) if "reply-nearest" in row.classes] == ["USD 84,000"]
    assert "They answered with USD 84,000; its row is marked" in main.text


def test_without_an_answer_no_row_is_marked(desk: Client, alice: User) -> None:
    assert page_of(desk, make_offer(alice)).having("reply-nearest") == []


def test_where_base_is_not_asked_for_the_package_stands_instead_of_the_table(
    desk: Client, alice: User
) -> None:
    main = page_of(desk, ROOMS["formula"](alice))
    assert rows(main) == []
    assert "Base is not asked for" in main.text
    assert [one.text for one in main.having("packages")] == [
        "EUR 61,400 with a sign-on of 6,000 and 5 more days of leave"
    ]


def test_no_step_proposes_less_than_they_have_answered_with(desk: Client, alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(84_400))
    ladder = part(page_of(desk, offer), "ladder")
    assert [one.text for one in ladder.having("rung-figure")] == ["USD 87,000"]
    assert [one.text for one in ladder.having("rungs")[0].having("h3")] == [
        "The next step in base",
        "What to settle for",
        "The decision",
    ]
    assert "a base of USD 84,400 a year with a review after 6 months" in ladder.text
    assert "I will give you my answer on the offer as it stands." in ladder.text


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        ({"base": Decimal(88_500)}, ["Say yes"]),
        ({"base": Decimal(97_000)}, ["Say yes"]),
        ({"base": Decimal(84_400), "kind": "final"}, ["What to settle for", "The decision"]),
    ],
)
def test_nothing_more_is_proposed_than_their_answer_leaves(
    desk: Client, alice: User, answer: dict[str, Any], titles: list[str]
) -> None:
    make_answer(offer := make_offer(alice), **answer)
    main = page_of(desk, offer)
    assert [one.text for one in part(main, "ladder").having("rungs")[0].having("h3")] == titles
    assert main.having("reply-nearest") == []


def test_what_is_asked_for_beside_a_base_that_stays_counts_their_answer(desk: Client, alice: User) -> None:
    offer = ROOMS["formula"](alice)
    make_answer(offer, base=Decimal(61_400), sign_on=Decimal(2_000))
    assert [one.text for one in page_of(desk, offer).having("packages")] == [
        "EUR 61,400 with a sign-on of EUR 6,000 in place of EUR 2,000 and 5 more days of leave"
    ]
    make_answer(offer, base=Decimal(70_000))
    assert page_of(desk, offer).having("packages") == []


def test_the_ladder_goes_down_and_names_what_is_left_out(desk: Client, alice: User) -> None:
    ladder = part(page_of(desk, ROOMS["walk-away-out-of-reach"](alice)), "ladder")
    assert [one.text for one in ladder.having("rungs")[0].having("h3")] == ["The decision"]
    assert "A closing number: It is under your walk-away value." in ladder.text
    whole = part(page_of(desk, make_offer(alice)), "ladder")
    assert [one.text for one in whole.having("rung-figure")] == [
        "USD 88,500",
        "USD 84,000 with a sign-on of 8,000",
        "USD 82,250 with a sign-on of 6,500",
        "or USD 80,000 with a sign-on of 8,000 and 5 more days of leave",
        "USD 80,000",
        "USD 80,000",
    ]


def test_a_step_that_may_not_be_named_is_left_out_with_its_reason(desk: Client, alice: User) -> None:
    ladder = part(page_of(desk, make_offer(alice, walk_away=Decimal(84_000))), "ladder")
    titles = [one.text for one in ladder.having("rungs")[0].having("h3")]
    assert len(said(ladder)) == len(titles)
    assert "A closing number" not in titles
    assert "A closing number: To propose it you would name an amount that you keep to yourself" in ladder.text


def test_what_they_named_and_dropped_is_not_asked_for_as_new(desk: Client, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", stage=Stage.REVIEWED)
    make_terms(offer, kind="verbal", channel="call", base=Decimal(80_000), sign_on=Decimal(8_000))
    make_terms(offer, base=Decimal(80_000))
    main = page_of(desk, offer)
    steps = part(main, "ladder").having("rungs")[0].having("li")
    assert [step.having("h3")[0].text for step in steps if DROPPED in step.text] == [
        "A closing number",
        "Less base, more of the rest",
    ]
    assert [text for text in said(part(main, "lines")) if "sign-on" in text] == []


def test_a_step_that_grows_is_named_by_its_title(desk: Client, alice: User) -> None:
    ladder = part(page_of(desk, make_offer(alice)), "ladder")
    assert "“Less base, more of the rest” gives up" in ladder.text
    assert "R3" not in ladder.text


def test_what_a_colleague_earns_is_in_no_sentence(desk: Client, alice: User) -> None:
    """The review would end at 84,500, which is the best-paid colleague."""
    main = page_of(desk, make_offer(alice))
    heard = [text for row in rows(main) for text in said(row) if told(row)[0] == "USD 84,500"]
    assert [text for text in said(main) if "84,500" in text and text not in heard] == []


@pytest.mark.parametrize(
    ("answer", "signals", "ticked", "lines"),
    [
        ({}, (), {}, []),
        ({}, ("rushes", "vague"), {}, ["Pause met now"]),
        ({}, ("rushes", "answers_directly"), {}, []),
        ({}, (), {"insult": "on"}, ["Pause met now"]),
        ({"base": Decimal(78_000), "kind": "final"}, (), {}, ["Walk away met now"]),
        ({"base": Decimal(78_000)}, (), {}, []),
        ({"base": Decimal(78_000), "sign_on": Decimal(8_000), "kind": "final"}, (), {}, []),
        ({"base": Decimal(88_500), "channel": "letter"}, (), {}, ["Sign met now"]),
        ({"base": Decimal(88_500), "channel": "call"}, (), {}, []),
        (
            {"base": Decimal(88_500), "channel": "mail"},
            ("rushes", "vague"),
            {},
            ["Pause met now", "Sign met now"],
        ),
    ],
)
def test_the_line_that_is_met_is_said(
    desk: Client,
    alice: User,
    answer: dict[str, Any],
    signals: tuple[str, ...],
    ticked: dict[str, str],
    lines: list[str],
) -> None:
    offer = make_offer(alice)
    if answer:
        make_answer(offer, **answer)
    for sign in signals:
        make_signal(offer, sign=sign)
    main = page_of(desk, offer, **ticked)
    assert met(main) == lines
    assert [one.having("reply-does")[0].text for one in main.having("stop-holds")] == lines[:1]


@pytest.mark.parametrize(
    ("fields", "answer", "scale"),
    [
        (
            {},
            {},
            ["Any number", "USD 88,500 or more", "USD 79,000 to 88,500 they are here", "Below USD 79,000"],
        ),
        (
            {},
            {"base": Decimal(78_000), "sign_on": Decimal(8_000)},
            ["Any number", "USD 88,500 or more", "USD 76,215 to 88,500 they are here", "Below USD 76,215"],
        ),
        (
            {"walk_away": None},
            {"base": Decimal(90_000)},
            ["Any number", "USD 88,500 or more they are here", "Below USD 88,500", "No number yet"],
        ),
        (
            {"walk_away": Decimal(92_000)},
            {},
            ["Any number", "USD 92,000 or more", "Below USD 92,000 they are here"],
        ),
    ],
)
def test_the_lines_stand_on_one_scale_of_base(
    desk: Client, alice: User, fields: dict[str, Any], answer: dict[str, Any], scale: list[str]
) -> None:
    offer = make_offer(alice, **fields)
    if answer:
        make_answer(offer, **answer)
    lines = page_of(desk, offer).having("stop-line")
    assert [line.having("th")[0].text for line in lines] == scale


def test_the_line_of_the_walk_away_says_how_its_amount_comes_about(desk: Client, alice: User) -> None:
    offer = make_offer(
        alice,
        walk_away=Decimal(70_000),
        bonus_stated="given",
        bonus_target_rate=Decimal("0.1"),
        equity_stated="given",
        equity_grant=Decimal(40_000),
        equity_years=4,
    )
    stop = part(page_of(desk, offer), "stop").text
    assert (
        "worth less than 87,000 to you: your walk-away base of 70,000, with bonus 7,000 and grants 10,000 a "
        "year." in stop
    )
    assert "What they offer now is worth 98,000, counted in the same way." in stop
    make_answer(offer, base=Decimal(60_000), kind="final")
    assert "87,000 is your walk-away base of 70,000, with" in part(page_of(desk, offer), "away").text


def test_a_walk_away_with_nothing_beside_it_is_named_as_it_is(desk: Client, alice: User) -> None:
    stop = part(page_of(desk, make_offer(alice)), "stop").text
    assert "worth less than 79,000 to you: your walk-away base of 79,000. private" in stop


def test_an_item_that_only_helps_is_named_once(desk: Client, alice: User) -> None:
    offer = make_offer(alice, target=Decimal(120_000), team=("120000",))
    for key, movable in (("leave_days", False), ("sign_on", True)):
        offer.wishes.create(key=key, movable=movable, cap=Decimal(1_000) if movable else None)
    found = [text for row in rows(page_of(desk, offer)) for text in said(row) if "would help" in text]
    assert len(found) == 1


@pytest.mark.parametrize("page", ["replies:page", "offers:levers", "pay:page", "offers:room"])
def test_nothing_is_bound_by_a_raw_name(desk: Client, alice: User, page: str) -> None:
    for build in ROOMS.values():
        main = main_of(desk.get(reverse(page, args=[build(alice).pk])).content.decode())
        bound = {one.text.partition(". Source")[0] for one in main.having("why-source")}
        assert [words for words in bound if "_" in words or len(words.split()) < 4] == []


def test_a_final_answer_leads_to_where_to_stop(desk: Client, alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(78_000), kind="final")
    main = page_of(desk, offer)
    assert "called it final: a higher number is no longer the next step" in main.text
    away = part(main, "away").text
    assert "They called it final, and the package is below your walk-away." in away
    assert "First: Ask once whether anything outside base can close the difference." in away


@pytest.mark.parametrize(
    ("ticked", "says"),
    [
        ({"duties_above_level": "on"}, "First: Ask for the level to be looked at again"),
        ({"level_asked": "on"}, "First: Ask the hiring manager once, in writing"),
        ({"level_asked": "on", "level_explained": "on"}, "By these answers there is no ground to step away."),
    ],
)
def test_the_step_away_check_answers_by_what_was_ticked(
    desk: Client, alice: User, ticked: dict[str, str], says: str
) -> None:
    offer = make_offer(alice)
    assert NO_GROUND in page_of(desk, offer).text
    assert says in page_of(desk, offer, **ticked).text


def test_before_the_written_offer_the_page_says_to_name_no_number(desk: Client, alice: User) -> None:
    early = page_of(desk, make_offer(alice))
    assert "Name no number yet" in early.text
    assert [text for text in said(part(early, "lines")) if "88,500" in text] == []
    later = page_of(desk, make_offer(alice, stated_as="written", stage=Stage.REVIEWED))
    assert "Name no number yet" not in later.text
    assert "“I am looking for a base of 88,500." in " ".join(said(part(later, "lines")))


def test_a_decided_offer_says_so(desk: Client, alice: User) -> None:
    assert "This offer is decided." in page_of(desk, make_offer(alice, stage=Stage.DECIDED)).text


@pytest.mark.parametrize("name", CLOSED)
def test_without_a_number_to_stand_on_the_page_leads_to_the_answers(
    desk: Client, alice: User, name: str
) -> None:
    offer = CLOSED[name](alice)
    for page in ("page", "rehearse"):
        response = desk.get(reverse(f"replies:{page}", args=[offer.pk]))
        links = {one.attributes.get("href") for one in main_of(response.content.decode()).having("a")}
        assert links & {
            reverse("offers:check", args=[offer.pk]),
            reverse("offers:step", args=[offer.pk, "offer"]),
        }


@pytest.mark.parametrize("name", ROOMS)
def test_every_figure_stands_with_its_why(desk: Client, alice: User, name: str) -> None:
    main = page_of(desk, ROOMS[name](alice))
    bare = {text for text, element in numbers_of(main) if not explained(element)}
    assert bare == set()


def test_the_room_leads_here_and_the_tab_is_marked(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    path = reverse("replies:page", args=[offer.pk])
    room = main_of(desk.get(offer.get_absolute_url()).content.decode())
    assert [one.text for one in room.having("a") if one.attributes.get("href") == path] == [
        "Replies",
        "What to say to their answer",
    ]
    assert [one.text for one in page_of(desk, offer).having("a") if "aria-current" in one.attributes] == [
        "Replies"
    ]


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_asks_the_database_ten_times(
    desk: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    for _ in range(many):
        make_answer(offers[0])
        make_signal(offers[0])
    with django_assert_num_queries(10):
        shown(desk, offers[0])
