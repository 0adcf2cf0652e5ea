"""Labels over one line of pay: lanes and anchors so that none touches another on the narrowest phone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations, product

NARROW = 240.0  # Pixels of the line on a screen of 320.
OVERHANG = 12.0  # Pixels a label may stand out at either end, inside the padding of its panel.
FIGURE, NAME, GAP = 9.2, 7.6, 6.0  # Pixels of one character of a figure, of a name, and between labels.
LANE = 40  # Pixels between two lanes.
CLEAR = 4.0  # Pixels between a label and a line that passes it.
ANCHORS = ("middle", "end", "start")
SHIFTS = {"middle": 0, "end": -6, "start": 6}  # Pixels from the line to a label beside it.

Choice = tuple[tuple[int, str], ...]  # For each label its lane and its anchor.
Spots = tuple[float, dict[str, tuple[float, float]]]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One amount on the line: `place` in percent; `lane` counts upwards from the line."""

    kind: str
    label: str
    figure: str
    place: str
    lane: int = 0
    anchor: str = "middle"
    shift: int = 0
    name_y: int = 0
    figure_y: int = 0
    top: int = 0


def laid_out(marks: Sequence[Mark]) -> list[Mark]:
    """The marks with lanes and anchors so that no label touches another or another's line."""
    spots = [spots_of(mark) for mark in marks]
    for choice in ARRANGEMENTS[len(marks)]:
        if fits(spots, choice):
            break
    return [
        replace(mark, lane=lane, anchor=anchor, shift=SHIFTS[anchor])
        for mark, (lane, anchor) in zip(marks, choice, strict=True)
    ]


def spots_of(mark: Mark) -> Spots:
    """By anchor, from where to where the label would stand; only where it stays on the picture."""
    found = {anchor: reach(pixel(mark), width_of(mark), anchor) for anchor in ANCHORS}
    return pixel(mark), {
        anchor: (left, right)
        for anchor, (left, right) in found.items()
        if left >= -OVERHANG and right <= NARROW + OVERHANG
    }


def fits(spots: Sequence[Spots], choice: Choice) -> bool:
    """Whether every label is on the picture, and clear of the labels in its lane and of lines that pass."""
    return all(anchor in known for (_, known), (_, anchor) in zip(spots, choice, strict=True)) and not any(
        touches(spots, choice, one, other) for one, other in PAIRS[len(choice)]
    )


def touches(spots: Sequence[Spots], choice: Choice, one: int, other: int) -> bool:
    """Whether the label of `one` meets the other's label in its lane, or the line of one above it."""
    (lane, anchor), (other_lane, other_anchor) = choice[one], choice[other]
    if other_lane < lane:
        return False
    left, right = spots[one][1][anchor]
    if other_lane > lane:
        return left - CLEAR < spots[other][0] < right + CLEAR
    start, end = spots[other][1][other_anchor]
    return start < right + GAP and left < end + GAP


def reach(place: float, width: float, anchor: str) -> tuple[float, float]:
    """From where to where a label stands, in pixels of the narrowest screen."""
    left = place + SHIFTS[anchor] - {"middle": width / 2, "end": width, "start": 0.0}[anchor]
    return left, left + width


def pixel(mark: Mark) -> float:
    return float(mark.place.rstrip("%")) * NARROW / 100


def width_of(mark: Mark) -> float:
    return max(len(mark.figure) * FIGURE, len(mark.label) * NAME)


def standing(mark: Mark, y: int) -> Mark:
    """The mark with the heights of its label over a line that starts at `y`."""
    base = y - 28 - mark.lane * LANE
    return replace(mark, name_y=base - 18, figure_y=base, top=base + 8)


def _arrangements(count: int) -> list[Choice]:
    """Every way to give so many labels a lane and an anchor, the plainest first; no lane is left empty."""
    choices = product(product(range(count), ANCHORS), repeat=count)
    full = [one for one in choices if len({lane for lane, _ in one}) == max(lane for lane, _ in one) + 1]
    return sorted(full, key=lambda one: sum(lane * 4 + (anchor != "middle") for lane, anchor in one))


ARRANGEMENTS = {count: _arrangements(count) for count in (2, 3)}
PAIRS = {count: tuple(permutations(range(count), 2)) for count in (2, 3)}
