"""Which rows of the table of replies a paper keeps, so that nobody is asked for less than they said."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from offers.engine.situation import Measure
from offers.explain import money_in

LOWER = "Between two rows, take the lower one; the page of replies has them all."
LOOK = "Between {}, look the number up on the page of replies; between two other rows, take the lower one."


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One row of the table: what they say, what to do, what to say. `mark` says what they named last."""

    number: Decimal
    reply: Decimal | None
    said: str
    does: str
    say: str
    note: str
    mark: str

    def reaches(self, above: "Answer") -> bool:
        """Whether its reply may be given to every number under the row `above`."""
        return self.reply is not None and self.reply >= above.number


def fewer(answers: tuple[Answer, ...], most: int) -> tuple[Answer, ...]:
    """So many of them, with the first and the last: those that reach each other, then evenly more.

    Where that takes more rows than there is room for, the upper ones are kept.
    """
    if len(answers) <= most or most < 2:
        return answers[:most]
    places = chain(answers)
    if len(places) > most:
        places = [*places[: most - 1], places[-1]]
    while len(places) < most:
        upper, lower = max(pairwise(places), key=lambda pair: pair[1] - pair[0])
        places = sorted([*places, (upper + lower) // 2])
    return tuple(answers[place] for place in places)


def chain(answers: tuple[Answer, ...]) -> list[int]:
    """The fewest places from the first row to the last at which each row reaches the one before.

    Where no row does, it goes on with the next one.
    """
    places = [0]
    while (at := places[-1]) < len(answers) - 1:
        below = range(at + 1, len(answers))
        places.append(max((n for n in below if answers[n].reaches(answers[at])), default=at + 1))
    return places


def between(kept: tuple[Answer, ...], answers: tuple[Answer, ...], measure: Measure) -> str:
    """What to do about a number between two rows; empty where none is left out."""
    if len(kept) == len(answers):
        return ""
    found = [f"{money_in(low, measure)} and {money_in(high, measure)}" for low, high in gaps(kept)]
    return LOOK.format(" and between ".join(found)) if found else LOWER


def gaps(kept: tuple[Answer, ...]) -> list[tuple[Decimal, Decimal]]:
    """Where the reply of the lower row could be less than what they said; those that touch are one."""
    found: list[tuple[Decimal, Decimal]] = []
    for above, row in pairwise(kept):
        if row.reaches(above):
            continue
        high = found.pop()[1] if found and found[-1][0] == above.number else above.number
        found.append((row.number, high))
    return found
