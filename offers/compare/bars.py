"""The yearly value of each offer as one bar, cut into what it consists of: data for a small SVG each.

Places are percentages of the width; heights are pixels. The shades differ in lightness, so that the picture
can be read in grey. Names and figures are text above it, since a name may need two lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from offers.compare.board import whole
from offers.compare.sides import Told
from offers.engine.comparison import Comparison, MoneyRow
from offers.engine.money import percent, round_half_up
from offers.engine.policy import Policy
from offers.pay.chart import PARTS, Piece

BAR, UNDER = 20, 12  # Pixels of a bar, and below it of the line that says how far its end may move.


@dataclass(frozen=True, kw_only=True)
class NamedPiece(Piece):
    """With its name and figure, which stand below the bar on paper."""

    label: str
    figure: str


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One offer; `low` and `high` are where its bar would end if the rate moved, empty at home."""

    name: str
    figure: str
    pieces: tuple[NamedPiece, ...]
    low: str
    high: str

    @property
    def height(self) -> int:
        return BAR + (UNDER if self.low else 0)

    @property
    def ends(self) -> tuple[str, str]:
        return self.low, self.high


@dataclass(frozen=True, kw_only=True)
class Bars:
    """The bars and their legend; `swing` is by how much a rate was tried."""

    bars: tuple[Bar, ...]
    legend: tuple[tuple[str, str], ...]
    swing: str


def bars_of(told: Sequence[Told], found: Comparison, home: str, policy: Policy) -> Bars | None:
    """The offers that have a value at home, highest first; None with fewer than two."""
    by_name = {one.name: one for one in told}
    rows = [row for row in found.money.rows if row.home]
    if len(rows) < 2:
        return None
    widest = max(row.high or row.home or Decimal(0) for row in rows)
    bars = [bar_of(by_name[row.name], row, widest, home) for row in rows]
    kinds = {piece.kind for bar in bars for piece in bar.pieces}
    return Bars(
        bars=tuple(bars),
        legend=tuple((key, label) for key, label in PARTS.items() if key in kinds),
        swing=percent(policy.currency_swing) if any(bar.low for bar in bars) else "",
    )


def bar_of(one: Told, row: MoneyRow, widest: Decimal, home: str) -> Bar:
    value = row.home or Decimal(0)
    swings = row.reason is not None
    return Bar(
        name=row.name,
        figure=whole(value, home),
        pieces=tuple(pieces_of(one, value / (row.own or value), widest)),
        low=percent_of(row.low or value, widest) if swings else "",
        high=percent_of(row.high or value, widest) if swings else "",
    )


def pieces_of(one: Told, rate: Decimal, widest: Decimal) -> list[NamedPiece]:
    found, start = [], Decimal(0)
    for kind in PARTS:
        if amount := one.parts.get(kind):
            end = start + amount * rate
            width = share(end, widest) - share(start, widest)
            found.append(
                NamedPiece(
                    kind=kind,
                    label=PARTS[kind],
                    figure=whole(amount * rate, ""),
                    start=percent_of(start, widest),
                    width=f"{width}%",
                )
            )
            start = end
    return found


def share(amount: Decimal, widest: Decimal) -> Decimal:
    return round_half_up(amount / widest * 100)


def percent_of(amount: Decimal, widest: Decimal) -> str:
    return f"{share(amount, widest)}%"
