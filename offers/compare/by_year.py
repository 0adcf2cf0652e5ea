"""What each offer pays in its first four years, side by side."""

from collections.abc import Sequence
from decimal import Decimal

from offers.compare.board import Cell, Group, Row, told_whys, unknown, whole
from offers.compare.sides import NONE, Told
from offers.engine.exchange import converted
from offers.engine.policy import Policy
from offers.engine.situation import ExchangeRate
from offers.engine.strip import YearRow
from offers.explain import Why, entered

YEARS = 4
Both = tuple[Decimal, Decimal]  # What is guaranteed, and what is claimed.


def years(told: Sequence[Told], rates: dict[str, ExchangeRate], home: str, policy: Policy) -> Group | None:
    """What each pays in its first four years: what it binds itself to, and what it says it comes to."""
    tables = [[(year.guaranteed, year.claimed) for year in years_of(one)] for one in told]
    if not any(tables):
        return None
    rows = [
        row(f"Year {number + 1}", told, [table[number] if table else None for table in tables])
        for number in range(YEARS)
    ]
    sums = [total(table) if table else None for table in tables]
    rows.append(row("Four years", told, sums))
    if any(one.currency != home for one in told):
        cells = (year_at_home(one, both, rates, home, policy) for one, both in zip(told, sums, strict=True))
        rows.append(Row(label=f"Four years, in {home}", cells=tuple(cells)))
    return Group(what="pay by year", rows=tuple(rows), whys=year_whys(told))


def years_of(one: Told) -> tuple[YearRow, ...]:
    return one.pay.years[:YEARS] if one.pay else ()


def total(table: Sequence[Both]) -> Both:
    return sum((both[0] for both in table), NONE), sum((both[1] for both in table), NONE)


def row(label: str, told: Sequence[Told], amounts: Sequence[Both | None]) -> Row:
    cells = (year_cell(one, *both) if both else unknown() for one, both in zip(told, amounts, strict=True))
    return Row(label=label, cells=tuple(cells))


def year_cell(one: Told, guaranteed: Decimal, claimed: Decimal, currency: str = "") -> Cell:
    said = "guaranteed" if one.is_written else "once in writing"
    unit = currency or one.currency
    return Cell(text=whole(claimed, unit), note=f"{whole(guaranteed, '')} {said}")


def year_at_home(
    one: Told,
    both: Both | None,
    rates: dict[str, ExchangeRate],
    home: str,
    policy: Policy,
) -> Cell:
    if both is None:
        return unknown()
    if one.currency == home:
        return year_cell(one, *both)
    rate = rates.get(one.currency)
    if rate is None:
        return Cell(text="no rate yet", is_open=True)
    guaranteed, claimed = (converted(amount, rate, policy).amount for amount in both)
    return year_cell(one, guaranteed, claimed, home)


def year_whys(told: Sequence[Told]) -> tuple[Why, ...]:
    columns = entered(
        "The large figure is what the employer says it comes to, with the bonus at its target; the small one "
        "is the cash that a letter binds them to. Nothing is taxed, and no raise is counted."
    )
    reasons = [
        reason for one in told if one.pay for reason in one.pay.reasons if reason.code == "START_UNKNOWN"
    ]
    grants = [reason for one in told for reason in one.reasons if reason.code.startswith("GRANT")]
    return (columns, *told_whys([*reasons, *grants]))
