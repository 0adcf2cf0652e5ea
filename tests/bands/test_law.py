"""When a law may state a duty: read at its source, in force today, for an employer of that size."""

from datetime import date
from typing import Any

import pytest

from offers.bands.law import Standing, earlier_pay, hires_by_law, is_old, on_request, places_around, unasked
from offers.bands.models import PayRule
from tests.factories import make_pay_rule

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("fields", "employees", "expected"),
    [
        ({}, 15, Standing.HOLDS),
        ({}, 14, Standing.TOO_SMALL),
        ({}, None, Standing.SIZE_UNKNOWN),
        ({"employees": 1}, None, Standing.HOLDS),
        ({"employees": None}, None, Standing.HOLDS),
        ({"verified": "P"}, 500, Standing.UNCHECKED),
        ({"verified": "M"}, 500, Standing.UNCHECKED),
        ({"since": None}, 500, Standing.UNCHECKED),
        ({"since": date(2026, 11, 24)}, 500, Standing.LATER),
        ({"since": TODAY}, 500, Standing.HOLDS),
        ({"duty": "pending"}, 500, Standing.PENDING),
        ({"duty": "pending", "verified": "P"}, 500, Standing.UNCHECKED),
        ({"duty": "none"}, 500, Standing.NOTHING),
        ({"duty": "none", "verified": "P"}, 500, Standing.UNCHECKED),
    ],
)
def test_a_duty_holds_only_as_it_was_checked(
    fields: dict[str, Any], employees: int | None, expected: Standing
) -> None:
    assert unasked(make_pay_rule(**fields), employees, TODAY) is expected


def test_the_duty_to_answer_has_a_date_and_a_size_of_its_own() -> None:
    rule = make_pay_rule(since=date(2027, 1, 1))
    assert (unasked(rule, 5, TODAY), on_request(rule, 5, TODAY)) == (Standing.LATER, Standing.HOLDS)
    assert on_request(make_pay_rule(code="X", request=""), 5, TODAY) is Standing.NOTHING
    assert on_request(make_pay_rule(code="Y", duty="pending"), 5, TODAY) is Standing.PENDING


@pytest.mark.parametrize(
    ("fields", "employees", "expected"),
    [
        ({}, 1, Standing.HOLDS),
        ({}, None, Standing.HOLDS),
        ({"history_employees": 4}, 4, Standing.HOLDS),
        ({"history_employees": 4}, 3, Standing.TOO_SMALL),
        ({"history_employees": 4}, None, Standing.SIZE_UNKNOWN),
        ({"history_employees": None}, 15, Standing.HOLDS),
        ({"history_employees": None}, 14, Standing.UNCHECKED),
        ({"history_employees": None}, None, Standing.UNCHECKED),
        ({"history_employees": None, "employees": 1}, None, Standing.HOLDS),
        ({"history": "protected"}, 15, Standing.HOLDS),
        ({"history": "no"}, 15, Standing.NOTHING),
        ({"history": "above"}, 15, Standing.NOTHING),
        ({"history": "pending"}, 15, Standing.PENDING),
        ({"history_since": None}, 15, Standing.UNCHECKED),
        ({"verified": "P"}, 15, Standing.UNCHECKED),
    ],
)
def test_a_ban_on_asking_has_a_size_of_its_own_and_is_not_claimed_for_one_that_nobody_checked(
    fields: dict[str, Any], employees: int | None, expected: Standing
) -> None:
    assert earlier_pay(make_pay_rule(**fields), employees, TODAY) is expected


@pytest.mark.parametrize(
    ("fields", "employees", "posted_on", "expected"),
    [
        ({}, 15, None, True),
        ({}, 15, date(2026, 1, 1), True),
        ({}, 15, date(2025, 12, 31), False),
        ({}, 14, None, False),
        ({}, None, None, False),
        ({"verified": "P"}, 15, None, False),
        ({"basis": "position"}, 15, None, False),
        ({"basis_since": None}, 15, None, False),
        ({"basis_since": date(2027, 1, 1)}, 15, None, False),
        ({"since": date(2027, 1, 1)}, 15, None, False),
        ({"duty": "pending"}, 15, None, False),
    ],
)
def test_a_posted_range_is_that_of_new_hires_only_by_a_checked_law_in_force(
    fields: dict[str, Any], employees: int | None, posted_on: date | None, expected: bool
) -> None:
    rule = make_pay_rule(**fields)
    assert hires_by_law(rule, employees, posted_on, TODAY) == (rule if expected else None)


def test_the_law_of_the_state_holds_in_its_towns() -> None:
    state = make_pay_rule()
    town = make_pay_rule(code="US-CA-X", within=state, verified="M", basis="position")
    assert [rule.code for rule in places_around(town)] == ["US-CA-X", "US-CA"]
    assert hires_by_law(town, 15, None, TODAY) == state
    assert hires_by_law(None, 15, None, TODAY) is None


def test_a_place_in_itself_does_not_go_round_for_ever() -> None:
    rule = PayRule(code="A")
    rule.within = rule
    assert len(list(places_around(rule))) == 3


def test_a_law_is_old_after_the_days_of_the_policy() -> None:
    rule = make_pay_rule(as_of=date(2026, 8, 25))
    assert [is_old(rule, days, TODAY) for days in (89, 90, 91)] == [True, False, False]
