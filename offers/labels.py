"""Labels over one line of pay: lanes and anchors so that none touches another on the narrowest phone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

NARROW = 240.0  # Pixels of the line on a screen of 320.
OVERHANG = 12.0  # Pixels a label may stand out at either end, inside the padding of its panel.
FIGURE, NAME, GAP = 9.2, 7.6, 6.0  # Pixels of one character of a figure, of a name, and between labels.
LANE = 40  # Pixels between two lanes.
ANCHORS = ("middle", "end", "start")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One amount on the line: `place` in percent; `lane` counts upwards from the line."""

    kind: str
    label: str
    figure: str
    place: str
    lane: int = 0
    anchor: str = "middle"
    name_y: int = 0
    figure_y: int = 0
    top: int = 0


def laid_out(marks: Sequence[Mark]) -> list[Mark]:
    """The marks with lanes and anchors so that no label touches another or another's line."""
    for choice in ARRANGEMENTS[len(marks)]:
        tried = [
            replace(mark, lane=lane, anchor=anchor)
            for mark, (lane, anchor) in zip(marks, choice, strict=True)
        ]
        if fits(tried):
            return tried
    return [replace(mark, lane=lane) for lane, mark in enumerate(marks)]


def fits(marks: Sequence[Mark]) -> bool:
    """Whether every label is on the picture, and clear of the labels in its lane and of lines that pass."""
    for mark in marks:
        left, right = reach(mark)
        if left < -OVERHANG or right > NARROW + OVERHANG:
            return False
        for other in marks:
            if other is mark or other.lane < mark.lane:
                continue
            start, end = reach(other) if other.lane == mark.lane else (pixel(other), pixel(other))
            if start < right + GAP and left < end + GAP:
                return False
    return True


def reach(mark: Mark) -> tuple[float, float]:
    """From where to where the label stands, in pixels of the narrowest screen."""
    place, width = pixel(mark), width_of(mark)
    left = place - {"middle": width / 2, "end": width - 2, "start": -2.0}[mark.anchor]
    return left, left + width


def pixel(mark: Mark) -> float:
    return float(mark.place.rstrip("%")) * NARROW / 100


def width_of(mark: Mark) -> float:
    return max(len(mark.figure) * FIGURE, len(mark.label) * NAME)


def standing(mark: Mark, y: int) -> Mark:
    """The mark with the heights of its label over a line that starts at `y`."""
    base = y - 28 - mark.lane * LANE
    return replace(mark, name_y=base - 18, figure_y=base, top=base + 8)


def _arrangements(count: int) -> list[tuple[tuple[int, str], ...]]:
    """Every way to give so many labels a lane and an anchor, the plainest first."""
    places = list(product(range(3), ANCHORS))
    return sorted(
        product(places, repeat=count),
        key=lambda choice: sum(lane * 4 + (anchor != "middle") for lane, anchor in choice),
    )


ARRANGEMENTS = {count: _arrangements(count) for count in (2, 3)}
