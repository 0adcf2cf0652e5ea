"""The front door: the numbers and flags of the table, and what it needs and refuses."""

from decimal import Decimal

import pytest

from offers.engine.advice import advise
from offers.engine.errors import ContradictionError, EngineError
from offers.engine.flags import Flag
from offers.engine.policy import Policy
from offers.engine.situation import Measure, Numbers, Situation, Terms
from tests.engine.advised import advice
from tests.engine.cases import POLICY, TEAM, TECHNOLOGY, TODAY, VECTORS, D, Vector, band


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_advice_matches_the_table(vector: Vector) -> None:
    found = advice(vector.situation)
    assert (found.ceilings.no_exception, found.ceilings.exception) == (vector.no_exception, vector.exception)
    marks = found.landing
    assert found.ask.amount == vector.ask
    assert (marks.floor, marks.likely, marks.no_exception, marks.with_exception) == vector.landing


FLAGS = {
    "team": [Flag.BASE_SHORT],
    "team, cautious": [Flag.BASE_SHORT],
    "team, hard to fill": [Flag.BASE_SHORT],
    "band": [Flag.OFFER_BELOW_WALKAWAY],
    "above the band": [
        Flag.AT_OR_ABOVE_MAX,
        Flag.EQUITY_CAP_BELOW_OFFER,
        Flag.NO_BASE_ASK,
        Flag.BASE_SHORT,
    ],
    "below the posting": [
        Flag.BAND_FROM_POSTING,
        Flag.BUFFER_DEFAULT,
        Flag.BELOW_MIN,
        Flag.OFFER_BELOW_WALKAWAY,
    ],
    "hourly": [Flag.BASE_SHORT],
    "better offer in hand": [Flag.BASE_SHORT, Flag.NO_ZOPA_BASE, Flag.OFFER_BELOW_WALKAWAY],
    "target met": [Flag.TARGET_MET],
    "nothing known": [Flag.BUFFER_DEFAULT, Flag.LOW_INFO],
    "wide posting": [
        Flag.BAND_FROM_POSTING,
        Flag.POSTING_WIDE,
        Flag.LOW_INFO,
        Flag.BASE_SHORT,
        Flag.NO_WALKAWAY,
    ],
    "offer and team below the band": [Flag.BELOW_MIN, Flag.BASE_SHORT, Flag.NO_WALKAWAY],
}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_advice_flags_each_row_in_the_order_of_the_rules(vector: Vector) -> None:
    assert list(advice(vector.situation).flags) == FLAGS[vector.name]


def test_part_time_amounts_are_held_against_a_full_time_band() -> None:
    half = Measure(fte=D("0.5"))
    whole = band("110000", "135000", "160000", measure=Measure())
    found = advice(
        Situation(
            terms=Terms(base=D(60000), measure=half),
            numbers=Numbers(target=D(67500), walk_away=D(61000)),
            band=whole,
            industry=TECHNOLOGY,
        )
    )
    assert (found.ceilings.no_exception, found.ceilings.exception) == (D(67500), D(72000))
    assert found.ask.amount == D(71750)


def test_advice_needs_nothing_but_an_offer() -> None:
    found = advise(Situation(terms=Terms(base=D(80000))), POLICY, TODAY)
    assert list(found.flags) == [Flag.BUFFER_DEFAULT, Flag.TARGET_ASSUMED, Flag.LOW_INFO, Flag.NO_WALKAWAY]
    assert (found.state.target, found.ask.amount) == (D(86000), D(87500))


def test_advice_stops_at_an_impossible_number() -> None:
    with pytest.raises(EngineError) as caught:
        advice("0")
    assert caught.value.field == "offer"


def test_advice_stops_at_two_numbers_that_disagree() -> None:
    with pytest.raises(ContradictionError) as caught:
        advice("80000", "80000", "90000")
    assert (caught.value.field, caught.value.other) == ("walk_away", "target")


def test_an_edited_policy_reaches_every_number() -> None:
    edited = Policy(equity_tolerance=D("0.02"), tidy_share=D("0.01"))
    found = advise(TEAM, edited, TODAY)
    assert (found.ceilings.exception, found.ask.amount) == (Decimal("86190.00"), D(85000))
