"""What a command was told of a table of bands: FIELD=HEADING and FIELD=TEXT."""

from collections.abc import Iterable
from datetime import date

from offers.market.column_form import usual
from offers.market.headings import Table, guess, missing, plain, plan_of, table_of, twice
from offers.market.models import Batch
from offers.market.reading.formats.bands import FIELDS, Plan


class ToldError(Exception):
    """What was told does not fit the file; the text is one sentence."""


def told_plan(batch: Batch, columns: Iterable[str], texts: Iterable[str], today: date) -> Plan:
    """Which column is which: as it was told, else as the headings say. Raises `ToldError`."""
    table = table_of(batch.facts["head"])
    chosen = {field: place_of(table, heading) for field, heading in map(pair, columns)}
    found = {
        name: place for name, place in guess(table.headings).items() if place not in chosen.values()
    } | chosen
    given = {name: text for name, text in usual(batch, today).items() if name not in found}
    given |= dict(map(pair, texts))
    if lacking := missing(found, given):
        raise ToldError(f"No column and no text is given for {', '.join(lacking)}.")
    if doubled := twice(found):
        raise ToldError(f"One column is given for {' and '.join(doubled[0])}.")
    return plan_of(table, found, given)


def pair(told: str) -> tuple[str, str]:
    field, _, value = told.partition("=")
    if field not in FIELDS or not value:
        raise ToldError(f"“{told}” is not FIELD=VALUE with one of {', '.join(FIELDS)}.")
    return field, value


def place_of(table: Table, heading: str) -> int:
    wanted = plain(heading)
    places = [place for place, one in enumerate(table.headings) if one == heading or plain(one) == wanted]
    if not places:
        raise ToldError(f"There is no column “{heading}”. There are {', '.join(table.headings)}.")
    return places[0]
