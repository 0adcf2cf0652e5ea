"""The brief as it arrives: its numbers, its marks, its headers, and what happens when there is none."""

import logging
import re
from collections import Counter
from decimal import Decimal
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from offers.accounts.models import User
from offers.bands.demo import load_industries
from offers.briefs.kinds import KINDS, Choices, read
from offers.demo import CASES, load_case
from offers.engine.policy import Policy
from offers.models import Offer
from tests.briefs.conftest import Printed, elements_of, text_of
from tests.conftest import CountQueries, sign_in
from tests.factories import make_crowd, make_offer
from tests.offers.room_page import FORTUNE

WITH = "?walk-away=yes"
CASE_NAMES = [str(case["company"]) for case in CASES]


def test_the_worked_example_has_the_numbers_of_the_room(printed: Printed, alice: User) -> None:
    text = text_of(printed(make_offer(alice)))
    assert "Later, ask for USD 88,500" in text
    assert "Ceiling without an exception USD 84,500" in text
    assert "Ceiling with an exception USD 88,725" in text
    assert "Red, USD 10,500 away" in text
    assert "would cost them USD 26,250 more (ripple)." in text


def test_the_walk_away_is_printed_only_when_it_is_asked_for(printed: Printed, alice: User) -> None:
    offer = make_offer(alice, walk_away=Decimal(90_000))
    plain, other = text_of(printed(offer)), text_of(printed(offer, "?walk-away=90000"))
    assert "Your walk-away: USD 90,000" in text_of(printed(offer, WITH))
    assert [word for text in (plain, other) for word in ("90,000", "walk-away") if word in text] == []


@pytest.mark.parametrize("case", CASES, ids=CASE_NAMES)
def test_every_case_is_two_to_four_pages_each_marked_private(
    printed: Printed, alice: User, case: dict[str, object]
) -> None:
    load_industries(Policy())
    today = timezone.localdate()
    pages = [page.extract_text() for page in printed(load_case(alice, case, today)).pages]
    assert len(pages) in {2, 3, 4}
    for number, page in enumerate(pages, 1):
        assert page.count("Private: not for the employer") == 1
        assert f"Page {number} of {len(pages)}" in page
        assert f"{today:%-d %B %Y}" in page
        assert f"{case['role']}, {case['company']}" in " ".join(page.split())


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("asked", ["", "&walk-away=yes"], ids=["without", "with walk-away"])
@pytest.mark.parametrize("case", CASES, ids=CASE_NAMES)
def test_no_last_page_holds_the_end_of_the_sources_alone(
    printed: Printed, alice: User, case: dict[str, object], asked: str, paper: str
) -> None:
    load_industries(Policy())
    pages = printed(load_case(alice, case, timezone.localdate()), f"?paper={paper}{asked}").pages
    assert "What is missing, and what it would change" in pages[-1].extract_text()


@pytest.mark.parametrize("case", CASES, ids=CASE_NAMES)
def test_every_case_says_its_answer_and_tells_no_fortune(
    printed: Printed, alice: User, case: dict[str, object]
) -> None:
    load_industries(Policy())
    offer = load_case(alice, case, timezone.localdate())
    text = text_of(printed(offer))
    fixed = offer.employer_type in {"formula", "step_scale"}
    assert ("Do not ask for more base" in text) == fixed
    assert ("Where a request lands" in text) != fixed
    assert ("What can move instead" in text) == fixed
    told = re.findall(FORTUNE, text, re.IGNORECASE)
    assert {word.lower() for word in told} <= {"guaranteed"}  # Cash that a letter binds them to.


def test_the_document_is_tagged_and_names_itself(printed: Printed, alice: User) -> None:
    document = printed(make_offer(alice))
    root = document.root_object
    assert document.metadata is not None
    assert document.metadata.title == "Private brief: Product Analyst, Northwind Software"
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert root["/StructTreeRoot"]["/Type"] == "/StructTreeRoot"
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()


