"""Whether a draft is still what would be made now, and why not."""

from dataclasses import dataclass

from offers.drafts.composer.ground import FINAL, NothingToSayError
from offers.drafts.models import Draft, Tone
from offers.drafts.record import BARGAINING, Record, record_of
from offers.engine.draft import Kind
from offers.ledger.parts import final_of

OLDER = "This text is older than what was said since, and what it asks for is not asked for any more."
NO_YES = "This text is older than what was said since, and no acceptance is made now."
OTHER = "This text is older than what is on record now: what it accepts is not what stands."


@dataclass(frozen=True, kw_only=True)
class Age:
    """`changed` says that another text would be made now, `over` why this one had better not go out."""

    changed: bool
    over: str


def age_of(draft: Draft, record: Record) -> Age:
    """How a draft that has not gone out stands to the record."""
    changed = answers_changed(draft, record)
    over = over_yes(record, changed=changed) if draft.kind == Kind.ACCEPT else ""
    if why := why_over(draft, record, changed=changed):
        over = f"{OLDER} {why}"
    return Age(changed=changed, over=over)


def answers_changed(draft: Draft, record: Record) -> bool:
    """Whether its text would be composed from other answers now than on the day it was made.

    Both are read as of that day, so that time alone, such as a deadline that comes near, is no change.
    """
    if draft.made_on is None:
        return False
    then = record if record.today == draft.made_on else record_of(draft.offer, draft.made_on)
    return then.digest(Kind(draft.kind), Tone(draft.tone)) not in ("", draft.made_of)


def why_over(draft: Draft, record: Record, *, changed: bool) -> str:
    """Why what it asks for is not asked for any more, though it was when it was made; empty while it is.

    A fallback may still be made after their final answer, but not one from before it.
    """
    kind = Kind(draft.kind)
    if kind not in BARGAINING or not record.basis:
        return ""
    return record.why_over_for(kind) or (FINAL if changed and is_before_final(draft, record) else "")


def is_before_final(draft: Draft, record: Record) -> bool:
    final = final_of(record.written)
    return final is not None and draft.created_at < final.made_at


def over_yes(record: Record, *, changed: bool) -> str:
    """Why an acceptance is not what one would accept now; it may bind, so any other text counts."""
    try:
        record.text(Kind.ACCEPT)
    except NothingToSayError as nothing:
        return f"{NO_YES} {nothing}"
    return OTHER if changed else ""
