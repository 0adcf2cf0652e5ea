"""The page of replies: every number has an answer, every figure its reason, no sentence a secret."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.models import Stage
from offers.replies.table import HELD_BACK, PLAIN
from tests.conftest import CountQueries
from tests.factories import make_answer, make_crowd, make_offer, make_signal
from tests.offers.reading import Element, explained, main_of, numbers_of
from tests.replies.reading import page_of, part, rows, said, shown, told
from tests.rooms import CLOSED, ROOMS


def test_every_number_from_the_ask_down_to_the_offer_has_an_answer(desk: Client, alice: User) -> None:
    found = [told(row) for row in rows(page_of(desk, make_offer(alice)))]
    assert (found[0], found[-1]) == (
        ("USD 88,500 or more", "Accept"),
        ("USD 80,000", "Answer with USD 85,000"),
    )
    assert len(found) == 10


def test_the_table_says_that_it_starts_at_what_is_accepted_at_once(desk: Client, alice: User) -> None:
    main = page_of(desk, make_offer(alice, target=Decimal(82_000)))
    assert "from what you accept at once down to the offer" in main.text
    assert told(rows(main)[0]) == ("USD 82,000 or more", "Accept")


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


def test_what_a_colleague_earns_is_in_no_sentence(desk: Client, alice: User) -> None:
    """The review would end at 84,500, which is the best-paid colleague."""
    main = page_of(desk, make_offer(alice))
    heard = [text for row in rows(main) for text in said(row) if told(row)[0] == "USD 84,500"]
    assert [text for text in said(main) if "84,500" in text and text not in heard] == []


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
    assert tab_of(page_of(desk, offer)) == ["Replies"]


def test_the_page_of_papers_has_a_tab_of_its_own(desk: Client, alice: User) -> None:
    papers = reverse("briefs:page", args=[make_offer(alice).pk])
    assert tab_of(main_of(desk.get(papers).content.decode())) == ["On paper"]


def tab_of(main: Element) -> list[str]:
    return [one.text for one in main.having("a") if "aria-current" in one.attributes]


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
