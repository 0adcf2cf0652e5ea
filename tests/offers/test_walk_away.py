"""The worksheet of a walk-away: worked out by the engine, in the unit of the offer, and taken by hand."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.engine.policy import Policy
from offers.models import Offer
from offers.walk_away import worksheet_of
from tests.factories import make_offer
from tests.forms import NUMBERS
from tests.offers.reading import Element, main_of

# The vector of the engine's own tests, but for what is paid beside base.
FACTS = {
    "spending": Decimal(48_000),
    "tax_rate": Decimal("0.28"),
    "alternative_value": Decimal(78_000),
    "switching_loss": Decimal(9_000),
    "resent": Decimal(70_000),
}
TYPED = {
    "spending": "48k",
    "tax_rate": "28",
    "alternative_value": "78,000",
    "switching_loss": "9,000",
    "resent": "70k",
}


def address_of(offer: Offer, key: str = "walk-away") -> str:
    return reverse("offers:step", args=[offer.pk, key])


def send(desk: Client, offer: Offer, body: dict[str, str], key: str = "walk-away", **headers: str) -> Any:
    form = desk.get(address_of(offer, key)).context["form"]
    opened = {name: str(form[name].value()) for name in ("opened", "page")}
    return desk.post(address_of(offer, key), opened | body, headers=headers)


def main_at(desk: Client, address: str) -> Element:
    return main_of(desk.get(address).content.decode())


def test_the_highest_of_three_lines_is_the_walk_away(alice: User) -> None:
    offer = make_offer(alice, learning_budget=Decimal(4_000), match_rate=Decimal("0.12"), **FACTS)
    sheet = worksheet_of(offer, Policy())
    assert [(row.key, row.figure) for row in sheet.rows] == [
        ("need", "USD\xa066,667"),
        ("alternative", "USD\xa068,750"),
        ("resent", "USD\xa070,000"),
    ]
    assert (sheet.amount, sheet.why) == (Decimal(70_000), "It is set by the line “What you would resent”.")


def test_what_is_not_known_has_no_line(alice: User) -> None:
    sheet = worksheet_of(make_offer(alice, spending=Decimal(48_000)), Policy())
    assert [row.key for row in sheet.rows] == ["need"]
    assert sheet.amount == 48_000
    nothing = worksheet_of(make_offer(alice), Policy())
    assert (nothing.rows, nothing.amount) == ((), None)
    assert nothing.why == "Nothing is known yet to derive a walk-away from."


@pytest.mark.parametrize(
    ("fields", "amount", "told"),
    [
        ({"unit": "month", "base": Decimal(6_000), "resent": Decimal(5_500)}, 5_556, "USD\xa05,556 a month"),
        (
            {"unit": "hour", "base": Decimal(41), "hours_per_week": Decimal(40), "resent": Decimal(30)},
            Decimal("32.06"),
            "USD\xa032.06 an hour",
        ),
    ],
    ids=["month", "hour"],
)
def test_it_is_told_in_the_unit_of_the_offer(
    alice: User, fields: dict[str, Any], amount: Decimal, told: str
) -> None:
    facts = {"spending": Decimal(48_000), "tax_rate": Decimal("0.28")}
    sheet = worksheet_of(make_offer(alice, target=None, walk_away=None, **facts, **fields), Policy())
    assert sheet.found is not None
    assert (sheet.amount, sheet.found.label) == (amount, "Your walk-away")
    assert told in sheet.found.whys[0].text


def test_the_page_saves_what_is_typed_and_shows_what_follows(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    answer = send(desk, offer, TYPED)
    assert answer.headers["Location"] == f"{address_of(offer)}#worksheet"
    main = main_at(desk, address_of(offer))
    (sheet,) = main.having("worksheet")
    assert sheet.attributes["tabindex"] == "-1"
    assert [one.text for one in sheet.having("mark-amount")] == ["USD 66,667", "USD 81,000", "USD 70,000"]
    offer.refresh_from_db()
    assert {name: getattr(offer, name) for name in FACTS} == FACTS
    assert offer.walk_away == 79_000


def test_a_quiet_save_brings_the_new_result_along(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    told = send(desk, offer, {"resent": "77k"}, **{"HX-Request": "true"}).content.decode()
    assert 'hx-swap-oob="true"' in told
    assert "USD\xa077,000" in told


def test_taking_it_fills_the_field_and_the_person_saves_it(desk: Client, alice: User) -> None:
    offer = make_offer(alice, resent=Decimal(81_000))
    page = desk.post(address_of(offer, "numbers"), {"take": "yes"})
    form = page.context["form"]
    assert form["walk_away"].value() == "81,000"
    assert "not saved yet" in page.content.decode()
    offer.refresh_from_db()
    assert offer.walk_away == 79_000
    opened = {name: str(form[name].value()) for name in ("opened", "page")}
    sent = desk.post(address_of(offer, "numbers"), NUMBERS | opened | {"walk_away": "81,000"})
    assert sent.status_code == 302
    offer.refresh_from_db()
    assert offer.walk_away == 81_000


def test_one_above_the_target_is_refused_beside_its_field(desk: Client, alice: User) -> None:
    offer = make_offer(alice, resent=Decimal(99_000))
    assert desk.post(address_of(offer, "numbers"), {"take": "yes"}).status_code == 200
    answer = send(desk, offer, NUMBERS | {"walk_away": "99,000"}, "numbers")
    assert list(answer.context["form"].errors) == ["walk_away"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"tax_rate": "91"}, "tax_rate"),
        ({"spending": "0"}, "spending"),
        ({"resent": "7"}, "resent"),
        ({"alternative_value": "-1"}, "alternative_value"),
    ],
)
def test_a_mistake_stands_beside_its_field(
    desk: Client, alice: User, body: dict[str, str], field: str
) -> None:
    answer = send(desk, make_offer(alice), body)
    assert list(answer.context["form"].errors) == [field]


@pytest.mark.parametrize(
    ("unit", "sentence"),
    [
        ("hour", "33 an hour at your hours is about 61,776 a year."),
        ("month", "33 a month is about 396 a year."),
        ("year", "33 an hour at your hours is about 61,776 a year."),
    ],
)
def test_an_amount_of_another_time_is_told_by_the_year(
    desk: Client, alice: User, unit: str, sentence: str
) -> None:
    offer = make_offer(alice, unit=unit, base=Decimal(4_000), hours_per_week=Decimal(36), target=None)
    answer = send(desk, offer, {"alternative_value": "33"})
    told = f"This is for a whole year. {sentence}"
    assert answer.context["form"].errors == {"alternative_value": [told]}


def test_all_of_it_is_marked_private_among_the_answers(desk: Client, alice: User) -> None:
    offer = make_offer(alice, **FACTS)
    answers = desk.get(reverse("offers:check", args=[offer.pk])).context["answers"]
    lines = {step.key: lines for step, lines in answers}["walk-away"]
    assert {one.private for one in lines} == {True}
    assert len(lines) == 5


def test_the_list_of_steps_stays_as_it_is(desk: Client, alice: User) -> None:
    page = desk.get(address_of(make_offer(alice)))
    assert "walk-away" not in {line.step.key for line in page.context["progress"]}
    assert page.context["before"] == "numbers"
