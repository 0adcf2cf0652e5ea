"""Who may give files of market pay, and do what with them."""

from datetime import date
from typing import Any

from offers.models import KnownRange, Offer
from tests.access_row import MEMBERS, MEMBERS_ONLY_READ, OWNER, Row
from tests.forms import KNOWN_RANGE
from tests.market.files import CHIEFS, SOFTWARE, csv_file, oews_table
from tests.market.own import ANSWERS, ENGINEER, looked_at, table
from tests.market.steps import given

READS = "302 302 302 302 302 302 404 200"
LEADS = "302 302 302 302 302 302 404 302"
WRITES = "302 302 302 302 302 302 404 302!"
RANGE = {"pk": "known_range"}
BATCH = {"object_id": "batch"}
ROWS: dict[str, Row] = {
    "market:look-up": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    "market:ranges": Row(get=MEMBERS, post=MEMBERS_ONLY_READ),
    "market:new-range": Row(
        get=MEMBERS, post=MEMBERS, valid="403 403 302! 302! 302! 302! 302! 302!", body=KNOWN_RANGE
    ),
    "market:range": Row(
        get=OWNER, post=OWNER, valid="403 403 404 404 409 404 404 404", body=KNOWN_RANGE, kwargs=RANGE
    ),
    "market:remove-range": Row(get=OWNER, post="302 302 404 404 302! 404 404 404", kwargs=RANGE),
    "admin:market_batch_changelist": Row(get=READS, post=READS),
    "admin:market_batch_add": Row(get=READS, post=READS),
    "admin:market_batch_change": Row(get=READS, post=READS, kwargs=BATCH),
    "admin:market_batch_history": Row(get=LEADS, post=LEADS, kwargs=BATCH),
    "admin:market_batch_delete": Row(get=READS, post=WRITES, kwargs=BATCH),
    "admin:market_batch_bands": Row(get=READS, post=READS),
    "admin:market_batch_template": Row(get=READS, post=READS, kwargs={"kind": "kind"}),
    "admin:market_batch_columns": Row(
        get=READS,
        post="302 302 302 302 302 302 404 422",
        valid=WRITES,
        body=ANSWERS,
        kwargs={"pk": "own_batch"},
    ),
    "admin:market_batch_confirm": Row(
        get=LEADS,
        post="302 302 302 302 302 302 404 422",
        valid=WRITES,
        body={"without_refused": "on"},
        kwargs={"pk": "batch"},
    ),
    "admin:market_batch_roll_back": Row(get=READS, post=LEADS, kwargs={"pk": "batch"}),
    "admin:market_batch_refused": Row(get=READS, post=READS, kwargs={"pk": "batch"}),
}


def things(offer: Offer) -> dict[str, Any]:
    """A file that was read, with one row that cannot be imported; a table that waits for its columns."""
    data = csv_file(oews_table(SOFTWARE, CHIEFS | {"OCC_CODE": "=1+1"}))
    own = looked_at(table(ENGINEER))
    known = KnownRange.objects.create(
        owner=offer.owner,
        title="Nurse",
        place="Remote",
        source="A friend",
        minimum=1,
        seen_on=date(2026, 1, 1),
    )
    return {
        "batch": given(data, "national_M2024_dl.csv").pk,
        "own_batch": own.pk,
        "kind": "csv",
        "known_range": known.pk,
    }
