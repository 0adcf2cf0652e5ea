"""Times the engine: one line a figure, `name  ours  floor  ratio  goal  ok|SHORT`; exits 1 when one is SHORT.

The floor of an answer is a plain loop that builds the same dataclasses from values already known (and, for a
text, looks at each character once), timed in turn with ours in the same round. Times are of the processor,
so that neighbours on a shared machine count for little. Run it as `python -m tests.bench.engine`, no Django.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from time import process_time
from typing import Any

from offers.engine.advice import advise
from offers.engine.compensation import Bonus, Instalment, Package, SignOn
from offers.engine.grants import Grant
from offers.engine.packages import packages
from offers.engine.pay import pay_table
from offers.engine.policy import Policy
from offers.engine.situation import (
    Alternative,
    Budget,
    Industry,
    Numbers,
    Peer,
    Peers,
    Posting,
    Range,
    Situation,
    Terms,
    Wishes,
)
from offers.engine.tone import check
from offers.engine.vesting import Every, Vesting

ROUNDS = 9
ROUND_SECONDS = 0.02
POLICY = Policy()
TODAY = date(2026, 3, 2)
CAPS = {
    "sign_on": 8000,
    "relocation": 4000,
    "remote_days": 2,
    "leave_days": 5,
    "learning": 2000,
    "equity": 3000,
    "parking": 1200,
    "meals": 900,
}
PAYS = (78000, 80500, 81000, 82000, 84500)


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
        goal = f"{self.goal:.0f} x" if self.relative else f"{self.goal * 1000:.0f} ms"
        times = f"{self.ours * 1000:9.3f} ms  {self.floor * 1000:9.3f} ms  {self.ratio:7.1f} x"
        return f"{self.name:<44}  {times}  {goal:>6}  {'SHORT' if self.short else 'ok'}"


def situation() -> Situation:
    """A situation with every kind of fact in it."""
    weights = {key: Decimal("0.8") for key in CAPS}
    return Situation(
        terms=Terms(base=Decimal(80000), bonus_target=Decimal("0.10"), match_rate=Decimal("0.04")),
        band=Range(minimum=Decimal(70000), midpoint=Decimal(85000), maximum=Decimal(100000)),
        posting=Posting(minimum=Decimal(70000), maximum=Decimal(99000)),
        peers=Peers(salaries=tuple(Peer(pay=Decimal(pay)) for pay in PAYS), manager=Decimal(110000)),
        numbers=Numbers(target=Decimal(95000), walk_away=Decimal(79000), accept_at=Decimal(86000)),
        industry=Industry.TECHNOLOGY,
        alternatives=(Alternative(yearly_value=Decimal(93000), in_writing=True),),
        wishes=Wishes(
            caps={key: Decimal(cap) for key, cap in CAPS.items()},
            weights=weights,
            unit_worth={"remote_days": Decimal(1500)},
            movable={"equity": True},
        ),
        budget=Budget(headcount_frozen=False, role_open_days=75, recruiter_hesitates=True),
        deadline=date(2026, 3, 13),
    )


def package() -> Package:
    """48 months of work and five grants that vest each month."""
    vesting = Vesting(points=(2500,) * 4, cliff=12, every=Every.MONTH)
    return Package(
        base=Decimal(120000),
        start_on=date(2026, 4, 1),
        raise_rate=Decimal("0.03"),
        bonus=Bonus(target=Decimal("0.10")),
        sign_on=SignOn(instalments=(Instalment(amount=Decimal(30000)),)),
        grants=tuple(Grant(label=f"Grant {n}", worth=Decimal(200000), vesting=vesting) for n in range(5)),
    )


COUNTER = (
    "Thank you for putting this together. I am excited about the role and about the work on the platform. "
    "Based on the posted range and eight years at this level, I would like to ask for a base of $88,500. "
    "I just wanted to say that I deserve it, and unless you match it I will walk away!! Sorry to be direct. "
    "If base is limited by the band, a sign-on of $8,000 and four more days of leave would work as well. "
)
HOSTILE = {
    "one letter": "a",
    "capitals": "A",
    "figures": "1,000 ",
    "digits": "0",
    "money signs": "$",
    "spaces": " ",
    "lines": "\n",
    "shouting": "STOP!! ",
    "quotes": "I'll ",
    "no full stop": "my friend on your team and the lowest minimum I would ",
    "offers": "offer from Acme another offer elsewhere ",
    "hedges": "maybe I guess perhaps sort of ",
    "ranges": "between 80k and 90k to 100k - ",
    "names": "Carol on your team told me ",
}


def filled(shape: str, size: int) -> str:
    """`shape` repeated to `size` characters."""
    return (shape * (size // len(shape) + 1))[:size]


def parts(answer: object) -> Iterator[tuple[object, dict[str, Any]]]:
    """Every dataclass inside an answer with what it is built from, the innermost first."""
    if is_dataclass(answer) and not isinstance(answer, type):
        given = {item.name: getattr(answer, item.name) for item in fields(answer)}
        for value in given.values():
            yield from parts(value)
        yield answer, given
    elif isinstance(answer, tuple | list):
        for value in answer:
            yield from parts(value)
    elif isinstance(answer, Mapping):
        for value in answer.values():
            yield from parts(value)


def built(run: Callable[[], object]) -> list[tuple[Any, dict[str, Any]]]:
    """The dataclasses that every run builds anew; what two answers share is a constant or an input."""
    first, second = list(parts(run())), list(parts(run()))
    shared = {id(part) for part, _ in first} & {id(part) for part, _ in second}
    return [(type(part), given) for part, given in first if id(part) not in shared]


def build(known: list[tuple[Any, dict[str, Any]]], text: str) -> None:
    """The floor: the same dataclasses and one look at each character, nothing computed."""
    for kind, given in known:
        kind(**given)
    for _ in text:
        pass


def seconds(run: Callable[[], object], times: int) -> float:
    started = process_time()
    for _ in range(times):
        run()
    return (process_time() - started) / times


def in_turn(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    """The median round of each, timed in turn; a round lasts long enough for the clock."""
    runs = (ours, floor)
    counts = [max(1, int(ROUND_SECONDS / max(seconds(run, 3), 1e-7))) for run in runs]
    rounds = [[seconds(run, count) for run, count in zip(runs, counts, strict=True)] for _ in range(ROUNDS)]
    own, least = zip(*rounds, strict=True)
    return median(own), median(least)


def answered(name: str, goal: float, run: Callable[[], object], text: str = "") -> Figure:
    """A figure whose floor is building its own answer."""
    known = built(run)
    ours, floor = in_turn(run, lambda: build(known, text))
    return Figure(name=f"{name} ({len(known)} objects)", ours=ours, floor=floor, goal=goal)


def growth() -> Figure:
    """The hostile shape whose time grows fastest from 10 kB to 100 kB."""
    worst: Figure | None = None
    for name, shape in HOSTILE.items():
        small, large = filled(shape, 10_000), filled(shape, 100_000)
        ours, floor = in_turn(lambda large=large: check(large), lambda small=small: check(small))  # type: ignore[misc]
        found = Figure(name=f"tone, 10 x the text: {name}", ours=ours, floor=floor, goal=12, relative=True)
        worst = found if worst is None or found.ratio > worst.ratio else worst
    assert worst is not None
    return worst


def slowest() -> Figure:
    """The hostile shape that takes longest at 10 kB."""
    texts = {name: filled(shape, 10_000) for name, shape in {**HOSTILE, "prose": COUNTER}.items()}
    name = max(texts, key=lambda name: seconds(lambda: check(texts[name]), 3))
    return answered(f"tone, 10 kB of {name}", 0.05, lambda: check(texts[name]), texts[name])


def figures() -> Iterator[Figure]:
    case, offer = situation(), package()
    bargain = advise(case, POLICY, TODAY).bargain
    words = " ".join((COUNTER * 3).split()[:200])
    yield answered("full advice", 0.002, lambda: advise(case, POLICY, TODAY))
    yield answered("pay, 48 months x 5 grants", 0.002, lambda: pay_table(offer, POLICY))
    yield answered(f"packages, {len(bargain.items)} items", 0.005, lambda: packages(bargain, POLICY))
    yield answered("tone, 200 words", 0.005, lambda: check(words), words)
    yield slowest()
    yield growth()


def main() -> int:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    sizes = f"{len(CAPS)} items, {len(PAYS)} peers, 5 grants, {ROUNDS} rounds"
    print(f"# {machine}, Python {platform.python_version()}; {sizes}")
    print(f"# {'name':<42}  {'ours':>12}  {'floor':>12}  {'ratio':>9}  {'goal':>6}")
    short = False
    for figure in figures():
        print(figure.line(), flush=True)
        short = short or figure.short
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
