"""The call sheet: what to have before one's eyes while speaking to them, on one page and never on two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from offers.briefs.frame import Frame, closed, drawn, stated
from offers.briefs.now import Now, asked_now
from offers.briefs.rows import Answer, between, fewer
from offers.case import measure_of
from offers.dates.events import events_of
from offers.drafts.composer.dropped import taken_as_standing
from offers.drafts.composer.ground import KEPT
from offers.drafts.composer.phone import ANYTHING, settles_first, spoken_request, thanks
from offers.drafts.composer.words import limit, listed
from offers.drafts.models import Tone
from offers.drafts.record import Record, record_of
from offers.engine.advice import Advice
from offers.engine.shared import SharedBasis
from offers.explain import NO_BREAK
from offers.history import COUNTERS
from offers.ledger.parts import Turn
from offers.ledger.services import unkept_drops
from offers.models import Offer, Stage
from offers.next_step import NextStep, next_step
from offers.pause import pause_of
from offers.replies.recruiters import lines_said
from offers.replies.rungs import steps_of
from offers.replies.stops import Line, Seen, heard_in, lines_of
from offers.replies.table import Row, rows_of
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
SPACE = 1_700  # Letters above the table that leave room for the most.


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
    """Everything of the page.

    `opening`, all else that is said, who agrees and where to stop are empty after our yes or no, `unsaid`
    before an answer; `argue` is what to argue of a base that follows from a rule; `first` comes before the
    call, and stands in neither `pause` nor `is_early`.
    `stops` and the notes of the answers are empty unless the walk-away was asked for.
    """

    opening: str
    now: Now
    request: tuple[str, ...]
    unsaid: str
    argue: str
    pause: str
    first: NextStep | None
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
    context = {"offer": offer, "stated": stated(offer), "sheet": sheet, "private": private}
    return tuple(
        drawn("briefs/sheet.html", context | tables(sheet, offer, rows, lines), frame)
        for rows, lines in tries(sheet)
    )


def tables(sheet: Sheet, offer: Offer, rows: int, lines: int) -> dict[str, object]:
    """What stands in the tables of a sheet with room for so many numbers and other lines."""
    answers = fewer(sheet.answers, rows)
    told = between(answers, sheet.answers, measure_of(offer))
    return {"answers": answers, "between": told, "others": sheet.others[:lines]}


def sheet_of(record: Record, advice: Advice, *, private: bool) -> Sheet:
    ground, basis = record.ground, record.movable
    if basis is None:  # There is none only without advice.
        raise ValueError("There is no basis.")
    is_over = bool(record.offer.history.last_word)
    opening = "" if is_over else thanks(ground, Tone.PLAIN)
    request, ways = ((), ()) if is_over else said_now(record, advice, basis)
    return Sheet(
        opening=opening,
        now=asked_now(record),
        request=request,
        unsaid=unsaid(record) if record.answered else "",
        argue=advice.ask.why.text if advice.ask.follows_a_system else "",
        pause=pause_now(record),
        first=first_of(record, advice),
        is_early=too_early(record.offer),
        has_named=record.offer.named_number is not None,
        ways=ways,
        answers=answers_of(record, private=private),
        others=() if is_over else tuple(others_of(record, advice)),
        deciders=() if is_over else tuple(deciders_of(record, advice)),
        days=tuple(days_of(record)),
        stops=stops_of(record, advice) if private and not is_over else (),
    )


def pause_now(record: Record) -> str:
    """Why to send nothing for now; empty while nothing speaks against it."""
    waits = pause_of(record.offer, record.today, record.policy)
    is_over = record.offer.is_decided or record.offer.history.last_word
    return waits.text if waits and not is_over else ""


def first_of(record: Record, advice: Advice) -> NextStep | None:
    """The next step of the room, where it is another one than the request."""
    offer = record.offer
    is_out = offer.stage not in (Stage.RECEIVED, Stage.REVIEWED) or offer.history.last_word
    if is_out or too_early(offer) or pause_now(record):
        return None
    step = next_step(offer, advice, record.today)
    return None if step.is_request else step


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


def said_now(record: Record, advice: Advice, basis: SharedBasis) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What to say, one sentence a line, and what to say when the answer is no, in order.

    What was dropped comes first, base before the rest of it, then the request; where no number is left to ask
    for, the ladder from the first of its steps that names none.
    """
    steps = steps_of(record, advice).kept
    if not record.why_over:
        is_said = settles_first(record.ground, basis)
        ways = tuple(one.say for one in steps if one.is_fallback and not is_said)
        nothing = (ANYTHING,) if record.answered is not None else ()
        sent_on = record.offer.history.sent_on(*COUNTERS)
        said = "\n".join(spoken_request(record.ground, basis, sent_on)).split("\n")
        ways = ways or nothing
    else:
        told = tuple(one.say for one in steps if one.say)
        first = 0 if record.why_over == KEPT else 1  # One more step is asked for aloud, before any of them.
        cut = [] if record.cut_from is None else [limit(record.ground, basis)]
        said, ways = [*cut, *told[:first]], told[first:]
    back, after = taken_as_standing(record.drops, aloud=True), 0 if record.cut_from is None else 1
    return tuple(filter(None, (*said[:after], back, *said[after:]))), ways


def answers_of(record: Record, *, private: bool) -> tuple[Answer, ...]:
    """The rows of the page of replies; without the walk-away none that tells something of it."""
    return tuple(answer(row, record, private=private) for row in rows_of(record) if private or not row.tells)


def answer(row: Row, record: Record, *, private: bool) -> Answer:
    return Answer(
        number=row.number,
        reply=row.reply,
        said=row.said,
        does=row.does.replace(f"{record.offer.currency}{NO_BREAK}", ""),  # The first column names it.
        say=row.say.removeprefix(THANKS),
        note=row.note if private else "",
        mark=row.mark,
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
