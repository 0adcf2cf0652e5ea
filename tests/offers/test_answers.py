"""Answers in words: amounts with their currency, choices by their labels, what was typed as it was typed."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.answers import answers_of, differences
from offers.benefit_forms import BenefitsForm
from offers.forms import OfferForm, RangeForm, RoleForm, TeamForm
from offers.own_forms import NumbersForm
from offers.step_form import StepForm
from tests.conftest import sign_in
from tests.factories import make_band, make_offer
from tests.offers.reading import main_of


def told(form: StepForm) -> list[tuple[str, str]]:
    return [(one.label, one.words) for one in answers_of(form)]


def test_an_offer_is_told_with_currency_percent_and_date(alice: User) -> None:
    offer = make_offer(
        alice,
        deadline=date(2026, 12, 1),
        said_yes=True,
    )
    assert told(OfferForm(instance=offer)) == [
        ("How you have it", "Said aloud"),
        ("Base pay", "USD\u00a080,000"),
        ("Amounts are for", "A year"),
        ("Share of full time", "100%"),
        ("They want an answer by", "1 December 2026"),
        ("You already said yes aloud", "Yes"),
    ]


def test_pay_by_the_month_tells_how_many_months(alice: User) -> None:
    offer = make_offer(alice, unit="month", payments_per_year=13)
    assert ("Salaries a year", "13") in told(OfferForm(instance=offer))


def test_an_amount_of_a_time_of_its_own_says_so(alice: User) -> None:
    offer = make_offer(alice, health_stated="given", health_premium=Decimal("95.5"))
    assert ("Your premium", "USD\u00a095.50 a month") in told(BenefitsForm(instance=offer))


@pytest.mark.parametrize(("hours", "shown"), [("20.0", "20"), ("37.5", "37.5"), ("40", "40")])
def test_hours_have_no_zero_that_says_nothing(alice: User, hours: str, shown: str) -> None:
    form = OfferForm(instance=make_offer(alice, hours_per_week=Decimal(hours)))
    assert ("Hours per week", shown) in told(form)
    assert form["hours_per_week"].value() == shown


def test_only_ranges_in_the_currency_of_the_offer_are_known(alice: User) -> None:
    ours, _ = make_band(currency="EUR"), make_band(currency="USD", location="Boston, MA")
    form = RangeForm(instance=make_offer(alice, currency="EUR"))
    assert list(form.fields["band"].queryset) == [ours]


def test_salaries_by_the_hour_have_their_cents(alice: User) -> None:
    offer = make_offer(alice, unit="hour", team=("42.1", "44"), currency="EUR")
    ((_, salaries),) = told(TeamForm(instance=offer))
    assert salaries == "EUR\u00a042.10\nEUR\u00a044.00"


def test_a_difference_is_told_as_saved_and_as_typed(alice: User) -> None:
    offer = make_offer(alice, seniority="manager", hard_to_fill=True)
    data = {"company": offer.company, "role": offer.role, "place": "", "currency": "USD", "seniority": ""}
    mine, saved = RoleForm(data | {"employer_type": "formula"}, instance=offer), RoleForm(instance=offer)
    assert list(differences(mine, saved)) == [
        ("Kind of level", "Manager", "empty"),
        ("Place of work", "Austin, TX", "empty"),
        ("Industry", "Technology", "empty"),
        ("How this employer sets pay", "A range for each level", "A formula they publish"),
        ("They say the role is hard to fill", "Yes", "No"),
    ]


def test_an_amount_that_differs_keeps_the_words_it_was_typed_in(alice: User) -> None:
    offer = make_offer(alice)
    mine = NumbersForm({"target": "91k", "walk_away": "79 000", "stance": "standard"}, instance=offer)
    assert list(differences(mine, NumbersForm(instance=offer))) == [("Target", "USD\u00a095,000", "91k")]


def test_no_choice_is_a_row_of_dashes(alice: User) -> None:
    offer = make_offer(alice)
    forms = (RoleForm(instance=offer), NumbersForm(instance=offer))
    assert ["-----" in str(form) for form in forms] == [False, False]
    assert ["Not known yet" in str(form) for form in forms] == [True, True]


@pytest.mark.parametrize(
    ("key", "body"),
    [
        ("role", {}),
        ("offer", {"base": "a lot"}),
        ("numbers", {"target": "much"}),
        ("team", {"salaries": "A"}),
    ],
)
def test_every_link_of_the_error_summary_leads_to_a_field(
    client: Client, alice: User, key: str, body: dict[str, str]
) -> None:
    page = sign_in(alice).post(reverse("offers:step", args=[make_offer(alice).pk, key]), body)
    main = main_of(page.content.decode())
    (summary,) = main.having("error-summary")
    targets = [str(link.attributes["href"]).removeprefix("#") for link in summary.having("a")]
    fields = {one.attributes.get("id") for one in main.walk() if one.tag in {"input", "select", "textarea"}}
    assert targets
    assert set(targets) - fields == set()


def test_the_summary_names_what_is_missing_in_plain_words(alice: User) -> None:
    page = (
        sign_in(alice)
        .post(reverse("offers:new"), {"currency": "USD", "employer_type": "banded"})
        .content.decode()
    )
    (summary,) = main_of(page).having("error-summary")
    told = [link.text for link in summary.having("a")]
    assert told == [
        "Company: Name the company.",
        "Role: Name the role.",
        "Place of work: Name the place, or write remote.",
    ]
