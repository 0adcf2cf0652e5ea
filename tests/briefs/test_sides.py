"""Offers side by side on paper."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from offers.accounts.models import User
from offers.models import Offer
from tests.briefs.conftest import text_of
from tests.compare.makers import make_acme, make_brick, make_locked, make_rate, make_scores
from tests.conftest import CountQueries, sign_in

ADDRESS = "briefs:comparison"


def made(window: Client, *offers: Offer, paper: str = "a4") -> PdfReader:
    asked = {"offer": [offer.pk for offer in offers], "paper": paper}
    response = window.get(reverse(ADDRESS), asked)
    assert response.status_code == 200, response.content
    return PdfReader(BytesIO(response.content))


def test_two_offers_say_who_leads_and_what_would_make_them_equal(window: Client, alice: User) -> None:
    document = made(window, make_acme(alice), make_brick(alice))
    text = text_of(document)
    said = (
        "Private: not for any employer",
        "Acme leads on money; nothing else is scored.",
        "USD 39,200 a year between the first two",
        "Sign-on USD 9,000 to be paid back for 12 months not stated",
        "Four years USD 665,000",
        "Brick lacks USD 39,200 a year: a base of USD 164,200",
        "Nothing here recommends an offer.",
    )
    assert [words for words in said if words not in text] == []
    assert document.metadata is not None
    assert document.metadata.title == "Comparison: Acme and Brick"
    assert document.root_object["/Lang"] == "en"


def test_the_chart_has_names_in_full_and_names_each_part(window: Client, alice: User) -> None:
    name = "Northwind Software of the United Provinces"
    text = text_of(made(window, make_acme(alice, company=name), make_brick(alice)))
    assert f"{name} USD 164,200" in text
    assert "Base 140,000 Sign-on 3,000 Bonus 11,200 Grants 10,000" in text


def test_no_private_number_of_either_is_on_it(window: Client, alice: User) -> None:
    text = text_of(made(window, make_acme(alice), make_brick(alice)))
    private = ("133,717", "118,717", "160,000", "150,000", "walk-away", "78,000")
    assert [words for words in private if words in text] == []


@pytest.mark.parametrize(("many", "wide"), [(2, False), (3, False), (4, True), (6, True)])
def test_many_offers_lie_across_the_page(window: Client, alice: User, many: int, wide: bool) -> None:
    offers = [make_acme(alice, company=f"Acme {number}" + "W" * 100) for number in range(many)]
    box = made(window, *offers, paper="letter").pages[0].mediabox
    assert (box.width > box.height) == wide


def test_currencies_and_scores_stand_in_it(window: Client, alice: User) -> None:
    offers = [make_acme(alice), make_acme(alice, company="Coast", currency="SEK", base=Decimal(900_000))]
    make_rate(alice)
    make_locked(alice)
    for offer in offers:
        make_scores(offer, 72, 60, 48)
    text = text_of(made(window, *offers))
    assert ["What matters beside money" in text, "From the letter." in text, "In USD" in text] == [True] * 3


@pytest.mark.parametrize("many", [2, 3, 5])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_no_last_page_holds_a_few_lines_alone(window: Client, alice: User, many: int, paper: str) -> None:
    offers = [make_acme(alice, company=f"Acme {number}") for number in range(many)]
    document = made(window, *offers, paper=paper)
    assert len(document.pages[-1].extract_text().splitlines()) > 20


def test_one_offer_alone_leads_back_to_the_page(window: Client, alice: User) -> None:
    response = window.get(reverse(ADDRESS), {"offer": make_acme(alice).pk}, follow=True)
    assert response.redirect_chain == [(reverse("compare:page"), 302)]
    assert "Choose two offers or more" in response.content.decode()


def test_offers_of_somebody_else_are_not_there(alice: User, bob: User) -> None:
    asked = {"offer": [make_acme(alice).pk, make_brick(alice).pk]}
    assert sign_in(bob).get(reverse(ADDRESS), asked).status_code == 302


def test_the_file_is_named_after_the_offers(window: Client, alice: User) -> None:
    offers = [make_acme(alice), make_brick(alice)]
    response = window.get(reverse(ADDRESS), {"offer": [offer.pk for offer in offers]})
    assert 'filename="comparison-acme-brick.pdf"' in response.headers["Content-Disposition"]


@pytest.mark.parametrize("many", [2, 6])
def test_the_comparison_asks_the_database_so_many_times(
    window: Client, alice: User, many: int, django_assert_num_queries: CountQueries
) -> None:
    offers = [make_acme(alice, company=f"Acme {number}") for number in range(many)]
    with django_assert_num_queries(15):
        window.get(reverse(ADDRESS), {"offer": [offer.pk for offer in offers]})


def test_it_can_be_read_on_a_screen(window: Client, alice: User) -> None:
    offers = [make_acme(alice), make_brick(alice)]
    page = window.get(reverse("briefs:comparison-page"), {"offer": [offer.pk for offer in offers]})
    assert "Acme leads on money; nothing else is scored." in page.content.decode()


def test_one_offer_alone_is_sent_back_to_choose_another(window: Client, alice: User) -> None:
    page = window.get(reverse("briefs:comparison-page"), {"offer": [make_acme(alice).pk]})
    assert (page.status_code, page.url) == (302, reverse("compare:page"))
