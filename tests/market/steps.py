"""What tests of imports do: give a file, import it, roll it back, and look at all tables by their hash."""

import re
from html import unescape

from django.db import connection
from django.http import HttpResponse

from offers.market.models import Batch, State
from offers.market.preview import read
from offers.market.services import ask_to_roll_back, confirm, import_, roll_back
from offers.market.targets import TARGETS
from offers.market.uploads import give, spooled

DERIVED = ("market_filingpay",)


def given(data: bytes, name: str, year: int | None = None) -> Batch:
    """The batch of a file, read."""
    batch = give([data], name, year=year)
    with spooled(batch) as file:
        return read(batch, file)


def imported(data: bytes, name: str, year: int | None = None) -> Batch:
    batch = given(data, name, year)
    assert (batch.state, batch.sentence) == (State.PREVIEWED, "")
    return import_(confirm(batch, without_refused=True))


def rolled_back(batch: Batch) -> Batch:
    return roll_back(ask_to_roll_back(batch))


def counts(batch: Batch) -> tuple[int, int, int, int, int]:
    return (batch.read, batch.added, batch.changed, batch.unchanged, batch.refused)


def hashes() -> dict[str, str]:
    """A hash of every row of every table that imports write."""
    tables = sorted({target.table for target in TARGETS.values()} | {*DERIVED, "market_keptrow"})
    with connection.cursor() as cursor:
        found = {}
        for table in tables:
            cursor.execute(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t")  # noqa: S608
            found[table] = str(cursor.fetchone()[0])
        return found


def staging_tables() -> list[str]:
    """Those of the batches on record: emptying the database leaves the ones of earlier tests."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables JOIN market_batch ON tablename = 'batch_' || id"
            " WHERE schemaname = 'market_staging'"
        )
        return [name for (name,) in cursor.fetchall()]


def text_of(answer: HttpResponse) -> str:
    """The words of a page."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", answer.content.decode())))
