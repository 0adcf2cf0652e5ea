"""An employer's own bands: into a draft and nowhere else, seen first, and back as it was."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection

from offers.bands.models import Band, BandSet, Employer, SetState
from offers.bands.sets import publish, set_in_force, state_of
from offers.market.models import Batch, KeptRow, State, UploadPart
from offers.market.services import BatchError, confirm, import_
from tests.factories import make_band, make_band_set, make_employer
from tests.market.files import SOFTWARE, archive, csv_file, oews_table, sheet_xml, workbook
from tests.market.own import (
    ANALYST,
    ENGINEER,
    HEAD,
    TODAY,
    given_bands,
    imported_bands,
    refusals,
    table,
)
from tests.market.steps import counts, imported, rolled_back, staging_tables

pytestmark = pytest.mark.django_db
D = Decimal
AMOUNT = "not an amount that can be read in one way, such as 95000"
A_DAY = "not a day between 2000 and 2100, such as 2027-01-31"


def bands() -> list[tuple[object, ...]]:
    return list(Band.objects.order_by("pk").values_list())


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


@pytest.mark.parametrize(
    ("cells", "refusal"),
    [
        ({"Min": "130000", "Mid": ""}, ("maximum", "120000", "below the minimum")),
        ({"Min": "110000"}, ("midpoint", "105000", "below the minimum")),
        ({"Mid": "130000"}, ("midpoint", "130000", "above the maximum")),
        ({"Min": "0"}, ("minimum", "0", "not above zero")),
        ({"Min": "-5"}, ("minimum", "-5", "not above zero")),
        ({"Max": "1000000000"}, ("maximum", "1000000000", "more than 999,999,999")),
        ({"Min": "much"}, ("minimum", "much", AMOUNT)),
        ({"Min": "90.000"}, ("minimum", "90.000", AMOUNT)),
        ({"Min": "1e5"}, ("minimum", "1e5", AMOUNT)),
        ({"Min": "=1+1"}, ("minimum", "=1+1", AMOUNT)),
        ({"Min": "١٢٣"}, ("minimum", "١٢٣", AMOUNT)),
        ({"Max": ""}, ("maximum", "", AMOUNT)),
        ({"Job title": ""}, ("job title", "", "must have text, at most 150 characters")),
        ({"Job title": "x" * 151}, ("job title", "x" * 151, "must have text, at most 150 characters")),
        (
            {"Job title": '=HYPERLINK("x")'},
            ("job title", '=HYPERLINK("x")', "a formula; give what it comes to"),
        ),
        ({"Currency": "dollars"}, ("currency", "DOLLARS", "not a currency that is known, such as USD")),
        ({"Period": "daily"}, ("period", "daily", "not one of hour, month, year")),
        ({"Valid from": "01/02/2027"}, ("valid from", "01/02/2027", A_DAY)),
        ({"Valid from": "1999-12-31"}, ("valid from", "1999-12-31", A_DAY)),
        ({"Valid to": "2026-01-01"}, ("valid to", "2026-01-01", "before the first day")),
        (
            {"Source address": "javascript:x"},
            ("url", "javascript:x", "not an address such as https://example.org/pay"),
        ),
        ({"How many people": "many"}, ("sample", "many", "not a number of people")),
        ({"Range is for": "all"}, ("basis", "all", "not one of position, hire")),
        ({"Confidence": "sure"}, ("confidence", "sure", "not one of high, medium, low")),
        ({"Company": "x" * 201}, ("employer", "x" * 200, "must have text, at most 200 characters")),
    ],
)
def test_what_is_no_band_is_refused_with_its_line_column_value_and_reason(
    cells: dict[str, str], refusal: tuple[str, str, str]
) -> None:
    bad = dict(zip(HEAD, ENGINEER, strict=True)) | cells
    good = dict(zip(HEAD, ANALYST, strict=True)) | {name: "" for name in cells if name not in HEAD}
    head = list(bad)
    batch = given_bands(csv_file([head, good.values(), bad.values()]))
    assert (refusals(batch), batch.added) == ([(3, *refusal)], 1)


def test_a_sign_beside_an_amount_of_another_currency_than_the_column_says_is_refused() -> None:
    head, row = [*HEAD, "Currency"], [*ENGINEER[:2], "€90,000", "", "€120,000", "USD"]
    batch = given_bands(csv_file([head, row, [*ANALYST, "USD"]]))
    assert refusals(batch) == [(2, "minimum", "€90,000", AMOUNT), (2, "maximum", "€120,000", AMOUNT)]


def test_no_currency_at_all_is_refused() -> None:
    batch = given_bands(table(ENGINEER), currency="")
    assert batch.state == State.COLUMNS
    assert batch.sentence == (
        "No row of this file can be imported."
        " The first is line 2: currency not a currency that is known, such as USD."
    )


def test_the_same_job_level_and_place_twice_is_refused_in_any_case() -> None:
    again = [ENGINEER[0].upper(), "l4", *ENGINEER[2:]]
    batch = given_bands(table(ENGINEER, again, ANALYST))
    value = "General, DATA ENGINEER, l4, Austin, TX"
    assert (refusals(batch), batch.added) == ([(3, "row", value, "stands in line 2 already")], 2)


def test_a_row_that_stands_twice_is_refused_again_when_the_first_is_known() -> None:
    double = table(ENGINEER, [*ENGINEER[:4], "130000"], ANALYST)
    imported_bands(double)
    assert counts(given_bands(double)) == (3, 0, 0, 2, 1)
    wages = csv_file(oews_table(SOFTWARE, SOFTWARE | {"A_MEDIAN": "1"}))
    imported(wages, "M2024.csv")
    assert counts(imported(wages, "M2024.csv"))[1:] == (0, 0, 1, 1)


def test_bands_for_other_days_of_one_job_are_left_to_people() -> None:
    draft = make_band_set(make_employer())
    days = ((date(2027, 1, 1), date(2027, 6, 30)), (date(2027, 7, 1), None))
    for first, last in days:
        make_band(
            band_set=draft, title=ENGINEER[0], level="L4", family="General", valid_from=first, valid_to=last
        )
    batch = given_bands(table(ENGINEER, ANALYST))
    assert refusals(batch) == [
        (2, "job title", "Data Engineer", "has several bands in the draft already; change those by hand")
    ]
    assert import_(confirm(batch, without_refused=True)).state == State.IMPORTED


def test_a_set_that_is_in_force_takes_no_rows() -> None:
    name = make_band().band_set.name
    batch = given_bands(table(ENGINEER), name.upper())
    assert batch.sentence == (
        "No row of this file can be imported. The first is line 2: employer has a set of this name that is no"
        " draft; choose another name for the set."
    )
    assert (batch.state, Band.objects.count()) == (State.COLUMNS, 1)


def test_a_draft_that_is_published_before_the_import_takes_no_rows() -> None:
    imported_bands(table(ANALYST))
    batch = confirm(given_bands(table(ENGINEER)))
    draft = BandSet.objects.get()
    publish(draft, shown=state_of(draft, None))
    import_(batch)
    batch.refresh_from_db()
    assert (batch.state, Band.objects.count()) == (State.COLUMNS, 1)
    assert batch.sentence.endswith("is no draft; choose another name for the set.")


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
    publish(draft, shown=state_of(draft, set_in_force(draft)))
    with pytest.raises(BatchError, match="is no longer a draft"):
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


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "x.csv", "This file is empty."),
        (b"\n\n,,\n", "x.csv", "This table is empty."),
        (b'{"a": 1}', "x.json", "This is JSON and not a table."),
        (b"MZ" + b"x" * 90, "x.csv", "This is a program, not a table."),
        (archive(**{"bands.csv": table(ENGINEER)}), "x.zip", "This is an archive. Unpack it"),
        (b"a," * 60 + b"\n", "x.csv", "Line 1 has 61 columns; 50 is the most."),
        (b"Title,Min,Max\n" + b"x" * 3_000_000, "x.csv", "This file has 2 MB; 2 MB is the most."),
        (
            workbook(("a", "<worksheet><sheetData><row><c><f>1</f></c></row></sheetData></worksheet>")),
            "x.xlsx",
            "Line 1 has a formula.",
        ),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(data: bytes, name: str, sentence: str) -> None:
    batch = given_bands(data, name=name)
    assert (batch.state, batch.sentence[: len(sentence)]) == (State.REFUSED, sentence)
    assert not UploadPart.objects.exists()


def test_twenty_thousand_rows_are_the_most() -> None:
    rows = ([f"Job {number}", "L1", "1", "", "2"] for number in range(20_001))
    batch = given_bands(csv_file([HEAD, *rows]))
    assert (batch.state, batch.sentence) == (State.COLUMNS, "This file has more than 20,000 rows.")


def test_a_torn_row_is_refused_and_the_next_one_read() -> None:
    batch = given_bands(table([*ENGINEER, "more"], ANALYST))
    assert refusals(batch) == [(2, "", "", "The row has more cells than there are headers.")]
    assert batch.added == 1


def test_no_text_of_a_file_becomes_sql() -> None:
    evil = "'); DROP TABLE bands_band; --"
    imported_bands(table([evil, evil, *ENGINEER[2:]]), "2027'; --", location="{year} %s")
    band = Band.objects.get()
    assert (band.title, band.location, band.band_set.name) == (evil, "{year} %s", "2027'; --")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bands_band")
        assert cursor.fetchone() == (1,)
