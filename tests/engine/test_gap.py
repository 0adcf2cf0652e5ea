"""A gap in base closed by one item alone."""

from decimal import Decimal
from typing import Any

import pytest

from offers.engine.errors import EngineError
from offers.engine.gap import gap_in_one_item
from offers.engine.money import plain
from offers.engine.policy import Policy
from offers.engine.reason import ARITHMETIC, ASSUMPTION, Grade

D = Decimal
POLICY = Policy()
GAP = {"gap": D(3000), "k": D("1.12")}


@pytest.mark.parametrize(
    ("extra", "amounts"),
    [
        ({}, ("10080.00", None, None)),
        ({"kept_share": D(1)}, ("10080.00", None, None)),
        ({"kept_share": D("0.85")}, ("11858.82", None, None)),
        ({"kept_share": D(0)}, (None, None, None)),
        ({"vesting_years": D(4), "believed_share": D("0.75")}, ("10080.00", "17920.00", None)),
        ({"vesting_years": D(4), "believed_share": D(0)}, ("10080.00", None, None)),
        ({"vesting_years": D(4)}, ("10080.00", None, None)),
        ({"believed_share": D("0.75")}, ("10080.00", None, None)),
        ({"base": D(97000)}, ("10080.00", None, "9.01")),
        ({"k": None, "base": D(97000)}, ("9000.00", None, "8.04")),
        ({"gap": D(0), "base": D(97000)}, ("0.00", None, "0.00")),
    ],
)
def test_gap_in_one_item_amounts(
    extra: dict[str, Any], amounts: tuple[str | None, str | None, str | None]
) -> None:
    closers = gap_in_one_item(**{**GAP, **extra}, policy=POLICY)
    assert [closer.key for closer in closers] == ["sign_on", "grant", "leave_days"]
    assert tuple(None if c.amount is None else plain(c.amount) for c in closers) == amounts


@pytest.mark.parametrize(
    ("gap", "realistic", "code"),
    [("5", True, "CLOSE_LEAVE_DAYS"), ("5.01", False, "CLOSE_LEAVE_DAYS_UNREALISTIC")],
)
def test_gap_in_one_item_calls_more_than_five_days_unrealistic(gap: str, realistic: bool, code: str) -> None:
    days = gap_in_one_item(gap=D(gap), base=D(260), policy=POLICY)[2]
    assert (days.amount, days.realistic, days.reason.code) == (D(gap), realistic, code)


def test_gap_in_one_item_says_days_that_are_realistic() -> None:
    days = gap_in_one_item(gap=D(4), base=D(260), policy=POLICY)[2]
    assert days.reason.text == "About 4 more days of leave a year are worth the gap."


def test_gap_in_one_item_says_each_way_in_words() -> None:
    closers = gap_in_one_item(
        **GAP, base=D(97000), vesting_years=D(4), believed_share=D("0.75"), policy=POLICY
    )
    assert [(c.reason.text, c.reason.binding, c.realistic) for c in closers] == [
        (
            "A sign-on of 10,080 is what the gap adds up to over 3 years, the stay that we assume. "
            "Employers usually stop at 10% of a year's base.",
            "sign_on",
            True,
        ),
        (
            "A grant of 17,920 pays the gap while it vests, counted by the share you believe in.",
            "grant",
            True,
        ),
        (
            "The gap is worth about 9 days of leave a year, more than is usually given.",
            "leave_days",
            False,
        ),
    ]
    assert [(c.reason.grade, c.reason.source) for c in closers] == [
        (Grade.E, ASSUMPTION),
        (Grade.FACT, ARITHMETIC),
        (Grade.FACT, ARITHMETIC),
    ]


def test_gap_in_one_item_says_what_is_not_known() -> None:
    closers = gap_in_one_item(**GAP, kept_share=D(0), policy=POLICY)
    assert [(c.reason.code, c.reason.text, c.realistic) for c in closers] == [
        (
            "CLOSE_SIGN_ON_NONE",
            "A sign-on closes nothing when none of it is expected to stay with you.",
            False,
        ),
        (
            "CLOSE_GRANT_NONE",
            "A grant closes the gap only with known vesting years and a share you believe in.",
            False,
        ),
        (
            "CLOSE_LEAVE_DAYS_NONE",
            "How many days of leave the gap is worth depends on base, which is not known.",
            False,
        ),
    ]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("gap", "-0.01", "gap: an amount cannot be below zero."),
        ("base", "-0.01", "base: an amount cannot be below zero."),
        ("base", "0", "base: give a number above zero."),
        ("vesting_years", "0", "vesting_years: give a number above zero."),
        ("kept_share", "1.01", "kept_share: give a number from 0 to 1."),
        ("kept_share", "-0.01", "kept_share: give a number from 0 to 1."),
        ("believed_share", "1.01", "believed_share: give a number from 0 to 1."),
    ],
)
def test_gap_in_one_item_names_impossible_input(field: str, value: str, sentence: str) -> None:
    with pytest.raises(EngineError) as caught:
        gap_in_one_item(**{**GAP, field: D(value)}, policy=POLICY)
    assert (caught.value.field, caught.value.sentence) == (field, sentence)
