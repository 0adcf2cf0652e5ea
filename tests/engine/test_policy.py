"""Constants with their grade and source, and the rows that override them."""

from dataclasses import fields
from decimal import Decimal

import pytest

from offers.engine.errors import ContradictionError, EngineError
from offers.engine.policy import RULES, Policy, policy_from
from offers.engine.reason import ASSUMPTION, Grade
from tests.engine.cases import D

DEFAULTS = {
    "buffer_technology_low": ("0.05", Grade.D),
    "buffer_technology_high": ("0.15", Grade.D),
    "buffer_general_low": ("0.05", Grade.C),
    "buffer_general_high": ("0.10", Grade.C),
    "buffer_pay_scale_low": ("0", Grade.E),
    "buffer_pay_scale_high": ("0.03", Grade.E),
    "equity_tolerance": ("0.05", Grade.E),
    "equity_tolerance_exception": ("0.10", Grade.E),
    "step_low": ("0.05", Grade.E),
    "step_high": ("0.20", Grade.E),
    "stay_years": ("3", Grade.E),
    "discount_rate": ("0.05", Grade.E),
    "raise_rate": ("0.03", Grade.E),
    "sign_on_cap": ("0.10", Grade.E),
    "package_equal": ("0.01", Grade.E),
    "package_distinct": ("0.02", Grade.E),
    "posting_wide": ("0.60", Grade.E),
    "spread_operative": ("0.40", Grade.D),
    "spread_professional": ("0.50", Grade.D),
    "spread_manager": ("0.55", Grade.D),
    "spread_executive": ("0.60", Grade.D),
    "reply_slope": ("0.55", Grade.E),
    "attrition": ("0.15", Grade.E),
    "close_money": ("0.02", Grade.E),
    "close_points": ("5", Grade.E),
    "review_days": ("3", Grade.D),
    "follow_up_days": ("4", Grade.D),
    "words_warn": ("200", Grade.C),
    "words_too_long": ("350", Grade.C),
}


@pytest.mark.parametrize(("key", "expected"), DEFAULTS.items(), ids=DEFAULTS)
def test_policy_defaults_match_the_table(key: str, expected: tuple[str, Grade]) -> None:
    value, grade = expected
    assert (getattr(Policy(), key), RULES[key].grade) == (D(value), grade)


def test_every_constant_has_a_rule_and_lies_within_its_limits() -> None:
    policy = Policy()
    names = [item.name for item in fields(Policy)]
    assert list(RULES) == names
    assert [n for n in names if not RULES[n].lowest <= getattr(policy, n) <= RULES[n].highest] == []


def test_what_rests_on_no_source_is_graded_an_assumption() -> None:
    assert {
        key for key, rule in RULES.items() if (rule.source == ASSUMPTION) != (rule.grade is Grade.E)
    } == set()


def test_policy_from_lays_values_over_the_defaults() -> None:
    edited = policy_from({"attrition": D("0.20"), "stay_years": D(4)})
    assert edited == Policy(attrition=D("0.20"), stay_years=D(4))
    assert policy_from({}) == Policy()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("buffer_general_high", "0.2001"),
        ("buffer_general_high", "-0.01"),
        ("attrition", "0.951"),
        ("stay_years", "0.99"),
        ("stay_years", "NaN"),
        ("stay_years", "Infinity"),
    ],
)
def test_policy_from_refuses_a_value_outside_its_limits(key: str, value: str) -> None:
    with pytest.raises(EngineError) as caught:
        policy_from({key: D(value)})
    rule = RULES[key]
    told = f"{rule.title}: give a number from {rule.lowest} to {rule.highest}."
    assert (caught.value.field, str(caught.value)) == (key, told)


@pytest.mark.parametrize(("key", "value"), [("attrition", "0"), ("attrition", "0.95"), ("stay_years", "40")])
def test_policy_from_takes_both_ends_of_the_limits(key: str, value: str) -> None:
    assert getattr(policy_from({key: D(value)}), key) == D(value)


def test_policy_from_refuses_an_unknown_key() -> None:
    with pytest.raises(EngineError) as caught:
        policy_from({"luck": Decimal(1)})
    assert (caught.value.field, str(caught.value)) == ("luck", "There is no rule called luck.")


def test_policy_from_refuses_a_low_end_above_the_high_one() -> None:
    with pytest.raises(ContradictionError) as caught:
        policy_from({"step_low": D("0.25")})
    error = caught.value
    assert (error.field, error.value, error.other, error.other_value) == (
        "step_low",
        D("0.25"),
        "step_high",
        D("0.20"),
    )
    assert str(error) == "smallest reach of one request (0.25) is above largest reach of one request (0.20)."


def test_policy_from_takes_a_low_end_equal_to_the_high_one() -> None:
    assert policy_from({"step_low": D("0.20")}).step_low == D("0.20")
