"""Money and percentages as people type them."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from offers.fields import AmountsField, CountField, MoneyField, PercentField, read_amount


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("80000", "80000"),
        ("80k", "80000"),
        ("80K", "80000"),
        ("82.5k", "82500"),
        ("82,5 k", "82500"),
        ("80,000", "80000"),
        ("80 000", "80000"),
        ("80\u202f000", "80000"),
        ("80'000", "80000"),
        ("80.000", "80000"),
        ("80.000,00", "80000"),
        ("80,000.50", "80000.50"),
        ("1,234,567.8", "1234567.8"),
        ("1.234.567", "1234567"),
        ("41.00", "41"),
        ("41,5", "41.5"),
        ("$120k", "120000"),
        ("$ 1,000.50", "1000.50"),
        ("80,000 EUR", "80000"),
        ("EUR 80,000", "80000"),
        ("1_000", "1000"),
        (" 80000 ", "80000"),
        ("1,000", "1000"),
    ],
)
def test_an_amount_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert read_amount(typed) == Decimal(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "a lot",
        "-1",
        "0",
        "-0",
        "NaN",
        "Infinity",
        "1e9",
        "1e1000000",
        "9" * 400,
        "١٢٣",
        "80,00,0",
        "1,2,3",
        "80kk",
        "k",
        "$",
        "12.345.6789",
        "1.2.3",
        "80\x00000",
        "8 0 k 0",
        "2000000000",
        "80k-90k",
        "½",
    ],
)
def test_what_is_no_single_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        read_amount(typed)


@pytest.mark.parametrize(
    ("currency", "typed"),
    [("USD", "€80k"), ("USD", "80k EUR"), ("EUR", "$80,000"), ("GBP", "¥80000"), ("USD", "$80k CAD")],
)
def test_an_amount_in_another_currency_is_refused_in_one_sentence(currency: str, typed: str) -> None:
    field = MoneyField()
    field.currency = currency
    with pytest.raises(ValidationError, match=f"This offer is in {currency}; give the amount in {currency}"):
        field.clean(typed)


@pytest.mark.parametrize(
    ("currency", "typed"),
    [("USD", "$80k"), ("CAD", "$80k"), ("EUR", "80k €"), ("SEK", "80k SEK"), ("CHF", "80k")],
)
def test_a_sign_of_the_offer_s_own_currency_is_taken(currency: str, typed: str) -> None:
    field = MoneyField()
    field.currency = currency
    assert field.clean(typed) == Decimal(80_000)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_an_amount(text: str) -> None:
    try:
        amount = read_amount(text)
    except ValidationError:
        return
    assert Decimal(0) < amount <= Decimal(1_000_000_000)


@given(st.decimals(min_value="0.01", max_value="999999999.99", places=2))
def test_what_is_shown_reads_back_as_it_was(amount: Decimal) -> None:
    field = MoneyField()
    assert field.clean(field.prepare_value(amount)) == amount


@pytest.mark.parametrize(
    ("typed", "meant"), [("10", "0.1"), ("12.5 %", "0.125"), ("12,5%", "0.125"), ("", None)]
)
def test_a_percentage_becomes_a_fraction(typed: str, meant: str | None) -> None:
    assert PercentField().clean(typed) == (Decimal(meant) if meant else None)


@pytest.mark.parametrize("typed", ["ten", "-5", "1e2", "12.345", "5000"])
def test_what_is_no_percentage_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        PercentField().clean(typed)


def test_a_team_is_one_salary_a_line() -> None:
    assert AmountsField().clean("78,000\n82k\n\n84 500") == [
        Decimal(78_000),
        Decimal(82_000),
        Decimal(84_500),
    ]


@pytest.mark.parametrize("typed", ["78,000 / 82,000 / 84,500", "78k;82k;84,500", "78,000 | 82,000 | 84,500"])
def test_a_team_may_stand_on_one_line(typed: str) -> None:
    assert AmountsField().clean(typed) == [Decimal(78_000), Decimal(82_000), Decimal(84_500)]


def test_every_line_that_is_no_salary_is_named() -> None:
    with pytest.raises(ValidationError) as refused:
        AmountsField().clean("Dana 78,000\n82,000\nsoon")
    assert [sentence[:7] for sentence in refused.value.messages] == ["Line 1:", "Line 3:"]


def test_the_keypad_for_a_team_has_a_key_for_the_next_line() -> None:
    assert AmountsField().widget.attrs["inputmode"] == "text"


@pytest.mark.parametrize("typed", ["78,000\nDana 82,000", "78,000 82,000", "\n".join(["1000"] * 41)])
def test_a_line_that_is_no_salary_is_named(typed: str) -> None:
    with pytest.raises(ValidationError):
        AmountsField().clean(typed)


def test_a_team_is_shown_as_it_was_understood() -> None:
    assert AmountsField().prepare_value([Decimal(78_000), Decimal("84500.50")]) == "78,000\n84,500.50"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("25", "25"),
        ("37.5", "37.5"),
        ("37,5", "37.5"),
        (" 7.50 ", "7.5"),
        ("0", "0"),
        ("1,000", "1000"),
        ("", ""),
    ],
)
def test_a_number_is_read_as_money_is(typed: str, meant: str) -> None:
    field = CountField(what="hours", such_as=40, least=0, most=1_000, places=1)
    assert field.clean(typed) == (Decimal(meant) if meant else None)


@pytest.mark.parametrize("typed", ["20-25", "2 years", "2e", "1e3", "-5", "NaN", "7.25", "٢", "9" * 20])
def test_what_is_no_number_is_asked_for_again(typed: str) -> None:
    with pytest.raises(ValidationError, match="Give a number of hours, such as 40"):
        CountField(what="hours", such_as=40, least=0, most=1_000, places=1).clean(typed)


@pytest.mark.parametrize(
    ("typed", "meant"), [("20 days", "20"), ("1 day", "1"), ("22.5 Days of leave", "22.5"), ("30days", "30")]
)
def test_a_number_may_stand_before_what_it_counts(typed: str, meant: str) -> None:
    field = CountField(what="days of leave", such_as=25, least=0, most=120, places=1)
    assert field.clean(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["4 weeks", "days", "20 days a year"])
def test_a_number_of_something_else_is_asked_for_again(typed: str) -> None:
    with pytest.raises(ValidationError, match="Give a number of days of leave"):
        CountField(what="days of leave", such_as=25, least=0, most=120, places=1).clean(typed)


def test_months_are_whole() -> None:
    field = CountField(what="months", such_as=12, least=1, most=60)
    assert field.clean("12") == 12
    with pytest.raises(ValidationError, match="Give a whole number of months, such as 12"):
        field.clean("2,5")


@pytest.mark.parametrize("typed", ["0", "60,5", "1000"])
def test_a_number_outside_its_limits_is_told_both(typed: str) -> None:
    field = CountField(what="hours a week", such_as=40, least=1, most=60, places=1)
    with pytest.raises(ValidationError, match="Hours a week are between 1 and 60"):
        field.clean(typed)


@pytest.mark.parametrize(
    ("time", "typed", "told"),
    [
        ("a year", "4/hr", "That is for an hour. Give what it comes to in a year."),
        ("a month", "80k a year", "That is for a year. Give what it comes to in a month."),
        ("", "4/hr", "That is for an hour. Give the amount alone."),
    ],
)
def test_an_amount_for_another_time_is_asked_for_again(time: str, typed: str, told: str) -> None:
    field = MoneyField()
    field.time = time
    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages == [told]


def test_the_time_that_is_asked_for_may_stand_behind_an_amount() -> None:
    field = MoneyField()
    field.time = "a year"
    assert field.clean("$80k a year") == Decimal(80_000)
