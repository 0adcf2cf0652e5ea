"""What stays of a sign-on and of grants when leaving early, in words and figures ready to be shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from offers.engine.compensation import Package
from offers.engine.leaving import LeavingCurve, LeavingPoint
from offers.engine.money import spoken
from offers.explain import Line, Number, Why, money, why
from offers.pay.leaving_chart import LeavingChart, leaving_chart

HALF_YEAR = 6  # The rows that are shown first are so many months apart.


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """What stays of the sign-on and of the grants; `kept` is what stays on average, None without one."""

    chart: LeavingChart
    head: tuple[str, ...]
    some: tuple[Line, ...]
    every: tuple[Line, ...]
    kept: Number | None
    whys: tuple[Why, ...]


def leaving_of(package: Package, curve: LeavingCurve, currency: str) -> Leaving | None:
    """None where nothing is owed back and nothing vests."""
    last = curve.points[-1]
    if not (package.sign_on or last.vested):
        return None
    vests, doubted = bool(last.vested), any(point.lost != point.lost_valued for point in curve.points)
    return Leaving(
        chart=leaving_chart(curve, currency),
        head=tuple(head_of(package, vests, doubted)),
        some=tuple(point_line(point, package, vests, doubted) for point in shown(package, curve.points)),
        every=tuple(point_line(point, package, vests, doubted) for point in curve.points),
        kept=kept_number(curve, currency),
        whys=tuple(why(reason, "the terms of the sign-on") for reason in curve.reasons),
    )


def head_of(package: Package, vests: bool, doubted: bool) -> Iterator[str]:
    if package.sign_on:
        yield from ("Sign-on kept", "Sign-on owed")
    if vests:
        yield from ("Grants vested", "Grants lost")
    if doubted:
        yield "Lost, as counted"


def point_line(point: LeavingPoint, package: Package, vests: bool, doubted: bool) -> Line:
    amounts: list[Decimal] = []
    if package.sign_on:
        amounts += [point.kept, point.owed]
    if vests:
        amounts += [point.vested, point.lost]
    if doubted:
        amounts.append(point.lost_valued)
    return Line(
        label=f"{point.month} month{'' if point.month == 1 else 's'}", figures=tuple(map(spoken, amounts))
    )


def shown(package: Package, points: Sequence[LeavingPoint]) -> Iterator[LeavingPoint]:
    """Every half year, and the month around which the sign-on becomes one's own."""
    clawback = package.sign_on.clawback if package.sign_on else None
    turns = {clawback.months, clawback.months + 1} if clawback else set()
    for point in points:
        if point.month % HALF_YEAR == 0 or point.month in turns or point is points[-1]:
            yield point


def kept_number(curve: LeavingCurve, currency: str) -> Number | None:
    if curve.expected_kept is None:
        return None
    told = [reason for reason in curve.reasons if reason.code == "KEPT_ON_AVERAGE"]
    return Number(
        key="kept",
        label="Of the sign-on, this stays on average",
        figure=money(curve.expected_kept, currency),
        whys=tuple(why(reason, "how many people leave in a year") for reason in told),
    )
