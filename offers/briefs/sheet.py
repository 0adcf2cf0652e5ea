"""The call sheet: what to have before one's eyes while speaking to them, on one page and never on two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from offers.answered import enough_for
from offers.briefs.frame import Frame, closed, drawn
from offers.briefs.now import Now, asked_now
from offers.case import measure_of
from offers.dates.events import events_of
from offers.drafts.composer.bargaining import REVIEW, second_way
from offers.drafts.composer.closing import proposed
from offers.drafts.composer.dropped import taken_as_standing
from offers.drafts.composer.phone import spoken_request, thanks, would_work
from offers.drafts.composer.words import capital, listed
from offers.drafts.models import Tone
from offers.drafts.record import Record, record_of
from offers.engine.advice import Advice
from offers.engine.replies import Action, ReplyRow
from offers.engine.shared import SharedBasis
from offers.explain import NO_BREAK
from offers.history import COUNTERS
from offers.ledger.parts import Turn
from offers.ledger.services import unkept_drops
from offers.models import Offer
from offers.outcome.reading import YES
from offers.replies.after import DECIDE
from offers.replies.recruiters import lines_said
from offers.replies.stops import Line, Seen, heard_in, lines_of
from offers.replies.table import Row, shown
from offers.room import too_early

THANKS = "Thank you for coming back to me. "  # How most answers begin: said once above the table.
# How many numbers and how many other lines are tried in turn, until all stands on one page.
WITH_NUMBERS = ((9, 3), (9, 0), (7, 0), (5, 0), (3, 0), (2, 0), (0, 0))
WITHOUT = ((0, 8), (0, 5), (0, 3), (0, 0))
ABOUT_NUMBERS = ("final_offer", "answer_today", "will_you_sign")
AFTER_AN_ANSWER = ABOUT_NUMBERS[:2]  # The last of them names the ask, which is past then.
ABOUT_THE_REST = (
    *("looking_for", "budget_fixed", "fair_to_team", "only_so_much"),
    *("final_offer", "answer_today", "review", "will_you_sign"),
)
MOST_WAYS = 3
SPACE = 1_700  # Letters above the table that leave room for the most.


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One row of the table: what they say, what to do, what to say. `is_now` marks their last answer."""

    said: str
    does: str
    say: str
    note: str
    is_now: bool


@dataclass(frozen=True, kw_only=True)
class Other:
    """Something that they say beside a number, and what to answer."""

    said: str
    say: str


