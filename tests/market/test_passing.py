"""Large texts are handed on as they stand, and mean the same as if every row had been taken apart."""

import pytest

from offers.market.models import Wage
from tests.market.files import OEWS, SOFTWARE, csv_file, oews_table
from tests.market.steps import counts, given, imported

NAME = "national_M2024_dl.csv"
MANY = 60  # More than the lines that a layout is recognised by.


def rows(**odd: str) -> list[dict[str, str]]:
    """Rows of as many areas, quoted and plain, with one odd row near the end."""
    table = [
        SOFTWARE | {"AREA": str(10_000 + n), "AREA_TITLE": f"Town {n}, TX" if n % 2 else f"Town {n}"}
        for n in range(MANY)
    ]
    table[-3] |= odd
    return table


def test_it_brings_every_row_with_its_quotes_and_its_line(db: None) -> None:
    batch = imported(csv_file(oews_table(*rows())), NAME)
    assert counts(batch) == (MANY, MANY, 0, 0, 0)
    assert Wage.objects.get(area="10059").area_title == "Town 59, TX"
    wrong = given(csv_file(oews_table(*rows(A_MEAN="much"))), NAME)
    assert (wrong.refused_rows.get().line, wrong.unchanged) == (MANY - 1, MANY - 1)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('Town "of" towns', 'Town "of" towns'),
        ("  Town of blanks ", "Town of blanks"),
        ("Town of\ntwo lines", "Town of two lines"),
        ("Back\\slash", "Back\\slash"),
        ("Town\x01", "Town"),
        ('"', '"'),
    ],
)
def test_an_odd_cell_means_the_same_in_a_large_file_and_in_a_small_one(
    written: str, kept: str, db: None
) -> None:
    odd = rows(AREA_TITLE=written)
    assert given(csv_file(oews_table(*odd)), NAME).added == MANY
    imported(csv_file(oews_table(*odd)), NAME)
    again = imported(csv_file(oews_table(odd[-3])), NAME)
    title = Wage.objects.get(area=odd[-3]["AREA"]).area_title
    assert (again.unchanged, title.replace("\n", " ").replace("\x01", "").strip()) == (1, kept)


def test_a_torn_row_and_a_short_one_are_told_from_the_others(db: None) -> None:
    table = oews_table(*rows())
    table[50] = [*table[50], "more"]
    table[51] = table[51][:-2]
    batch = given(csv_file(table), NAME)
    assert (counts(batch)[:2], [row.line for row in batch.refused_rows.all()]) == ((MANY, MANY - 1), [51])


def test_columns_that_a_file_lacks_have_what_stands_for_them(db: None) -> None:
    kept = [place for place, name in enumerate(OEWS) if name not in ("AREA", "AREA_TITLE", "AREA_TYPE")]
    codes = [SOFTWARE | {"OCC_CODE": f"15-{1000 + n}", "AREA": ""} for n in range(MANY)]
    table = [[row[place] for place in kept] for row in oews_table(*codes)]
    imported(csv_file(table), NAME)
    assert set(Wage.objects.values_list("area", "area_title")) == {("99", "U.S.")}


def test_semicolons_and_windows_line_ends_are_read_alike(db: None) -> None:
    imported(csv_file(oews_table(*rows())), NAME)
    assert imported(csv_file(oews_table(*rows()), ";"), NAME).unchanged == MANY
    assert imported(csv_file(oews_table(*rows())).replace(b"\r\n", b"\n"), NAME).unchanged == MANY
