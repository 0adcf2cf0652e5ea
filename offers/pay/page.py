"""What an offer pays, in words and figures that are ready to be shown: totals, years, months, leaving."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.engine.compensation import Package
from offers.engine.leaving import leaving_curve
from offers.engine.money import spoken
from offers.engine.pay import Beside, MonthRow, PayTable, YearPart, pay_table
from offers.engine.policy import Policy
from offers.engine.reason import ARITHMETIC, Reason
from offers.engine.streams import MONTHS
from offers.engine.strip import Strip, YearRow
from offers.explain import NO_BREAK, Line, Number, Why, computed, money, why
from offers.ledger.parts import is_base_written
from offers.models import Offer
from offers.pay.bound import Bound, bound_by
from offers.pay.chart import PayChart, pay_chart
from offers.pay.leaving import Leaving, leaving_of
from offers.pay.outside import Open, open_parts, uncounted

STRIP = (
    ("year_1", "Year 1"),
    ("average", "A year, over four years, without one-time money"),
    ("average_with_once", "A year, over four years, with one-time money"),
    ("year_5", "Year 5"),
    ("public_formula", "By the common public formula"),
)
CLAIMED = (
    "Claimed is what the employer says it comes to: bonus and variable pay in full, grants at the price they "
    "name, the whole match."
)
COUNTED = (
    "Counted is what this page reckons with: bonus and variable pay at what is usually paid, grants by the "
    "share that is believed, the match for what you put in."
)


@dataclass(frozen=True, kw_only=True)
class Year:
    """One year of work: its row, what it is made of, its months, and what stands behind it."""

    number: int
    line: Line
    parts: tuple[Line, ...]
    months: tuple[Line, ...]
    whys: tuple[Why, ...]

    @property
    def parts_caption(self) -> str:
        return f"What year {self.number} is made of"

    @property
    def months_caption(self) -> str:
        return f"Year {self.number}, month by month"


@dataclass(frozen=True, kw_only=True)
class Note:
    """One thing that the figures rest on."""

    text: str
    own: tuple[Why, ...]


@dataclass(frozen=True, kw_only=True)
class Pay:
    """Everything the page shows; amounts of tables are in `currency`, which their captions name."""

    currency: str
    strip: tuple[Number, ...]
    years: tuple[Year, ...]
    chart: PayChart
    columns: tuple[Why, ...]
    notes: tuple[Note, ...]
    open: tuple[Open, ...]
    leaving: Leaving | None
    beside: tuple[Number, ...]
    uncounted: tuple[Number, ...]
    head: tuple[str, ...]

    @property
    def year_lines(self) -> tuple[Line, ...]:
        return tuple(year.line for year in self.years)


def pay_of(offer: Offer, package: Package, policy: Policy) -> Pay:
    """The page of `offer`, which pays this `package`. Raises `EngineError` for dates beyond the calendar."""
    table, curve = pay_table(package, policy), leaving_curve(package, policy)
    bound = bound_by(is_written=is_base_written(offer))
    return Pay(
        currency=offer.currency,
        strip=tuple(strip_numbers(table.strip, offer.currency, bound)),
        years=tuple(year_of(row, table, bound) for row in table.years),
        chart=pay_chart(table, offer.currency, bound.up_to),
        columns=columns_of(bound),
        notes=tuple(map(note_of, table.reasons)),
        open=tuple(open_parts(offer)),
        leaving=leaving_of(package, curve, offer.currency),
        beside=tuple(beside_numbers(table.beside, offer.currency)),
        uncounted=tuple(uncounted(offer, package)),
        head=(bound.column, "Claimed", "Counted"),
    )


def note_of(reason: Reason) -> Note:
    return Note(text=reason.text, own=(why(reason, "your answers"),))


def strip_numbers(strip: Strip, currency: str, bound: Bound) -> Iterator[Number]:
    first = strip.guaranteed
    told = replace(first.reason, sentence=bound.total) if bound.total else first.reason
    yield strip_number("guaranteed", bound.label, first.amount, told, currency)
    for name, label in STRIP:
        total = getattr(strip, name)
        yield strip_number(name, label, total.amount, total.reason, currency)


def strip_number(key: str, label: str, amount: Decimal, reason: Reason, currency: str) -> Number:
    return Number(
        key=key, label=label, figure=money(amount, currency), whys=(why(reason, "what the offer pays"),)
    )


def columns_of(bound: Bound) -> tuple[Why, ...]:
    """What the three columns hold."""
    return tuple(computed(text, "the rule itself") for text in (bound.words, CLAIMED, COUNTED))


def year_of(row: YearRow, table: PayTable, bound: Bound) -> Year:
    first = MONTHS * (row.number - 1)
    return Year(
        number=row.number,
        line=Line(
            label=f"Year {row.number}",
            figures=three(row),
            note=f"{row.starts_on:%b %Y} – {row.ends_on:%b %Y}" if row.starts_on and row.ends_on else "",
        ),
        parts=tuple(Line(label=part.label, figures=three(part)) for part in table.parts_of(row.number)),
        months=tuple(map(month_line, table.months[first : first + MONTHS])),
        whys=tuple(year_whys(row, bound)),
    )


def three(row: YearRow | MonthRow | YearPart) -> tuple[str, ...]:
    return spoken(row.guaranteed), spoken(row.claimed), spoken(row.valued)


def month_line(row: MonthRow) -> Line:
    label = f"Month {row.number}"
    return Line(label=label, figures=three(row), note=f"{row.starts_on:%b %Y}" if row.starts_on else "")


def year_whys(row: YearRow, bound: Bound) -> Iterator[Why]:
    told = f"Twelve months of work together: {{guaranteed}} {bound.column.lower()}, "
    told += "{claimed} claimed, {valued} counted."
    amounts = {"guaranteed": row.guaranteed, "claimed": row.claimed, "valued": row.valued}
    yield computed(told, "the months of this year", **amounts)
    if row.once:
        yield computed("{once} of it is paid once and not again.", "the sign-on", once=row.once)
    if row.low != row.high:
        told = "With a low payout the counted figure is {low}, with a high one {high}."
        yield computed(told, "the payout of the bonus", low=row.low, high=row.high)


def beside_numbers(beside: Beside, currency: str) -> Iterator[Number]:
    """What is no pay and is never added to it."""
    if beside.hourly:
        reasons = beside.hourly.reasons
        yield beside_number(
            "hourly", "Base for each hour worked", money(beside.hourly.rate, currency), *reasons
        )
    if beside.commute:
        way, hours = beside.commute, f"{spoken(beside.commute.hours)}{NO_BREAK}hours"
        yield beside_number("commute", "The way to work, a year", money(way.money, currency), way.reason)
        yield beside_number("commute_hours", "Time on the way, a year", hours, way.reason)
        if way.time_value is not None and way.time_reason is not None:
            worth = money(way.time_value, currency)
            yield beside_number("commute_time", "Time on the way in money, a year", worth, way.time_reason)
    years = (
        ("healthy_year", "Health plan, a year without care", beside.healthy_year, HEALTHY),
        ("expected_year", "Health plan, a year with the care you expect", beside.expected_year, EXPECTED),
        ("worst_year", "Health plan, the worst year", beside.worst_year, WORST),
    )
    for key, label, amount, told in years:
        if amount is not None:
            reason = Reason(code=key.upper(), sentence=told, params={"amount": amount}, source=ARITHMETIC)
            yield beside_number(key, label, money(amount, currency), reason)


HEALTHY = "Twelve premiums less what the employer adds: {amount}."
EXPECTED = "Premiums, and your part of the care you expect, less what the employer adds: {amount}."
WORST = "Premiums, and the most you can be asked to pay for care, less what the employer adds: {amount}."


def beside_number(key: str, label: str, figure: str, *reasons: Reason) -> Number:
    return Number(
        key=key,
        label=label,
        figure=figure,
        whys=tuple(why(reason, "what stands beside pay") for reason in reasons),
    )
