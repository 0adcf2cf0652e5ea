"""What is stated and in no sum stands in a row of the comparison, and only where it is stated."""

from decimal import Decimal

from django.urls import reverse

from offers.accounts.models import User
from offers.compare.beside import beside_sums
from offers.compare.sides import told_of
from offers.engine.policy import Policy
from offers.models import Offer
from tests.compare.makers import make_acme, make_brick
from tests.conftest import sign_in
from tests.offers.reading import main_of


def rows_of(*offers: Offer) -> dict[str, list[tuple[str, str]]]:
    groups = beside_sums(told_of(offers, Policy()))
    return {
        row.label: [(cell.text, cell.note) for cell in row.cells] for group in groups for row in group.rows
    }


def test_relocation_and_learning_stand_where_one_of_them_states_it(alice: User) -> None:
    acme = make_acme(alice, relocation=Decimal(6_500))
    brick = make_brick(alice, learning_budget=Decimal("900.50"))
    assert rows_of(acme, brick) == {
        "Relocation": [("USD\u00a06,500", "paid once, not counted"), ("not stated", "")],
        "Learning budget": [("not stated", ""), ("USD\u00a0900.50", "a year, not counted")],
    }


def test_the_health_plan_and_the_way_to_work_stand_there_too(alice: User) -> None:
    acme = make_acme(alice, health_stated="given", health_premium=Decimal(200))
    brick = make_brick(alice, onsite_days=Decimal(5), commute_cost=Decimal(10), commute_weeks=40)
    assert rows_of(acme, brick) == {
        "Health plan without care": [("USD\u00a02,400", "a year, not counted"), ("not stated", "")],
        "The way to work": [("not stated", ""), ("USD\u00a02,000", "a year, not counted")],
    }


def test_where_nothing_of_it_is_stated_no_row_stands_there(alice: User) -> None:
    assert rows_of(make_acme(alice), make_brick(alice)) == {}


def test_the_page_says_why_it_is_in_no_sum(alice: User) -> None:
    make_acme(alice, relocation=Decimal(6_500)), make_brick(alice)
    page = sign_in(alice).get(reverse("compare:page")).content.decode()
    assert "spent on the move. It is no pay, so it is in none of the sums." in main_of(page).text
