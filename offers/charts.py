"""Pay on one line: where the team, the offer, the ask and the wish stand, as data for one SVG template.

Places are percentages of the width, so that the text keeps its size on every screen.
"""

from dataclasses import dataclass
from decimal import Decimal

from offers.engine.advice import Advice
from offers.engine.money import round_half_up, spoken

AIR = Decimal("0.12")  # Room at both ends, as a share of the span, so that outer labels fit.


@dataclass(frozen=True, kw_only=True)
class Zone:
    """A stretch of the line: `start` and `width` in percent."""

    kind: str
    start: str
    width: str


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One amount on the line: `place` in percent."""

    kind: str
    label: str
    figure: str
    place: str


@dataclass(frozen=True, kw_only=True)
class PayBar:
    zones: tuple[Zone, ...]
    team: tuple[Mark, ...]
    marks: tuple[Mark, ...]


def pay_bar(advice: Advice) -> PayBar:
    """Three zones (approved without exception, by exception, beyond) and every amount that is known."""
    state, limits = advice.state, advice.ceilings
    amounts = {"offer": ("Offer", state.offer), "target": ("Wish", state.target)}
    if advice.ask.amount is not None:
        amounts["ask"] = ("Ask", advice.ask.amount)
    team = [peer.pay for peer in (state.situation.peers.salaries if state.situation.peers else ())]
    scale = Scale([limits.no_exception, limits.exception, *team, *(amount for _, amount in amounts.values())])
    edges = [scale.low, limits.no_exception, limits.exception, scale.high]
    return PayBar(
        zones=tuple(
            Zone(kind=kind, start=scale.place(start), width=f"{scale.percent(end) - scale.percent(start)}%")
            for kind, start, end in zip(("free", "exception", "beyond"), edges, edges[1:], strict=False)
        ),
        team=tuple(scale.mark("team", "Team", pay) for pay in team),
        marks=tuple(scale.mark(kind, label, amount) for kind, (label, amount) in amounts.items()),
    )


class Scale:
    """Amounts to percentages of the width."""

    def __init__(self, amounts: list[Decimal]) -> None:
        span = max(amounts) - min(amounts) or Decimal(1)
        self.low = min(amounts) - span * AIR
        self.high = max(amounts) + span * AIR

    def percent(self, amount: Decimal) -> Decimal:
        return round_half_up((amount - self.low) / (self.high - self.low) * 100)

    def place(self, amount: Decimal) -> str:
        return f"{self.percent(amount)}%"

    def mark(self, kind: str, label: str, amount: Decimal) -> Mark:
        return Mark(kind=kind, label=label, figure=spoken(amount), place=self.place(amount))