def test_the_letters_come_from_the_package_and_only_those_that_are_used(
    printed: Printed, alice: User
) -> None:
    found = {
        str(font.get_object()["/BaseFont"]): font.get_object()["/DescendantFonts"][0].get_object()
        for page in printed(make_offer(alice)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert {name.split("+")[1] for name in found} == {"Brief", "Brief-Semi-Bold"}
    files = [font["/FontDescriptor"]["/FontFile2"].get_data() for font in found.values()]
    assert all(len(letters) < 60_000 for letters in files)


def test_headings_tables_and_picture_are_told_to_those_who_listen(printed: Printed, alice: User) -> None:
    """Four tables, each on one page."""
    elements = list(elements_of(printed(make_offer(alice)).root_object["/StructTreeRoot"]))
    kinds = Counter(element["/S"] for element in elements)
    assert (kinds["/H1"], kinds["/H2"], kinds["/Table"], kinds["/Figure"]) == (1, 16, 4, 1)
    assert [element["/Alt"] for element in elements if "/Alt" in element] == [
        "Pay on one line, in USD a year: offer 80,000, ask 88,500, target 95,000, team 78,000 to 84,500. "
        "The table says it all."
    ]


@pytest.mark.parametrize(
    ("fields", "words", "next_words"),
    [
        ({"base": None}, "What do they offer?", "Thank them and ask for the offer in writing"),
        (
            {"range_minimum": Decimal(90_000), "range_midpoint": Decimal(70_000)},
            "Two answers do not fit together",
            "Change one of them",
        ),
    ],
    ids=["no base", "contradiction"],
)
def test_without_advice_the_brief_says_why(
    printed: Printed, alice: User, fields: dict[str, object], words: str, next_words: str
) -> None:
    document = printed(make_offer(alice, **fields))
    text = text_of(document)
    assert (words in text, next_words in text, len(document.pages)) == (True, True, 1)
    assert "Their screen" not in text


def test_a_walk_away_out_of_reach_is_told_with_it(printed: Printed, alice: User) -> None:
    text = text_of(printed(make_offer(alice, walk_away=Decimal(90_000)), WITH))
    assert "Your walk-away is 1,275 above what a defensible exception could reach." in text
    assert text.index("Your walk-away: USD 90,000") < text.index("10,000 under your walk-away")


def test_without_a_walk_away_there_is_no_empty_box(printed: Printed, alice: User) -> None:
    text = text_of(printed(make_offer(alice, walk_away=None), WITH))
    assert "Your walk-away:" not in text
    assert "Your walk-away. It lights the one private light" in text


def test_the_file_is_named_after_the_company_and_kept_nowhere(window: Client, alice: User) -> None:
    offer = make_offer(alice, company="Bäckerei Øst, GmbH")
    response = window.get(reverse("briefs:pdf", args=[offer.pk, "private-brief"]))
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="private-brief-backerei-st-gmbh.pdf"; '
        "filename*=UTF-8''private-brief-b%C3%A4ckerei-%C3%B8st-gmbh.pdf"
    )
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_company_without_letters_still_has_a_file_name(window: Client, alice: User) -> None:
    response = window.get(reverse("briefs:pdf", args=[make_offer(alice, company="🦊🦊").pk, "private-brief"]))
    assert response.headers["Content-Disposition"] == (
        "attachment; filename=\"private-brief.pdf\"; filename*=UTF-8''private-brief.pdf"
    )


def test_a_brief_with_the_walk_away_says_so_on_its_name_and_on_each_page(window: Client, alice: User) -> None:
    address = reverse("briefs:pdf", args=[make_offer(alice).pk, "private-brief"])
    plain, private = window.get(address), window.get(f"{address}?walk-away=yes")
    assert "private-brief-northwind-software.pdf" in plain.headers["Content-Disposition"]
    assert "private-brief-northwind-software-with-walk-away.pdf" in private.headers["Content-Disposition"]
    for made, mark, other in (
        (plain, "not for the employer", "holds your walk-away"),
        (private, "holds your walk-away", "not for the employer"),
    ):
        pages = [page.extract_text() for page in PdfReader(BytesIO(made.content)).pages]
        assert [mark in text for text in pages] == [True] * len(pages)
        assert [text for text in pages if other in text] == []


def test_a_stranger_finds_nothing(alice: User, bob: User) -> None:
    response = sign_in(bob).get(reverse("briefs:pdf", args=[make_offer(alice).pk, "private-brief"]))
    assert response.status_code == 404
    assert b"%PDF" not in response.content


def test_a_document_over_its_limit_is_refused_politely(
    window: Client, alice: User, settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    offer = make_offer(alice)
    address = reverse("briefs:pdf", args=[offer.pk, "private-brief"])
    settings.PDF_MEMORY = 1024 * 1024
    with caplog.at_level(logging.WARNING, logger="offers"):
        response = window.get(address)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert response.headers["Content-Type"].startswith("text/html")
    assert f'href="{address}"' in response.content.decode()
    assert "no brief: " in caplog.text
    assert re.findall("79,?000|Northwind", caplog.text + response.content.decode()) == []


def test_after_a_refusal_the_next_brief_is_made(window: Client, alice: User, settings: LazySettings) -> None:
    address = reverse("briefs:pdf", args=[make_offer(alice).pk, "private-brief"])
    enough, settings.PDF_MEMORY = settings.PDF_MEMORY, 1024 * 1024
    assert window.get(address).status_code == 503
    settings.PDF_MEMORY = enough
    assert window.get(address).status_code == 200


@pytest.mark.parametrize("many", [1, 30])
def test_the_brief_asks_the_database_seventeen_times(
    window: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    with django_assert_num_queries(17):
        window.get(reverse("briefs:pdf", args=[offers[0].pk, "private-brief"]))


@pytest.mark.parametrize("kind", ["call-sheet", "private-brief", "summary"])
def test_each_can_be_read_on_a_screen_and_leads_back(window: Client, alice: User, kind: str) -> None:
    offer = make_offer(alice, level="Level 3", walk_away=Decimal(90_000))
    page = window.get(reverse("briefs:read", args=[offer.pk, kind]))
    text = page.content.decode()
    assert f'href="{reverse("briefs:page", args=[offer.pk])}"' in text
    assert "css/brief-screen.css" in text
    assert "90,000" not in text


def test_the_walk_away_is_on_the_screen_only_where_it_is_asked_for(window: Client, alice: User) -> None:
    offer = make_offer(alice, walk_away=Decimal(90_000))
    page = window.get(reverse("briefs:read", args=[offer.pk, "private-brief"]) + WITH)
    assert "90,000" in page.content.decode()
    summary = window.get(reverse("briefs:read", args=[offer.pk, "summary"]) + WITH, follow=True)
    assert "90,000" not in summary.content.decode()


def test_on_paper_there_is_nothing_to_lead_back(alice: User) -> None:
    told = read(Offer.objects.all(), make_offer(alice).pk, Choices())
    (versions,) = KINDS["private-brief"].drawn(told, timezone.localdate(), Choices())
    assert [word for word in ("<nav", "<link", "brief-screen") if word in versions] == []


def test_what_there_is_not_is_not_there_on_a_screen_either(window: Client, alice: User) -> None:
    assert window.get(reverse("briefs:read", args=[make_offer(alice).pk, "novel"])).status_code == 404


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_to_read_asks_the_database_thirteen_times(
    window: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offers = make_crowd(alice, many)
    with django_assert_num_queries(13):
        window.get(reverse("briefs:read", args=[offers[0].pk, "private-brief"]))


EARLY = (
    ({}, "Name no number yet: ask for the whole offer in writing first. This page names your request."),
    (
        {"named_number": Decimal(90_000)},
        "name no other before you have the whole offer in writing. This",
    ),
)


@pytest.mark.parametrize(("named", "said"), EARLY, ids=["no number named", "one named"])
def test_before_the_written_offer_the_summary_comes_with_a_warning(
    window: Client, alice: User, named: dict[str, Decimal], said: str
) -> None:
    address = reverse("briefs:page", args=[make_offer(alice, **named).pk])
    content = " ".join(window.get(address).content.decode().split())
    assert content.count(said) == 1
    assert content.index('id="summary"') < content.index(said) < content.rindex("Make the PDF")


def test_with_the_written_offer_in_hand_there_is_no_such_warning(window: Client, alice: User) -> None:
    offer = make_offer(alice, stated_as="written")
    content = window.get(reverse("briefs:page", args=[offer.pk])).content.decode()
    assert "This page names your request" not in content
