"""A draft made plain, character for character, and cut into sentences."""

import re

import pytest

from offers.engine.tone_text import DATE, Page, any_of


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("I’d", "I'd"),
        ("“x” «y»", '"x" "y"'),
        ("80\u202f000\u00a0—\t–", "80 000 - -"),
        ("one\ntwo", "one two"),
        ("one\r\ntwo", "one  two"),
        ("one\n\ntwo", "one\n two"),
        ("one\r\n \r\ntwo", "one \n   two"),
        ("\x00\ud800א", "\x00\ud800א"),
    ],
)
def test_text_is_made_plain_at_the_same_length(text: str, plain: str) -> None:
    assert (Page(text).plain, len(Page(text).plain)) == (plain, len(text))


def test_lower_case_touches_the_letters_of_the_patterns_only() -> None:
    assert Page("İ am A Straße").lower == "İ am a straße"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", [""]),
        ("One. Two!", ["One.", " Two!"]),
        ("No end", ["No end"]),
        ("At 88.5k?! Yes", ["At 88.5k?!", " Yes"]),
        ('He said "no." Then left.', ['He said "no.', '" Then left.']),
        ("Dear Ann\n\nHi", ["Dear Ann\n", " Hi"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    page = Page(text)
    starts = (0, *page.ends)
    assert [page.plain[start:end] for start, end in zip(starts, page.ends, strict=False)] == sentences


def test_character_belongs_to_the_sentence_it_stands_in() -> None:
    page = Page("One. Two.")
    assert [page.sentence_at(place) for place in (0, 3, 4, 8)] == [0, 0, 1, 1]


def test_reader_looks_back_to_the_start_of_the_sentence_but_not_far() -> None:
    page = Page("One. " + "x" * 200)
    assert (page.before(8), len(page.before(204))) == (" xxx", 100)


def test_sentences_with_a_pattern_are_told_by_number() -> None:
    assert Page("If so. No. What if?").sentences_with(re.compile(any_of("if"))) == {0, 2}


@pytest.mark.parametrize(("text", "words"), [("", 0), ("a - b ... c's 5", 4), ("!!! ??", 0)])
def test_words_are_runs_with_a_letter_or_a_digit(text: str, words: int) -> None:
    assert Page(text).words() == words


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("by 2026-03-13.", "2026-03-13"),
        ("on 13 march 2026", "13 march 2026"),
        ("on march 13, 2026", "march 13, 2026"),
        ("the 1st of may", "1st of may"),
        ("13.03.2026", "13.03.2026"),
        ("3/13/26", "3/13/26"),
        ("may 80,000", None),
        ("may 80k", None),
        ("32 march", None),
        ("1.234.567", None),
    ],
)
def test_dates_are_told_from_numbers(text: str, date: str | None) -> None:
    found = re.search(DATE, text)
    assert (found and found[0]) == date
