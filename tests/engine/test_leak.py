"""The leak guard: which numbers would give a private one away."""

import pytest

from offers.engine.leak import guarded_zone, is_leak
from offers.engine.policy import Policy
from tests.engine.cases import POLICY, D


def test_the_zone_reaches_half_a_percent_to_each_side() -> None:
    assert guarded_zone(D(79000), POLICY) == (D(78605), D(79395))


def test_the_zone_is_the_policys() -> None:
    assert guarded_zone(D(1000), Policy(leak_margin=D("0.1"))) == (D(900), D(1100))


@pytest.mark.parametrize(
    ("named", "leak"),
    [
        ("79000", True),
        ("79395", True),
        ("79395.01", False),
        ("78605", True),
        ("78604.99", False),
        ("80000", False),
        ("78900", False),
    ],
)
def test_a_number_near_the_walk_away_is_a_leak_unless_it_is_public(named: str, leak: bool) -> None:
    assert is_leak(D(named), D(79000), (D(78900),), POLICY) is leak


def test_nothing_leaks_without_a_walk_away() -> None:
    assert is_leak(D(79000), None, (), POLICY) is False
