"""An employer's own bands: into a draft and nowhere else, seen first, and back as it was."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from offers.bands.models import Band, BandSet, Employer, SetState
from offers.bands.sets import publish, set_in_force, state_of
from offers.market.models import Batch, KeptRow, State, UploadPart
from offers.market.services import BatchError
from tests.factories import make_band, make_employer
from tests.market.files import csv_file, sheet_xml, workbook
from tests.market.own import ANALYST, ENGINEER, HEAD, TODAY, given_bands, imported_bands, table
from tests.market.steps import counts, rolled_back, staging_tables

pytestmark = pytest.mark.django_db
D = Decimal


def test_rows_go_into_a_new_draft_and_change_nothing_that_is_in_force() -> None:
    now = make_band(title="Data Engineer", level="L4", family="General")
    batch = imported_bands(table(ENGINEER, ANALYST))
    draft = BandSet.objects.get(name="2027")
    assert (counts(batch), draft.state, draft.employer) == ((2, 2, 0, 0, 0), SetState.DRAFT, now.employer)
    band = draft.bands.get(title="Data Engineer")
    assert (band.minimum, band.midpoint, band.maximum) == (D(90_000), D(105_000), D(120_000))
    assert (band.level, band.location, band.currency, band.period) == ("L4", "Austin, TX", "USD", "year")
    assert (band.valid_from, band.as_of, band.source, band.version) == (TODAY, TODAY, "Handbook", 1)
    assert (band.confidence, band.sample, band.url, band.valid_to) == ("high", None, "", None)
    assert draft.bands.get(title="Data Analyst").midpoint is None
    now.refresh_from_db()
    assert (now.band_set.state, now.version, Band.objects.count()) == (SetState.ACTIVE, 1, 3)
    assert (UploadPart.objects.count(), staging_tables()) == (0, [])


def test_the_database_records_what_an_import_did() -> None:
    imported_bands(table(ENGINEER))
    imported_bands(table([*ENGINEER[:4], "125000"]))
    events = Band.pgh_event_model.objects.order_by("pgh_id")  # type: ignore[attr-defined]
    assert list(events.values_list("pgh_label", "maximum")) == [
        ("insert", D(120_000)),
        ("update", D(125_000)),
    ]


def test_the_same_table_again_changes_nothing_and_another_shows_old_and_new() -> None:
    imported_bands(table(ENGINEER, ANALYST))
    assert counts(given_bands(table(ENGINEER, ANALYST))) == (2, 0, 0, 2, 0)
    shout = [ENGINEER[0].upper(), "l4", *ENGINEER[2:]]
    batch = given_bands(table(shout, [*ANALYST[:2], "61,000", "", "80000"], ["Clerk", "", "1", "", "2"]))
    assert counts(batch) == (3, 1, 1, 1, 0)
    assert batch.examples["changed"] == [
        {
            "line": 3,
            "what": "Data Analyst, L2, Northwind Software, Austin, TX",
            "cells": [("minimum", "60000", "61000")],
        }
    ]


def test_what_changes_in_a_draft_is_a_new_version_of_the_same_band() -> None:
    imported_bands(table(ENGINEER))
    before = Band.objects.get()
    imported_bands(table([*ENGINEER[:4], "125000"]))
    after = Band.objects.get()
    assert (after.pk, after.maximum, after.version) == (before.pk, D(125_000), 2)


def test_an_employer_in_a_column_has_a_draft_of_its_own() -> None:
    make_employer("Harbour Analytics")
    head = ["Company", *HEAD]
    batch = imported_bands(csv_file([head, ["HARBOUR analytics", *ENGINEER], ["Lindqvist & Co", *ENGINEER]]))
    assert counts(batch)[:2] == (2, 2)
    assert list(BandSet.objects.values_list("employer__name", "name", "state")) == [
        ("Harbour Analytics", "2027", "draft"),
        ("Lindqvist & Co", "2027", "draft"),
    ]


def test_rolling_back_takes_away_what_was_made_and_puts_back_what_was_changed() -> None:
    imported_bands(table(ENGINEER))
    before = Band.objects.get()
    batch = imported_bands(
        csv_file([["Company", *HEAD], ["Northwind Software", *ENGINEER[:4], "125000"], ["Other", *ANALYST]])
    )
    assert (counts(batch)[1:3], Band.objects.count()) == ((1, 1), 2)
    assert rolled_back(batch).state == State.UNDONE
    after = Band.objects.get()
    assert after.version == 3  # Whoever has the form of the version between open is told.
    after.version = before.version
    assert {field: getattr(after, field) for field in after.__dict__ if field != "_state"} == {
        field: getattr(before, field) for field in before.__dict__ if field != "_state"
    }
    assert list(Employer.objects.values_list("name", flat=True)) == ["Northwind Software"]
    assert (BandSet.objects.count(), KeptRow.objects.filter(batch=batch).count()) == (1, 0)


@pytest.mark.parametrize("deed", ["edit", "delete", "later file"])
def test_what_people_did_since_is_not_rolled_back(deed: str) -> None:
    batch = imported_bands(table(ENGINEER, ANALYST))
    band = Band.objects.get(title="Data Analyst")
    if deed == "edit":
        band.version += 1
        band.save()
    elif deed == "delete":
        band.delete()
    else:
        imported_bands(table([*ANALYST[:4], "81000"]))
    with pytest.raises(BatchError, match="were changed or deleted by hand since, or by a later file"):
        rolled_back(batch)
    assert Batch.objects.get(pk=batch.pk).state == State.IMPORTED


def test_bands_that_are_in_force_by_now_are_not_rolled_back() -> None:
    batch = imported_bands(table(ENGINEER))
    draft = BandSet.objects.get()
    publish(draft, shown=state_of(draft, set_in_force(draft)), today=timezone.localdate())
    with pytest.raises(BatchError, match="were in force, so they stay on record"):
        rolled_back(batch)


def test_columns_in_a_workbook_below_a_title_and_above_a_note_are_read() -> None:
    sheet = [
        ["Pay structure 2027"],
        [],
        ["Role", "Grade", "Effective date", "Salary Min. (USD)", "Salary Max. (USD)"],
        ["Nurse", "5", "46388", "61000.5", "72000"],
        ["Nurse", "6", "46388", "66000", "81000"],
        [],
    ]
    imported_bands(workbook(("Any name", sheet_xml(sheet))), name="pay.xlsx", currency="USD")
    found = Band.objects.order_by("level").values_list("title", "level", "minimum", "maximum", "valid_from")
    assert list(found) == [
        ("Nurse", "5", D("61000.50"), D(72_000), date(2027, 1, 1)),
        ("Nurse", "6", D(66_000), D(81_000), date(2027, 1, 1)),
    ]


def test_days_of_a_workbook_that_counts_from_1904_are_read_as_they_were_meant() -> None:
    head = ["Role", "Grade", "Effective date", "Salary Min. (USD)", "Salary Max. (USD)"]
    sheet = sheet_xml([head, ["Nurse", "5", "44926", "61000", "72000"]])
    settings = '<workbookPr date1904="1"/>'
    imported_bands(workbook(("Pay", sheet), settings=settings), name="pay.xlsx", currency="USD")
    assert Band.objects.get().valid_from == date(2027, 1, 1)


def test_no_text_of_a_file_becomes_sql() -> None:
    evil = "'); DROP TABLE bands_band; --"
    imported_bands(table([evil, evil, *ENGINEER[2:]]), "2027'; --", location="{year} %s")
    band = Band.objects.get()
    assert (band.title, band.location, band.band_set.name) == (evil, "{year} %s", "2027'; --")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bands_band")
        assert cursor.fetchone() == (1,)
