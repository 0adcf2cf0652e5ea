"""Whatever they say, the reply is above it, not above the ask, and the higher the more they say."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given

from offers.engine.bargain import Bargain
from offers.engine.policy import Policy
from offers.engine.replies import Action, reply_table, reply_to, row_step
from tests.engine.properties.drawn_bargains import bargains, ten_times
from tests.engine.properties.drawn_situations import decimals

POLICY = Policy()


@given(bargain=bargains(asks=True))
def test_the_table_runs_from_the_ask_down_to_the_offer(bargain: Bargain) -> None:
    numbers = [row.said for row in reply_table(bargain, POLICY)]
    assert (numbers[0], numbers[-1]) == (bargain.ask, bargain.offer)
    gaps = {upper - lower for upper, lower in pairwise(numbers[:-1])}
    assert gaps <= {row_step(bargain, POLICY)}
    assert numbers[-2] - numbers[-1] <= row_step(bargain, POLICY)


@given(bargain=bargains(asks=True))
def test_a_reply_is_above_what_they_said_and_never_above_the_ask(bargain: Bargain) -> None:
    for row in reply_table(bargain, POLICY):
        if row.action is Action.REPLY:
            assert row.reply is not None
            assert row.said < row.reply <= bargain.accepted(bargain.ask or Decimal(0))
        else:
            assert row.reply is None


@given(bargain=bargains(asks=True))
def test_replies_rise_with_what_they_say(bargain: Bargain) -> None:
    replies = [row.reply for row in reply_table(bargain, POLICY) if row.reply is not None]
    assert replies == sorted(replies, reverse=True)


@given(bargain=bargains(asks=True), said=decimals("0", "400000"))
def test_any_number_is_answered_as_the_table_answers(bargain: Bargain, said: Decimal) -> None:
    row = reply_to(said, bargain, POLICY)
    assert row is not None
    assert (row.action is Action.REPLY) == (said < bargain.accepted(bargain.ask or Decimal(0)))
    under = bargain.walk_away is not None and said < bargain.walk_away
    assert (row.note is not None) == under
    assert (row.action is Action.PACKAGE) == (under and row.reply is None)


@given(bargain=bargains(asks=True))
def test_the_next_lever_stays_within_its_cap(bargain: Bargain) -> None:
    caps = {item.key: item.cap for item in bargain.items}
    levers = [row.lever for row in reply_table(bargain, POLICY) if row.lever is not None]
    assert [pick for pick in levers if not 0 < pick.quantity <= caps[pick.key]] == []


@given(bargain=bargains(asks=True), walk_away=decimals("0", "300000"))
def test_what_the_employer_reads_does_not_depend_on_the_walk_away(
    bargain: Bargain, walk_away: Decimal
) -> None:
    free = reply_table(replace(bargain, walk_away=None, walk_away_value=None), POLICY)
    bound = reply_table(replace(bargain, walk_away=walk_away), POLICY)
    both = [(one.say, other.say) for one, other in zip(free, bound, strict=True) if one.reply is not None]
    assert [pair for pair in both if pair[0] != pair[1]] == []


@given(bargain=bargains(asks=True))
def test_replies_to_ten_times_the_money_are_ten_times_as_high(bargain: Bargain) -> None:
    large = reply_table(ten_times(bargain), POLICY)
    assert [(row.said, row.action, row.reply) for row in large] == [
        (10 * row.said, row.action, None if row.reply is None else 10 * row.reply)
        for row in reply_table(bargain, POLICY)
    ]
