"""Which messages can be started now: the one that comes first, those of the stage, and the others."""

from dataclasses import dataclass

from offers.drafts.checks import cited
from offers.drafts.composer.ground import (
    ENDED,
    NO_BASE,
    NO_DEADLINE,
    NO_MESSAGE,
    NO_QUESTION,
    NO_RIVAL,
    NothingToSayError,
)
from offers.drafts.models import Kind
from offers.drafts.process import asks_twice
from offers.drafts.record import Record
from offers.engine import draft as engine
from offers.engine.gates import gate
from offers.engine.reason import ASSUMPTION, Grade, Reason
from offers.engine.stages import Standing, standing
from offers.ledger.parts import is_base_written
from offers.pause import pause_of

WHAT = {
    Kind.ACKNOWLEDGE: "Thanks them, asks for what is missing and says by when you answer. No number yet.",
    Kind.QUESTIONS: "Asks for each part of the offer that nobody has named, one question a line.",
    Kind.ASK_RANGE: "Asks which range the level has and where the offer lies in it. No number.",
    Kind.COUNTER: "One request with its reasons, another way to a yes, and a question.",
    Kind.FALLBACK: "Takes up the limit they named and proposes the next step, with a day to sign by.",
    Kind.COMPETING: "Says how far another offer is, the one term that differs, and what would settle it.",
    Kind.FOLLOW_UP: "Names your last message and asks one question.",
    Kind.EXTENSION: "Asks for one later day, with the reason for it.",
    Kind.ACCEPT: "Says yes, names every agreed term, and hangs on the written contract.",
    Kind.DECLINE: "Thanks them, says a clear no, and leaves the door open.",
    Kind.PHONE: "The counter in short sentences to be said aloud.",
}
CONFIRMS = "Asks for their final package in writing, with what is still open of it."
SPEAKS_OF_BASE = (Kind.COUNTER, Kind.FALLBACK, Kind.PHONE)
BINDS = Reason(
    code="BINDS",
    sentence="This may conclude a contract. Send it once you are sure of every term in it.",
    source=ASSUMPTION,
    grade=Grade.E,
)


@dataclass(frozen=True, kw_only=True)
class Start:
    """One kind of message: what it is for, what to know before, and why it cannot be started, if so."""

    kind: Kind
    what: str
    warnings: tuple[tuple[str, str], ...]
    why_not: str
    is_first: bool = False


@dataclass(frozen=True, kw_only=True)
class Starts:
    """The message that comes first, those of the stage, and the others; `is_over` once all is decided.

    `pause` is why nothing goes out for now, after our yes or no too; nothing comes first then.
    """

    pause: str
    first: Start | None
    stage: tuple[Start, ...]
    others: tuple[Start, ...]
    is_over: bool


def starts_of(record: Record) -> Starts:
    """Every kind in its group. The offer comes with what was said and sent."""
    stand = standing(record.process, record.today, holidays=record.holidays, policy=record.policy)
    waits = "" if stand.outcome else why_to_wait(record)
    first = None if waits else suggested(record, stand)
    twice = asks_twice(record.offer, record.policy)
    every = [start(record, kind, twice=twice, is_first=kind == first) for kind in Kind]
    of_stage = {Kind(kind.value) for kind in stand.drafts} | again(record)
    return Starts(
        pause=waits or (stand.waits.text if stand.waits else ""),
        first=next((one for one in every if one.is_first), None),
        stage=tuple(one for one in every if not one.is_first and one.kind in of_stage),
        others=tuple(one for one in every if not one.is_first and one.kind not in of_stage),
        is_over=stand.outcome is not None,
    )


def why_to_wait(record: Record) -> str:
    """What keeps everything from going out: our yes or no, else a pause; empty while nothing does."""
    if word := record.offer.history.last_word:
        return ENDED[word]
    pause = pause_of(record.offer, record.today, record.policy)
    return pause.text if pause else ""


def again(record: Record) -> set[Kind]:
    """The counter belongs to every stage at which their answer leaves something to ask for.

    Where only the rest of a proposal is left, it is the fallback, which asks for that.
    """
    if record.rest_step:
        return {Kind.FALLBACK}
    return {Kind.COUNTER} if record.answered and record.has_request else set()


def suggested(record: Record, stand: Standing) -> Kind | None:
    """The message that comes next."""
    if stand.suggested is not None:
        return Kind(stand.suggested.value)
    return Kind.FOLLOW_UP if is_to_be_confirmed(record, stand) else next_request(record, stand)


def is_to_be_confirmed(record: Record, stand: Standing) -> bool:
    """Whether to ask for what the final package leaves open, where that has not gone out since."""
    final_on = record.process.final_on
    if stand.outcome is not None or final_on is None or not record.to_confirm:
        return False
    sent = [one for one in record.written.drafts.all() if one.kind == Kind.FOLLOW_UP and one.sent_on]
    return not any(one.sent_on and one.sent_on >= final_on for one in sent)


def next_request(record: Record, stand: Standing) -> Kind | None:
    """What to answer to what they said last: ask back what was dropped, else the next number."""
    said = max((one.moment for one in record.written.terms.all()), default=None)
    sent = (one for one in record.written.drafts.all() if one.sent_on)
    if stand.outcome is not None or said is None or any(one.moment > said for one in sent):
        return None
    if record.drops:
        return Kind.QUESTIONS
    if record.is_reached and is_base_written(record.offer):
        return Kind.ACCEPT
    return next(iter(again(record)), None)


def start(record: Record, kind: Kind, *, twice: bool = False, is_first: bool = False) -> Start:
    warnings, possible = warnings_on(record, kind, twice=twice)
    why_not = unsayable(record, kind) if possible else warnings[0].text
    confirms = kind == Kind.FOLLOW_UP and record.to_confirm
    return Start(
        kind=kind,
        what=CONFIRMS if confirms else WHAT[kind],
        warnings=() if why_not else tuple((one.text, cited(one)) for one in warnings),
        why_not=why_not,
        is_first=is_first,
    )


def warnings_on(record: Record, kind: Kind, *, twice: bool = False) -> tuple[tuple[Reason, ...], bool]:
    """What to know before such a message goes out, and whether it may at all."""
    found = gate(
        engine.Kind(kind),
        record.process,
        record.today,
        asks_twice=twice,
        holidays=record.holidays,
        policy=record.policy,
    )
    binds = (BINDS,) if kind == Kind.ACCEPT and found.possible else ()
    return (*binds, *found.warnings), found.possible


def unsayable(record: Record, kind: Kind) -> str:
    """Why such a message has nothing to say now; empty where it has. Needs advice after an answer alone."""
    if ended := record.why_ended(engine.Kind(kind)):
        return ended
    if kind in SPEAKS_OF_BASE:
        return record.why_over_for(engine.Kind(kind)) if record.offer.base else NO_BASE
    if kind == Kind.ACCEPT:
        return record.why_no_yes if record.stands else NO_BASE
    if kind == Kind.QUESTIONS:
        return "" if record.questions or record.drops else NO_QUESTION
    if kind == Kind.FOLLOW_UP:
        return "" if record.wrote_on or record.passed or record.to_confirm else NO_MESSAGE
    if kind == Kind.EXTENSION:
        return "" if record.deadline else NO_DEADLINE
    return no_rival(record) or record.why_over_for(engine.Kind(kind)) if kind == Kind.COMPETING else ""


def no_rival(record: Record) -> str:
    try:
        return "" if record.rival else NO_RIVAL
    except NothingToSayError as weaker:
        return str(weaker)
