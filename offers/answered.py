"""What to say to the base that they answered with: one row for every page and message."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal

from offers.engine.advice import Advice
from offers.engine.bargain import Bargain
from offers.engine.policy import Policy
from offers.engine.replies import Action, ReplyRow, reply_table, reply_to, reply_with, row_step


def bargain_without(advice: Advice, dropped: Collection[str]) -> Bargain:
    """What they named before and dropped is asked back, not asked for as something new."""
    items = tuple(item for item in advice.bargain.items if item.key not in dropped)
    return replace(advice.bargain, items=items)


def bargain_after(
    answers: Iterable[Decimal], advice: Advice, private: Collection[Decimal], dropped: Collection[str] = ()
) -> Bargain:
    """The bargain once they have named these bases one after another, each answered as `next_row` has it.

    What was asked for last is the ask from then on: a later number is never answered with more.
    """
    bargain = bargain_without(advice, dropped)
    for answered in answers:
        bargain = with_asked(bargain, next_row(answered, bargain, advice.state.policy, private))
    return bargain


def with_asked(bargain: Bargain, row: ReplyRow | None) -> Bargain:
    """The bargain after what a row says, with the number that it replies as the ask."""
    return replace(bargain, ask=row.reply) if row and row.reply else bargain


def every_row(bargain: Bargain, policy: Policy, private: Collection[Decimal]) -> tuple[ReplyRow, ...]:
    """The engine's table from the ask down, each row as `next_row` has it."""
    return tuple(past(row, bargain, policy, private) for row in reply_table(bargain, policy))


def next_row(
    answered: Decimal, bargain: Bargain, policy: Policy, private: Collection[Decimal]
) -> ReplyRow | None:
    """The engine's reply to their base; None where base is not asked for.

    A base that they have cut is answered as the one that they offered, since it is asked back first. Where
    the number to reply is one of `private`, what a colleague earns, it is the next step above it instead.
    """
    row = reply_to(max(answered, bargain.offer), bargain, policy)
    return past(row, bargain, policy, private) if row else None


def past(row: ReplyRow, bargain: Bargain, policy: Policy, private: Collection[Decimal]) -> ReplyRow:
    """The row with the next step above a number to reply that is private, where the ask leaves one."""
    if row.reply is None or row.reply not in private:
        return row
    above = row.reply + row_step(bargain, policy)
    if above in private or (bargain.ask or above) < above:
        return row
    return reply_with(row, above, bargain, policy)


def enough_for(bargain: Bargain, policy: Policy, lowest: ReplyRow) -> ReplyRow:
    """The row of the number that is accepted at once; it may lie under the `lowest` such row of the table."""
    accepted = bargain.enough
    if accepted is None or accepted >= lowest.said:
        return lowest
    row = reply_to(accepted, bargain, policy)
    return row if row and row.action is Action.ACCEPT else lowest
