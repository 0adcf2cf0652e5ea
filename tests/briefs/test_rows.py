"""The rows that a paper keeps of the table of replies: nobody is ever asked for less than they said."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.demo import load_industries
from offers.briefs.kinds import Choices, read
from offers.briefs.rows import LOOK, LOWER, Answer, between, fewer, gaps
from offers.briefs.sheet import answers_of
from offers.demo import CASES, load_case
from offers.drafts.record import record_of
from offers.engine.policy import Policy
from offers.engine.situation import Measure
from offers.models import Offer
from tests.factories import make_answer, make_offer

Make = Callable[[User], Offer]
USD = Measure(currency="USD")


def written(base: int, target: int, walk_away: int, answered: int = 0, room: int = 40_000) -> Make:
    """An offer in a range that leaves room, and what they have answered."""

    def make(owner: User) -> Offer:
        money = {"base": base, "target": target, "walk_away": walk_away}
        limits = {"posted_minimum": Decimal(base) - 20_000, "posted_maximum": Decimal(base) + room}
        fields: dict[str, Any] = {name: Decimal(amount) for name, amount in money.items()}
        offer = make_offer(owner, team=(), stated_as="written", level="Level 3", **fields | limits)
        if answered:
            make_answer(offer, base=Decimal(answered))
        return offer

    return make


def demo(case: dict[str, Any]) -> Make:
    def make(owner: User) -> Offer:
        load_industries(Policy())
        return load_case(owner, case, timezone.localdate())

    return make


OFFERS: dict[str, Make] = {
    **{str(case["company"]): demo(case) for case in CASES},
    "a wide range": written(150_000, 175_000, 140_000),
    "a wide range, answered": written(150_000, 175_000, 140_000, 156_000),
    "a far target": written(100_000, 150_000, 90_000),
    "a far target, answered": written(100_000, 150_000, 90_000, 101_000),
    "an ask under the walk-away": written(150_000, 200_000, 190_000, room=15_000),
    "a walk-away near the target": written(150_000, 175_000, 174_000),
    "an answer under the walk-away": written(150_000, 175_000, 170_000, 158_000),
}


def all_rows(offer: Offer, *, private: bool) -> tuple[Answer, ...]:
    loaded, _ = read(Offer.objects.all(), offer.pk, Choices())
    return answers_of(record_of(loaded, timezone.localdate()), private=private)


def taken(number: Decimal, kept: tuple[Answer, ...]) -> Answer | None:
    """The row that the paper tells one to take; None where it says to look the number up."""
    if any(low < number < high for low, high in gaps(kept)) and number not in [row.number for row in kept]:
        return None
    return next(row for row in kept if row.number <= number)


@pytest.mark.parametrize("make", OFFERS.values(), ids=OFFERS)
def test_whatever_they_say_nobody_is_asked_for_less(alice: User, make: Make) -> None:
    offer = make(alice)
    for private in (True, False):
        rows = all_rows(offer, private=private)
        for most in range(2, 10):
            kept = fewer(rows, most)
            for number in (row.number for row in rows):
                row = taken(number, kept)
                assert row is None or row.reply is None or row.reply > number, (most, number)


def test_of_a_wide_range_the_kept_rows_reach_each_other(alice: User) -> None:
    kept = fewer(all_rows(written(150_000, 175_000, 140_000)(alice), private=True), 6)
    assert [(row.number, row.reply) for row in kept] == [
        (175_000, None),
        (174_000, 175_000),
        (172_000, 174_000),
        (168_000, 172_000),
        (159_000, 168_000),
        (150_000, 164_000),
    ]
    assert gaps(kept) == []


def test_their_answer_is_kept_whatever_is_left_out(alice: User) -> None:
    rows = all_rows(written(100_000, 150_000, 90_000, 101_000)(alice), private=True)
    assert [fewer(rows, most)[-1].mark for most in range(2, 10)] == ["their answer"] * 8


def row(number: int, reply: int | None) -> Answer:
    answer = None if reply is None else Decimal(reply)
    return Answer(number=Decimal(number), reply=answer, said=str(number), does="", say="", note="", mark="")


def numbers(rows: tuple[Answer, ...]) -> list[int]:
    return [int(one.number) for one in rows]


# Half of the way to 120 is answered with.
HALF = (row(120, None), *(row(said, (said + 121) // 2) for said in range(119, 99, -1)))
# Each row answers with the one above it.
STEPS = (row(120, None), *(row(said, said + 1) for said in range(119, 99, -1)))


def test_rows_that_reach_each_other_are_kept_and_the_rest_evenly() -> None:
    assert numbers(fewer(HALF, 6)) == [120, 119, 117, 113, 105, 100]
    assert numbers(fewer(HALF, 8)) == [120, 119, 117, 113, 109, 105, 103, 100]
    assert fewer(HALF[:3], 6) == HALF[:3]
    assert fewer(HALF, 0) == ()


def test_where_there_is_no_room_for_all_the_upper_ones_are_kept() -> None:
    kept = fewer(STEPS, 4)
    assert numbers(kept) == [120, 119, 118, 100]
    assert between(kept, STEPS, USD) == LOOK.format("USD\u00a0100 and USD\u00a0118")


def test_gaps_that_touch_are_one() -> None:
    rows = (row(120, None), row(119, None), row(118, None), row(117, 119))
    assert gaps(rows) == [(Decimal(118), Decimal(120))]


def test_only_a_table_that_leaves_rows_out_says_what_to_do_between_two() -> None:
    assert between(fewer(HALF, 8), HALF, USD) == LOWER
    assert between(HALF, HALF, USD) == ""
