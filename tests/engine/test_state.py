"""What a situation amounts to before any ceiling is drawn."""

from dataclasses import replace

import pytest

from offers.engine.confidence import Confidence
from offers.engine.policy import Policy
from offers.engine.position import UNLIMITED
from offers.engine.situation import Alternative, Buffer, Measure, Stance, Terms, Unit, Wishes
from tests.engine.cases import HOURLY, TEAM, D, Given, band, peers, situation, state

BAND = band("56000", "63000", "70000")


@pytest.mark.parametrize(
    ("offer", "team", "base", "below", "team_below", "tops_band", "tops_team"),
    [
        ("60000", (), "60000", False, False, False, False),
        ("56000", ("50000",), "56000", False, False, False, True),
        ("55999", (), "56000", True, False, False, False),
        ("55999", ("56000",), "56000", True, False, False, False),
        ("55000", ("55999",), "56000", True, True, False, False),
        ("55000", ("54000",), "56000", True, True, False, True),
        ("60000", ("60000",), "60000", False, False, False, False),
        ("60000", ("59000", "60001"), "60000", False, False, False, False),
        ("69999", (), "69999", False, False, False, False),
        ("70000", (), "70000", False, False, True, False),
    ],
)
def test_state_tells_where_the_offer_stands(
    offer: str,
    team: tuple[str, ...],
    base: str,
    below: bool,
    team_below: bool,
    tops_band: bool,
    tops_team: bool,
) -> None:
    found = state(offer, band=BAND, team=team)
    assert (found.base, found.below_minimum, found.team_below_minimum) == (D(base), below, team_below)
    assert (found.offer_tops_band, found.offer_tops_team) == (tops_band, tops_team)
    assert found.spent is (tops_band or tops_team)


def test_state_sorts_the_team_and_knows_its_best() -> None:
    found = state("80000", peers=peers("82000", "84500", "78000", manager=D(99000)))
    assert (found.peers, found.best_peer, found.manager) == (
        (D(78000), D(82000), D(84500)),
        D(84500),
        D(99000),
    )


def test_state_without_a_team_has_no_best_peer() -> None:
    found = state("80000")
    assert (found.peers, found.best_peer, found.manager) == ((), UNLIMITED, None)


@pytest.mark.parametrize(
    ("target", "given", "expected"),
    [
        ("90000", {}, "90000"),
        (None, {}, "86000.000"),
        (None, {"band": band(None, "85000", "99000")}, "85000"),
        (None, {"band": band(None, "70000", "99000")}, "80000"),
        (None, {"buffer": Buffer(low=D("0.02"), high=D("0.06"))}, "83200"),
    ],
)
def test_target_is_assumed_when_none_is_typed(target: Given, given: dict[str, object], expected: str) -> None:
    assert state("80000", target, **given).target == D(expected)


@pytest.mark.parametrize(
    ("high", "step"), [("0", "0.05"), ("0.025", "0.05"), ("0.03", "0.06"), ("0.10", "0.20"), ("0.15", "0.20")]
)
def test_step_is_twice_the_padding_within_limits(high: str, step: str) -> None:
    assert state("80000", buffer=Buffer(low=D(0), high=D(high))).step == D(step)


@pytest.mark.parametrize(
    ("given", "tolerance", "strong"),
    [
        ({}, "0.05", False),
        ({"hard_to_fill": True}, "0.10", False),
        ({"strong_alternative": True}, "0.10", True),
        ({"alternatives": (Alternative(yearly_value=D(80001), in_writing=True),)}, "0.10", True),
        ({"alternatives": (Alternative(yearly_value=D(80000), in_writing=True),)}, "0.05", False),
    ],
)
def test_tolerance_widens_for_a_strong_case(given: dict[str, object], tolerance: str, strong: bool) -> None:
    found = state("80000", **given)
    assert (found.tolerance, found.strong) == (D(tolerance), strong)


@pytest.mark.parametrize(
    ("terms", "weights", "value", "strong"),
    [
        (Terms(base=D(80000), bonus_target=D("0.10"), match_rate=D("0.04")), {}, "91200", False),
        (Terms(base=D(80000), bonus_target=D("0.10"), match_rate=D("0.04")), {}, "91200.01", True),
        (Terms(base=D(80000), other_value=D(4000)), {}, "84000", False),
        (Terms(base=D(80000), other_value=D(4000)), {}, "84000.01", True),
        (Terms(base=D(80000)), {"base": D("1.5")}, "120000", False),
        (Terms(base=D(40), measure=Measure(unit=Unit.HOUR), other_value=D(4000)), {}, "87200", False),
        (Terms(base=D(40), measure=Measure(unit=Unit.HOUR), other_value=D(4000)), {}, "87200.01", True),
    ],
)
def test_another_offer_is_held_against_the_whole_value(
    terms: Terms, weights: dict[str, object], value: str, strong: bool
) -> None:
    other = Alternative(yearly_value=D(value), in_writing=True)
    case = replace(situation("1"), terms=terms, alternatives=(other,), wishes=Wishes(weights=weights))
    assert state(case).strong is strong


def test_state_reads_k_and_the_other_terms_in_the_unit_of_the_offer() -> None:
    terms = replace(HOURLY.terms, bonus_target=D("0.10"), payout=D("0.8"), other_value=D(4160))
    found = state(replace(HOURLY, terms=terms))
    assert (found.k, found.other_value, found.periods, found.base_weight) == (D("1.08"), D(2), D(2080), D(1))


@pytest.mark.parametrize(("stance", "cautious"), [(Stance.STANDARD, False), (Stance.CAUTIOUS, True)])
def test_stance_is_read(stance: Stance, cautious: bool) -> None:
    assert state(replace(TEAM, stance=stance)).cautious is cautious


def test_state_carries_confidence_and_the_private_number() -> None:
    found = state(TEAM)
    assert (found.confidence, found.walk_away, found.offer) == (Confidence.MEDIUM, D(79000), D(80000))


def test_policy_sets_every_limit() -> None:
    edited = Policy(equity_tolerance=D("0.02"), step_high=D("0.12"), step_of_padding=D(3))
    found = state(TEAM, policy=edited)
    assert (found.tolerance, found.step) == (D("0.02"), D("0.12"))
