"""What to say to every number of base they may say, from the ask down to the offer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from offers.engine import inputs
from offers.engine.bargain import Bargain
from offers.engine.money import nice_unit, percent, round_half_up
from offers.engine.packages import Pick, fill_one
from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade, Param, Reason, Source

PROPOSED_WITH = "ROW_PROPOSED"


class Action(StrEnum):
    """What to do about a number: take it, answer with a higher one, or take it as part of a package."""

    ACCEPT = "accept"
    REPLY = "reply"
    PACKAGE = "package"


@dataclass(frozen=True, kw_only=True)
class ReplyRow:
    """The answer to one number of base. `say` is for the employer; `reason` and `note` are private.

    `reply` is set for a reply; `lever` is the item to name where base does not move; `note` says that base
    alone is under the walk-away. `reason.binding` is the term that set the reply: slope, step, accept_at,
    or asked.
    """

    said: Decimal
    action: Action
    say: Reason
    reason: Reason
    reply: Decimal | None = None
    lever: Pick | None = None
    note: Reason | None = None


def reply_table(bargain: Bargain, policy: Policy) -> tuple[ReplyRow, ...]:
    """A row for each number from the ask down to the offer; empty when base is not asked for.

    The rows lie `row_step` apart; the last is the offer itself. Ask 56,000, offer 50,000, accepted at once
    55,000: 55,000 and above accept; 54,500 to 53,500 answer 55,000; 53,000 answers 54,500.
    """
    if bargain.ask is None:
        return ()
    rows = (_row(said, bargain.ask, bargain, policy) for said in _numbers(bargain.ask, bargain, policy))
    return tuple(_named_once(rows))


def _named_once(rows: Iterator[ReplyRow]) -> Iterator[ReplyRow]:
    """The rows; an item that only helps is named in the first of them, and not again in each."""
    named: set[Pick | None] = set()
    for row in rows:
        if row.say.code == "SAY_REPLY_HELPS" and row.lever in named and row.reply is not None:
            yield replace(row, lever=None, say=_say("SAY_REPLY", said=row.said, reply=row.reply))
        else:
            named.add(row.lever)
            yield row


def reply_to(said: Decimal, bargain: Bargain, policy: Policy) -> ReplyRow | None:
    """The row for one number that the person types; `None` when base is not asked for.

    Raises `EngineError` for a number below zero.
    """
    inputs.amount("said", said)
    return None if bargain.ask is None else _row(said, bargain.ask, bargain, policy)


def row_step(bargain: Bargain, policy: Policy) -> Decimal:
    """The nice unit nearest to 1% of the offer, wider where an ask far above it would fill pages.

    For an offer of 80,000 it is 1,000, for 41.00 an hour 0.50.
    """
    span = (bargain.ask or bargain.offer) - bargain.offer
    return nice_unit(max(policy.reply_step * bargain.offer, span / policy.reply_rows))


def _numbers(ask: Decimal, bargain: Bargain, policy: Policy) -> Iterator[Decimal]:
    step, said = row_step(bargain, policy), ask
    while said > bargain.offer:
        yield said
        said -= step
    yield bargain.offer


def _row(said: Decimal, ask: Decimal, bargain: Bargain, policy: Policy) -> ReplyRow:
    accepted, note = bargain.accepted(ask), _note(said, bargain)
    if said < accepted:
        return _reply(said, ask, accepted, bargain, policy)
    if note is None:
        binding = bargain.enough_is
        reason = _why(_ACCEPTS[binding], binding, accepted=accepted)
        return ReplyRow(said=said, action=Action.ACCEPT, say=_say("SAY_ACCEPT", said=said), reason=reason)
    # No amount here: one worked out from the walk-away would tell it.
    return ReplyRow(
        said=said,
        action=Action.PACKAGE,
        say=_say("SAY_PACKAGE", said=said),
        reason=_why("ROW_PACKAGE", "walk_away", accepted=accepted),
        note=note,
    )


def within_a_package(row: ReplyRow) -> ReplyRow:
    """The row of a base that is accepted, where all they offer with it is worth less than the walk-away."""
    return replace(
        row,
        action=Action.PACKAGE,
        say=_say("SAY_PACKAGE", said=row.said),
        reason=replace(_why("ROW_REST", "walk_away"), params=row.reason.params),
        note=_why("ROW_REST_UNDER", "walk_away"),
    )


def with_the_rest(row: ReplyRow, rest: str) -> ReplyRow:
    """The row of a base that was proposed together with `rest`, which is not there."""
    return replace(
        row,
        action=Action.PACKAGE,
        reply=None,
        lever=None,
        say=_say("SAY_PROPOSED", said=row.said, rest=rest),
        reason=_why(PROPOSED_WITH, "asked", said=row.said, rest=rest),
    )


def asking_with_the_rest(row: ReplyRow, rest: str) -> ReplyRow:
    """The row of a number under a base that was proposed together with `rest`, which is asked for with it."""
    say = _say("SAY_REPLY_WITH", said=row.said, reply=row.reply or row.said, rest=rest)
    return replace(row, lever=None, say=say)


def _reply(said: Decimal, ask: Decimal, accepted: Decimal, bargain: Bargain, policy: Policy) -> ReplyRow:
    step = row_step(bargain, policy)
    nearer = round_half_up(said + policy.reply_slope * (ask - said), step)
    wanted = max(said + step, nearer)
    reply = min(accepted, wanted)
    binding = bargain.enough_is if wanted >= accepted else "slope" if wanted == nearer else "step"
    source, grade = (TYPED, Grade.FACT) if wanted >= accepted else (ASSUMPTION, Grade.E)
    lever, say = _asking(said, reply, bargain, policy)
    params: dict[str, Param] = {"said": said, "reply": reply}
    share = percent(policy.reply_slope)
    return ReplyRow(
        said=said,
        action=Action.REPLY,
        reply=reply,
        lever=lever,
        say=say,
        reason=_why(f"ROW_{binding.upper()}", binding, source, grade, **params, ask=ask, share=share),
        note=_note(said, bargain),
    )


def reply_with(row: ReplyRow, reply: Decimal, bargain: Bargain, policy: Policy) -> ReplyRow:
    """The row with another number to reply, and the item that makes up for that one."""
    if row.lever is None:
        return replace(row, reply=reply, say=_say("SAY_REPLY", said=row.said, reply=reply))
    lever, say = _asking(row.said, reply, bargain, policy)
    return replace(row, reply=reply, lever=lever, say=say)


def _asking(said: Decimal, reply: Decimal, bargain: Bargain, policy: Policy) -> tuple[Pick | None, Reason]:
    """The item that makes up for the number to reply, and the sentence with both."""
    lever, closes = _lever(bargain.base_value(reply - said), bargain, policy)
    code = "SAY_REPLY" if lever is None else "SAY_REPLY_CLOSES" if closes else "SAY_REPLY_HELPS"
    return lever, _say(code, said=said, reply=reply, item=lever.phrase if lever else "")


def _note(said: Decimal, bargain: Bargain) -> Reason | None:
    if bargain.walk_away is None or said >= bargain.walk_away:
        return None
    return _why("ROW_UNDER_WALK_AWAY", "walk_away", walk_away=bargain.walk_away)


def _lever(need: Decimal, bargain: Bargain, policy: Policy) -> tuple[Pick | None, bool]:
    """The first item that alone makes up for `need`, else the first at its cap; and whether it closes it."""
    slack = policy.package_equal / 2 * bargain.offer
    usable = [item for item in bargain.items if item.worth > 0]
    for item in sorted(usable, key=lambda item: item.reach < need):
        pick = fill_one(need, item, item.worth, slack)
        if pick.quantity:
            return pick, item.reach >= need
    return None, False


def _say(code: str, **params: Param) -> Reason:
    return Reason(code=code, sentence=_SENTENCES[code], params=params, source=PRACTITIONER, grade=Grade.D)


def _why(
    code: str, binding: str, source: Source = TYPED, grade: Grade = Grade.FACT, **params: Param
) -> Reason:
    sentence = _SENTENCES[code]
    return Reason(code=code, sentence=sentence, params=params, binding=binding, source=source, grade=grade)


_ACCEPTS = {"accept_at": "ROW_ACCEPT", "asked": "ROW_ACCEPT_ASKED"}
_SENTENCES = {
    "SAY_ACCEPT": "Thank you, {said} works for me. I will confirm once all the terms are in writing.",
    "SAY_PACKAGE": "Thank you, the base of {said} works for me. Could we look at the rest of the package?",
    "SAY_PROPOSED": "Thank you, the base of {said} works for me. Could we also agree on {rest}, as I "
    "proposed?",
    "SAY_REPLY": "Thank you for coming back to me. Could we settle at {reply}?",
    "SAY_REPLY_WITH": "Thank you for coming back to me. Could we settle at {reply} with {rest}?",
    "SAY_REPLY_CLOSES": "Thank you for coming back to me. Could we settle at {reply}? If base has to stay at "
    "{said}, {item} would make up for it.",
    "SAY_REPLY_HELPS": "Thank you for coming back to me. Could we settle at {reply}? If base has to stay at "
    "{said}, {item} would help.",
    "ROW_ACCEPT": "You accept {accepted} at once. Say yes once the terms are in writing.",
    "ROW_ACCEPT_ASKED": "{accepted} is what you ask for. Say yes once the terms are in writing.",
    "ROW_PACKAGE": "A base of {accepted} is enough, but base alone does not reach your walk-away.",
    "ROW_REST": "A base of {accepted} is enough, but all they offer with it does not reach your walk-away.",
    "ROW_REST_UNDER": "The whole has to reach your walk-away. Decline only when they call it final below it.",
    PROPOSED_WITH: "You proposed such a base together with {rest}. It is a yes once all of it is there.",
    "ROW_SLOPE": "{reply} lies about {share} of the way from {said} to your ask of {ask}.",
    "ROW_STEP": "{reply} is one step above {said}: the ask is near.",
    "ROW_ACCEPT_AT": "{reply} is the number you accept at once; there is no need to ask for more.",
    "ROW_ASKED": "{reply} is what you ask for, and there is no step between.",
    "ROW_UNDER_WALK_AWAY": "Base alone is under your walk-away of {walk_away}, so the package has to reach "
    "it. Decline only when they call it final and the package is worth less.",
}
