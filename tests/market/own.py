"""Tables of an employer's own bands, read as a person's answers about their columns say."""

from collections.abc import Iterable
from datetime import date

from offers.market.column_form import usual
from offers.market.headings import guess, plan_of, table_of
from offers.market.models import Batch, State
from offers.market.own_bands import choose, look
from offers.market.preview import read
from offers.market.reading.formats.bands import LAYOUT
from offers.market.services import confirm, import_
from offers.market.uploads import give, spooled
from tests.market.files import csv_file

TODAY = date(2026, 11, 23)
HEAD = ["Job title", "Grade", "Min", "Mid", "Max"]
ENGINEER = ["Data Engineer", "L4", "90000", "105000", "120000"]
ANALYST = ["Data Analyst", "L2", "60000", "", "80000"]
EVERYWHERE = {
    "employer": "Northwind Software",
    "location": "Austin, TX",
    "currency": "USD",
    "source": "Handbook",
}

# What a willing person answers about the columns of HEAD.
ANSWERS = {
    "line": "1",
    "band_set": "2027",
    "column_title": "0",
    "column_level": "1",
    "column_minimum": "2",
    "column_midpoint": "3",
    "column_maximum": "4",
    "all_employer": "Northwind Software",
    "all_family": "Engineering",
    "all_location": "Austin, TX",
    "all_currency": "usd",
    "all_period": "year",
    "all_basis": "position",
    "all_valid_from": "2027-01-01",
    "all_source": "Handbook",
    "all_as_of": "2026-11-20",
    "all_confidence": "high",
}


def table(*rows: list[str], head: list[str] = HEAD) -> bytes:
    return csv_file([head, *rows])


def looked_at(data: bytes, name: str = "bands.csv") -> Batch:
    batch = give([data], name, layout=LAYOUT.key)
    with spooled(batch) as file:
        return look(batch, file)


def given_bands(data: bytes, band_set: str = "2027", name: str = "bands.csv", **texts: str) -> Batch:
    """The batch of a table, read with the columns that its headings say."""
    batch = looked_at(data, name)
    if batch.state != State.COLUMNS:
        return batch
    found = table_of(batch.facts["head"])
    columns = guess(found.headings)
    said = usual(batch, TODAY) | EVERYWHERE | texts
    plan = plan_of(found, columns, said)
    with spooled(batch) as file:
        return read(choose(batch, plan, band_set), file)


def imported_bands(data: bytes, band_set: str = "2027", **texts: str) -> Batch:
    batch = given_bands(data, band_set, **texts)
    assert (batch.state, batch.sentence) == (State.PREVIEWED, "")
    return import_(confirm(batch, without_refused=True))


def refusals(batch: Batch) -> list[tuple[int, str, str, str]]:
    return list(batch.refused_rows.values_list("line", "column", "value", "reason"))


def rows(many: int) -> Iterable[list[str]]:
    for number in range(many):
        yield [f"Job {number}", "L1", "90000" if number % 2 else "much", "", "120000"]
