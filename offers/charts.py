"""Pay on one line: where the team, the offer, the ask and the target stand, as data for one SVG template.

Places are percentages of the width, so that the text keeps its size on every screen; heights are pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from offers.engine.advice import Advice
from offers.engine.money import round_half_up
from offers.engine.position import UNLIMITED, quarter_lines
from offers.engine.situation import Unit
from offers.explain import figure
from offers.labels import GAP, LANE, Mark, laid_out, pixel, standing, width_of

AIR = Decimal("0.12")  # Room at both ends, as a share of the span, so that outer labels fit.
BAR, TRACK = 14, 36  # Pixels of the line itself, and of a range below it.


@dataclass(frozen=True, kw_only=True)
class Zone:
    """A stretch of the line: `start` and `width` in percent."""

    kind: str
    start: str
    width: str


@dataclass(frozen=True, kw_only=True)
class Track:
    """A range under the line, open where an end is not known; `ticks` are the ends of its quarters."""

    kind: str
    caption: str
    start: str
    width: str
    ticks: tuple[str, ...]
    caption_y: int
    y: int


@dataclass(frozen=True, kw_only=True)
class PayBar:
    """Everything the template draws; `y` is the top of the line, `height` that of the picture."""

    zones: tuple[Zone, ...]
    team: tuple[Mark, ...]
    team_labels: tuple[Mark, ...]
    marks: tuple[Mark, ...]
    tracks: tuple[Track, ...]
    legend: tuple[tuple[str, str], ...]
    y: int
    height: int

    @property
    def middle(self) -> int:
        return self.y + BAR // 2

    @property
    def foot(self) -> int:
        return self.y + BAR + 4

    @property
    def team_y(self) -> int:
        return self.y + BAR + 28


@dataclass(frozen=True, kw_only=True)
class Span:
    """A range as it is known, with the lines between its quarters where both ends are."""

    kind: str
    label: str
    minimum: Decimal | None
    maximum: Decimal | None
    midpoint: Decimal = UNLIMITED

    @property
    def known(self) -> list[Decimal]:
        return [end for end in (self.minimum, self.maximum) if end is not None]

    @property
    def quarters(self) -> list[Decimal]:
        low, high = self.minimum, self.maximum
        if low is None or high is None or self.kind == "inside":
            return []
        return list(quarter_lines(low, self.midpoint, high))

    def caption(self, cents: bool) -> str:
        if self.minimum is None:
            return f"{self.label} up to {figure(self.maximum or Decimal(0), cents=cents)}"
        low = figure(self.minimum, cents=cents)
        if self.maximum is None:
            return f"{self.label} from {low}"
        return f"{self.label} {low} – {figure(self.maximum, cents=cents)}"


def pay_bar(advice: Advice) -> PayBar:
    """What can be approved, every amount that is known, and every range below it."""
    state, limits, ranges = advice.state, advice.ceilings, spans(advice)
    amounts = {"offer": ("Offer", state.offer), "target": ("Target", state.target)}
    if advice.ask.amount is not None:
        amounts["ask"] = ("Ask", advice.ask.amount)
    edges = [] if advice.ask.follows_a_system else [limits.no_exception, limits.exception]
    outer = [end for span in ranges for end in span.known]
    cents = state.situation.terms.measure.unit is Unit.HOUR
    scale = Scale([*edges, *state.peers, *outer, *(amount for _, amount in amounts.values())], cents=cents)
    marks = laid_out([scale.mark(kind, label, amount) for kind, (label, amount) in amounts.items()])
    y = (max(mark.lane for mark in marks) + 1) * LANE + 26
    below = y + BAR + (44 if state.peers else 12)
    return PayBar(
        zones=tuple(zones(scale, edges)),
        team=tuple(scale.mark("team", "Team", pay) for pay in state.peers),
        team_labels=tuple(team_labels(scale, state.peers)),
        marks=tuple(standing(mark, y) for mark in marks),
        tracks=tuple(scale.track(span, below + TRACK * row) for row, span in enumerate(ranges)),
        legend=tuple(legend(advice)),
        y=y,
        height=below + TRACK * len(ranges),
    )


def spans(advice: Advice) -> list[Span]:
    """The ranges in force: the band, the posting, and what was said inside."""
    band, posting = advice.state.band, advice.state.situation.posting
    said = advice.state.situation.internal
    found = []
    if not band.posted:
        low = band.minimum if band.minimum > 0 else None
        high = band.maximum if band.maximum < UNLIMITED else None
        found.append(
            Span(kind="band", label="Their range", minimum=low, maximum=high, midpoint=band.midpoint)
        )
    if posting:
        found.append(
            Span(kind="posted", label="Posted", minimum=posting.minimum or None, maximum=posting.maximum)
        )
    if said:
        found.append(
            Span(kind="inside", label="Said inside", minimum=said.minimum or None, maximum=said.maximum)
        )
    return [span for span in found if span.known]


def zones(scale: "Scale", edges: Sequence[Decimal]) -> Iterator[Zone]:
    """Approved without exception, by exception, beyond; one plain stretch where pay follows a system."""
    ends = [scale.low, *edges, scale.high]
    kinds = ("free", "exception", "beyond") if edges else ("plain",)
    for kind, (start, end) in zip(kinds, pairwise(ends), strict=True):
        width = scale.percent(end) - scale.percent(start)
        yield Zone(kind=kind, start=scale.place(start), width=f"{width}%")


def knows_rules(advice: Advice) -> bool:
    """Whether anything of this employer is known, range or team, that could need an exception."""
    return advice.state.knows_rules


def legend(advice: Advice) -> Iterator[tuple[str, str]]:
    if advice.state.peers:
        yield "team", "the team, by salary"
    if advice.ask.follows_a_system:
        yield "plain", "set by their system, not by a request"
        return
    known = knows_rules(advice)
    yield "free", "needs no exception" if known else "usual room"
    if advice.ceilings.no_exception < advice.ceilings.exception:
        yield "exception", "needs one that can be defended" if known else "beyond the usual room"
    by_team = advice.ceilings.why_exception.binding == "peers"
    yield "beyond", "unbalances the team" if by_team else "beyond what can be counted on"


def team_labels(scale: "Scale", peers: Sequence[Decimal]) -> Iterator[Mark]:
    """The lowest and the highest salary; one label for both where two would touch."""
    if not peers:
        return
    low, high = scale.mark("team", "", peers[0]), scale.mark("team", "", peers[-1])
    if peers[0] == peers[-1]:
        yield low
    elif pixel(high) - pixel(low) >= (width_of(low) + width_of(high)) / 2 + GAP:
        yield from (low, high)
    else:
        both = f"{low.figure} – {high.figure}"
        yield replace(scale.mark("team", "", (peers[0] + peers[-1]) / 2), figure=both)


class Scale:
    """Amounts to percentages of the width, and to figures, with their cents for pay by the hour."""

    def __init__(self, amounts: list[Decimal], *, cents: bool = False) -> None:
        self.cents = cents
        span = max(amounts) - min(amounts) or Decimal(1)
        self.low = min(amounts) - span * AIR
        self.high = max(amounts) + span * AIR

    def percent(self, amount: Decimal) -> Decimal:
        return round_half_up((amount - self.low) / (self.high - self.low) * 100)

    def place(self, amount: Decimal) -> str:
        return f"{self.percent(amount)}%"

    def mark(self, kind: str, label: str, amount: Decimal) -> Mark:
        return Mark(kind=kind, label=label, figure=figure(amount, cents=self.cents), place=self.place(amount))

    def track(self, span: Span, top: int) -> Track:
        low = self.low if span.minimum is None else span.minimum
        high = self.high if span.maximum is None else span.maximum
        return Track(
            kind=span.kind,
            caption=span.caption(self.cents),
            start=self.place(low),
            width=f"{self.percent(high) - self.percent(low)}%",
            ticks=tuple(self.place(line) for line in span.quarters),
            caption_y=top + 12,
            y=top + 19,
        )
