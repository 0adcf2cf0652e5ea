"""Points are shared out, locked, and only then scored."""

from datetime import date
from decimal import Decimal

import pytest

from offers.engine.errors import EngineError
from offers.engine.weights import DraftWeights, LockedWeights, Score, Weight, give_scores, lock, unlock

TODAY = date(2026, 3, 4)


def draft(**points: int | str) -> DraftWeights:
    return DraftWeights(
        weights=tuple(Weight(criterion=name, points=Decimal(each)) for name, each in points.items())
    )


LOCKED = lock(draft(pay=50, place=20, growth=30), today=TODAY)


@pytest.mark.parametrize(
    ("points", "left"), [({}, 100), ({"pay": 60}, 40), ({"pay": 60, "place": "50.5"}, Decimal("-10.5"))]
)
def test_draft_says_how_many_points_are_left(points: dict[str, int | str], left: Decimal) -> None:
    assert draft(**points).left == left


def test_lock_keeps_the_points_and_the_day() -> None:
    assert (LOCKED.points(), LOCKED.locked_on) == ({"pay": 50, "place": 20, "growth": 30}, TODAY)


@pytest.mark.parametrize(("points", "found"), [({"pay": 99}, "99"), ({"pay": 60, "place": 41}, "101")])
def test_lock_refuses_points_that_do_not_sum_to_100(points: dict[str, int], found: str) -> None:
    with pytest.raises(EngineError) as caught:
        lock(draft(**points), today=TODAY)
    assert caught.value.sentence == f"The points sum to {found}; share out exactly 100."


def test_lock_takes_all_points_on_one_criterion_and_scores_up_to_100() -> None:
    alone = lock(draft(pay=100, place=0), today=TODAY)
    best = Score(criterion="pay", points=Decimal(100), why="The best there is.")
    worst = Score(criterion="place", points=Decimal(0), why="Far away.")
    assert give_scores(alone, "Acme", [best, worst]).known() == {"pay": 100, "place": 0}


def test_locked_weights_cannot_be_made_around_the_lock() -> None:
    half = Weight(criterion="pay", points=Decimal(50))
    with pytest.raises(EngineError) as caught:
        LockedWeights(weights=(half, half), locked_on=TODAY)
    assert caught.value.sentence == "pay stands there twice."


@pytest.mark.parametrize("points", ["-1", "100.01", "NaN"])
def test_weight_is_between_0_and_100(points: str) -> None:
    with pytest.raises(EngineError) as caught:
        Weight(criterion="pay", points=Decimal(points))
    assert caught.value.field == "points"


@pytest.mark.parametrize(("why", "ending"), [("", ", without a reason."), ("New role.", ": New role.")])
def test_unlock_gives_the_draft_back_with_a_line_for_the_log(why: str, ending: str) -> None:
    opened, line = unlock(LOCKED, today=date(2026, 3, 5), why=why)
    assert (opened, line.on) == (DraftWeights(weights=LOCKED.weights), date(2026, 3, 5))
    assert line.reason.text == (
        "The weights locked on 4 March 2026 (pay 50, place 20, growth 30) were opened again" + ending
    )


def test_scores_of_an_offer_are_known_where_they_are_given() -> None:
    given = Score(criterion="pay", points=Decimal(80), why="Above the market.")
    scored = give_scores(LOCKED, "Acme", [given, Score(criterion="place", points=None)])
    assert (scored.name, scored.known()) == ("Acme", {"pay": 80})


@pytest.mark.parametrize(
    ("points", "why", "field"), [("80", " ", "why"), ("101", "Good.", "score"), ("-1", "Bad.", "score")]
)
def test_score_needs_a_reason_and_lies_between_0_and_100(points: str, why: str, field: str) -> None:
    with pytest.raises(EngineError) as caught:
        Score(criterion="pay", points=Decimal(points), why=why)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("criteria", "sentence"),
    [
        (["views"], "views is not among the weighted criteria."),
        (["pay", "pay"], "pay stands there twice."),
    ],
)
def test_give_scores_takes_each_weighted_criterion_once(criteria: list[str], sentence: str) -> None:
    with pytest.raises(EngineError) as caught:
        give_scores(LOCKED, "Acme", [Score(criterion=name, points=None) for name in criteria])
    assert caught.value.sentence == sentence
