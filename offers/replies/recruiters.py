"""What they may say, grouped by what it is about, with the answer in the person's own numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from offers.drafts.composer.ground import KEPT
from offers.drafts.record import Record
from offers.drafts.worth import worth_of
from offers.engine.advice import Advice
from offers.engine.draft import Kind
from offers.engine.recruiter_lines import RecruiterLine, recruiter_lines
from offers.engine.recruiter_lines_parts import Topic
from offers.engine.recruiter_lines_words import Left, words_of
from offers.engine.shared import SharedItem
from offers.explain import Why, why
from offers.room import too_early

TITLES = {
    Topic.NUMBER: "About the number",
    Topic.BUDGET: "About the budget",
    Topic.PRESSURE: "To hurry you",
    Topic.OTHERS: "About other offers",
    Topic.INSTEAD: "Instead of base",
    Topic.AFTER: "Near a yes",
}
MEANT, ANSWERED = "what such a line usually means", "your own numbers"


@dataclass(frozen=True, kw_only=True)
class Said:
    """One line: what they say, what it usually means, and what can be answered."""

    key: str
    topic: Topic
    said: str
    means: str
    answer: str
    whys: tuple[Why, ...]

    @property
    def title(self) -> str:
        return TITLES[self.topic]


@dataclass(frozen=True, kw_only=True)
class Group:
    """The lines about one thing."""

    key: str
    title: str
    lines: tuple[Said, ...]


def lines_said(record: Record, advice: Advice) -> tuple[Said, ...]:
    """Every line, with numbers only that a message on record may hold."""
    facts = record.facts(Kind.PHONE, preferred=False)
    words = words_of(
        advice,
        facts.figures,
        competing=facts.competing,
        early=too_early(record.offer),
        answer_by=record.answer_by,
        sign_by=record.sign_by,
        dropped=[one.name for one in record.drops],
        left=left_of(record, advice),
    )
    return tuple(shown(line) for line in recruiter_lines(words))


def left_of(record: Record, advice: Advice) -> Left | None:
    """What every page asks for now; None until they have answered."""
    if record.answered is None and not record.rest:
        return None
    base, least = base_now(record, advice), advice.bargain.walk_away_value
    reaches = base and (least is None or base >= worth_of(record.written, advice).base_for(least))
    return Left(
        stands=record.stands,
        base=base,
        is_enough=bool(reaches) and not record.rest,
        at=record.settle.base if record.settle else None,
        items=items_now(record),
        rest=record.rest,
        is_over=base is None and record.why_over not in ("", KEPT),
    )


def base_now(record: Record, advice: Advice) -> Decimal | None:
    """The base to ask for; the one to ask back; while a counter is out, the one that it asks for."""
    if record.is_waiting or record.answered is None:
        return record.offer.history.asked or advice.ask.amount
    return record.cut_from if record.is_back_first else record.request


def items_now(record: Record) -> tuple[SharedItem, ...]:
    """What could be agreed on beside base; where base is not asked for, what is left of the request."""
    if record.is_reached or record.is_back_first or record.movable is None or record.basis is None:
        return ()
    if record.basis.ask is None:
        return record.movable.opening[0].items if record.movable.opening and not record.why_over else ()
    return record.settle.items if record.settle else ()


def shown(line: RecruiterLine) -> Said:
    return Said(
        key=line.key,
        topic=line.topic,
        said=line.said,
        means=line.means.text,
        answer=line.answer.text,
        whys=(why(line.means, MEANT), why(line.answer, ANSWERED)),
    )


def groups_of(lines: Iterable[Said]) -> tuple[Group, ...]:
    every = tuple(lines)
    return tuple(
        Group(key=topic.value, title=title, lines=tuple(line for line in every if line.topic is topic))
        for topic, title in TITLES.items()
    )
