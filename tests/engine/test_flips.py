"""Which offer the scores prefer, and what would turn that round."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from offers.engine.errors import EngineError
from offers.engine.flips import Flip, ScoreTable, flips, score_table, weighted_difference
from offers.engine.policy import Policy
from offers.engine.weights import LockedWeights, Score, Scored, Weight, give_scores

POLICY = Policy()
CRITERIA = ("pay", "growth", "place")


def row(*numbers: int | str) -> dict[str, Decimal]:
    return {name: Decimal(number) for name, number in zip(CRITERIA, numbers, strict=True)}


WEIGHTS = row(50, 20, 30)
LOCKED = LockedWeights(
    weights=tuple(Weight(criterion=name, points=points) for name, points in WEIGHTS.items()),
    locked_on=date(2026, 3, 4),
)


def scored(name: str, *points: int | None, weights: LockedWeights = LOCKED) -> Scored:
    each = [
        Score(criterion=criterion, points=None if point is None else Decimal(point), why="Seen.")
        for criterion, point in zip(CRITERIA, points, strict=True)
    ]
    return give_scores(weights, name, each)


def table(*offers: Scored) -> ScoreTable:
    found = score_table(offers, POLICY)
    assert found is not None
    return found


def test_weighted_difference_of_the_example_is_1_4() -> None:
    assert weighted_difference(WEIGHTS, row(12, -20, -2)) == Decimal("1.4")


def test_flips_of_the_example_start_with_4_375_points_from_pay_to_growth() -> None:
    found = [(flip.taken_from, flip.given_to, flip.points) for flip in flips(WEIGHTS, row(12, -20, -2))]
    assert found == [
        ("pay", "growth", Decimal("4.375")),
        ("place", "growth", Decimal(140) / 18),
        ("pay", "place", Decimal(10)),
    ]


def test_flips_of_a_trailing_offer_are_the_same_moves() -> None:
    assert flips(WEIGHTS, row(-12, 20, 2)) == flips(WEIGHTS, row(12, -20, -2))


def test_flips_see_the_smallest_leads_and_differences() -> None:
    found = flips(row(50, 20, 30), row("0.5", "-0.1", "0.1"))
    assert [(flip.taken_from, flip.given_to) for flip in found] == [("pay", "growth")]


@pytest.mark.parametrize(
    ("weights", "differences"),
    [
        ((50, 20, 30), (10, 10, 10)),
        ((50, 20, 30), (0, 0, 0)),
        ((50, 20, 30), (2, -5, 0)),
        ((10, 45, 45), (90, 10, 10)),
        ((50, 50, 0), (10, 0, 0)),
    ],
)
def test_flips_are_none_where_no_single_move_is_large_enough(
    weights: tuple[int, ...], differences: tuple[int, ...]
) -> None:
    assert flips(row(*weights), row(*differences)) == ()


def test_score_table_orders_the_offers_and_names_the_smallest_flip() -> None:
    found = table(scored("Brick", 60, 80, 50), scored("Acme", 72, 60, 48))
    assert found.totals == (("Acme", Decimal("62.4")), ("Brick", Decimal(61)))
    assert found.gap is not None
    assert (found.gap.lead, found.gap.close) == (Decimal("1.4"), True)
    assert found.gap.smallest == Flip(points=Decimal("4.375"), taken_from="pay", given_to="growth")
    assert [reason.text for reason in found.gap.reasons] == [
        "Acme leads Brick by 1.4 points of 100.",
        "Moving more than 4.38 points from pay to growth turns the order.",
    ]


@pytest.mark.parametrize(("pay", "lead", "close"), [(60, 5, False), (59, Decimal("4.5"), True)])
def test_score_table_calls_less_than_five_points_close(pay: int, lead: Decimal, close: bool) -> None:
    gap = table(scored("Acme", pay, 50, 50), scored("Brick", 50, 50, 50)).gap
    assert gap is not None
    assert (gap.lead, gap.close) == (lead, close)


def test_score_table_says_when_no_move_turns_the_order() -> None:
    gap = table(scored("Acme", 60, 60, 60), scored("Brick", 50, 50, 50)).gap
    assert gap is not None
    assert (gap.smallest, gap.reasons[1].code) == (None, "FLIP_NONE")


def test_score_table_of_equal_scores_has_no_order_to_turn() -> None:
    gap = table(scored("Acme", 60, 60, 60), scored("Brick", 60, 60, 60)).gap
    assert gap is not None
    assert [reason.code for reason in gap.reasons] == ["SCORES_EQUAL", "FLIP_EQUAL"]


def test_score_table_leaves_out_what_not_every_offer_has() -> None:
    found = table(scored("Acme", 80, 50, None), scored("Brick", 60, 50, 90))
    assert (found.totals, found.left_out) == ((("Acme", 50), ("Brick", 40)), ("place",))
    assert found.reasons[0].text == "Not every offer has a score for place, so it counts for none."


def test_score_table_of_three_offers_looks_at_the_first_two() -> None:
    gap = table(scored("Coast", 1, 1, 1), scored("Acme", 60, 60, 60), scored("Brick", 50, 50, 50)).gap
    assert gap is not None
    assert (gap.first, gap.second, gap.lead) == ("Acme", "Brick", 10)


def test_score_table_of_one_offer_has_no_gap_and_of_none_is_none() -> None:
    assert table(scored("Acme", 60, 60, 60)).gap is None
    assert score_table((), POLICY) is None


def test_score_table_refuses_scores_under_different_weights() -> None:
    later = replace(LOCKED, locked_on=date(2026, 3, 5))
    with pytest.raises(EngineError) as caught:
        table(scored("Acme", 1, 1, 1), scored("Brick", 1, 1, 1, weights=later))
    assert caught.value.sentence == "These scores were given to different weights; score them again."


def test_score_table_refuses_one_name_for_two_offers() -> None:
    with pytest.raises(EngineError) as caught:
        table(scored("Acme", 1, 1, 1), scored("Acme", 2, 2, 2))
    assert caught.value.field == "scores"
