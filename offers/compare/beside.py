"""What each offer names and no sum counts, side by side: a row for each thing that one of them states."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from offers.compare.board import UNSAID, Cell, Group, Row
from offers.compare.sides import Told
from offers.explain import entered, money


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One thing beside the sums: its label, how much of it an offer states, and what is said under it."""

    label: str
    amount_of: Callable[[Told], Decimal | None]
    note: str
    why: str


KINDS = (
    Kind(
        label="Relocation",
        amount_of=lambda one: one.offer.relocation,
        note="paid once, not counted",
        why="Relocation is paid once and spent on the move. It is no pay, so it is in none of the sums.",
    ),
    Kind(
        label="Learning budget",
        amount_of=lambda one: one.offer.learning_budget,
        note="a year, not counted",
        why="A learning budget is spent on courses, not paid to you, so it is in none of the sums.",
    ),
    Kind(
        label="Health plan without care",
        amount_of=lambda one: one.pay.beside.healthy_year if one.pay else None,
        note="a year, not counted",
        why="A year of the health plan is your premiums less what they add. It is in none of the sums.",
    ),
    Kind(
        label="The way to work",
        amount_of=lambda one: (
            one.pay.beside.commute.money or None if one.pay and one.pay.beside.commute else None
        ),
        note="a year, not counted",
        why="What the way to work costs is in none of the sums. The page of pay has its hours too.",
    ),
)


def beside_sums(told: Sequence[Told]) -> Iterator[Group]:
    """One group, with a row for whatever any of them states; nothing where none of it is stated."""
    found = [(kind, [kind.amount_of(one) for one in told]) for kind in KINDS]
    stated = [(kind, amounts) for kind, amounts in found if any(amount is not None for amount in amounts)]
    if stated:
        yield Group(
            what="what no sum counts",
            rows=tuple(row(kind, told, amounts) for kind, amounts in stated),
            whys=tuple(entered(kind.why) for kind, _ in stated),
        )


def row(kind: Kind, told: Sequence[Told], amounts: Sequence[Decimal | None]) -> Row:
    pairs = zip(told, amounts, strict=True)
    return Row(label=kind.label, cells=tuple(cell(kind, one, amount) for one, amount in pairs))


def cell(kind: Kind, one: Told, amount: Decimal | None) -> Cell:
    if amount is None:
        return Cell(text=UNSAID, is_open=True)
    return Cell(text=money(amount, one.currency), note=kind.note)
