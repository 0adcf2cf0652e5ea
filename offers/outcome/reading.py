"""What an answer of theirs amounts to: what moved and what did not, and what can be said to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.case import measure_of
from offers.drafts.asked import last_asked
from offers.drafts.composer.closing import proposed
from offers.drafts.composer.dropped import taken_as_standing
from offers.drafts.composer.words import items_words
from offers.drafts.record import Record
from offers.drafts.worth import worth_of
from offers.engine.advice import Advice
from offers.engine.draft import Kind
from offers.engine.money import percent, spoken
from offers.engine.reason import Reason
from offers.engine.replies import Action
from offers.engine.stage_scripts import assumed
from offers.engine.stepping_away import Doubts, Ground, step_away
from offers.explain import NO_BREAK, Why, money_in, why
from offers.ledger.models import Terms
from offers.ledger.parts import Change, Compared, answers_of, versions_of
from offers.models import Offer

# Said where the number of the sentence is one that the person keeps to themselves, or very near it.
PLAIN: Reason = assumed(
    "SAY_REPLY_PLAIN", "Thank you for coming back to me. Could you take one more step on base?"
)
OWN = "your own numbers"
CUT: Reason = assumed(
    "SAY_CUT",
    "Thank you for coming back to me. You have offered more base before. Does that offer still stand?",
)
BESIDE: Reason = assumed(
    "SAY_BESIDE", "Thank you for coming back to me. Would {items} be possible beside the base?"
)
YES: Reason = assumed(
    "SAY_YES", "Thank you, that works for me. I will confirm once all the terms are in writing."
)


@dataclass(frozen=True, kw_only=True)
class Distance:
    """The base they answer with beside one number: how far above or under it is."""

    label: str
    figure: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Say:
    """What can be said to it, and why."""

    title: str
    words: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class StepAway:
    """A ground to step away, what to try before, and the choice that remains."""

    ground: str
    remedy: str
    choice: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All of it. `in_writing` is what the fallback would propose now.

    `back` asks what they dropped back, before anything else is said.
    `then` is the next step if a base that they have cut stands. `is_under` says that base alone is under
    the walk-away, without its amount.
    """

    answer: Terms
    changes: tuple[Change, ...]
    distances: tuple[Distance, ...]
    back: str
    say: Say | None
    in_writing: str
    then: str
    is_under: bool
    grounds: tuple[StepAway, ...]


TITLES = {
    Action.ACCEPT: "You can say yes to this base",
    Action.REPLY: "One more step is left in base",
    Action.PACKAGE: "Base is there; look at the rest",
}


def readings_of(offer: Offer, record: Record) -> list[Reading]:
    """Every answer beside what stood before it, the last one first. The offer comes `with_process()`.

    Each is held against the last counter before it; without one, the ask of today stands for that.
    """
    answers = answers_of(offer)
    compared = [one for one in versions_of(offer) if one.terms in answers]
    return [read(one, offer, record, is_last=one is compared[0]) for one in compared]


def read(compared: Compared, offer: Offer, record: Record, *, is_last: bool) -> Reading:
    """A ground to step away is one against what they offer now, so only their last answer has any."""
    answer, base, advice = compared.terms, compared.terms.base or Decimal(0), record.advice
    today = advice.ask.amount if advice else None
    sent = last_asked(offer, answer.moment)
    writable = record.settle and not record.why_over_for(Kind.FALLBACK)
    fallback = record.settle.base if record.settle and writable else None
    marks = (
        ("What you asked", sent) if sent else ("The ask of today", today),
        ("The base that a fallback would name", fallback if fallback and fallback > base else None),
    )
    return Reading(
        answer=answer,
        changes=compared.changes,
        distances=tuple(distances(base, offer, marks)),
        back=taken_as_standing(record.drops, aloud=True),
        say=say(base, record) if advice and is_last else None,
        in_writing=in_writing(record),
        then=money_in(record.request, measure_of(offer)) if record.cut_from and record.request else "",
        is_under=offer.walk_away is not None and base < offer.walk_away,
        grounds=tuple(grounds(record, advice)) if advice and is_last else (),
    )


def in_writing(record: Record) -> str:
    """What the fallback would propose now; empty where there is none, or where they have reached enough."""
    asks = record.request and not record.why_over
    return proposed(record.settle, record.basis) if asks and record.settle and record.basis else ""


def distances(
    base: Decimal, offer: Offer, marks: tuple[tuple[str, Decimal | None], ...]
) -> Iterator[Distance]:
    """No walk-away here: its amount stands where its owner looks for it."""
    measure = measure_of(offer)
    for label, mark in (*marks, ("Your target", offer.target)):
        if mark:
            yield Distance(label=label, figure=money_in(mark, measure), words=far(base - mark, mark))


def far(difference: Decimal, mark: Decimal) -> str:
    if not difference:
        return "reached"
    word = "above" if difference > 0 else "under"
    return f"{spoken(abs(difference))}{NO_BREAK}{word}, {percent(abs(difference) / mark)}"


def say(base: Decimal, record: Record) -> Say | None:
    """The engine's row for their last answer; none where base is not asked for, or they move no more.

    A sentence that would name a number one keeps to oneself is said without it.
    """
    row = record.reply
    if record.is_waiting:
        return None
    if record.cut_from is not None:
        return Say(title="Ask first whether their offer stands", words=CUT.text, whys=(why(CUT, OWN),))
    if row is None:
        return beside_base(record)
    if record.is_final and row.action is not Action.ACCEPT:
        return None
    said = row.say if record.may_say(row.say.text, base) else PLAIN
    return Say(
        title=TITLES[row.action],
        words=said.text,
        whys=(why(row.reason, OWN), why(said, "what others found worked")),
    )


def beside_base(record: Record) -> Say | None:
    """Where base is not asked for: a yes to what is accepted, else what to ask for beside it."""
    if record.is_reached:
        return Say(title=TITLES[Action.ACCEPT], words=YES.text, whys=(why(YES, OWN),))
    moved = record.movable
    items = items_words(moved.opening[0].items, moved) if moved and moved.opening else ""
    if record.is_final or not items:
        return None
    said = replace(BESIDE, params={"items": items})
    return Say(title="Ask for what stands beside base", words=said.text, whys=(why(said, OWN),))


def grounds(record: Record, advice: Advice) -> Iterator[StepAway]:
    doubts = Doubts(
        final=record.is_final,
        package_value=worth_of(record.offer, advice).value,
        walk_away_value=advice.bargain.walk_away_value,
    )
    for ground in step_away(doubts):
        yield StepAway(**words_of(ground))


def words_of(ground: Ground) -> dict[str, str]:
    return {"ground": ground.reason.text, "remedy": ground.remedy.text, "choice": ground.choice.text}
