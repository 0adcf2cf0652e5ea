"""What each stage says to everybody: what to do, what to leave, what opens the next one.

The sequence is a practitioner's (grade D); the gates between its stages are our assumption (grade E).
"""

from dataclasses import dataclass
from enum import StrEnum

from offers.engine.draft import Kind
from offers.engine.reason import ASSUMPTION, PRACTITIONER, TYPED, Grade, Param, Reason


class Stage(StrEnum):
    """The stages in their order."""

    OFFER_RECEIVED = "offer_received"
    WRITTEN_REVIEWED = "written_reviewed"
    COUNTER_SUBMITTED = "counter_submitted"
    INTERNAL_REVIEW = "internal_review"
    FINAL_ADJUSTMENT = "final_adjustment"
    DECIDED = "decided"


def advised(code: str, sentence: str, **params: Param) -> Reason:
    """A statement of the practitioner guide."""
    return Reason(code=code, sentence=sentence, params=params, source=PRACTITIONER, grade=Grade.D)


def assumed(code: str, sentence: str, **params: Param) -> Reason:
    """A statement of our own."""
    return Reason(code=code, sentence=sentence, params=params, source=ASSUMPTION, grade=Grade.E)


def typed(code: str, sentence: str, **params: Param) -> Reason:
    """A statement of what was recorded."""
    return Reason(code=code, sentence=sentence, params=params, source=TYPED)


@dataclass(frozen=True, kw_only=True)
class Script:
    """What a stage says to everybody."""

    do: tuple[Reason, ...]
    avoid: tuple[Reason, ...]
    opens_next: Reason | None
    drafts: tuple[Kind, ...]


AWAITING = (assumed("DO_RECORD", "Write down what they say, with the day and the person."),)
SCRIPTS: dict[Stage, Script] = {
    Stage.OFFER_RECEIVED: Script(
        do=(
            advised("DO_THANK", "Thank them, and say by when you will answer."),
            advised("DO_ASK_WRITING", "Ask for the whole offer in writing."),
        ),
        avoid=(
            advised("AVOID_NUMBER", "Name no number and do not bargain on this call."),
            advised("AVOID_YES", "Say no yes: in many places a yes aloud can bind."),
        ),
        opens_next=assumed("OPENS_WRITTEN", "The written offer opens the next stage."),
        drafts=(Kind.ACKNOWLEDGE,),
    ),
    Stage.WRITTEN_REVIEWED: Script(
        do=(
            advised("DO_READ", "Read salary, bonus, equity, benefits, leave, level and reporting line."),
            advised("DO_ASK_MISSING", "Ask once, in one mail, for whatever is missing."),
        ),
        avoid=(assumed("AVOID_EARLY_COUNTER", "Send no counter before the offer is complete."),),
        opens_next=advised("OPENS_COUNTER", "Your counter opens the next stage."),
        drafts=(
            Kind.QUESTIONS,
            Kind.ASK_RANGE,
            Kind.COUNTER,
            Kind.COMPETING,
            Kind.EXTENSION,
            Kind.PHONE,
            Kind.ACCEPT,
            Kind.DECLINE,
        ),
    ),
    Stage.COUNTER_SUBMITTED: Script(
        do=(
            advised("DO_WAIT", "Wait for the answer; follow up on the day of the timeline."),
            *AWAITING,
        ),
        avoid=(assumed("AVOID_SECOND_COUNTER", "Change nothing in the counter while it is open."),),
        opens_next=advised("OPENS_REVIEW", "Their word that the pay team has it opens the next stage."),
        drafts=(Kind.FOLLOW_UP, Kind.COMPETING, Kind.EXTENSION, Kind.PHONE, Kind.DECLINE),
    ),
    Stage.INTERNAL_REVIEW: Script(
        do=(
            advised("DO_LET_WORK", "Let the recruiter work: manager and pay team look at band and team."),
            advised("DO_GIVE_EVIDENCE", "Give evidence of scope and level when they ask for it."),
        ),
        avoid=(advised("AVOID_PRESSURE", "Do not press daily: urgency makes all of them cautious."),),
        opens_next=advised(
            "OPENS_FINAL", "Their answer with the package they can approve opens the next stage."
        ),
        drafts=(Kind.FOLLOW_UP, Kind.COMPETING, Kind.EXTENSION, Kind.PHONE, Kind.DECLINE),
    ),
    Stage.FINAL_ADJUSTMENT: Script(
        do=(
            advised("DO_COMPARE_FINAL", "Compare it with the written offer: what moved, what was dropped."),
            assumed("DO_PROMISES", "Have every promise that counts put in writing."),
        ),
        avoid=(assumed("AVOID_REOPEN", "Do not reopen what is agreed."),),
        opens_next=typed("OPENS_DECISION", "Your answer ends the negotiation."),
        drafts=(Kind.FALLBACK, Kind.COMPETING, Kind.EXTENSION, Kind.PHONE, Kind.ACCEPT, Kind.DECLINE),
    ),
    Stage.DECIDED: Script(
        do=(assumed("DO_KEEP", "Keep the contract and this record together."),),
        avoid=(assumed("AVOID_AFTERWARDS", "Ask for nothing more on what is agreed."),),
        opens_next=None,
        drafts=(),
    ),
}
