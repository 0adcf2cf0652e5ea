"""What holds for the check of any text at all."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from offers.engine.draft import Competing, DraftFacts, Kind, Term
from offers.engine.tone import check
from offers.engine.tone_finding import Severity
from offers.engine.tone_ranges import RangeForm, range_form
from offers.engine.tone_text import Page
from tests.engine.message_samples import SAMPLES
from tests.engine.tone_clean import CLEAN
from tests.engine.tone_drafts import RECORD
from tests.engine.tone_hits import HITS

ODD = st.sampled_from(
    ["\0", "\ud800", "\u202e", "א", "😀", "\r\n", "\n\n", "’", "\xa0", "!", "٣", "İ", "80k"]
)
SENTENCES = [*(text for _, text in (*HITS, *RECORD)), *CLEAN]
PIECES = st.one_of(ODD, st.sampled_from(SENTENCES), st.text(max_size=12))
TEXTS = st.one_of(st.text(st.characters(), max_size=200), st.lists(PIECES, max_size=12).map(" ".join))
AMOUNTS = st.decimals(0, 10**7, places=2)
NAMES = st.lists(st.text(max_size=8), max_size=3).map(tuple)
FACTS = st.builds(
    DraftFacts,
    kind=st.none() | st.sampled_from(Kind),
    target=st.none() | AMOUNTS,
    walk_away=st.none() | AMOUNTS,
    private_figures=st.lists(AMOUNTS, max_size=2).map(tuple),
    figures=st.lists(AMOUNTS, max_size=3).map(tuple),
    competing=st.sampled_from(Competing),
    competitors=NAMES,
    employer=st.text(max_size=8),
    preferred=st.booleans(),
    agreed=st.lists(st.sampled_from(Term), max_size=4).map(tuple),
)


@settings(deadline=None)
@given(TEXTS, FACTS)
def test_check_never_raises_and_every_place_is_inside_the_text(text: str, facts: DraftFacts) -> None:
    assert [f for f in check(text, facts) if not 0 <= f.start <= f.end <= len(text)] == []


@settings(deadline=None)
@given(TEXTS, FACTS)
def test_findings_are_sorted_and_come_once(text: str, facts: DraftFacts) -> None:
    keys = [(f.start, f.end, f.code) for f in check(text, facts)]
    placed = [key for key in keys if key[1]]
    assert (keys, len(placed)) == (sorted(keys), len(set(placed)))


@settings(deadline=None)
@given(TEXTS)
def test_a_text_made_plain_keeps_its_length(text: str) -> None:
    page = Page(text)
    assert {len(page.plain), len(page.lower), page.ends[-1]} == {len(text)}


@settings(deadline=None)
@given(TEXTS, st.lists(st.sampled_from(CLEAN), max_size=4))
def test_clean_sentences_around_a_text_remove_no_block(text: str, clean: list[str]) -> None:
    before = "\n\n".join((*clean, ""))
    after = "\n\n".join(("", *clean))
    blocks = [text[f.start : f.end] for f in check(text) if f.severity is Severity.BLOCK]
    whole = before + text + after
    found = [whole[f.start : f.end] for f in check(whole) if f.severity is Severity.BLOCK]
    assert [block for block in blocks if block not in found] == []


@settings(deadline=None)
@given(st.sampled_from([text for _, text in HITS]), st.lists(st.sampled_from(CLEAN), max_size=4))
def test_clumsy_sentence_is_found_between_clean_ones(clumsy: str, clean: list[str]) -> None:
    whole = " ".join((*clean, clumsy, *clean))
    alone = [f.code for f in check(clumsy) if f.code != "D4"]
    assert [f.code for f in check(whole) if f.code != "D4"] == alone


@settings(deadline=None)
@given(st.integers(1_000, 9_999_999))
def test_walk_away_is_found_however_it_is_written(number: int) -> None:
    facts = DraftFacts(walk_away=Decimal(number))
    grouped = f"{number:,}"
    forms = (f"{number} a year", grouped, f"${number}", grouped.replace(",", " "), f"{grouped}.00")
    found = [[f.code for f in check(f"It is {form} for me.", facts)] for form in forms]
    assert found == [["W1"]] * len(forms)


@settings(deadline=None)
@given(st.sampled_from(SAMPLES), AMOUNTS.filter(lambda amount: amount > 0))
def test_draft_that_passes_names_no_number_near_the_walk_away(
    sample: tuple[DraftFacts, str], walk_away: Decimal
) -> None:
    text = f"{sample[1]}\n\n{walk_away:f} a year"
    codes = [f.code for f in check(text, DraftFacts(walk_away=walk_away))]
    assert "W1" in codes


@settings(deadline=None)
@given(AMOUNTS, AMOUNTS, st.none() | AMOUNTS, st.none() | AMOUNTS)
def test_range_that_is_no_leak_keeps_off_the_walk_away(
    one: Decimal, other: Decimal, target: Decimal | None, walk_away: Decimal | None
) -> None:
    low, high = min(one, other), max(one, other)
    form = range_form(low, high, target=target, walk_away=walk_away)
    assert (form is RangeForm.FLOOR_LEAK) == (walk_away is not None and low <= walk_away)
