"""The call sheet: one page whatever is known, and nothing of the walk-away unless it is asked for."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.demo import load_industries
from offers.briefs.kinds import Choices, read
from offers.briefs.sheet import sheet_of
from offers.demo import CASES, load_case
from offers.drafts.composer.ground import FINAL, REACHED
from offers.drafts.record import record_of
from offers.engine.policy import Policy
from offers.models import Offer
from tests.briefs.conftest import Printed, text_of
from tests.conftest import CountQueries
from tests.factories import make_answer, make_crowd, make_draft, make_offer, make_promise

SHEET = "call-sheet"
PAPERS = ("a4", "letter")
SIZES = {"a4": (595, 842), "letter": (612, 792)}
LARGEST = Decimal("999999999.99")
CASE_NAMES = [str(case["company"]) for case in CASES]


def forty_promises(owner: User) -> Offer:
    offer = make_offer(owner, stated_as="written", level="Level 3")
    for number in range(40):
        make_promise(offer, what=f"Promise {number} " + "of something that takes words " * 4)
    return offer


def long_names(owner: User) -> Offer:
    return make_offer(owner, company="W" * 200, role="Oberster" * 18, place="Llanfair " * 16, level="L" * 50)


def huge(owner: User) -> Offer:
    team = ("999999990", "999999991")
    return make_offer(owner, team=team, base=LARGEST / 2, target=LARGEST, walk_away=LARGEST / 2)


HARD = {
    "forty promises": forty_promises,
    "long names": long_names,
    "huge numbers": huge,
    "right to left": lambda owner: make_offer(owner, company="شركة البرمجيات الشمالية", role="محلل منتجات"),
    "thirty colleagues": lambda owner: make_offer(owner, team=tuple(map(str, range(70_000, 100_000, 1_000)))),
    "little known": lambda owner: make_offer(owner, team=(), target=None, walk_away=None, industry=None),
    "no base": lambda owner: make_offer(owner, base=None),
    "answered": lambda owner: make_answer(make_offer(owner, stated_as="written")).offer,
    "final": lambda owner: make_answer(make_offer(owner, stated_as="written"), kind="final").offer,
    "reached": lambda owner: make_answer(make_offer(owner), base=Decimal(88_500)).offer,
}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("case", CASES, ids=CASE_NAMES)
def test_every_case_is_one_page_of_that_paper(
    printed: Printed, alice: User, case: dict[str, object], paper: str
) -> None:
    load_industries(Policy())
    offer = load_case(alice, case, timezone.localdate())
    for asked in (f"?paper={paper}", f"?paper={paper}&walk-away=yes"):
        (page,) = printed(offer, asked, SHEET).pages
        assert tuple(round(float(end)) for end in page.mediabox[2:]) == SIZES[paper]
        assert "Page 1 of 1" in page.extract_text()


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("build", HARD.values(), ids=HARD)
def test_whatever_is_known_it_stays_on_one_page(
    printed: Printed, alice: User, build: Any, paper: str
) -> None:
    offer = build(alice)
    for asked in (f"?paper={paper}", f"?paper={paper}&walk-away=yes"):
        assert len(printed(offer, asked, SHEET).pages) == 1


@pytest.mark.parametrize(("country", "paper"), [("US", "letter"), ("CA", "letter"), ("DE", "a4"), ("", "a4")])
def test_the_paper_is_the_usual_one_of_the_country(
    printed: Printed, alice: User, country: str, paper: str
) -> None:
    alice.country = country
    alice.save()
    (page,) = printed(make_offer(alice), "", SHEET).pages
    assert round(float(page.mediabox[3])) == SIZES[paper][1]


def test_the_sheet_says_what_to_say_in_its_order(printed: Printed, alice: User) -> None:
    offer = make_offer(
        alice, stated_as="written", level="Level 3", deadline=timezone.localdate() + timedelta(9)
    )
    text = text_of(printed(offer, "", SHEET))
    said = [
        "Private: not for the employer",
        "Thank you for the offer for the role of Product Analyst.",
        "Ask for USD 88,500",
        "Given the level of the role, Level 3, I would like to ask for a base of USD 88,500 a year.",
        "If we can settle on 84,000 with a sign-on of 8,000, I can sign",
        "What would work for me is 82,250 with a sign",
        "They want your answer",
        "Hiring manager",
        "USD 88,500 or more Accept",
        "This is our final offer.",
    ]
    assert [words for words in said if words not in text] == []
    spoken = said[1:-3]
    assert sorted(spoken, key=text.index) == spoken


def test_after_their_answer_it_stands_on_the_answer(printed: Printed, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", level="Level 3")
    make_answer(offer)
    text = text_of(printed(offer, "", SHEET))
    assert "They answered with USD 84,000" in text
    assert "could we settle at a base of USD 86,000 a year?" in text
    assert "This would work for me: a base of USD 84,000 a year with a review after 6 months" in text
    under = ("83,500", "82,250", "80,000", "I would like to ask for a base of USD 88,500")
    assert [words for words in under if words in text] == []


def test_what_their_answer_does_not_mention_is_to_be_asked_about(printed: Printed, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", sign_on_stated="given", sign_on=3_000, level="Level 3")
    make_answer(offer)
    text = text_of(printed(offer, "", SHEET))
    assert "Not mentioned again: sign-on (USD 3,000). Ask whether that stands." in text


def test_the_brief_names_their_answer_and_shows_no_empty_table(printed: Printed, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", level="Level 3")
    make_answer(offer)
    text = text_of(printed(offer))
    assert "They answered with USD 84,000." in text
    assert "What can move instead" not in text


def test_while_a_counter_is_open_it_speaks_of_that_one(printed: Printed, alice: User) -> None:
    offer = make_offer(alice, stated_as="written", level="Level 3", stage="countered")
    make_draft(offer, sent_on=date(2026, 11, 16), basis={"ask": "88500"})
    text = text_of(printed(offer, "", SHEET))
    assert "It is about the request that I sent you on Monday 16 November." in text
    assert "I have one request" not in text


def test_the_line_of_an_hourly_walk_away_has_its_currency(printed: Printed, alice: User) -> None:
    hourly = {"base": Decimal(40), "target": Decimal(45), "walk_away": Decimal(41), "team": ()}
    offer = make_offer(alice, unit="hour", hours_per_week=Decimal(40), **hourly)
    assert "worth less than USD 41.00 to you" in text_of(printed(offer, "?walk-away=yes", SHEET))


def test_a_number_is_not_asked_for_once_it_is_reached(printed: Printed, alice: User) -> None:
    text = text_of(printed(HARD["reached"](alice), "", SHEET))
    assert "They have reached the base that you accept." in text
    assert "could we settle" not in text.lower()


def test_an_offer_said_aloud_says_first_to_name_no_number(printed: Printed, alice: User) -> None:
    assert "Name no number yet." in text_of(printed(make_offer(alice), "", SHEET))
    assert "Name no number yet." not in text_of(printed(make_offer(alice, stated_as="written"), "", SHEET))


def test_where_base_is_fixed_it_has_lines_instead_of_numbers(printed: Printed, alice: User) -> None:
    load_industries(Policy())
    text = text_of(printed(load_case(alice, CASES[2], timezone.localdate()), "", SHEET))
    assert "Do not ask for more base Base follows from a formula. Argue its inputs:" in text
    assert "Could you show me the level, the location and the step that it was given?" in text
    assert "The budget is fixed." in text
    assert "What to say to their number" not in text


def test_the_lines_at_which_to_stop_are_off_until_they_are_asked_for(printed: Printed, alice: User) -> None:
    offer = make_offer(alice, walk_away=Decimal("79123"))
    plain, held = (text_of(printed(offer, asked, SHEET)) for asked in ("", "?walk-away=yes"))
    assert [words in plain for words in ("79,123", "Where to stop", "walk-away", "Walk away")] == [False] * 4
    assert "worth less than USD 79,123 to you" in held
    assert "Private: holds your walk-away" in held


@pytest.mark.parametrize("walk_away", range(80_500, 94_000, 500))
def test_no_row_without_its_words_tells_where_the_walk_away_is(
    printed: Printed, alice: User, walk_away: int
) -> None:
    """An answer that keeps a number back would show that it lies near the number."""
    text = text_of(printed(make_offer(alice, walk_away=Decimal(walk_away)), "", SHEET))
    assert "Could you take one more step on base?" not in text


@pytest.mark.parametrize(("many", "queries"), [(1, 17), (30, 19)])  # Two about others, where there are any.
def test_the_sheet_asks_the_database_so_many_times(
    window: Client, alice: User, many: int, queries: int, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    with django_assert_num_queries(queries):
        window.get(reverse("briefs:pdf", args=[offers[0].pk, SHEET]))


@pytest.mark.parametrize(
    ("answer", "why", "last"),
    [
        ({"base": Decimal(96_000)}, REACHED, "Thank you, that works for me."),
        (
            {"base": Decimal(84_000), "kind": "final"},
            FINAL,
            "I will give you my answer on the offer as it stands.",
        ),
    ],
    ids=["enough", "final"],
)
def test_no_base_is_asked_for_where_their_answer_leaves_nothing(
    alice: User, answer: dict[str, Any], why: str, last: str
) -> None:
    make_answer(offer := make_offer(alice), **answer)
    loaded, _ = read(Offer.objects.all(), offer.pk, Choices())
    record = record_of(loaded, timezone.localdate())
    assert record.advice
    sheet = sheet_of(record, record.advice, private=False)
    assert (sheet.now.figure, sheet.now.instead) == ("", why)
    assert last in (*sheet.request, *sheet.ways)[-1]
