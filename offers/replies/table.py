"""The response table: what to do and to say about every number of base that they may say."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from offers.answered import enough_for
from offers.case import measure_of
from offers.drafts.record import Record
from offers.engine.bargain import Bargain
from offers.engine.reason import Reason
from offers.engine.replies import Action, ReplyRow
from offers.explain import Why, money_in, why
from offers.outcome.reading import PLAIN

THEIRS = "their answer"
ASKED_BACK = "asked back"
HELD_BACK = "The number is one that you keep to yourself, or very near it; the sentence leaves it out."


@dataclass(frozen=True, kw_only=True)
class Row:
    """One number of base that they may say, or that and more: what to do, what to say, what is for oneself.

    `mark` says that it is what they answered last, or the base to ask back; `tells` that what is said, or
    left out of it, would tell something of the walk-away. `reply` is the number to answer `number` with,
    where there is one.
    """

    number: Decimal
    reply: Decimal | None
    said: str
    action: str
    does: str
    say: str
    note: str
    mark: str
    tells: bool
    whys: tuple[Why, ...]


def rows_of(record: Record) -> tuple[Row, ...]:
    """From what is accepted at once down to what stands; empty where base is not asked for.

    What they have answered has a row of its own, which says what every other page says of it, and no row is
    under it; nor is one under a base that they have cut, since it is asked back. To a final answer there is
    only a yes.
    """
    if record.bargain is None or not record.replies or record.offer.history.last_word:
        return ()
    now = record.reply
    if now and record.why_over and (record.is_final or now.action is not Action.PACKAGE):
        now = None
    others = [row for row in record.replies if row.said >= record.stands]
    others = [row for row in others if now is None or row.said != now.said]
    if record.is_final:
        others = [row for row in others if row.action is Action.ACCEPT]
    accepted = [row for row in others if row.action is Action.ACCEPT]
    enough = [lowest(accepted[-1], record, record.bargain)] if accepted else []
    rows = [*(row for row in others if row not in accepted), *enough, *([now] if now else [])]
    rows.sort(key=lambda row: row.said, reverse=True)
    return tuple(shown(row, record, is_now=row is now, or_more=row in enough) for row in rows)


def lowest(accepted: ReplyRow, record: Record, bargain: Bargain) -> ReplyRow:
    """The row of the least base that is a yes."""
    row = record.weighed(enough_for(bargain, record.policy, accepted))
    return row if row.action is Action.ACCEPT else accepted


def shown(row: ReplyRow, record: Record, *, is_now: bool, or_more: bool) -> Row:
    safe = record.may_say(row.say.text, row.said)
    say = row.say if safe else PLAIN
    said = money_in(row.said, measure_of(record.offer))
    return Row(
        number=row.said,
        reply=row.reply if row.action is Action.REPLY else None,
        said=f"{said} or more" if or_more else said,
        action=row.action.value,
        does=does(row, record),
        say=say.text,
        note=" ".join(notes(row, safe=safe)),
        mark=mark(row.said, record) if is_now else "",
        tells=not safe or (row.action is Action.PACKAGE and row.note is not None),
        whys=tuple(reasons(row, say)),
    )


def mark(said: Decimal, record: Record) -> str:
    """What the number they named last is; nothing where it counts as the first offer, which it lies under."""
    if record.cut_from is not None:
        return ASKED_BACK
    return THEIRS if said == record.answered else ""


def does(row: ReplyRow, record: Record) -> str:
    if row.action is Action.ACCEPT:
        return "Accept"
    if row.action is Action.PACKAGE or row.reply is None:
        return "Take it as part of a package"
    return f"Answer with {money_in(row.reply, measure_of(record.offer))}"


def notes(row: ReplyRow, *, safe: bool) -> Iterator[str]:
    """What is for the person alone, without the amount, which stands under "Why?"."""
    if row.note:
        is_rest = row.reason.code == "ROW_REST"
        yield f"{'All they offer with it' if is_rest else 'Base alone'} is under your walk-away."
    if not safe:
        yield HELD_BACK


def reasons(row: ReplyRow, say: Reason) -> Iterator[Why]:
    yield why(row.reason, "your own numbers")
    if row.note:
        yield why(row.note, "your walk-away")
    yield why(say, "what others found worked")
