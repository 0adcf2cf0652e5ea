"""Wording rules that look beyond one sentence: shouting, hedges, excuses, and what names are left alone."""

import pytest

from offers.engine.draft import DraftFacts
from offers.engine.tone import check


def found(text: str, facts: DraftFacts | None = None) -> list[tuple[str, str]]:
    return [(f.code, text[f.start : f.end]) for f in check(text, facts)]


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("This is NOT what I EXPECTED at all.", "NOT what I EXPECTED"),
        ("PLEASE, please. And PLEASE again, NOW.", "PLEASE again, NOW"),
        ("Thanks!!!", "!!!"),
    ],
)
def test_shouting_is_told_where_it_stands(text: str, shouted: str) -> None:
    assert [place for code, place in found(text) if code == "T1"] == [shouted]


@pytest.mark.parametrize(
    "text",
    [
        "One LOUD word.",
        "The ESPP, the RSUS and the FMLA.",
        "NORTHWIND and GLOBEX are near.",
        "Thanks! Really!",
        "LOUD. And LOUD.",
    ],
)
def test_names_terms_and_single_words_are_no_shouting(text: str) -> None:
    assert found(text, DraftFacts(employer="Northwind")) == []


def test_recorded_name_in_capitals_is_a_name_and_no_shouting() -> None:
    facts = DraftFacts(employer="Northwind", competitors=("Globex",))
    assert found("NORTHWIND and GLOBEX are near.", facts) == [("C1", "GLOBEX")]


def test_third_hedge_is_told() -> None:
    assert found("Maybe it could perhaps be a bit more, I guess.") == [("D4", "a bit")]


def test_kind_of_thing_is_no_hedge() -> None:
    assert found("What kind of bonus, which sort of plan, and that kind of work?") == []


def test_excuse_holds_for_its_own_sentence_only() -> None:
    text = "Is there a childcare allowance? My childcare is expensive."
    assert found(text) == [("P1", "My childcare")]


def test_reader_does_not_cross_the_end_of_a_sentence() -> None:
    assert found("Whether it is fixed, I do not know. It is non-negotiable.") == [("U1", "non-negotiable")]
