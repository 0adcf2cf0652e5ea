"""The rehearsal: one line after another in no order, none twice before all were there, and a last word."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from offers.drafts.checks import Checked, checked
from offers.drafts.record import Record
from offers.engine.draft import Kind
from offers.replies.forms import CHECKS, RehearsalForm
from offers.replies.recruiters import Said

ALL = "All four: that is how to say it on the call."
NONE = "Say it once more, aloud: one number at most, one reason, one question, and then wait."


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One line of the deck, which of how many it is, and how far the person is with it.

    `seen` are the keys of this round, this one last; `again` says that every line was there before.
    """

    line: Said
    seen: tuple[str, ...]
    total: int
    is_answered: bool = False
    is_done: bool = False
    again: bool = False

    @property
    def carried(self) -> str:
        return " ".join(self.seen)


def deal(lines: Sequence[Said], seen: Collection[str]) -> Turn:
    """A line that was not seen yet; once all were, a new round begins, and not with the last one."""
    known = [line.key for line in lines]
    before = tuple(key for key in dict.fromkeys(seen) if key in known)
    left = [line for line in lines if line.key not in before]
    again = not left
    if again:
        left, before = [line for line in lines if line.key != before[-1]], ()
    line = secrets.choice(left)
    return Turn(line=line, seen=(*before, line.key), total=len(lines), again=again)


def resume(lines: Sequence[Said], form: RehearsalForm) -> Turn | None:
    """The line that a form was sent about; None where another one is asked for, or none is known."""
    line = next((one for one in lines if one.key == form.line_key), None)
    if line is None or not form.is_about_this_line:
        return None
    seen = tuple(dict.fromkeys((*form.seen, line.key)))
    turn = Turn(line=line, seen=seen, total=len(lines))
    return replace(turn, is_answered=True, is_done=form.is_done) if form.is_valid() else turn


def heard_out(typed: str, record: Record) -> Checked | None:
    """What our own check says of the answer that was typed; None where it was only said aloud."""
    if not typed:
        return None
    return checked(typed, replace(record.facts(Kind.PHONE, preferred=False), kind=None), record.policy)


def last_word(ticked: Collection[str]) -> str:
    """What to take to the next line: the first thing that was not ticked."""
    missing = [tip for name, (_, tip) in CHECKS.items() if name not in ticked]
    if not missing:
        return ALL
    return NONE if len(missing) == len(CHECKS) else f"Next time: {missing[0]}"
