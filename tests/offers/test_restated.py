"""The time that amounts are for changes: what becomes of the other amounts is asked, not guessed."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client

from offers.accounts.models import User
from offers.ledger.models import Observation
from offers.models import Evidence, Offer
from tests.factories import make_draft, make_offer, make_terms
from tests.forms import OFFER, ROLE
from tests.offers.steps import opened, send, step_of

MONTH = OFFER | {"base": "5k", "unit": "month"}
ASKED = "Say whether they are converted."
QUIET = {"HX-Request": "true"}


def make_yearly(alice: User) -> Offer:
    """60,000 a year, with every other amount that is for a year as well."""
    amounts = {
        "base": 60_000,
        "range_minimum": 55_000,
        "range_maximum": 75_000,
        "posted_maximum": 72_000,
        "target": 68_000,
        "walk_away": 56_000,
        "inside_maximum": 74_000,
        "resent": 54_000,
        "named_number": 66_000,
    }
    fields = {name: Decimal(amount) for name, amount in amounts.items()}
    return make_offer(alice, team=("61000", "63000"), spending=Decimal(40_000), **fields)


def amounts_of(offer: Offer) -> dict[str, Decimal | None]:
    return Offer.objects.values(
        "base", "range_minimum", "range_maximum", "posted_maximum", "target", "walk_away", "inside_maximum"
    ).get(pk=offer.pk)


@pytest.mark.parametrize("how", [{}, {"quiet": "yes"}])
def test_another_time_is_asked_about_and_not_saved(desk: Client, alice: User, how: dict[str, str]) -> None:
    offer = make_yearly(alice)
    page = send(desk, offer, "offer", MONTH | how)
    assert page.context["form"].errors == {"others": [ASKED]}
    assert (page.context["form"]["base"].value(), page.status_code) == ("5k", 200)
    assert Offer.objects.filter(pk=offer.pk, unit="year", base=60_000).exists()


def test_the_question_says_what_is_on_record_and_offers_no_default(desk: Client, alice: User) -> None:
    offer = make_yearly(alice)
    form = send(desk, offer, "offer", MONTH | {"named_number": "66,000"}).context["form"]
    assert form.question.legend == "Your other amounts are for a year"
    assert form.question.names == (
        "the number you named, their range, the posted range, your target, your walk-away, what you heard "
        "from inside, the base you would resent, the salaries of the team"
    )
    assert [label for _, label in form["others"].field.choices] == [
        "Convert them: 66,000 becomes 5,500",
        "They are for a month already",
    ]
    assert "checked" not in str(form["others"])


def test_the_other_amounts_are_converted_in_the_same_save(desk: Client, alice: User) -> None:
    offer = make_yearly(alice)
    answer = send(desk, offer, "offer", MONTH | {"named_number": "66,000", "others": "convert"})
    assert answer.status_code == 302
    assert amounts_of(offer) == {
        "base": Decimal(5_000),
        "range_minimum": Decimal("4583.33"),
        "range_maximum": Decimal(6_250),
        "posted_maximum": Decimal(6_000),
        "target": Decimal("5666.67"),
        "walk_away": Decimal("4666.67"),
        "inside_maximum": Decimal("6166.67"),
    }
    saved = Offer.objects.get(pk=offer.pk)
    assert (saved.unit, saved.resent, saved.named_number) == ("month", Decimal(4_500), Decimal(5_500))
    assert saved.spending == Decimal(40_000)
    assert [one.pay for one in saved.colleagues.all()] == [Decimal("5083.33"), Decimal(5_250)]
    assert "Your other amounts are converted." in desk.get(answer.headers["Location"]).content.decode()


def test_the_rows_beside_an_offer_are_converted_too(desk: Client, alice: User) -> None:
    offer = make_offer(alice, base=Decimal(60_000), target=None, walk_away=None, team=())
    Evidence.objects.create(offer=offer, about="level", source="A survey", low=Decimal(60_000))
    make_terms(offer, base=Decimal(60_000), sign_on=Decimal(3_000))
    for item, value in (("base", 66_000), ("sign_on", 3_000)):
        Observation.objects.create(
            offer=offer, key=uuid4(), figure="asked", item=item, value=value, seen_on=date(2026, 11, 12)
        )
    opening = {"base": "64000", "items": [{"key": "sign_on", "quantity": "3000"}], "phrase": "64,000"}
    basis = {"currency": "USD", "unit": "year", "offer": "60000", "ask": "66000", "range_top": None}
    basis |= {"opening": [opening]}
    draft = make_draft(offer, sent_on=date(2026, 11, 12), text="I ask for 66,000.", basis=basis)
    send(desk, offer, "offer", MONTH | {"others": "convert"})
    draft.refresh_from_db()
    assert [one.low for one in offer.evidence.all()] == [5_000]
    assert [(one.base, one.sign_on) for one in offer.terms.all()] == [(5_000, 3_000)]
    assert {one.item: one.value for one in offer.observations.all()} == {"base": 5_500, "sign_on": 3_000}
    assert draft.text == "I ask for 66,000."
    month = {"unit": "month", "offer": "5000.00", "ask": "5500.00"}
    assert draft.basis == basis | month | {"opening": [opening | {"base": "5333.33"}]}


def test_amounts_that_are_for_the_new_time_already_stay(desk: Client, alice: User) -> None:
    offer = make_offer(alice, base=Decimal(5_000), target=Decimal(6_000), walk_away=Decimal(4_000))
    assert send(desk, offer, "offer", MONTH | {"others": "keep"}).status_code == 302
    saved = Offer.objects.get(pk=offer.pk)
    assert (saved.unit, saved.target, saved.walk_away) == ("month", 6_000, 4_000)


def test_a_number_named_that_is_typed_anew_is_for_the_new_time(desk: Client, alice: User) -> None:
    offer = make_yearly(alice)
    send(desk, offer, "offer", MONTH | {"named_number": "5,600", "others": "convert"})
    assert Offer.objects.get(pk=offer.pk).named_number == 5_600


def test_a_base_that_nobody_typed_anew_is_converted_with_them(desk: Client, alice: User) -> None:
    offer = make_yearly(alice)
    untouched = MONTH | {"base": "60,000", "named_number": "66,000"}
    question = send(desk, offer, "offer", untouched).context["form"].question
    assert question.convert == "Convert them: 60,000 becomes 5,000"
    assert question.names.startswith("the base, ")
    body = opened(desk, step_of(offer, "offer")) | untouched | {"others": "convert"}
    for _ in range(2):
        assert desk.post(step_of(offer, "offer"), body).status_code == 302
        offer.refresh_from_db()
        assert (offer.base, offer.named_number, offer.unit) == (5_000, 5_500, "month")


def test_pressing_twice_converts_once(desk: Client, alice: User) -> None:
    offer = make_yearly(alice)
    body = opened(desk, step_of(offer, "offer")) | MONTH | {"named_number": "66,000", "others": "convert"}
    for _ in range(2):
        assert desk.post(step_of(offer, "offer"), body).status_code == 302
    saved = Offer.objects.get(pk=offer.pk)
    assert (saved.target, saved.named_number) == (Decimal("5666.67"), 5_500)


def test_nothing_is_converted_in_passing(desk: Client, alice: User) -> None:
    offer = make_yearly(alice)
    page = send(desk, offer, "offer", MONTH | {"others": "convert"}, **QUIET)
    assert "It is saved with the button below." in page.content.decode()
    assert 'id="other-amounts" hx-swap-oob="true"' in page.content.decode()
    assert Offer.objects.get(pk=offer.pk).unit == "year"


@pytest.mark.parametrize(
    "change",
    [
        {"base": "62k"},
        {"base": "60k", "payments_per_year": "14"},
        {"base": "60k", "hours_per_week": "38"},
    ],
)
def test_what_changes_no_meaning_is_not_asked_about(
    desk: Client, alice: User, change: dict[str, str]
) -> None:
    assert send(desk, make_yearly(alice), "offer", OFFER | change).status_code == 302


@pytest.mark.parametrize(
    ("before", "change", "legend"),
    [
        ({"unit": "month"}, {"payments_per_year": "14"}, "a month, 12 salaries a year"),
        ({}, {"unit": "year", "fte": "80"}, "a year, at full time"),
    ],
)
def test_salaries_a_year_and_part_time_are_asked_about(
    desk: Client, alice: User, before: dict[str, str], change: dict[str, str], legend: str
) -> None:
    offer = make_offer(alice, base=Decimal(5_000), target=Decimal(6_000), walk_away=None, team=(), **before)
    form = send(desk, offer, "offer", MONTH | change).context["form"]
    assert form.question.legend == f"Your other amounts are for {legend}"


def test_without_other_amounts_nothing_is_asked(desk: Client, alice: User) -> None:
    offer = make_offer(alice, target=None, walk_away=None, team=())
    assert send(desk, offer, "offer", MONTH).status_code == 302
    assert Offer.objects.get(pk=offer.pk).unit == "month"


def test_an_amount_that_would_be_nothing_is_not_converted(desk: Client, alice: User) -> None:
    offer = make_offer(alice, base=None, target=Decimal(10), walk_away=None, team=())
    hourly = OFFER | {"base": "30", "unit": "hour", "others": "convert"}
    assert send(desk, offer, "offer", hourly).context["form"].errors == {
        "others": ["One of them would be less than a cent or more than a billion. Correct it first."]
    }


def test_a_decided_offer_is_asked_nothing(desk: Client, alice: User) -> None:
    offer = make_yearly(alice)
    Offer.objects.filter(pk=offer.pk).update(stage="decided")
    assert list(send(desk, offer, "offer", MONTH).context["form"].errors) == ["__all__"]


def test_another_currency_says_that_the_amounts_stay_as_they_are(desk: Client, alice: User) -> None:
    offer = make_yearly(alice)
    told = "The amounts on record stay as they are, now in EUR."
    page = send(desk, offer, "role", ROLE | {"currency": "eur"}, **QUIET)
    assert told in page.content.decode()
    page = desk.get(send(desk, offer, "role", ROLE | {"currency": "usd"}).headers["Location"])
    assert told.replace("EUR", "USD") in page.content.decode()
