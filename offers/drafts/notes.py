"""What to know before a message goes out: what has happened already, and what its text assumes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from offers.drafts.checks import cited
from offers.drafts.models import Draft, Kind
from offers.drafts.record import Record
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade, Reason, Source
from offers.models import Offer
from offers.named import under_named

URGENT = frozenset({"YES_SAID", "DEADLINE_PASSED", "ASK_AT_WALK_AWAY", "ASK_UNDER_NAMED"})
STILL = re.compile(r"\bstill\b[^.?!\n]{0,80}\?|\bextend(?:ed)?\b[^.?!\n]{0,80}\?", re.IGNORECASE)
YES = (
    "You said yes aloud, and in many places a spoken yes can bind. Ask a lawyer or an adviser of your place "
    "before you send this."
)
NAMED = (
    "You named a number before. The text says what you have learned since: check that it is true. The ask "
    "does not change for it."
)
PASSED = "The deadline has passed, so the text asks first whether the offer still stands."
SPOKEN = (
    "You do not have the offer in writing yet. Send the acknowledgement first, and counter once you have "
    "read it."
)
NEAR = (
    "The ask lies at your walk-away, so the check holds the text back. Look at the two numbers again, or "
    "write why it goes out as it is."
)
SILENT = (
    "The deadline has passed, and this text does not ask whether the offer still stands. Ask that first, or "
    "make the text again."
)


@dataclass(frozen=True, kw_only=True)
class Note:
    """One sentence with its source. An urgent one stands above the text, the others beside it."""

    text: str
    source: str
    urgent: bool


def notes_on(record: Record, kind: str, text: str) -> tuple[Note, ...]:
    """The notes on a message of this kind, as its text stands."""
    return tuple(
        Note(text=reason.text, source=cited(reason), urgent=reason.code in URGENT)
        for reason in found(record, kind, text)
    )


def found(record: Record, kind: str, text: str) -> Iterator[Reason]:
    offer, counter = record.offer, kind == Kind.COUNTER
    ask = record.request
    if offer.said_yes:
        yield note("YES_SAID", YES)
    if kind == Kind.EXTENSION and record.more_time:
        yield record.more_time.reason
    if offer.has_passed_its_deadline(record.today):
        asked = STILL.search(text) is not None
        yield note("DEADLINE_PASSED", PASSED if asked else SILENT, TYPED, Grade.FACT)
    if counter and ask and record.is_near_walk_away(ask):
        yield note("ASK_AT_WALK_AWAY", NEAR, TYPED, Grade.FACT)
    if counter and offer.stated_as != "written" and not acknowledged(offer):
        yield note("NOT_IN_WRITING", SPOKEN, PRACTITIONER, Grade.D)
    lower = None if record.answered is not None else under_named(offer, ask)
    if lower and kind in (Kind.COUNTER, Kind.PHONE):
        yield lower
    if counter and offer.named_number is not None:
        yield note("NUMBER_NAMED", NAMED)
    is_late = record.advice is not None and record.advice.time_left.ask_for_time_first
    if counter and record.advice and is_late and not record.process.extension_asked:
        yield record.advice.time_left.reason


def acknowledged(offer: Offer) -> bool:
    """Whether an acknowledgement of this offer has gone out. One query."""
    return Draft.objects.filter(offer=offer, kind=Kind.ACKNOWLEDGE).sent().exists()


def note(code: str, sentence: str, source: Source = ASSUMPTION, grade: Grade = Grade.E) -> Reason:
    return Reason(code=code, sentence=sentence, source=source, grade=grade)
