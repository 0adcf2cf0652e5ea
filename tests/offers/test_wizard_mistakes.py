"""A mistake on a page of the wizard: said beside its field, in a sentence, with what was typed kept."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.models import Offer
from tests.factories import make_offer
from tests.forms import BENEFITS, BONUS, EQUITY, NUMBERS, OFFER, ROLE, SIGN_ON, VARIES
from tests.offers.steps import send, step_of


@pytest.mark.parametrize(
    ("key", "body", "field"),
    [
        ("role", ROLE | {"company": ""}, "company"),
        ("role", ROLE | {"company": "x" * 10_000}, "company"),
        ("role", ROLE | {"role": "a\x00b"}, "role"),
        ("role", ROLE | {"currency": "ZZZ"}, "currency"),
        ("role", ROLE | {"employer_type": "rumour"}, "employer_type"),
        ("role", ROLE | {"industry": "999999"}, "industry"),
        ("offer", OFFER | {"base": "a lot"}, "base"),
        ("offer", OFFER | {"base": "-1"}, "base"),
        ("offer", OFFER | {"base": "1e1000000"}, "base"),
        ("offer", OFFER | {"base": "9" * 5_000}, "base"),
        ("offer", OFFER | {"deadline": "0001-01-01"}, "deadline"),
        ("offer", OFFER | {"deadline": "9999-12-31"}, "deadline"),
        ("offer", OFFER | {"deadline": "2026-02-30"}, "deadline"),
        ("offer", OFFER | {"hours_per_week": "NaN"}, "hours_per_week"),
        ("offer", OFFER | {"hours_per_week": "200"}, "hours_per_week"),
        ("offer", OFFER | {"fte": "0"}, "fte"),
        ("bonus", BONUS | {"bonus_stated": "given", "bonus_target_rate": "900"}, "bonus_target_rate"),
        ("bonus", BONUS | {"raise_rate": "60"}, "raise_rate"),
        ("bonus", BONUS | {"variable_stated": "given", "on_target": "70k"}, "on_target"),
        ("sign-on", SIGN_ON | {"sign_on_stated": "given", "sign_on": "5k", "amount_1": "6k"}, "sign_on"),
        (
            "sign-on",
            SIGN_ON | {"sign_on_stated": "given", "sign_on": "5k", "amount_1": "", "month_1": "6"},
            "amount_1",
        ),
        ("equity", EQUITY | {"equity_stated": "given", "equity_years": "11"}, "equity_years"),
        ("benefits", BENEFITS | {"leave_stated": "given", "leave_days": "1e9"}, "leave_days"),
        ("benefits", BENEFITS | {"match_stated": "given", "rate_1": "100", "high_1": ""}, "high_1"),
        (
            "benefits",
            BENEFITS | {"match_stated": "given", "rate_1": "50", "low_1": "6", "high_1": "5"},
            "high_1",
        ),
        (
            "benefits",
            BENEFITS | {"health_stated": "given", "health_deductible": "2k", "health_most": "1k"},
            "health_most",
        ),
        ("place", {"onsite_days": "8"}, "onsite_days"),
        ("place", {"starts_on": "0001-01-01"}, "starts_on"),
        ("offer", OFFER | {"payments_per_year": "99"}, "payments_per_year"),
        (
            "range",
            {"range_basis": "position", "range_minimum": "90k", "range_maximum": "80k"},
            "range_maximum",
        ),
        (
            "range",
            {"range_basis": "position", "posted_minimum": "90k", "posted_maximum": "80k"},
            "posted_maximum",
        ),
        ("range", {"range_basis": "position", "posted_url": "javascript:alert(1)"}, "posted_url"),
        ("team", {"salaries": "Dana 82,000"}, "salaries"),
        ("numbers", NUMBERS | {"walk_away": "99k"}, "walk_away"),
        ("numbers", NUMBERS | {"inside_minimum": "90k", "inside_maximum": "80k"}, "inside_maximum"),
    ],
)
def test_a_mistake_stands_beside_its_field_with_the_text_kept(
    desk: Client, alice: User, key: str, body: dict[str, str], field: str
) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, key, body)
    assert (page.status_code, list(page.context["form"].errors)) == (200, [field])
    assert page.context["form"][field].value() == body[field]
    assert Offer.objects.filter(pk=offer.pk, base=80_000, target=95_000, company=offer.company).exists()


@pytest.mark.parametrize(
    ("unit", "base", "sentence"),
    [
        ("year", "34", "That is USD 34 a year. If it is pay by the hour or the month, say so beside it."),
        (
            "year",
            "499.50 a year",
            "That is USD 499.50 a year. If it is pay by the hour or the month, say so beside it.",
        ),
        ("month", "34", "That is USD 34 a month. If it is pay by the hour, say so beside it."),
    ],
)
def test_base_that_nobody_is_paid_is_asked_about(
    desk: Client, alice: User, unit: str, base: str, sentence: str
) -> None:
    offer = make_offer(alice, target=None, walk_away=None, team=())
    page = send(desk, offer, "offer", OFFER | {"base": base, "unit": unit})
    assert page.context["form"].errors == {"base": [sentence]}


@pytest.mark.parametrize(
    ("typed", "base", "unit"),
    [
        ("34 an hour", "34", "hour"),
        ("$34/h", "34", "hour"),
        ("34.50 per hour", "34.5", "hour"),
        ("6,000/month", "6000", "month"),
        ("80k a year", "80000", "year"),
        ("80,000 yearly", "80000", "year"),
        ("500", "500", "year"),
    ],
)
def test_a_time_typed_behind_base_is_understood(
    desk: Client, alice: User, typed: str, base: str, unit: str
) -> None:
    offer = make_offer(alice, target=None, walk_away=None, team=())
    send(desk, offer, "offer", OFFER | {"base": typed})
    offer.refresh_from_db()
    assert (offer.base, offer.unit) == (Decimal(base), unit)


def test_the_time_of_base_is_said_back(desk: Client, alice: User) -> None:
    offer = make_offer(alice, target=None, walk_away=None, team=())
    page = send(desk, offer, "offer", OFFER | {"base": "34 an hour"}, **{"HX-Request": "true"})
    assert "USD\u00a034.00 an hour" in page.content.decode()


def test_going_on_without_base_says_what_is_not_known_yet(desk: Client, alice: User) -> None:
    offer = make_offer(alice, base=None)
    answer = send(desk, offer, "offer", OFFER | {"base": ""})
    page = desk.get(answer.headers["Location"]).content.decode()
    assert "Until it is there is no ask, no pay by the year and no counter." in page


def test_a_deadline_that_has_passed_is_asked_about_at_once(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    answer = send(desk, offer, "offer", OFFER | {"deadline": "2026-01-05"})
    page = desk.get(answer.headers["Location"]).content.decode()
    assert "5 January 2026 has passed. Is the date right, or did they give you longer?" in page


def test_a_range_of_the_employer_that_was_entered_twice_is_asked_about(desk: Client, alice: User) -> None:
    offer = make_offer(
        alice,
        range_maximum=Decimal(105_000),
        range_from_employer=True,
        inside_maximum=Decimal(110_000),
        inside_by="recruiter",
    )
    told = "Under “Their range” it goes up to 105,000, under “Your numbers” 110,000; which one"
    for address in (
        step_of(offer, "range"),
        step_of(offer, "numbers"),
        reverse("offers:check", args=[offer.pk]),
    ):
        assert told in desk.get(address).content.decode()


def test_two_numbers_that_disagree_are_both_named(desk: Client, alice: User) -> None:
    page = send(desk, make_offer(alice), "numbers", NUMBERS | {"walk_away": "99k"})
    assert page.context["form"].errors["walk_away"] == [
        "The walk-away 99,000 is above the target 95,000; one of the two needs changing."
    ]


@pytest.mark.parametrize(
    ("unit", "base", "target", "sentence"),
    [
        ("hour", "28", "65,000", "Base is 28 an hour; is 65,000 an hour or a year? Give it an hour."),
        ("year", "80000", "41.5", "Base is 80,000 a year; is 41.50 a year or an hour? Give it a year."),
        ("month", "6000", "150k", "Base is 6,000 a month; is 150,000 a month or a year? Give it a month."),
        ("year", "80000", "2m", "Give an amount such as 80,000 or 80k."),
        (
            "year",
            "80000",
            "9,500,000",
            "Base is 80,000 a year; is 9,500,000 right? It is more than 20 times that.",
        ),
        ("year", "80000", "€95k", "This offer is in USD; give the amount in USD."),
    ],
)
def test_a_target_of_another_time_or_currency_is_asked_about(
    desk: Client, alice: User, unit: str, base: str, target: str, sentence: str
) -> None:
    offer = make_offer(alice, unit=unit, base=Decimal(base), target=None, walk_away=None)
    page = send(desk, offer, "numbers", {"target": target, "stance": "standard"})
    assert page.context["form"].errors == {"target": [sentence]}


@pytest.mark.parametrize(
    ("low", "usual", "high", "field"),
    [
        ("90", "80", "", "bonus_payout_rate"),
        ("", "80", "70", "bonus_payout_high_rate"),
        ("90", "", "80", "bonus_payout_high_rate"),
        ("50", "80", "301", "bonus_payout_high_rate"),
    ],
)
def test_a_better_year_pays_no_less_than_a_poorer_one(
    desk: Client, alice: User, low: str, usual: str, high: str, field: str
) -> None:
    names = ("bonus_payout_low_rate", "bonus_payout_rate", "bonus_payout_high_rate")
    typed = dict(zip(names, (low, usual, high), strict=True))
    answer = send(desk, make_offer(alice), "bonus", VARIES | typed)
    assert list(answer.context["form"].errors) == [field]
