"""Exact tranches, presets, and what an equity figure means."""

from datetime import date
from decimal import Decimal

import pytest

from offers.engine.errors import EngineError
from offers.engine.vesting import (
    PRESETS,
    EquityMeaning,
    Every,
    Tranche,
    Vesting,
    by_year,
    read_equity,
    tranches,
)

EVEN = (2500, 2500, 2500, 2500)
BACK = (500, 1500, 4000, 4000)


def amounts(total: int | str, vesting: Vesting, step: str = "1") -> list[Decimal]:
    return [part.amount for part in tranches(Decimal(total), vesting, Decimal(step))]


def test_tranches_of_18_shares_in_4_are_5_4_5_4() -> None:
    assert amounts(18, Vesting(points=EVEN, every=Every.YEAR)) == [5, 4, 5, 4]


def test_tranches_of_1000_shares_in_48_start_with_21_21_21_20_and_lose_none() -> None:
    parts = amounts(1000, Vesting(points=EVEN))
    assert parts == [21, 21, 21, 20, 21, 21] * 8
    assert sum(parts) == 1000


def test_tranches_before_a_cliff_come_together_at_it() -> None:
    parts = tranches(Decimal(4800), Vesting(points=EVEN, cliff=12))
    assert parts[:2] == (Tranche(month=12, amount=Decimal(1200)), Tranche(month=13, amount=Decimal(100)))
    assert (len(parts), parts[-1].month) == (37, 48)


def test_tranches_after_a_cliff_between_dates_wait_for_the_next_date() -> None:
    parts = tranches(Decimal(160), Vesting(points=EVEN, cliff=10, every=Every.QUARTER))
    assert [(part.month, part.amount) for part in parts[:3]] == [(12, 40), (15, 10), (18, 10)]


@pytest.mark.parametrize(
    ("points", "every", "expected"),
    [
        (BACK, Every.YEAR, [5, 15, 40, 40]),
        ((3300, 3300, 2200, 1200), Every.YEAR, [33, 33, 22, 12]),
        ((10000,), Every.QUARTER, [25, 25, 25, 25]),
        ((0, 10000), Every.YEAR, [0, 100]),
    ],
)
def test_tranches_follow_the_row_of_points(
    points: tuple[int, ...], every: Every, expected: list[int]
) -> None:
    assert amounts(100, Vesting(points=points, every=every)) == expected


def test_tranches_of_money_are_cents() -> None:
    parts = amounts("100.00", Vesting(points=(3333, 3333, 3334), every=Every.YEAR), "0.01")
    assert parts == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]


def test_by_year_adds_the_tranches_of_each_year() -> None:
    assert by_year(Decimal(1000), Vesting(points=BACK)) == (50, 150, 400, 400)


@pytest.mark.parametrize(
    ("field", "points", "cliff"),
    [
        ("points", (2500, 2500, 2500, 2000), 0),
        ("points", (12500, -2500), 0),
        ("points", (), 0),
        ("points", (500,) * 20 + (0,), 0),
        ("cliff", EVEN, 49),
        ("cliff", EVEN, -1),
    ],
)
def test_vesting_refuses_an_impossible_schedule(field: str, points: tuple[int, ...], cliff: int) -> None:
    with pytest.raises(EngineError) as caught:
        Vesting(points=points, cliff=cliff)
    assert caught.value.field == field


def test_vesting_runs_for_twenty_years_at_most() -> None:
    assert Vesting(points=(500,) * 20, cliff=240).months == 240


def test_tranches_refuse_a_part_of_a_share() -> None:
    with pytest.raises(EngineError) as caught:
        tranches(Decimal("10.5"), Vesting(points=EVEN))
    assert caught.value.sentence == "A grant of 10.5 is not a whole number of parts of 1."


@pytest.mark.parametrize(
    ("figure", "meaning", "points", "whole"),
    [
        (200000, EquityMeaning.WHOLE, EVEN, 200000),
        (50000, EquityMeaning.PER_YEAR, EVEN, 200000),
        (50000, EquityMeaning.FIRST_YEAR, EVEN, 200000),
        (10000, EquityMeaning.FIRST_YEAR, BACK, 200000),
        (50000, EquityMeaning.PER_YEAR, BACK, 200000),
    ],
)
def test_read_equity_finds_the_whole_grant(
    figure: int, meaning: EquityMeaning, points: tuple[int, ...], whole: int
) -> None:
    assert read_equity(Decimal(figure), meaning, Vesting(points=points)).whole == whole


def test_read_equity_echoes_an_even_grant_as_a_sentence() -> None:
    reading = read_equity(Decimal(50000), EquityMeaning.PER_YEAR, Vesting(points=EVEN))
    assert reading.reason.text == "200,000 in total: 50,000 a year for 4 years."
    assert reading.by_year == (50000, 50000, 50000, 50000)


def test_read_equity_echoes_an_uneven_grant_year_by_year() -> None:
    reading = read_equity(Decimal(200000), EquityMeaning.WHOLE, Vesting(points=BACK))
    assert reading.reason.text == (
        "200,000 in total over 4 years, year by year: 10,000 · 30,000 · 80,000 · 80,000."
    )


@pytest.mark.parametrize(
    ("figure", "meaning"), [(None, EquityMeaning.WHOLE), (Decimal(50000), None), (None, None)]
)
def test_read_equity_asks_when_the_meaning_is_open(
    figure: Decimal | None, meaning: EquityMeaning | None
) -> None:
    reading = read_equity(figure, meaning, Vesting(points=EVEN))
    assert (reading.whole, reading.by_year) == (None, ())
    assert (
        reading.reason.text == "Is the equity figure the whole grant, the amount per year, or the first year?"
    )


@pytest.mark.parametrize("vesting", [Vesting(points=(0, 10000)), Vesting(points=EVEN, cliff=18)])
def test_read_equity_refuses_a_first_year_in_which_nothing_vests(vesting: Vesting) -> None:
    with pytest.raises(EngineError) as caught:
        read_equity(Decimal(50000), EquityMeaning.FIRST_YEAR, vesting)
    assert caught.value.field == "meaning"


def test_presets_are_dated_and_vest_what_their_title_says() -> None:
    assert [(preset.code, by_year(Decimal(10000), preset.vesting)) for preset in PRESETS] == [
        ("even_4_monthly", EVEN),
        ("even_4_quarterly", EVEN),
        ("even_4_yearly", EVEN),
        ("even_3_yearly", (3333, 3333, 3334)),
        ("front_loaded", (3300, 3300, 2200, 1200)),
        ("back_loaded", BACK),
    ]
    assert {preset.as_of for preset in PRESETS} == {date(2026, 11, 22)}
