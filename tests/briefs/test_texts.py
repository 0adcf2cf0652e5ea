"""Whatever people type is shown as text: nothing of it is markup, and no length of it breaks the pages."""

from decimal import Decimal

import pytest

from offers.accounts.models import User
from tests.briefs.conftest import Printed, text_of
from tests.factories import make_offer

HOSTILE = (
    "<script>alert(1)</script>",
    '<img src="http://127.0.0.1:9/a">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<link rel="stylesheet" href="http://127.0.0.1:9/b">',
    "<style>@import url(http://127.0.0.1:9/c);</style>",
    "</title></head><body><h1>gone",
    "</svg></figure></table>",
    '" onmouseover="alert(1)',
    "javascript:alert(1)",
    "{{ offer.walk_away }}{% now 'Y' %}",
    "&lt;b&gt; &#60;b&#62; &amp;amp;",
    "<!-- <![CDATA[ ]]> -->",
    "url(file:///etc/passwd) /* } */ p { color: red }",
)
STRANGE = (
    "Ж" * 150,
    "W" * 150,
    "مدينة كبيرة " * 12,
    "\u202eevil\u2066\u200f",
    "e" + "\u0301" * 149,
    "\u200b\u200d\ufeff",
    "a\u00adb" * 50,
)
UNKNOWN = ("漢字かな交じり文", "👩\u200d👩\u200d👧\u200d👦🦊🏴")


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_printed_letter_by_letter(printed: Printed, alice: User, text: str) -> None:
    fields = dict.fromkeys(("company", "role", "place", "level"), text)
    document = printed(make_offer(alice, **fields | {"level": text[:50]}))
    assert text_of(document).replace(" ", "").count(text.replace(" ", "")) >= 4
    assert (document.attachments, [list(page.images) for page in document.pages]) == ({}, [[]] * 4)


@pytest.mark.parametrize("text", STRANGE)
def test_strange_letters_keep_every_page_in_form(printed: Printed, alice: User, text: str) -> None:
    document = printed(make_offer(alice, company=text, role=text, place=text, level=text[:50]))
    pages = [page.extract_text() for page in document.pages]
    assert len(pages) == 4
    assert ["Private: not for the employer" in page for page in pages] == [True] * 4
    assert "88,500" in pages[0]


@pytest.mark.parametrize("text", UNKNOWN)
def test_letters_that_no_font_here_has_are_boxes_on_the_same_pages(
    printed: Printed, alice: User, text: str
) -> None:
    document = printed(make_offer(alice, company=text, role=text))
    assert len(document.pages) == 4
    assert document.metadata is not None
    assert document.metadata.title == f"Private brief: {text}, {text}"


def test_an_offer_with_every_kind_of_fact_keeps_to_three_pages(printed: Printed, alice: User) -> None:
    offer = make_offer(
        alice,
        company="W" * 60,
        team=tuple(str(70_000 + 1_000 * n) for n in range(30)),
        range_minimum=Decimal(60_000),
        range_midpoint=Decimal(80_000),
        range_maximum=Decimal(100_000),
        posted_minimum=Decimal(70_000),
        posted_maximum=Decimal(110_000),
        posted_url="https://example.org/jobs/1",
        inside_minimum=Decimal(60_000),
        inside_maximum=Decimal(92_000),
        inside_by="recruiter",
        named_number=Decimal(90_000),
        walk_away=Decimal(90_000),
    )
    document = printed(offer)
    assert len(document.pages) == 3
    assert "Posted minimum USD 70,000" in text_of(document)


def test_the_largest_amounts_stay_in_their_column(printed: Printed, alice: User) -> None:
    largest = Decimal("999999999.99")
    offer = make_offer(alice, team=(), base=largest - 1, target=largest, walk_away=None)
    assert "USD 999,999,998.99" in text_of(printed(offer))
