"""What to say to the base that they answered with: one row for every page and message."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from offers.engine.advice import Advice
from offers.engine.replies import ReplyRow, reply_to, row_step


def next_row(
    answered: Decimal, advice: Advice, private: Collection[Decimal], dropped: Collection[str] = ()
) -> ReplyRow | None:
    """The engine's reply to their base; None where base is not asked for.

    It names no item of `dropped`: what they have named before is asked back, not asked for as something new.

    A base that they have cut is answered as the one that they offered, since it is asked back first. Where
    the number to reply is one of `private`, what a colleague earns, it is the next step above it instead.
    """
    items = tuple(item for item in advice.bargain.items if item.key not in dropped)
    bargain = replace(advice.bargain, items=items)
    row = reply_to(max(answered, advice.state.offer), bargain, advice.state.policy)
    if row is None or row.reply is None or row.reply not in private:
        return row
    above = row.reply + row_step(advice.bargain, advice.state.policy)
    if above in private or (advice.bargain.ask or above) < above:
        return row
    return replace(row, reply=above, say=replace(row.say, params={**row.say.params, "reply": above}))
