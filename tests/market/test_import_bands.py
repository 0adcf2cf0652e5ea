"""`manage.py import_pay FILE --band-set NAME`: the same road, told by words."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from offers.bands.models import Band
from offers.market.models import Batch
from tests.market.own import ANALYST, ENGINEER, table

pytestmark = pytest.mark.django_db
TOLD = ("employer=Northwind Software", "location=Austin, TX", "currency=USD")
NOT_PUBLISHER = ("--band-set", "2027", *(word for text in TOLD for word in ("--all", text)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bands.csv"
    path.write_bytes(table(ENGINEER, ANALYST))
    return path


def run(path: Path, *words: str) -> str:
    out = StringIO()
    call_command("import_pay", str(path), *NOT_PUBLISHER, *words, stdout=out)
    return out.getvalue()


def test_it_says_what_would_change_and_writes_nothing_without_a_yes(file: Path) -> None:
    said = run(file)
    assert "Minimum: column “Min”\n" in said
    assert "Currency: “USD” in all rows\n" in said
    assert "     added          2\n" in said
    assert said.endswith("Nothing was written. Add --confirm to import it.\n")
    assert (Band.objects.count(), Batch.objects.count()) == (0, 0)


def test_it_brings_bands_by_the_columns_that_it_is_told(file: Path) -> None:
    run(file, "--map", "family=Grade", "--map", "level=Job title", "--all", "title=Any", "--confirm")
    band = Band.objects.get(family="L4")
    assert (band.level, band.title, str(band.band_set)) == (
        "Data Engineer",
        "Any",
        "Northwind Software: 2027",
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("--map", "minimum=Least"),
            "There is no column “Least”. There are Job title, Grade, Min, Mid, Max.",
        ),
        (("--map", "salary=Min"), "“salary=Min” is not FIELD=VALUE with one of employer, family,"),
        (("--map", "minimum"), "“minimum” is not FIELD=VALUE"),
        (("--map", "minimum=Max"), "No column and no text is given for maximum."),
        (("--map", "minimum=Max", "--map", "maximum=Max"), "One column is given for maximum and minimum."),
        (("--map", "minimum=Grade"), "No row of this file can be imported. The first is line 2: minimum"),
        (("--all", "currency=XX"), "No row of this file can be imported. The first is line 2: currency"),
    ],
)
def test_what_does_not_fit_is_said_and_leaves_nothing(
    file: Path, words: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(CommandError) as raised:
        run(file, *words)
    assert str(raised.value)[: len(sentence)] == sentence
    assert not Batch.objects.exists()


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bands.csv"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(CommandError, match=r"This is a PDF, not a table\."):
        run(path)
