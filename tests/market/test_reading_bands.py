"""What a cell of a person's own table means: one meaning, or none."""

import pytest

from offers.market.headings import guess, heading_line, missing, table_of
from offers.market.reading.formats.bands import CHOICES, Plan, amount_of, band, choice_of, day_of

PLAN = Plan(line=1, width=3, columns={"minimum": 0, "maximum": 1, "currency": 2}, texts={"currency": "usd"})


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("95000", "95000", ""),
        ("95000.50", "95000.50", ""),
        ("95,000", "95000", ""),
        ("1,250,000.50", "1250000.50", ""),
        ("95 000", "95000", ""),
        ("95’000", "95000", ""),
        ("95.000,50", "95000.50", ""),
        ("95000,5", "95000.5", ""),
        ("1.250.000", "1250000", ""),
        ("95k", "95000", ""),
        ("95.5 K", "95500", ""),
        ("£177,005", "177005", "GBP"),
        ("95,000 €", "95000", "EUR"),
        ("USD 95,000", "95000", "USD"),
        ("$95,000", "95000", ""),
        ("-5", "-5", ""),
        ("95.000", "95.000", ""),  # Refused later: thousands to some, decimals to others.
        ("1,000,00", "1,000,00", ""),
        ("1,00,000", "1,00,000", ""),
        ("€95 USD", "€95 USD", ""),
        ("1e5", "1e5", ""),
        ("90-120k", "90-120k", ""),
        ("=1+1", "=1+1", ""),
        ("NaN", "NaN", ""),
        ("", "", ""),
    ],
)
def test_an_amount_is_read_in_the_one_way_that_there_is(text: str, amount: str, currency: str) -> None:
    assert amount_of(text) == (amount, currency)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-01-31", "2027-01-31"),
        ("2027-01-31 00:00:00", "2027-01-31"),
        ("46388", "2027-01-01"),
        ("31.1.2027", "2027-01-31"),
        ("31/01/2027", "2027-01-31"),
        ("01/31/2027", "2027-01-31"),
        ("02/02/2027", "2027-02-02"),
        ("01/02/2027", "01/02/2027"),
        ("2027", "2027"),
        ("soon", "soon"),
    ],
)
def test_a_day_is_read_in_the_one_way_that_there_is(text: str, day: str) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("period", "Annual", "year"),
        ("period", "per hour", "hour"),
        ("period", "p.m.", "month"),
        ("period", "daily", "daily"),
        ("basis", "New hires", "hire"),
        ("confidence", "Med.", "medium"),
    ],
)
def test_a_choice_is_known_by_its_usual_words(name: str, text: str, kind: str) -> None:
    assert choice_of(text, CHOICES[name]) == kind


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["£10", "£20", ""], ("10", "20", "GBP")),
        (["10", "20", ""], ("10", "20", "USD")),
        (["10", "20", "eur"], ("10", "20", "EUR")),
        (["£10", "20", "EUR"], ("£10", "20", "EUR")),
        (["10"], ("10", "", "USD")),
    ],
)
def test_a_sign_beside_an_amount_names_the_currency_where_no_cell_does(
    row: list[str], found: tuple[str, str, str]
) -> None:
    cells = band(row, PLAN)
    assert (cells[7], cells[9], cells[5]) == found


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["Min", "Mid", "Max"], {"minimum": 0, "midpoint": 1, "maximum": 2}),
        (["LOW", "High"], {"minimum": 0, "maximum": 1}),
        (["Payscale Minimum (£)", "Payscale Maximum (£)"], {"minimum": 0, "maximum": 1}),
        (["Job", "Grade", "Place"], {"title": 0, "level": 1, "location": 2}),
        (["Job Family", "Job Title"], {"family": 0, "title": 1}),
        (["Range_Min", "Range-Max"], {"minimum": 0, "maximum": 1}),
        (["Min", "Minimum"], {"minimum": 1}),
        (["Colour", ""], {}),
    ],
)
def test_a_column_is_guessed_from_its_heading(headings: list[str], found: dict[str, int]) -> None:
    assert guess(headings) == found


def test_the_headings_are_looked_for_below_titles_and_empty_lines() -> None:
    head = [(1, ["Pay structure 2027"]), (2, [""]), (4, ["Grade", "Min", "Max"]), (5, ["5", "1", "2"])]
    assert heading_line(head) == 4
    assert table_of(head).rows == (("5", "1", "2"),)
    assert table_of(head, 5).headings == ("5", "1", "2")
    assert heading_line([(1, ["Notes"]), (2, ["a", "b"]), (3, ["c", "d"])]) == 2


def test_a_heading_that_is_empty_has_a_name_all_the_same() -> None:
    assert table_of([(1, ["Grade", "", "Max"])]).headings == ("Grade", "Column 2", "Max")


def test_what_a_band_has_to_have_is_named() -> None:
    assert missing({"minimum": 0, "maximum": 1, "title": 2}, {"employer": "x", "currency": "USD"}) == [
        *("family", "location", "period", "basis", "valid_from", "source", "as_of", "confidence")
    ]
