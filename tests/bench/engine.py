"""Times the engine: one line a figure, `name  ours  floor  ratio  goal  ok|SHORT`.

The floor of an answer is a plain loop that builds the same dataclasses from values already known (and, for a
text, looks at each character once), timed in turn with ours in the same round. Times are of the processor,
so that neighbours on a shared machine count for little. Run it as `python -m tests.bench.engine`, no Django.
"""

import os
import platform
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from offers.engine.advice import advise
from offers.engine.compensation import Bonus, Instalment, Package, SignOn
from offers.engine.draft import Kind
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
from tests.bench._timing import ROUNDS, Figure, in_turn, report, seconds
from tests.engine.tone_shapes import UNITS, facts

SMALL, LARGE = 10_000, 100_000
# Shapes that looked steep in one quick run and are then timed in earnest.
SUSPECTS = 3
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


def answered(name: str, goal: float, run: Callable[[], object], text: str = "") -> Figure:
    """A figure whose floor is building its own answer."""
    known = built(run)
    ours, floor = in_turn(run, lambda: build(known, text))
    return Figure(name=f"{name} ({len(known)} objects)", ours=ours, floor=floor, goal=goal)


def checked(shape: str, size: int) -> Callable[[], object]:
    """The check of a counter of one shape, with everything on record to compare it with."""
    text, record = filled(shape, size), facts(Kind.COUNTER)
    return lambda: check(text, record, POLICY)


def hostile() -> Iterator[Figure]:
    """Of all hostile shapes the slowest at 10 kB, and the one whose time grows most to ten times the text."""
    tried = {shape: seconds(checked(shape, SMALL), 1) for shape in UNITS}
    steep = {shape: small / seconds(checked(shape, SMALL // 10), 1) for shape, small in tried.items()}
    slow = max(tried, key=lambda shape: tried[shape])
    text = filled(slow, SMALL)
    yield answered(f"tone, 10 kB of {slow[:12]!r}", 0.05, checked(slow, SMALL), text)
    worst = sorted(steep, key=lambda shape: -steep[shape])[:SUSPECTS]
    yield max((growth(shape) for shape in worst), key=lambda figure: figure.ratio)


def growth(shape: str) -> Figure:
    """The time of ten times the text against that of the text."""
    ours, floor = in_turn(checked(shape, LARGE), checked(shape, SMALL))
    return Figure(name=f"tone, 10 x {shape[:12]!r}", ours=ours, floor=floor, goal=12, relative=True)


def figures() -> Iterator[Figure]:
    case, offer = situation(), package()
    bargain = advise(case, POLICY, TODAY).bargain
    words = " ".join((COUNTER * 3).split()[:200])
    yield answered("full advice", 0.002, lambda: advise(case, POLICY, TODAY))
    yield answered("pay, 48 months x 5 grants", 0.002, lambda: pay_table(offer, POLICY))
    yield answered(f"packages, {len(bargain.items)} items", 0.005, lambda: packages(bargain, POLICY))
    record = facts(Kind.COUNTER)
    yield answered("tone, 200 words", 0.005, lambda: check(words, record, POLICY), words)
    yield from hostile()


def main() -> None:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    sizes = f"{len(CAPS)} items, {len(PAYS)} peers, {len(UNITS)} shapes, {ROUNDS} rounds"
    print(f"# {machine}, Python {platform.python_version()}; {sizes}")
    report(figures())


if __name__ == "__main__":
    main()
