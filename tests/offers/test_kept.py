"""Signed out in the middle of a page: what was typed stays in front of the person, and nowhere else."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.models import Offer
from tests.conftest import PASSWORD, CountQueries
from tests.factories import make_draft, make_offer

SITE = "http://testserver"
NUMBERS = {"target": "95,000", "walk_away": "79 321", "stance": "standard", "opened": "x"}
FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def offer(alice: User) -> Offer:
    return make_offer(alice)


@pytest.fixture
def numbers(offer: Offer) -> str:
    return reverse("offers:step", args=[offer.pk, "numbers"])


def form_of(answer: HttpResponse) -> dict[str, str]:
    """The fields of the form on a page, as its button sends them."""
    main = answer.content.decode().split("<main")[1].split("</main>")[0]
    return {name: unescape(value) for name, value in FIELD.findall(main)}


def test_a_step_sent_while_signed_out_comes_back_with_what_was_typed(numbers: str) -> None:
    answer = Client().post(numbers, NUMBERS)
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Cache-Control"]) == (403, "no-store")
    assert '<dt>Walk-away</dt><dd dir="auto">79 321</dd>' in page
    assert '<dd dir="auto">Up to an exception they can defend</dd>' in page
    assert form_of(answer).items() >= NUMBERS.items()


def test_nothing_of_it_is_stored_or_looked_up(numbers: str, django_assert_num_queries: CountQueries) -> None:
    with django_assert_num_queries(0):
        answer = Client().post(numbers, NUMBERS)
    assert (set(answer.cookies), Session.objects.count()) == ({"csrf"}, 0)
    assert "79 321" not in str(answer.headers)


def test_the_page_is_the_same_whether_the_offer_exists_or_not(numbers: str) -> None:
    nowhere = reverse("offers:step", args=[uuid4(), "numbers"])
    token = re.compile(r'name="(?:csrfmiddlewaretoken|next)" value="[^"]+"')
    pages = [token.sub("", Client().post(url, NUMBERS).content.decode()) for url in (numbers, nowhere)]
    assert pages[0] == pages[1]


def test_signing_in_elsewhere_and_continuing_twice_saves_it(offer: Offer, numbers: str, alice: User) -> None:
    tab = Client(enforce_csrf_checks=True, headers={"origin": SITE})
    tab.force_login(alice)
    opened = tab.get(numbers)
    token = str(opened.context["csrf_token"])
    typed = NUMBERS | {"opened": opened.context["form"].state, "csrfmiddlewaretoken": token}
    Session.objects.all().delete()
    kept = tab.post(numbers, typed)
    login = {
        "login": alice.email,
        "password": PASSWORD,
        "csrfmiddlewaretoken": form_of(kept)["csrfmiddlewaretoken"],
    }
    assert tab.post(reverse("account_login"), login).status_code == 302
    again = tab.post(numbers, form_of(kept))
    assert (again.status_code, "Nearly saved" in again.content.decode()) == (403, True)
    assert tab.post(numbers, form_of(again)).status_code == 302
    offer.refresh_from_db()
    assert str(offer.walk_away) == "79321.00"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", None])
def test_a_form_that_no_page_of_ours_sent_shows_nothing_of_what_it_held(
    numbers: str, alice: User, origin: str | None
) -> None:
    tab = Client(enforce_csrf_checks=True, headers={"origin": origin} if origin else {})
    tab.force_login(alice)
    answer = tab.post(numbers, NUMBERS)
    assert (answer.status_code, "79 321" in answer.content.decode()) == (403, False)


def test_a_first_page_is_kept_and_shown_as_text(db: None) -> None:
    answer = Client().post(reverse("offers:new"), {"company": "<script>x</script>", "place": "Köln"})
    page = answer.content.decode()
    assert (answer.status_code, "<script>x" in page, "Köln" in page) == (403, False, True)
    assert form_of(answer)["company"] == "<script>x</script>"


@pytest.mark.parametrize("name", ["edit", "check", "send"])
def test_a_message_is_kept_line_by_line(offer: Offer, name: str) -> None:
    text = 'Thank you.\r\n\r\n"Gladly" & soon.'
    url = reverse(f"drafts:{name}", args=[offer.pk, make_draft(offer).pk])
    answer = Client().post(url, {"text": text, "version": "1"})
    assert (answer.status_code, form_of(answer)["text"], form_of(answer)["version"]) == (403, text, "1")


def test_a_tick_is_said_as_yes_and_a_word_like_it_is_not(offer: Offer) -> None:
    body = {"company": "on", "hard_to_fill": "on"}
    page = Client().post(reverse("offers:step", args=[offer.pk, "role"]), body).content.decode()
    assert re.findall(r"<dt>([^<]+)</dt><dd[^>]*>([^<]+)</dd>", page) == [
        ("Company", "on"),
        ("They say the role is hard to fill", "yes"),
    ]


@pytest.mark.parametrize("body", [{}, {"opened": "x", "page": "y"}, {"target": "  "}])
def test_a_form_without_an_answer_leads_to_sign_in(numbers: str, body: dict[str, str]) -> None:
    assert Client().post(numbers, body).headers["Location"] == f"/account/login/?next={numbers}"


def test_a_step_that_does_not_exist_leads_to_sign_in(offer: Offer) -> None:
    url = reverse("offers:step", args=[offer.pk, "nothing"])
    assert Client().post(url, NUMBERS).headers["Location"] == f"/account/login/?next={url}"


def test_a_quiet_save_is_no_page_and_leads_to_sign_in(numbers: str) -> None:
    answer = Client().post(numbers, NUMBERS, headers={"HX-Request": "true"})
    assert answer.headers["Location"] == f"/account/login/?next={numbers}"
