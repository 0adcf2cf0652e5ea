"""Impossible numbers are refused by name, and so are two that cannot both be true."""

from dataclasses import replace
from datetime import date

import pytest

from offers.engine.checks import check
from offers.engine.errors import ContradictionError, EngineError
from offers.engine.situation import (
    Alternative,
    ApprovalRung,
    Buffer,
    ExchangeRate,
    InternalInformation,
    Measure,
    Numbers,
    Peers,
    Situation,
    Terms,
)
from tests.engine.cases import TEAM, VECTORS, D, Vector, band, peers, posting, situation

ONE = Terms(base=D(1))


def terms(**more: object) -> Situation:
    return Situation(terms=replace(ONE, **more))


def given(**more: object) -> Situation:
    return Situation(terms=ONE, **more)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_check_passes_every_row_of_the_table(vector: Vector) -> None:
    assert check(vector.situation) is None


@pytest.mark.parametrize(
    "case",
    [
        given(numbers=Numbers(target=D(5), walk_away=D(5))),
        given(buffer=Buffer(low=D("0.1"), high=D("0.1"))),
        given(band=band("5", "5", "5"), posting=posting("0", "5")),
        given(
            approval_ladder=(ApprovalRung(limit=D(1), approver="a"), ApprovalRung(limit=D(1), approver="b"))
        ),
        terms(measure=Measure(hours_per_week=D(168), fte=D(2)), match_rate=D(1), bonus_target=D(10)),
        terms(other_value=D(-4000)),
    ],
)
def test_check_passes_what_lies_on_the_edge(case: Situation) -> None:
    assert check(case) is None


@pytest.mark.parametrize(
    ("case", "field"),
    [
        (situation("0"), "offer"),
        (situation("-1"), "offer"),
        (situation("NaN"), "offer"),
        (situation("Infinity"), "offer"),
        (terms(bonus_target=D("-0.1")), "bonus_target"),
        (terms(payout=D(11)), "payout"),
        (terms(match_rate=D("1.01")), "match_rate"),
        (terms(other_value=D("NaN")), "other_value"),
        (terms(measure=Measure(payments_per_year=11)), "payments_per_year"),
        (terms(measure=Measure(hours_per_week=D(0))), "hours_per_week"),
        (terms(measure=Measure(hours_per_week=D(169))), "hours_per_week"),
        (terms(measure=Measure(fte=D(0))), "fte"),
        (terms(measure=Measure(fte=D("2.1"))), "fte"),
        (given(band=band("-1")), "band.min"),
        (given(band=band(None, "0")), "band.mid"),
        (given(band=band(None, None, "0")), "band.max"),
        (given(band=band(None, None, "1", measure=Measure(fte=D(3)))), "band.fte"),
        (given(posting=posting("-1")), "posting.min"),
        (given(posting=posting(None, "0")), "posting.max"),
        (given(posting=posting(measure=Measure(payments_per_year=15))), "posting.payments_per_year"),
        (given(internal=InternalInformation(maximum=D(0))), "internal.max"),
        (given(peers=peers("1", "0")), "peers[1]"),
        (given(peers=peers("1", manager=D(0))), "peers.manager"),
        (given(peers=Peers(measure=Measure(fte=D(3)))), "peers.fte"),
        (given(numbers=Numbers(target=D(-1))), "target"),
        (given(numbers=Numbers(walk_away=D(-1))), "walk_away"),
        (given(numbers=Numbers(accept_at=D(-1))), "accept_at"),
        (given(numbers=Numbers(premium=D(-1))), "premium"),
        (given(numbers=Numbers(measure=Measure(fte=D(3)))), "numbers.fte"),
        (given(buffer=Buffer(low=D("-0.01"))), "buffer.low"),
        (given(buffer=Buffer(high=D(11))), "buffer.high"),
        (given(rates=(ExchangeRate(currency="EUR", rate=D(0), on=date(2026, 3, 1)),)), "rates.EUR"),
        (given(alternatives=(Alternative(yearly_value=D("NaN")),)), "alternatives[0]"),
    ],
)
def test_check_names_an_impossible_number(case: Situation, field: str) -> None:
    with pytest.raises(EngineError) as caught:
        check(case)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("case", "field", "other"),
    [
        (given(band=band("7", "6", "8")), "band.min", "band.mid"),
        (given(band=band("5", "9", "8")), "band.mid", "band.max"),
        (given(band=band("9", None, "8")), "band.min", "band.max"),
        (given(internal=InternalInformation(minimum=D(9), maximum=D(8))), "internal.min", "internal.max"),
        (given(posting=posting("9", "8")), "posting.min", "posting.max"),
        (given(buffer=Buffer(low=D("0.2"), high=D("0.1"))), "buffer.low", "buffer.high"),
        (given(numbers=Numbers(target=D(5), walk_away=D("5.01"))), "walk_away", "target"),
        (
            given(
                approval_ladder=(
                    ApprovalRung(limit=D(2), approver="a"),
                    ApprovalRung(limit=D(1), approver="b"),
                )
            ),
            "approval_ladder",
            "approval_ladder",
        ),
    ],
)
def test_check_names_both_numbers_that_disagree(case: Situation, field: str, other: str) -> None:
    with pytest.raises(ContradictionError) as caught:
        check(case)
    assert (caught.value.field, caught.value.other) == (field, other)


def test_a_walk_away_above_the_target_says_that_one_must_change() -> None:
    with pytest.raises(ContradictionError) as caught:
        check(replace(TEAM, numbers=Numbers(target=D(95000), walk_away=D(96000))))
    error = caught.value
    assert (error.value, error.other_value) == (D(96000), D(95000))
    assert str(error) == "Your walk-away (96,000) is above your target (95,000); change one of the two."
