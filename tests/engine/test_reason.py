"""An explained statement: its sentence filled, its source printed."""

import pytest

from offers.engine.reason import Reason, Source
from tests.engine.cases import D


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (Source(title="what you entered"), "what you entered"),
        (Source(title="guide", year=2026), "guide, 2026"),
        (Source(author="Raiffa", year=1982, title="Art"), "Raiffa, 1982, Art"),
        (Source(author="Raiffa", title="Art", url="https://doi.org/1"), "Raiffa, Art"),
    ],
)
def test_source_reads_author_year_title(source: Source, printed: str) -> None:
    assert str(source) == printed


def test_reason_fills_its_sentence_and_separates_thousands() -> None:
    reason = Reason(
        code="R",
        sentence="{amount} for {days} days in {place}.",
        params={"amount": D("84500.5"), "days": 1000, "place": "Bern"},
    )
    assert reason.text == "84,500.50 for 1000 days in Bern."


def test_reason_without_parameters_is_its_sentence() -> None:
    assert Reason(code="R", sentence="Nothing is known.").text == "Nothing is known."
