"""What all benches share: two things timed in turn, and the line that says how they compare."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import process_time

ROUNDS = 9
ROUND_SECONDS = 0.02
HEAD = f"# {'name':<42}  {'ours':>12}  {'floor':>12}  {'ratio':>9}  {'goal':>6}"
Clock = Callable[[], float]


@dataclass(frozen=True)
class Figure:
    """One line: `ours` and `floor` in seconds; `goal` in seconds, or as a ratio where `relative`."""

    name: str
    ours: float
    floor: float
    goal: float
    relative: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.floor

    @property
    def short(self) -> bool:
        return (self.ratio if self.relative else self.ours) > self.goal

    def line(self) -> str:
        goal = f"{self.goal:g} x" if self.relative else f"{self.goal * 1000:.0f} ms"
        times = f"{self.ours * 1000:9.3f} ms  {self.floor * 1000:9.3f} ms  {self.ratio:7.1f} x"
        return f"{self.name:<44}  {times}  {goal:>6}  {'SHORT' if self.short else 'ok'}"


def seconds(run: Callable[[], object], times: int, clock: Clock = process_time) -> float:
    """The mean time of one run among `times`, by the processor's clock unless told otherwise."""
    started = clock()
    for _ in range(times):
        run()
    return (clock() - started) / times


def in_turn(
    ours: Callable[[], object], floor: Callable[[], object], clock: Clock = process_time
) -> tuple[float, float]:
    """The median round of each, timed in turn; a round lasts long enough for the clock."""
    runs = (ours, floor)
    counts = [max(1, int(ROUND_SECONDS / max(seconds(run, 3, clock), 1e-7))) for run in runs]
    rounds = [
        [seconds(run, count, clock) for run, count in zip(runs, counts, strict=True)] for _ in range(ROUNDS)
    ]
    own, least = zip(*rounds, strict=True)
    return median(own), median(least)


def report(figures: Iterable[Figure]) -> None:
    """Prints the figures as they come; bin/bench reads from the lines whether any is SHORT."""
    print(HEAD)
    for figure in figures:
        print(figure.line(), flush=True)
