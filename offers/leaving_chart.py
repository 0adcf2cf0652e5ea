"""What stays with the person after each month, as two areas one on the other: data for one SVG template.

The areas are drawn in a square of 100 by 100 that is stretched to the width; words keep their size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from offers.engine.leaving import LeavingCurve
from offers.engine.money import round_half_up
from offers.explain import money

HEIGHT = 190  # Pixels of the areas.
LABELS = 6  # At most so many months are named under them.


@dataclass(frozen=True, kw_only=True)
class Tick:
    label: str
    place: str
    anchor: str


@dataclass(frozen=True, kw_only=True)
class LeavingChart:
    """`kept` and `vested` are the outlines of the areas, empty where there is no such thing."""

    kept: str
    vested: str
    top: str
    ticks: tuple[Tick, ...]
    height: int
    words: str

    @property
    def foot(self) -> int:
        return self.height + 20


def leaving_chart(curve: LeavingCurve, currency: str) -> LeavingChart:
    """The sign-on that is kept below, what has vested above it, by completed months."""
    kept = [point.kept for point in curve.points]
    both = [point.stays for point in curve.points]
    top, last = max(both) or Decimal(1), len(both) - 1
    floor, end = [Decimal(0)] * len(both), money(both[-1], currency)
    return LeavingChart(
        kept=outline(floor, kept, top) if any(kept) else "",
        vested=outline(kept, both, top) if both != kept else "",
        top=money(top, currency),
        ticks=tuple(ticks_of(last)),
        height=HEIGHT,
        words=f"What stays with you when you leave, month 0 to {last}; it ends at {end}.",
    )


def outline(below: Sequence[Decimal], above: Sequence[Decimal], top: Decimal) -> str:
    """A closed line in steps: along the upper edge, and back along the lower one."""
    upper, lower = list(steps(above, top)), list(steps(below, top))
    return " ".join(upper + lower[::-1])


def steps(amounts: Sequence[Decimal], top: Decimal) -> Iterator[str]:
    """An amount holds from its month to the next, where it jumps."""
    last = max(len(amounts) - 1, 1)
    for month, amount in enumerate(amounts):
        y = round_half_up(100 - amount / top * 100)
        yield f"{round_half_up(Decimal(100 * month) / last)},{y}"
        if month < last:
            yield f"{round_half_up(Decimal(100 * (month + 1)) / last)},{y}"


def ticks_of(last: int) -> Iterator[Tick]:
    """Whole years, every second or third of them where there are many; whole months where it is short."""
    step = 12 if last >= 24 else 6 if last >= 12 else max(1, last // 3)
    while last // step > LABELS:
        step += 12
    for month in range(0, last + 1, step):
        place = round_half_up(Decimal(100 * month) / max(last, 1))
        anchor = "start" if month == 0 else "end" if place > 97 else "middle"
        yield Tick(label=str(month), place=f"{place}%", anchor=anchor)