@dataclass(frozen=True, kw_only=True)
class Decider:
    title: str
    guards: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Day:
    title: str
    on: date


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Everything of the page. `unsaid` is empty before an answer.

    `stops` and the notes of the answers are empty unless the walk-away was asked for.
    """

    opening: str
    now: Now
    request: tuple[str, ...]
    unsaid: str
    is_early: bool
    has_named: bool
    ways: tuple[str, ...]
    answers: tuple[Answer, ...]
    others: tuple[Other, ...]
    deciders: tuple[Decider, ...]
    days: tuple[Day, ...]
    stops: tuple[Line, ...]

    @property
    def letters(self) -> int:
        """How much stands above the table."""
        side = (f"{one.guards}{one.says}" for one in self.deciders)
        stops = (line.text for line in self.stops)
        return sum(map(len, (self.opening, *self.request, *self.ways, *side, *stops)))


def pages_of(offer: Offer, today: date, frame: Frame, private: bool) -> tuple[str, ...]:
    """The sheet as HTML in several versions, each with fewer rows of the table than the one before.

    The walk-away, and whatever it could be worked out from, stands there only with `private`.
    The offer comes `with_case()`, `with_process()` and `with_dates()`.
    """
    record = record_of(offer, today)
    if record.advice is None:
        return (closed(offer, record.problem, today, frame),)
    sheet = sheet_of(record, record.advice, private=private)
    context = {"offer": offer, "sheet": sheet, "private": private}
    return tuple(
        drawn(
            "briefs/sheet.html",
            context | {"answers": fewer(sheet.answers, rows), "others": sheet.others[:lines]},
            frame,
        )
        for rows, lines in tries(sheet)
    )


def sheet_of(record: Record, advice: Advice, *, private: bool) -> Sheet:
    ground, basis = record.ground, record.movable
    if basis is None:  # There is none only without advice.
        raise ValueError("There is no basis.")
    opening = thanks(ground, Tone.PLAIN)
    request = said_now(record, basis)
    return Sheet(
        opening=opening,
        now=asked_now(record),
        request=request,
        unsaid=unsaid(record) if record.answered else "",
        is_early=too_early(record.offer),
        has_named=record.offer.named_number is not None,
        ways=() if record.why_over else tuple(ways(record, basis))[:MOST_WAYS],
        answers=answers_of(record, advice, private=private),
        others=tuple(others_of(record, advice)),
        deciders=tuple(deciders_of(record, advice)),
        days=tuple(days_of(record)),
        stops=stops_of(record, advice) if private else (),
    )


def stops_of(record: Record, advice: Advice) -> tuple[Line, ...]:
    return lines_of(advice, heard_in(record, advice), Seen(), measure_of(record.offer))


def unsaid(record: Record) -> str:
    """The parts that they have not named again, and that no letter of theirs has dropped."""
    open_ones = (one for one in unkept_drops(record.written) if one.name not in record.dropped)
    return listed([f"{one.label.lower()} ({one.before})" for one in open_ones if one.kind is Turn.UNSAID])


def deciders_of(record: Record, advice: Advice) -> Iterator[Decider]:
    """What they can say is about the ask, so it is left out once that has been answered."""
    for one in advice.deciders:
        says = one.says.text if record.answered is None else ""
        yield Decider(title=one.title, guards=one.guards.text, says=says)


def days_of(record: Record) -> Iterator[Day]:
    """The days that are still to come."""
    for event in events_of(record.offer, record.today, policy=record.policy):
        if event.day >= record.today:
            yield Day(title=event.title, on=event.day)


def said_now(record: Record, basis: SharedBasis) -> tuple[str, ...]:
    """What to say, one sentence a line: what was dropped, then the request; where none is left, the end."""
    first = taken_as_standing(record.drops, aloud=True)
    if not record.why_over:
        sent_on = record.offer.history.sent_on(*COUNTERS)
        said = "\n".join(spoken_request(record.ground, basis, sent_on)).split("\n")
    else:
        said = [] if record.is_waiting else [YES.text if record.is_reached else DECIDE.text]
    return tuple(filter(None, (first, *said)))


def ways(record: Record, basis: SharedBasis) -> Iterator[str]:
    """What to say when the answer is no, in order: the second way, then the rungs below it."""
    ground, said = record.ground, set[str]()
    if record.answered is not None:
        first = would_work(ground, basis)
        yield f"{capital(first)}" if first else "What would be possible instead?"
        said.add(proposed(ground.settle, basis) if ground.settle else "")
    else:
        yield second_way(ground, basis, aloud=True) if basis.ask else REVIEW
        if ground.package is None and ground.step:
            said.add(proposed(ground.step, basis))
    most = basis.ask if record.answered is not None else None
    for _, step in record.rungs if basis.ask else ():
        moved = record.moved(step)
        words = proposed(moved, basis)
        if words not in said and record.stands <= moved.base and (most is None or moved.base < most):
            said.add(words)
            yield f"This would work for me: {words}"


def answers_of(record: Record, advice: Advice, *, private: bool) -> tuple[Answer, ...]:
    """From the ask down; once they have answered, nothing under their answer.

    Without the walk-away a number is passed over whose answer keeps something back, or tells that base alone
    stays under it.
    """
    answered, now = record.answered, record.reply
    rows = record.replies
    if answered is not None:
        rows = tuple(row for row in rows if row.said > answered) + ((now,) if now else ())
    if not private:
        rows = tuple(row for row in rows if may_show(row, record))
    accepted = [row for row in rows if row.action is Action.ACCEPT]
    lowest = accepted[-1] if accepted else None
    if lowest:
        enough = enough_for(advice, lowest)
        rows, lowest = tuple(enough if row is lowest else row for row in rows), enough
    return tuple(
        answer(row, record, private=private, or_more=row is lowest, is_now=row is now)
        for row in rows
        if row is lowest or row.action is not Action.ACCEPT
    )


def may_show(row: ReplyRow, record: Record) -> bool:
    return row.action is not Action.PACKAGE and record.may_say(row.say.text, row.said)


def answer(row: ReplyRow, record: Record, *, private: bool, or_more: bool, is_now: bool) -> Answer:
    found: Row = shown(row, record, nearest=is_now)
    return Answer(
        said=f"{found.said} or more" if or_more else found.said,
        does=found.does.replace(f"{record.offer.currency}{NO_BREAK}", ""),  # The first column names it.
        say=found.say.removeprefix(THANKS),
        note=found.note if private else "",
        is_now=is_now,
    )


def others_of(record: Record, advice: Advice) -> Iterator[Other]:
    """What they may say beside a number; more of it where base is not asked for."""
    keys: tuple[str, ...] = ABOUT_NUMBERS if record.answered is None else AFTER_AN_ANSWER
    if not advice.replies:
        keys = ABOUT_THE_REST
    known = {line.key: line for line in lines_said(record, advice)}
    for key in keys:
        yield Other(said=known[key].said, say=known[key].answer)


def tries(sheet: Sheet) -> Sequence[tuple[int, int]]:
    """How many numbers and lines to try in turn; a sheet with much above its table starts with fewer."""
    counts = WITH_NUMBERS if sheet.answers else WITHOUT
    start = 0 if sheet.letters < SPACE else 1
    known = [(min(len(sheet.answers), rows), lines) for rows, lines in counts[start:]]
    return list(dict.fromkeys(known))


def fewer(answers: tuple[Answer, ...], most: int) -> tuple[Answer, ...]:
    """So many of them: the first, the last, and evenly spaced ones between."""
    if len(answers) <= most or most < 2:
        return answers[:most]
    step = Decimal(len(answers) - 1) / (most - 1)
    return tuple(answers[int((step * place).to_integral_value())] for place in range(most))
