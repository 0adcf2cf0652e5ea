"""What they offer now beside the least that a package must be worth: gains and cuts on one scale."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.advice import Advice, advise
from offers.engine.policy import Policy
from offers.engine.situation import Measure, Numbers, Situation, Terms, Unit, Wishes
from offers.engine.worth import worth_now

D = Decimal
TODAY = date(2026, 3, 2)
TERMS = Terms(
    base=D(100_000), bonus_target=D("0.2"), payout=D(1), match_rate=D("0.05"), other_value=D(20_000)
)


def advice(terms: Terms = TERMS, weights: dict[str, Decimal] | None = None) -> Advice:
    numbers = Numbers(target=terms.base * D("1.1"), walk_away=terms.base * D("0.96"))
    wishes = Wishes(weights=weights or {})
    return advise(Situation(terms=terms, numbers=numbers, wishes=wishes), Policy(), TODAY)


@pytest.mark.parametrize(
    "measure",
    [
        Measure(),
        Measure(unit=Unit.MONTH, payments_per_year=13),
        Measure(unit=Unit.HOUR, hours_per_week=D(24), fte=D("0.6")),
    ],
)
@pytest.mark.parametrize("weight", ["1", "1.5"])
def test_an_offer_that_nobody_changed_is_worth_what_the_bargain_says(measure: Measure, weight: str) -> None:
    terms = replace(TERMS, base=D(50), measure=measure)
    found = advice(terms, {"base": D(weight)})
    now = worth_now(found, terms, {})
    assert (now.base, now.value) == (D(50), found.bargain.value(D(50)))


@pytest.mark.parametrize(
    ("changed", "value"),
    [
        ({"bonus_target": D("0.1")}, "135000.00"),
        ({"bonus_target": None}, "125000.00"),
        ({"bonus_target": D("0.3")}, "155000.00"),
        ({"match_rate": None}, "140000.00"),
        ({"other_value": None}, "125000.00"),
        ({"other_value": D(30_000)}, "155000.00"),
        ({"base": D(96_000)}, "140000.00"),
    ],
)
def test_every_part_counts_up_and_down(changed: dict[str, Any], value: str) -> None:
    assert worth_now(advice(), replace(TERMS, **changed), {}).value == D(value)


@pytest.mark.parametrize(
    ("differences", "value"),
    [
        ({"sign_on": D(18_000)}, "151266.78"),
        ({"sign_on": D(-18_000)}, "138733.22"),
        ({"leave_days": D(13)}, "150000.00"),
        ({"leave_days": D(-13)}, "140000.00"),
    ],
)
def test_what_the_walk_away_leaves_out_counts_by_its_difference(
    differences: dict[str, Decimal], value: str
) -> None:
    assert round(worth_now(advice(), TERMS, differences).value, 2) == D(value)


def test_a_difference_counts_at_the_weight_of_its_item() -> None:
    found = advice(weights={"sign_on": D(0), "leave_days": D(2)})
    assert worth_now(found, TERMS, {"sign_on": D(-18_000), "leave_days": D(-13)}).value == D(135_000)


def test_by_the_hour_money_paid_once_is_spread_over_the_hours() -> None:
    terms = replace(TERMS, base=D(50), measure=Measure(unit=Unit.HOUR, hours_per_week=D(20)))
    found = advice(terms)
    less = found.bargain.value(D(50)) - worth_now(found, terms, {"sign_on": D(-10_400)}).value
    assert round(less * found.bargain.ga, 10) == D(10)


def test_the_base_for_a_value_counts_the_bonus_as_it_stands_now() -> None:
    now = worth_now(advice(), replace(TERMS, bonus_target=D("0.1"), match_rate=None, other_value=None), {})
    assert (now.base_for(D(110_000)), now.base_for(D(115_500)), now.base_for(D(-1))) == (100_000, 105_000, 0)
