"""What is asked for now, as every paper leads with it: the ask; once they have answered, the next step."""

from dataclasses import dataclass

from offers.case import measure_of
from offers.drafts.composer.ground import KEPT, WAITING
from offers.drafts.record import Record
from offers.explain import money_in
from offers.replies.after import END, WAIT
from offers.room import ask_title

ONE_MORE = "Ask aloud for one more step on base, and name no number."


@dataclass(frozen=True, kw_only=True)
class Now:
    """`figure` is empty where base is not asked for, `answered` before an answer; `instead` is what to do
    once an answer leaves no number to ask for."""

    title: str
    figure: str
    answered: str
    instead: str


def asked_now(record: Record) -> Now:
    """From the record, as the room and the messages have it. A decided offer is looked back at."""
    offer, answered, measure = record.offer, record.answered, measure_of(record.offer)
    first = record.basis.ask if record.basis else None
    number = first if offer.is_decided else record.request
    return Now(
        title=title_of(record),
        figure=money_in(number, measure) if number else "",
        answered=money_in(answered, measure) if answered else "",
        instead="" if offer.is_decided else instead(record),
    )


def title_of(record: Record) -> str:
    """What stands over the number, or over the words in place of one."""
    offer, why_over = record.offer, instead(record)
    if offer.is_decided or not (record.answered or why_over):
        return ask_title(offer)
    if not why_over:
        return "Ask for"
    nothing = END.title if offer.history.last_word else "No further number"
    return WAIT.title if why_over == WAITING else nothing


def instead(record: Record) -> str:
    """Why there is no number to ask for now although one was asked for before; empty where there is one."""
    return ONE_MORE if record.why_over == KEPT else record.why_over
