"""Rounding, tidying and printing of amounts."""

from decimal import Decimal

import pytest

from offers.engine.money import nice_unit, percent, plain, round_down, round_half_up, round_up, spoken, tidy

D = Decimal
HALF_PERCENT = D("0.005")


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [
        ("0.005", "0.01", "0.01"),
        ("-0.005", "0.01", "-0.01"),
        ("0.0049", "0.01", "0"),
        ("750", "500", "1000"),
        ("749.99", "500", "500"),
    ],
)
def test_round_half_up_takes_halves_away_from_zero(value: str, step: str, rounded: str) -> None:
    assert round_half_up(D(value), D(step)) == D(rounded)


@pytest.mark.parametrize(
    ("value", "step", "up", "down"),
    [
        ("4.371", "0.01", "4.38", "4.37"),
        ("4.37", "0.01", "4.37", "4.37"),
        ("84500", "1000", "85000", "84000"),
    ],
)
def test_round_up_and_down_stay_on_their_side(value: str, step: str, up: str, down: str) -> None:
    assert (round_up(D(value), D(step)), round_down(D(value), D(step))) == (D(up), D(down))


@pytest.mark.parametrize(
    ("near", "unit"),
    [
        ("443.625", "500"),
        ("720", "500"),
        ("280", "250"),
        ("0.2173", "0.25"),
        ("1", "1"),
        ("1.74", "1"),
        ("1.75", "2.5"),
        ("3.75", "5"),
        ("3.74", "2.5"),
        ("7.5", "10"),
        ("7.49", "5"),
    ],
)
def test_nice_unit_is_the_nearest_and_the_larger_of_two(near: str, unit: str) -> None:
    assert nice_unit(D(near)) == D(unit)


@pytest.mark.parametrize(
    ("amount", "at_least", "above", "at_most", "found"),
    [
        ("88725", "80000", "80000", "88725", "88500"),
        ("144000", "120000", "120000", "144000", "143500"),
        ("43.46", "41", "41", "43.46", "43.25"),
        ("110000", "105000", "105000", "117500", "109500"),
        ("66000", "52000", "52000", "66500", "65750"),
        ("83100", "80000", "80000", "84500", "83500"),
        ("83100", "80000", "80000", "83499", "82500"),
        ("80400", "80400", "80000", "81000", "80500"),
        ("80400", "80501", "80000", "81500", "81500"),
        ("80250", "80000", "80000", "80250", None),
        ("80500", "80000", "80000", "80500", "80500"),
        ("80600", "80700", "80000", "80800", None),
    ],
)
def test_tidy_is_the_nearest_odd_multiple_inside_its_limits(
    amount: str, at_least: str, above: str, at_most: str, found: str | None
) -> None:
    limits = {"at_least": D(at_least), "above": D(above), "at_most": D(at_most)}
    assert tidy(D(amount), HALF_PERCENT, **limits) == (None if found is None else D(found))


def test_plain_prints_cents_without_an_exponent() -> None:
    printed = [plain(D(value)) for value in ("88500", "8.85E+4", "66666.6666", "-0.005")]
    assert printed == ["88500.00", "88500.00", "66666.67", "-0.01"]


def test_spoken_separates_thousands_and_shows_cents_only_when_there_are_any() -> None:
    assert [spoken(D(value)) for value in ("88500", "42.125", "1234567.5")] == [
        "88,500",
        "42.13",
        "1,234,567.50",
    ]


def test_percent_shows_one_place_unless_it_is_zero() -> None:
    assert [percent(D(rate)) for rate in ("0.05", "0.12426", "0", "1")] == ["5%", "12.4%", "0%", "100%"]
