"""BLS OEWS workbooks and query exports: every figure, every mark, and no row over another."""

from decimal import Decimal

from offers.market.models import Batch, Mark, State, Wage
from tests.market.files import CHIEFS, LEGISLATORS, SOFTWARE, archive, csv_file, oews_table, oews_workbook
from tests.market.steps import counts, given, hashes, imported, rolled_back, staging_tables

NAME = "national_M2024_dl.xlsx"


def test_a_workbook_is_read_with_its_year_and_its_marks(db: None) -> None:
    batch = imported(oews_workbook(SOFTWARE, CHIEFS, LEGISLATORS), NAME)
    assert (counts(batch), batch.year, batch.layout) == ((3, 3, 0, 0, 0), 2024, "oews")
    software, chiefs, legislators = (
        Wage.objects.get(occupation=code) for code in ("15-1252", "11-1011", "11-1031")
    )
    assert (software.year_p90, software.hour_p10, software.marks) == (Decimal(211450), Decimal("38.39"), "")
    assert [chiefs.mark(name) for name in ("employment", "year_median", "year_p90")] == [
        Mark.HIDDEN,
        None,
        Mark.TOP,
    ]
    assert (chiefs.employment, chiefs.year_p90, chiefs.hour_p75) == (None, Decimal(239200), Decimal(115))
    assert (legislators.hour_median, legislators.mark("hour_median"), legislators.only) == (
        None,
        Mark.HIDDEN,
        "year",
    )


def test_the_same_figures_again_change_nothing_whatever_the_kind_of_file(db: None) -> None:
    imported(oews_workbook(SOFTWARE, CHIEFS), NAME)
    before = hashes()
    again = imported(csv_file(oews_table(SOFTWARE, CHIEFS)), "national_M2024_dl.csv")
    assert (counts(again), hashes()) == ((2, 0, 0, 2, 0), before)


def test_a_preview_says_what_would_change_and_writes_nothing(db: None) -> None:
    imported(oews_workbook(SOFTWARE), NAME)
    before = hashes()
    batch = given(oews_workbook(SOFTWARE | {"A_MEDIAN": "133090"}, CHIEFS), NAME)
    assert (counts(batch), hashes()) == ((2, 1, 1, 0, 0), before)
    (changed,) = batch.examples["changed"]
    assert changed == {
        "line": 2,
        "what": "15-1252 Software Developers, U.S., Cross-industry",
        "cells": [("year median", "133080", "133090")],
    }


def test_rolling_back_restores_every_table(db: None) -> None:
    imported(oews_workbook(SOFTWARE, LEGISLATORS), NAME)
    before = hashes()
    batch = imported(oews_workbook(SOFTWARE | {"A_MEDIAN": "133090"}, CHIEFS), NAME)
    assert hashes() != before
    assert (rolled_back(batch).state, hashes(), staging_tables()) == (State.UNDONE, before, [])


def test_the_two_rows_of_a_code_and_those_of_industries_stand_beside_one_another(db: None) -> None:
    broad = SOFTWARE | {"O_GROUP": "broad"}
    mining = SOFTWARE | {"NAICS": "21----", "NAICS_TITLE": "Mining"}
    assert counts(imported(oews_workbook(SOFTWARE, broad, mining), NAME)) == (3, 3, 0, 0, 0)


def test_rows_that_cannot_be_read_are_named_by_line_column_value_and_reason(db: None) -> None:
    wrong = (SOFTWARE | {"A_MEDIAN": "lots"}, CHIEFS | {"OCC_CODE": "chiefs"}, SOFTWARE)
    batch = given(csv_file(oews_table(SOFTWARE, *wrong)), "national_M2024_dl.csv")
    assert counts(batch) == (4, 1, 0, 0, 3)
    assert list(batch.refused_rows.values_list("line", "column", "value", "reason")) == [
        (3, "year median", "lots", "neither a number nor one of the marks * ** # ~ -"),
        (4, "occupation", "chiefs", "not an occupation code such as 15-1252"),
        (5, "row", "15-1252, 99, 000000, 1235, detailed", "stands in line 2 already"),
    ]


def test_the_files_of_one_archive_are_one_batch(db: None) -> None:
    metro = SOFTWARE | {"AREA": "12420", "AREA_TITLE": "Austin, TX", "AREA_TYPE": "4"}
    rest = SOFTWARE | {"AREA": "4800001", "AREA_TITLE": "West Texas", "AREA_TYPE": "6", "A_MEAN": "much"}
    data = archive(
        **{
            "oesm24ma/MSA_M2024_dl.xlsx": oews_workbook(metro),
            "oesm24ma/BOS_M2024_dl.xlsx": oews_workbook(rest, SOFTWARE),
            "oesm24ma/field_descriptions.csv": csv_file([["Field", "What"], ["AREA", "Its code"]]),
        }
    )
    batch = given(data, "oesm24ma.zip")
    assert (counts(batch), batch.year, batch.facts["skipped"]) == (
        (3, 2, 0, 0, 1),
        2024,
        ["field_descriptions.csv"],
    )
    assert batch.line(batch.refused_rows.get().line) == "2 of BOS_M2024_dl.xlsx"


def test_a_file_of_no_known_year_asks_for_it(db: None) -> None:
    data = oews_workbook(SOFTWARE, sheet="All data")
    assert given(data, "wages.xlsx").sentence == (
        "This file does not say which year it is of. Give the year beside the file."
    )
    assert imported(data, "wages.xlsx", 2023).year == 2023
    assert Batch.objects.filter(parts__isnull=False).count() == 0
