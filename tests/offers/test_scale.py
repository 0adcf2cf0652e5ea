"""A lost "k" is asked about at every amount that is for the same time as base, before it counts."""

from decimal import Decimal

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.fields import AmountsField, MoneyField
from offers.ledger.forms import ObservationForm
from offers.ledger.models import Observation
from offers.models import KnownRange, Offer
from offers.outcome.forms import heard_form
from offers.range_form import KnownRangeForm
from offers.what_if import WhatIfForm
from offers.wizard import PAGES
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.forms import BONUS, KNOWN_RANGE, NUMBERS, OFFER

GROUNDS = [
    f"{end}_{about}" for about in ("level", "geography", "industry", "experience") for end in ("low", "high")
]
HELD = {
    "offer": ["named_number"],
    "range": ["range_minimum", "range_midpoint", "range_maximum", "posted_minimum", "posted_maximum"],
    "team": ["salaries"],
    "numbers": ["target", "walk_away", "inside_minimum", "inside_maximum", *GROUNDS],
    "walk-away": ["resent"],
}
# Paid beside base, or for a time of their own.
OTHERS = {
    "offer": {"base"},
    "walk-away": {"spending", "alternative_value", "switching_loss"},
    "bonus": {"on_target", "draw"},
    "sign-on": {"sign_on", "amount_1", "amount_2", "amount_3", "amount_4"},
    "equity": {"equity_grant"},
    "benefits": {
        "health_premium",
        "health_deductible",
        "health_most",
        "health_account",
        "health_care",
        "learning_budget",
        "relocation",
    },
    "place": {"commute_cost", "hour_value"},
}
BODIES = {"offer": OFFER | {"base": "140k"}, "range": {"range_basis": "position"}, "numbers": NUMBERS}
LOST = "130 a year? Type 130k or 130,000."


@pytest.fixture
def offer(alice: User) -> Offer:
    return make_offer(alice, base=Decimal(140_000), target=None, walk_away=None, team=())


def test_no_amount_of_the_wizard_is_forgotten(offer: Offer) -> None:
    asked = {page.key: page.form(instance=offer) for page in PAGES if page.key != "wishes"}
    held = {key: form.beside_base for key, form in asked.items() if form.beside_base}
    others = {
        key: {
            name
            for name, field in form.fields.items()
            if isinstance(field, (MoneyField, AmountsField)) and name not in form.beside_base
        }
        for key, form in asked.items()
    }
    assert {key: set(names) for key, names in held.items()} == {
        key: set(names) for key, names in HELD.items()
    }
    assert {key: names for key, names in others.items() if names} == OTHERS


def sent(owner: User, offer: Offer, key: str, body: dict[str, str]) -> HttpResponse:
    desk, address = sign_in(owner), reverse("offers:step", args=[offer.pk, key])
    return desk.post(address, body | {"opened": desk.get(address).context["form"]["opened"].value()})


@pytest.mark.parametrize(
    ("key", "field"),
    [(key, field) for key, fields in HELD.items() for field in fields if field != "salaries"],
)
def test_a_lost_thousand_is_asked_about_at_each_amount(
    alice: User, offer: Offer, key: str, field: str
) -> None:
    body = BODIES.get(key, {}) | {"target": "", "walk_away": ""} | {field: "130"}
    page = sent(alice, offer, key, body)
    assert page.context["form"].errors[field] == [LOST]
    assert page.context["form"][field].value() == "130"


def test_each_colleague_is_asked_about_by_line(alice: User, offer: Offer) -> None:
    page = sent(alice, offer, "team", {"salaries": "145\n150k\n\n149"})
    told = ["Line 1: 145 a year? Type 145k or 145,000.", "Line 3: 149 a year? Type 149k or 149,000."]
    assert page.context["form"].errors == {"salaries": told}
    assert not offer.colleagues.exists()


def test_a_range_of_which_one_end_lost_its_thousand_is_not_out_of_order_too(
    alice: User, offer: Offer
) -> None:
    page = sent(alice, offer, "range", BODIES["range"] | {"range_minimum": "120k", "range_maximum": "130"})
    assert page.context["form"].errors == {"range_maximum": [LOST]}


def test_an_hour_s_pay_beside_a_year_s_is_asked_for_by_the_year(alice: User, offer: Offer) -> None:
    page = sent(alice, offer, "range", BODIES["range"] | {"range_minimum": "62"})
    told = "Base is 140,000 a year; is 62 a year or an hour? Give it a year."
    assert page.context["form"].errors == {"range_minimum": [told]}


@pytest.mark.parametrize(("field", "time"), [("on_target", "a year"), ("draw", "a month")])
def test_variable_pay_by_the_hour_is_asked_for_in_its_own_time(
    alice: User, offer: Offer, field: str, time: str
) -> None:
    page = sent(alice, offer, "bonus", BONUS | {"variable_stated": "given", field: "4/hr"})
    told = f"That is for an hour. Give what it comes to in {time}."
    assert page.context["form"].errors == {field: [told]}


@pytest.mark.parametrize(("unit", "base", "typed"), [("hour", "34", "33"), ("month", "6000", "5.5k")])
def test_pay_by_the_hour_or_month_is_not_asked_about(alice: User, unit: str, base: str, typed: str) -> None:
    offer = make_offer(alice, base=Decimal(base), unit=unit, target=None, walk_away=None)
    assert sent(alice, offer, "range", BODIES["range"] | {"range_minimum": typed}).status_code == 302


@pytest.mark.parametrize("name", ["number", "colleague", "minimum", "maximum"])
def test_what_is_tried_is_asked_about(offer: Offer, name: str) -> None:
    assert WhatIfForm({name: "130"}, offer=offer).errors == {name: [LOST]}


def test_the_base_they_answer_with_is_asked_about(offer: Offer) -> None:
    assert heard_form(offer, timezone.localdate(), {"base": "130"}).errors["base"] == [LOST]  # type: ignore[arg-type]


@pytest.mark.parametrize(("item", "told"), [("base", [LOST]), ("learning", None)])
def test_a_figure_of_base_is_asked_about(offer: Offer, item: str, told: list[str] | None) -> None:
    form = ObservationForm(
        {"item": item, "value": "130"}, instance=Observation(offer=offer), today=timezone.localdate()
    )
    assert form.errors.get("value") == told


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["minimum", "midpoint", "maximum"])
def test_a_range_that_is_kept_holds_no_pay_that_nobody_is_paid(name: str) -> None:
    form = KnownRangeForm(KNOWN_RANGE | {name: "130"}, instance=KnownRange())
    told = "That is USD 130 a year. If it is pay by the hour or the month, say so beside it."
    assert form.errors[name] == [told]
