"""The numbers of a draft as people write them."""

from decimal import Decimal

import pytest

from offers.engine.tone_figures import Amount, Span, amounts, ranges
from offers.engine.tone_text import Page


def values(text: str) -> list[tuple[str, Decimal, bool]]:
    return [(text[each.start : each.end], each.value, each.money) for each in amounts(Page(text))]


@pytest.mark.parametrize(
    "written",
    [
        "80k",
        "80 K",
        "80.0k",
        "80,000",
        "80.000",
        "80 000",
        "80\u202f000",
        "80’000",
        "80.000,00",
        "80,000.00",
        "80 000,00",
        "80000",
        "$80,000",
        "US$80,000",
        "€ 80.000",
        "EUR80000",
        "80,000 euros",
        "80 thousand",
        "80 grand",
        "0.08 million",
        "$0.08m",
        "eighty thousand",
        "٨٠٠٠٠",
        "80,000/year",
        "80,000 per year",
    ],
)
def test_eighty_thousand_is_read_however_it_is_written(written: str) -> None:
    assert [(value, money) for _, value, money in values(written)] == [(Decimal(80_000), True)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("41.00 an hour", "41"),
        ("41,50/h", "41.5"),
        ("1,234,567", "1234567"),
        ("1,00,000", "100000"),
        ("88,5k", "88500"),
        ("88.725k", "88725"),
        ("eighty-four thousand five hundred", "84500"),
        ("a hundred and twenty thousand", "120000"),
        ("2,050 a month", "2050"),
        ("2050 a month", "2050"),
    ],
)
def test_amount_of_money_is_read_at_its_value(text: str, value: str) -> None:
    assert [(found, money) for _, found, money in values(text)] == [(Decimal(value), True)]


@pytest.mark.parametrize(
    "text",
    [
        "on 2026-03-13 at 14:30",
        "13 March 2026",
        "March 13",
        "in 2026",
        "5 % or 5 per cent",
        "8000 percent",
        "7 days, 40 hours",
        "my 401(k) and the 403b",
        "+49 170 1234567",
        "version 3.11.7",
        "12m of vesting",
        "1" * 16,
        "one and two",
        "nine to five with a thousand thanks",
        "one hundred",
    ],
)
def test_what_counts_something_else_is_no_amount(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["41", "Level 5", "1234", "80,000 shares", "0.500"])
def test_bare_small_or_counted_number_is_not_money(text: str) -> None:
    assert [money for _, _, money in values(text)] == [False]


def test_words_too_long_for_an_amount_are_left_alone() -> None:
    assert values("one " * 30 + "thousand") == []


def test_step_tells_how_exactly_an_amount_is_written() -> None:
    steps = [each.step for each in amounts(Page("80k, 88.5k, 80,000"))]
    assert steps == [Decimal(1000), Decimal(100), Decimal(1)]


def test_place_covers_the_sign_and_the_scale() -> None:
    assert [text for text, _, _ in values("EUR 80 thousand, $5k")] == ["EUR 80 thousand", "$5k"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("80-90k", 80_000, 90_000),
        ("80 to 90,000", 80_000, 90_000),
        ("$80,000 – $90,000", 80_000, 90_000),
        ("80k up to 90k", 80_000, 90_000),
        ("80,000 through 90,000", 80_000, 90_000),
        ("between 80 and 90k", 80_000, 90_000),
        ("90k to 80k", 80_000, 90_000),
        ("41 to 44 an hour", 41, 44),
    ],
)
def test_range_is_two_neighbouring_amounts(text: str, low: int, high: int) -> None:
    page = Page(text)
    found = [(span.low, span.high) for span in ranges(page, amounts(page))]
    assert found == [(Decimal(low), Decimal(high))]


@pytest.mark.parametrize("text", ["80k and 90k", "80,000 with a bonus of 90,000", "3 to 5 days", "80k"])
def test_two_amounts_apart_are_no_range(text: str) -> None:
    page = Page(text)
    assert list(ranges(page, amounts(page))) == []


def test_amounts_and_spans_hold_their_places() -> None:
    page = Page("80-90k")
    low, high = amounts(page)
    step = Decimal(1000)
    assert (low, list(ranges(page, (low, high)))) == (
        Amount(0, 2, Decimal(80_000), True, step),
        [Span(0, 6, Decimal(80_000), Decimal(90_000))],
    )
