"""One offer as it is compared: what a year consists of, what each year pays, and what is left out."""

from decimal import Decimal
from typing import Any

import pytest

from offers.accounts.models import User
from offers.compare.sides import Told, names, told_of
from offers.engine.policy import Policy
from offers.models import Offer
from tests.compare.makers import make_acme, make_brick
from tests.factories import make_answer


def told(offer: Offer) -> Told:
    return told_of([Offer.objects.get(pk=offer.pk)], Policy())[0]


def test_a_year_is_base_bonus_and_a_part_of_what_comes_once(alice: User) -> None:
    found = told(make_acme(alice))
    assert {key: int(amount) for key, amount in found.parts.items()} == {
        "base": 140_000,
        "bonus": 11_200,
        "sign_on": 3_000,
        "grant": 10_000,
    }
    assert found.side.value == sum(found.parts.values()) == Decimal(164_200)


def test_the_years_hold_what_is_guaranteed_and_what_is_claimed(alice: User) -> None:
    pay = told(make_acme(alice)).pay
    assert pay is not None
    assert [(int(year.guaranteed), int(year.claimed)) for year in pay.years[:2]] == [
        (149_000, 173_000),
        (140_000, 164_000),
    ]


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"base": Decimal("61.50"), "unit": "hour", "hours_per_week": Decimal("38.5")}, "123123"),
        ({"base": Decimal("60"), "unit": "hour"}, "124800"),
        ({"base": Decimal(9_000), "unit": "month", "payments_per_year": 13}, "117000"),
    ],
)
def test_every_unit_is_counted_by_the_year(alice: User, fields: dict[str, Any], year: str) -> None:
    assert told(make_brick(alice, **fields)).side.value == Decimal(year)


@pytest.mark.parametrize(("years", "first"), [(3, "13333"), (None, "10000"), (7, "5714"), (1, "40000")])
def test_a_grant_vests_evenly_and_whole(alice: User, years: int | None, first: str) -> None:
    pay = told(make_acme(alice, equity_years=years)).pay
    assert pay is not None
    grants = [stream for stream in pay.streams if stream.code == "grant"]
    assert int(sum(grants[0].claimed[:12])) in range(int(first) - 8, int(first) + 8)
    assert sum(grants[0].claimed) == 40_000


@pytest.mark.parametrize(
    ("fields", "left_out"),
    [
        ({"bonus_stated": "none", "sign_on_stated": "none", "equity_stated": "none"}, None),
        ({"bonus_stated": "none"}, "a sign-on, equity."),
        ({"bonus_stated": "given", "sign_on_stated": "none", "equity_stated": "none"}, "a bonus."),
    ],
)
def test_what_is_not_known_is_named_and_not_counted(
    alice: User, fields: dict[str, Any], left_out: str | None
) -> None:
    found = [
        reason.text for reason in told(make_brick(alice, **fields)).reasons if reason.code == "NOT_COUNTED"
    ]
    assert found == ([f"Not known of Brick, and so not counted: {left_out}"] if left_out else [])


def test_assumptions_say_that_they_are_ours(alice: User) -> None:
    grades = {reason.code: reason.grade.value for reason in told(make_acme(alice, equity_years=None)).reasons}
    assert grades == {"VALUE": "fact", "STAY": "E", "GRANT_ASSUMED": "E"}


def test_a_base_the_engine_refuses_is_said_and_stays_outside(alice: User) -> None:
    found = told(make_brick(alice, base=Decimal(1_000_000_000), unit="hour", hours_per_week=Decimal(80)))
    assert (found.side.base, found.pay, found.problem) == (None, None, "base: give an ordinary number.")


def test_offers_of_one_company_are_told_apart(alice: User) -> None:
    made = [make_brick(alice), make_brick(alice, role="Editor"), make_brick(alice), make_acme(alice)]
    assert names(made) == ["Brick, Data Analyst", "Brick, Editor", "Brick, Data Analyst (2)", "Acme"]


def test_what_they_answered_since_is_what_is_compared(alice: User) -> None:
    make_answer(offer := make_acme(alice), base=Decimal(150_000), sign_on=Decimal(12_000))
    found = told(offer).standing
    assert (found.base, found.sign_on, found.grant, found.clawback_months) == (150_000, 12_000, 40_000, 12)
