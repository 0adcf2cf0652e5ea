"""Where a pay figure stands in a range."""

import pytest

from offers.engine.position import (
    UNLIMITED,
    Quarter,
    Zone,
    compa_ratio,
    position,
    quarter_lines,
    range_penetration,
    spread,
)
from tests.engine.cases import D, Given, number


@pytest.mark.parametrize(
    ("pay", "midpoint", "ratio"),
    [
        ("95000", "100000", "0.95"),
        ("100000", "100000", "1"),
        ("95000", "0", None),
        ("95000", "Infinity", None),
    ],
)
def test_compa_ratio_is_pay_over_midpoint(pay: str, midpoint: str, ratio: Given) -> None:
    assert compa_ratio(D(pay), D(midpoint)) == number(ratio)


@pytest.mark.parametrize(
    ("pay", "minimum", "maximum", "reached"),
    [
        ("104000", "80000", "120000", "0.6"),
        ("80000", "80000", "120000", "0"),
        ("120000", "80000", "120000", "1"),
        ("76000", "80000", "120000", "-0.1"),
        ("124000", "80000", "120000", "1.1"),
        ("100000", "0", "120000", None),
        ("100000", "80000", "Infinity", None),
        ("80000", "80000", "80000", None),
    ],
)
def test_range_penetration_runs_from_minimum_to_maximum(
    pay: str, minimum: str, maximum: str, reached: Given
) -> None:
    assert range_penetration(D(pay), D(minimum), D(maximum)) == number(reached)


@pytest.mark.parametrize(
    ("minimum", "maximum", "width"),
    [
        ("80000", "120000", "0.5"),
        ("80000", "80000", "0"),
        ("0", "120000", None),
        ("80000", "Infinity", None),
        ("90000", "80000", None),
    ],
)
def test_spread_is_a_fraction_of_the_minimum(minimum: str, maximum: str, width: Given) -> None:
    assert spread(D(minimum), D(maximum)) == number(width)


@pytest.mark.parametrize(
    ("pay", "quarter", "zone"),
    [
        ("79999", Quarter.BELOW, None),
        ("80000", Quarter.FIRST, Zone.ENTRY),
        ("109999", Quarter.FIRST, Zone.ENTRY),
        ("110000", Quarter.SECOND, Zone.ENTRY),
        ("119999", Quarter.SECOND, Zone.ENTRY),
        ("120000", Quarter.SECOND, Zone.TARGET),
        ("140000", Quarter.THIRD, Zone.TARGET),
        ("159999", Quarter.THIRD, Zone.TARGET),
        ("160000", Quarter.THIRD, Zone.RESERVED),
        ("170000", Quarter.FOURTH, Zone.RESERVED),
        ("200000", Quarter.FOURTH, Zone.RESERVED),
        ("200001", Quarter.ABOVE, None),
    ],
)
def test_position_names_quarter_and_zone(pay: str, quarter: Quarter, zone: Zone | None) -> None:
    found = position(D(pay), D(80000), D(140000), D(200000))
    assert (found.quarter, found.zone) == (quarter, zone)


def test_position_gives_both_ratios() -> None:
    found = position(D(104000), D(80000), D(100000), D(120000))
    assert (found.compa_ratio, found.range_penetration) == (D("1.04"), D("0.6"))


@pytest.mark.parametrize(
    ("minimum", "maximum", "quarter"),
    [
        (D(0), UNLIMITED, None),
        (D(90000), UNLIMITED, Quarter.BELOW),
        (D(0), D(70000), Quarter.ABOVE),
        (D(80000), D(80000), None),
    ],
)
def test_position_in_an_open_range_is_known_only_outside_it(minimum, maximum, quarter) -> None:
    found = position(D(80000), minimum, UNLIMITED, maximum)
    assert (found.quarter, found.zone, found.compa_ratio) == (quarter, None, None)


@pytest.mark.parametrize(
    ("midpoint", "lines"),
    [
        (UNLIMITED, (95_000, 110_000, 125_000)),
        (D(110_000), (95_000, 110_000, 125_000)),
        (D(100_000), (90_000, 100_000, 120_000)),
    ],
)
def test_a_range_is_cut_in_four_and_at_its_midpoint_first(midpoint, lines) -> None:
    assert quarter_lines(D(80_000), midpoint, D(140_000)) == lines


@pytest.mark.parametrize(
    ("pay", "quarter"),
    [
        ("99999", Quarter.SECOND),
        ("100000", Quarter.THIRD),
        ("120000", Quarter.FOURTH),
        ("140000", Quarter.FOURTH),
    ],
)
def test_the_midpoint_ends_the_second_quarter_where_it_is_off_the_middle(pay, quarter) -> None:
    assert position(D(pay), D(80_000), D(100_000), D(140_000)).quarter == quarter
