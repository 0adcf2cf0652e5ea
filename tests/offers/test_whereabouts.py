"""A country is proposed from the place of an offer, and kept only when the person saves it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.whereabouts import country_of
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.offers.reading import main_of

PREFERENCES = reverse("accounts:preferences")


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Berlin", "DE"),
        ("Berlin, Germany", "DE"),
        ("Berlin, DE", "DE"),
        ("Berlin, CT", "US"),
        ("Austin, TX", "US"),
        ("Texas", "US"),
        ("Paris, TX", "US"),
        ("Remote, Portugal", "PT"),
        ("remote", ""),
        ("London, ON", ""),
        ("Cork", ""),
        ("", ""),
        (",", ""),
    ],
)
def test_what_stands_last_decides(words: str, country: str) -> None:
    assert country_of(words) == country


def test_the_dates_propose_the_country_of_an_offer(desk: Client, alice: User) -> None:
    make_offer(alice, place="Berlin", deadline=timezone.localdate() + timedelta(days=9))
    main = main_of(desk.get(reverse("dates:list")).content.decode())
    (link,) = [one for one in main.having("a") if one.text == "leave out its holidays too"]
    assert "Your offer’s country seems to be Germany" in main.text
    page = desk.get(link.attributes["href"])
    assert page.context["form"]["country"].value() == "DE"
    assert "Nothing is kept before you save it." in main_of(page.content.decode()).text
    alice.refresh_from_db()
    assert alice.country == ""
    sent = {"country": "DE", "time_zone": "UTC", "opened": page.context["form"]["opened"].value()}
    assert desk.post(PREFERENCES, sent).status_code == 302
    alice.refresh_from_db()
    assert alice.country == "DE"


@pytest.mark.parametrize(("own", "asked"), [("SE", "DE"), ("", "XX"), ("", "<b>")])
def test_a_country_of_ones_own_stays_and_an_unknown_one_is_not_proposed(
    alice: User, own: str, asked: str
) -> None:
    User.objects.filter(pk=alice.pk).update(country=own)
    form = sign_in(alice).get(PREFERENCES, {"country": asked}).context["form"]
    assert (form["country"].value(), form.proposed) == (own, "")
