"""The private brief as a page to be printed: the room, the gap, what is assumed, a walk-away if asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from offers.briefs.frame import Frame, closed, drawn, stated
from offers.briefs.more import More, more_of, reasons_of
from offers.briefs.notes import Notes
from offers.briefs.now import Now, asked_now
from offers.case import measure_of
from offers.drafts.record import Record, record_of
from offers.engine.advice import Advice
from offers.engine.reason import Grade
from offers.explain import Number, Why, entered, money_in, why
from offers.models import Offer
from offers.room import Remark, Room, has_gap, room_of
from offers.screens import Lamp


@dataclass(frozen=True, kw_only=True)
class Row:
    """One light, for every number that has been held against it; a single lamp where all say the same."""

    name: str
    private: bool
    lamps: tuple[Lamp, ...]

    @property
    def same(self) -> bool:
        return len(self.lamps) == 1


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row of the table beside the picture: one amount, or all those of the team or of a range."""

    label: str
    parts: tuple[tuple[str, str], ...]
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """What a number owes to assumptions of ours."""

    about: str
    whys: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What stands in the brief beside the room. `walk_away` is None when none is entered or asked for; `gap`
    is empty when base reaches the target, and once they have answered; `is_later` says that `now` is no
    longer the ask of the room."""

    room: Room
    now: Now
    is_later: bool
    more: More
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    walk_away: Number | None
    private: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    gap: tuple[Why, ...]
    assumptions: tuple[Assumption, ...]


def pages_of(offer: Offer, today: date, frame: Frame, private: bool) -> tuple[str, ...]:
    """The brief of `offer` as HTML; an offer that nothing can be said about yet says why, and what to do.

    The walk-away, and whatever it could be worked out from, stands there only with `private`.
    """
    record = record_of(offer, today)
    if record.advice is None:
        return (closed(offer, record.problem, today, frame),)
    brief = brief_of(record, record.advice, private=private)
    told = {"offer": offer, "stated": stated(offer), "notes": Notes()}
    context = told | {"brief": brief, "private": private}
    return (drawn("briefs/brief.html", context, frame),)


def brief_of(record: Record, advice: Advice, *, private: bool) -> Brief:
    """The brief of an offer that has this `advice` today. Every number is one of another page."""
    offer = record.offer
    asks = record.request if record.answered else None
    room = room_of(offer, advice, record.today, private=private, asks=asks)
    more = more_of(record, advice, private=private)
    gap = tuple(_gap(offer, advice))
    return Brief(
        room=room,
        now=asked_now(record),
        is_later=offer.history.has_moved_on and not offer.is_decided,
        more=more,
        lines=tuple(_lines(room)),
        rows=tuple(_rows(room)),
        walk_away=_walk_away(offer, advice) if private else None,
        private=tuple(remark for remark in room.remarks if remark.private),
        remarks=tuple(remark for remark in room.remarks if not remark.private),
        gap=gap,
        assumptions=tuple(_assumed(room, gap, more)),
    )


def _lines(room: Room) -> Iterator[Line]:
    """The amounts of the room, those of one kind together: "Team" with "salary 1 of 3" and so on."""
    for _, group in groupby(room.figures, key=lambda number: number.key):
        numbers = tuple(group)
        whys = tuple(dict.fromkeys(reason for number in numbers for reason in number.whys))
        if len(numbers) == 1:
            yield Line(label=numbers[0].label, parts=(("", numbers[0].figure),), whys=whys)
        else:
            named = [number.label.partition(", ") for number in numbers]
            parts = tuple((name, number.figure) for (_, _, name), number in zip(named, numbers, strict=True))
            yield Line(label=named[0][0], parts=parts, whys=whys)


def _rows(room: Room) -> Iterator[Row]:
    for lamps in zip(*(screen.lamps for screen in room.screens), strict=True):
        shown = lamps[:1] if len(set(lamps)) == 1 else lamps
        yield Row(name=lamps[0].name, private=lamps[0].private, lamps=shown)


def _walk_away(offer: Offer, advice: Advice) -> Number | None:
    amount = advice.state.walk_away
    if amount is None:
        return None
    said = entered("You set it. It stands in no draft, and on nothing that is meant for others.")
    return Number(
        key="walk_away", label="Your walk-away", figure=money_in(amount, measure_of(offer)), whys=(said,)
    )


def _gap(offer: Offer, advice: Advice) -> Iterator[Why]:
    """What would close the gap that base leaves, one item at a time, where an amount is known."""
    if has_gap(offer, advice):
        yield from (why(one.reason, "the gap") for one in advice.closers if one.amount is not None)


def _assumed(room: Room, gap: tuple[Why, ...], more: More) -> Iterator[Assumption]:
    """Every reason of grade E once, with the first number that rests on it."""
    first: dict[Why, str] = {}
    for about, reason in (*_reasons(room, gap), *reasons_of(more)):
        if reason.grade == Grade.E:
            first.setdefault(reason, about)
    for about in dict.fromkeys(first.values()):
        yield Assumption(about=about, whys=tuple(reason for reason, named in first.items() if named == about))


def _reasons(room: Room, gap: tuple[Why, ...]) -> Iterator[tuple[str, Why]]:
    """All reasons with what they are about; of the lights, those of the target, which is asked for last."""
    yield from (("The ask", reason) for reason in room.ask_why)
    for number in (*room.marks, *room.figures):
        yield from ((number.label, reason) for reason in number.whys)
    for lamp in room.screens[-1].lamps:
        yield from ((f"{lamp.name} at {room.screens[-1].number.figure}", reason) for reason in lamp.whys)
    yield from (("The gap", reason) for reason in gap)
    yield from (("What stands out", remark.why) for remark in room.remarks)
    yield ("Next step", room.step.why)
