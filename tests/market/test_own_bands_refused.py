"""What is refused of an employer's own bands: a file, a row or a cell, each with its reason."""

from datetime import date

import pytest
from django.utils import timezone

from offers.bands.models import Band, BandSet
from offers.bands.sets import publish, state_of
from offers.market.models import State, UploadPart
from offers.market.services import confirm, import_
from tests.factories import make_band, make_band_set, make_employer
from tests.market.files import SOFTWARE, archive, csv_file, oews_table, workbook
from tests.market.own import ANALYST, ENGINEER, HEAD, given_bands, imported_bands, refusals, table
from tests.market.steps import counts, imported

pytestmark = pytest.mark.django_db
AMOUNT = "not an amount that can be read in one way, such as 95000"
A_DAY = "not a day between 2000 and 2100, such as 2027-01-31"


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
    publish(draft, shown=state_of(draft, None), today=timezone.localdate())
    import_(batch)
    batch.refresh_from_db()
    assert (batch.state, Band.objects.count()) == (State.COLUMNS, 1)
    assert batch.sentence.endswith("is no draft; choose another name for the set.")


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
