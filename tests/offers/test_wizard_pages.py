"""What a page of the wizard shows: currencies, folds, the steps, the bands to choose from, in few queries."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.wizard import STEPS
from tests.conftest import CountQueries
from tests.factories import make_band, make_employer, make_offer
from tests.forms import BONUS, OFFER, SIGN_ON, VARIES
from tests.offers.reading import main_of
from tests.offers.steps import send, step_of


@pytest.mark.parametrize(("key", "fields"), [("numbers", 12), ("range", 5)])
def test_every_amount_has_its_currency_and_time_beside_it(
    desk: Client, alice: User, key: str, fields: int
) -> None:
    offer = make_offer(alice, unit="hour", currency="EUR", base=Decimal(28))
    main = main_of(desk.get(step_of(offer, key)).content.decode())
    assert [one.text for one in main.having("input-group-text")] == ["EUR an hour"] * fields


def test_amounts_beside_the_choice_of_their_time_have_the_currency_alone(desk: Client, alice: User) -> None:
    offer = make_offer(alice, unit="hour", currency="EUR", base=Decimal(28))
    main = main_of(desk.get(step_of(offer, "offer")).content.decode())
    assert {one.text for one in main.having("input-group-text")} == {"EUR"}


@pytest.mark.parametrize(
    ("key", "changed", "opened"),
    [
        ("offer", OFFER, [False]),
        ("offer", OFFER | {"unit": "hour", "hours_per_week": "40"}, [True]),
        ("offer", OFFER | {"fte": "80"}, [True]),
        ("offer", OFFER | {"payments_per_year": "13"}, [True]),
        ("offer", OFFER | {"hours_per_week": "many"}, [True]),
        ("bonus", BONUS | {"draw_recoverable": "on"}, [False, False, False]),
        ("bonus", BONUS | {"draw_recoverable": "on", "raise_rate": "3"}, [False, False, True]),
        ("bonus", VARIES | {"bonus_payout_low_rate": "50", "draw_recoverable": "on"}, [True, False, False]),
        ("sign-on", SIGN_ON, [False, False]),
        (
            "sign-on",
            SIGN_ON | {"sign_on_stated": "given", "sign_on": "9k", "clawback_kind": "cliff"},
            [True, False],
        ),
        ("sign-on", SIGN_ON | {"sign_on_stated": "given", "amount_1": "9k"}, [False, True]),
    ],
)
def test_what_few_need_is_folded_until_it_has_an_answer_or_an_error(
    desk: Client, alice: User, key: str, changed: dict[str, str], opened: list[bool]
) -> None:
    offer = make_offer(alice)
    page = send(desk, offer, key, changed)
    shown = page if page.status_code == 200 else desk.get(step_of(offer, key))
    folds = main_of(shown.content.decode()).having("fold")
    assert ["open" in fold.attributes for fold in folds] == opened


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{7*191}}", '"onmouseover=x', "\u202egnp.exe"]
)
def test_what_looks_like_code_is_shown_as_text(desk: Client, alice: User, text: str) -> None:
    offer = make_offer(alice, company=text, role=text)
    for address in (
        step_of(offer, "role"),
        reverse("offers:check", args=[offer.pk]),
        reverse("offers:dashboard"),
    ):
        shown = desk.get(address).content.decode()
        assert "<script>alert(1)" not in shown
        assert "1337" not in shown


def test_every_answer_is_shown_with_a_way_to_change_it(desk: Client, alice: User) -> None:
    offer = make_offer(alice, deadline=date(2026, 12, 1))
    page = desk.get(reverse("offers:check", args=[offer.pk])).content.decode()
    for figure in ("80,000", "95,000", "79,000", "78,000", "84,500"):
        assert figure in page
    assert len(re.findall(r"\?check", page)) == len(STEPS)


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(
    ("key", "queries"),
    [
        ("role", 5),
        ("offer", 4),
        ("range", 6),
        ("team", 4),
        ("numbers", 5),
        ("bonus", 4),
        ("sign-on", 5),
        ("equity", 5),
        ("benefits", 5),
        ("place", 4),
        ("wishes", 5),
        ("walk-away", 5),
    ],
)
def test_a_page_takes_the_same_queries_however_large_the_team(
    desk: Client, alice: User, django_assert_num_queries: CountQueries, rows: int, key: str, queries: int
) -> None:
    offer = make_offer(alice, team=tuple(str(70_000 + n) for n in range(rows)))
    with django_assert_num_queries(queries):
        desk.get(step_of(offer, key))


def test_the_bands_of_ones_own_employer_are_offered_and_no_others(desk: Client, alice: User) -> None:
    make_band(title="Analyst", employer=make_employer("Acme"))
    make_band(title="Engineer", employer=make_employer())
    for company in ("northwind software", "Northwind", "Northwind Software Inc"):
        offer = make_offer(alice, company=company)
        form = desk.get(step_of(offer, "range")).context["form"]
        assert [band.employer.name for band in form.fields["band"].queryset] == ["Northwind Software"]


def test_without_a_band_of_the_employer_there_is_nothing_to_choose_from(desk: Client, alice: User) -> None:
    make_band(title="Analyst", employer=make_employer("Acme"))
    offer = make_offer(alice)
    assert "band" not in desk.get(step_of(offer, "range")).context["form"].fields
    assert send(desk, offer, "range", {"range_basis": "position", "range_minimum": "70k"}).status_code == 302


def test_a_band_that_is_not_there_is_refused(desk: Client, alice: User) -> None:
    make_band(title="Engineer", employer=make_employer())
    page = send(desk, make_offer(alice), "range", {"range_basis": "position", "band": "abc"})
    assert list(page.context["form"].errors) == ["band"]


def test_the_steps_are_counted_for_a_phone(desk: Client, alice: User) -> None:
    offer = make_offer(alice)
    for address, told in (
        (step_of(offer, "role"), "Step 1 of 12: Role and place"),
        (step_of(offer, "walk-away"), "Step 5 of 12: Your numbers"),
        (reverse("offers:check", args=[offer.pk]), "Step 12 of 12: Check your answers"),
    ):
        (fold,) = main_of(desk.get(address).content.decode()).having("steps-fold")
        assert told in " ".join(fold.text.split())
