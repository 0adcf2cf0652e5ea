"""Hostile shapes for the check of a draft, and how long it takes on them.

`python -m tests.engine.tone_shapes` prints the slowest at 10,000 characters and the steepest from there to
100,000, in milliseconds of processor time.
"""

import time
from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from offers.engine.draft import Competing, DraftFacts, Kind, Term
from offers.engine.tone import check
from tests.engine.tone_clean import CLEAN
from tests.engine.tone_drafts import RECORD
from tests.engine.tone_hits import HITS

UNITS = (
    *"\"'“ a1A!?.,;:-_$%(\n\t\0\ud800א😀",
    *(
        "1 ",
        "1,",
        "1.",
        "1:",
        "1:1",
        "+1",
        "$1 ",
        "1 %",
        "100 ",
        "80k-",
        "80 to ",
        "between 80 and ",
        "2026-",
    ),
    *(
        "may 1 ",
        "eighty ",
        "one two thousand ",
        "a.",
        "A.",
        "A'",
        "A-",
        "AAAA ",
        "! a",
        "!!a",
        "\n ",
        "- a\n",
    ),
    *("maybe (perhaps (possibly (", "i will ", "or i will have to ", "unless you ", "my ", "my friend "),
    *("my friend on your team ", "i have ", "another company ", "offer from A", "if the base ", "not "),
    *(
        "the minimum that is what, i would ",
        "final ",
        "non-",
        "i am ",
        "have my rent mortgage ",
        "i really need ",
    ),
    *(
        "a is my first ",
        "my colleague makes ",
        "a friend told me what ",
        "Final conversations at ",
        "Ab has already ",
    ),
    *(
        "thank you for your ",
        "with ",
        "i understand ",
        "company offer ",
        "in writing ",
        "from ",
        "what kind of ",
    ),
)
SHAPES = (*UNITS, *(f"{text} " for _, text in (*HITS, *RECORD)), *(f"{text} " for text in CLEAN))
UNENDED = tuple(text.replace(".", "").replace("?", "") for text in SHAPES if len(text) > 12)
SHORT, LONG = 10_000, 100_000


def facts(kind: Kind | None) -> DraftFacts:
    """A record with everything to compare."""
    return DraftFacts(
        kind=kind,
        target=Decimal(95_000),
        walk_away=Decimal(79_000),
        private_figures=(Decimal(41),),
        figures=(Decimal(80_000),),
        competing=Competing.NONE,
        competitors=("Globex", "a a a a", "AAAA"),
        employer="Northwind",
        agreed=tuple(Term),
    )


def timed(unit: str, kind: Kind | None, rounds: int = 5) -> tuple[float, float]:
    """The best milliseconds at 10,000 characters, and the median of how many times that 100,000 take.

    Ten short drafts in a row are timed against one long one: on a busy machine a single short run finds a
    quiet moment more easily than a long one, and the ratio would look steeper than it is.
    """
    short, long, known = _text(unit, SHORT), _text(unit, LONG), facts(kind)
    rows = [([_once(short, known) for _ in range(10)], _once(long, known)) for _ in range(rounds)]
    return min(min(tens) for tens, _ in rows), median(10 * one / sum(tens) for tens, one in rows)


def _text(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _once(text: str, known: DraftFacts) -> float:
    started = time.process_time()
    check(text, known)
    return 1000 * (time.process_time() - started)


def measured(kinds: tuple[Kind | None, ...] = (Kind.COUNTER,)) -> Iterator[tuple[float, float, str]]:
    """For each shape: milliseconds at 10,000 characters, how many times that at 100,000, and the shape."""
    for kind in kinds:
        for unit in (*SHAPES, *UNENDED):
            yield *timed(unit, kind), f"{unit[:40]!r} {kind}"


def main() -> None:
    rows = list(measured())
    for number, title in ((0, "slowest at 10,000"), (1, "steepest to 100,000")):
        for row in sorted(rows, key=lambda row: -row[number])[:5]:
            print(f"{title}: {row[0]:.1f} ms, x{row[1]:.1f}, {row[2]}")


if __name__ == "__main__":
    main()
