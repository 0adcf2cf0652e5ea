"""The years of an offer as bars, cut into what they are made of: data for one SVG template.

Places are percentages of the width; heights are pixels. The shades differ in lightness, so that the picture
can be read in grey; the table beside it says the same as text.
"""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.money import round_half_up
from offers.engine.pay import PayTable
from offers.engine.streams import NONE
from offers.engine.strip import YearRow
from offers.explain import money

STEP, TOP = 54, 24  # Pixels from one year to the next, and from its name to its bar.
PARTS = {
    "base": "Base",
    "sign_on": "Sign-on",
    "bonus": "Bonus",
    "variable": "Variable pay",
    "grant": "Grants",
    "match": "Pension match",
}


@dataclass(frozen=True, kw_only=True)
class Piece:
    kind: str
    start: str
    width: str


@dataclass(frozen=True, kw_only=True)
class YearBar:
    """One year: the pieces that are counted; `sure` is where the cash of a letter ends, `claim` the claim."""

    name: str
    figure: str
    pieces: tuple[Piece, ...]
    sure: str
    counted: str
    claim: str
    text_y: int
    y: int

    @property
    def foot(self) -> int:
        return self.y + 24


@dataclass(frozen=True, kw_only=True)
class PayChart:
    """The picture, and the same in `words`."""

    bars: tuple[YearBar, ...]
    legend: tuple[tuple[str, str], ...]
    has_claims: bool
    sure_label: str
    height: int
    words: str


def pay_chart(table: PayTable, currency: str, sure_label: str) -> PayChart:
    """A bar for each year of the table; `sure_label` says how far the cash of a letter goes."""
    widest = max(max(row.claimed, row.valued, row.guaranteed) for row in table.years) or Decimal(1)
    bars = tuple(bar_of(row, table, widest, currency) for row in table.years)
    kinds = {piece.kind for bar in bars for piece in bar.pieces}
    return PayChart(
        bars=bars,
        legend=tuple((kind, label) for kind, label in PARTS.items() if kind in kinds),
        has_claims=any(bar.claim for bar in bars),
        sure_label=sure_label,
        height=len(bars) * STEP,
        words="Counted by year: " + ", ".join(f"{bar.name} {bar.figure}" for bar in bars),
    )


def bar_of(row: YearRow, table: PayTable, widest: Decimal, currency: str) -> YearBar:
    top = STEP * (row.number - 1) + TOP
    return YearBar(
        name=f"Year {row.number}",
        figure=money(row.valued, currency),
        pieces=tuple(pieces_of(row.number, table, widest)),
        sure=percent_of(row.guaranteed, widest),
        counted=percent_of(row.valued, widest),
        claim=percent_of(row.claimed - row.valued, widest) if row.claimed > row.valued else "",
        text_y=top - 7,
        y=top,
    )


def pieces_of(year: int, table: PayTable, widest: Decimal) -> list[Piece]:
    found, start, parts = [], NONE, table.parts_of(year)
    for kind in PARTS:
        amount = sum((part.valued for part in parts if part.code == kind), NONE)
        if amount:
            end = start + amount
            width = share(end, widest) - share(start, widest)
            found.append(Piece(kind=kind, start=percent_of(start, widest), width=f"{width}%"))
            start = end
    return found


def share(amount: Decimal, widest: Decimal) -> Decimal:
    return round_half_up(amount / widest * 100)


def percent_of(amount: Decimal, widest: Decimal) -> str:
    return f"{share(amount, widest)}%"
