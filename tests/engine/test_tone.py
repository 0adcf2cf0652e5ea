"""The check of a draft as a whole: every one of the thirty checks, clean sentences, order and offsets."""

from collections import Counter
from decimal import Decimal

import pytest

from offers.engine.draft import DraftFacts, Kind
from offers.engine.policy import Policy
from offers.engine.tone import blocks, check
from offers.engine.tone_finding import Severity
from tests.engine.message_samples import SAMPLES
from tests.engine.tone_clean import CLEAN
from tests.engine.tone_drafts import RECORD, SHORT_COUNTERS
from tests.engine.tone_hits import HITS

THIRTY = "U1 U2 U3 E1 E2 D1 D2 D3 D4 P1 C1 C2 C3 W1 A1 T1 N1 N2 N3 N4 N5 N6 N7 N8 G1 G2 G3 G4 G5 H1"
SEVERITIES = {
    Severity.BLOCK: "U2 D1 C2 W1 A1 G2 H1",
    Severity.FIX: "U1 U3 E1 E2 P1 C3 N1 N2 N3 N8 G1",
    Severity.TIP: "D2 D3 D4 C1 T1 N4 N5 N6 N7 G3 G5",
    Severity.OK: "G4",
}


def codes(text: str, facts: DraftFacts | None = None) -> list[str]:
    return [finding.code for finding in check(text, facts)]


def test_clumsy_sentence_raises_its_check_and_no_other() -> None:
    assert [(codes(sentence), sentence) for _, sentence in HITS] == [([code], said) for code, said in HITS]


@pytest.mark.parametrize(("code", "sentence"), RECORD)
def test_clumsy_sentence_raises_its_check_against_the_record(code: str, sentence: str) -> None:
    facts = DraftFacts(target=Decimal(95_000), walk_away=Decimal(79_000), competitors=("Globex",))
    assert codes(sentence, facts) == [code]


@pytest.mark.parametrize(("code", "counter"), SHORT_COUNTERS)
def test_clumsy_counter_raises_its_check(code: str, counter: str) -> None:
    facts = DraftFacts(kind=Kind.COUNTER)
    assert codes(counter, facts) == [code]


def test_each_of_the_thirty_checks_is_hit_by_three_sentences() -> None:
    hits = Counter(code for code, _ in (*HITS, *RECORD, *SHORT_COUNTERS))
    assert {code: hits[code] >= 3 for code in THIRTY.split()} == dict.fromkeys(THIRTY.split(), True)


def test_each_of_the_thirty_checks_has_the_severity_of_its_evidence() -> None:
    facts = DraftFacts(target=Decimal(95_000), walk_away=Decimal(79_000), competitors=("Globex",))
    counter = DraftFacts(kind=Kind.COUNTER)
    found = [
        finding
        for kind, rows in ((facts, (*HITS, *RECORD)), (counter, SHORT_COUNTERS))
        for _, text in rows
        for finding in check(text, kind)
    ]
    seen = {(finding.code, finding.severity) for finding in found}
    expected = {(code, severity) for severity, row in SEVERITIES.items() for code in row.split()}
    assert seen - {("N7", Severity.FIX)} == expected


def test_clean_sentence_passes() -> None:
    assert [(codes(sentence), sentence) for sentence in CLEAN] == [([], sentence) for sentence in CLEAN]


@pytest.mark.parametrize(("facts", "text"), SAMPLES, ids=lambda given: getattr(given, "kind", ""))
def test_sample_message_has_nothing_to_block_or_fix(facts: DraftFacts, text: str) -> None:
    serious = (Severity.BLOCK, Severity.FIX)
    assert [finding.code for finding in check(text, facts) if finding.severity in serious] == []


def test_samples_are_three_of_each_kind() -> None:
    assert Counter(facts.kind for facts, _ in SAMPLES) == dict.fromkeys(Kind, 3)


@pytest.mark.parametrize("text", ["I can’t go below 85,000.", "I can't go below 85,000."])
def test_curly_quotes_are_read_as_plain_ones_and_offsets_hold(text: str) -> None:
    (finding,) = check(text)
    assert (finding.code, text[finding.start : finding.end]) == ("W1", text[:16])


def test_offsets_hold_behind_every_sign_that_is_made_plain() -> None:
    text = "«Hello»\u202f— “dear” team…\r\n\r\n\tI\u00a0really need this\njob."
    (finding,) = check(text)
    assert text[finding.start : finding.end] == "I\u00a0really need this\njob"


def test_findings_stand_in_the_order_of_the_text() -> None:
    text = "Sorry, I deserve more. I demand 95k, or I will walk away!!"
    assert codes(text) == ["D2", "E1", "U3", "U2", "T1"]


def test_remarks_about_the_whole_come_first() -> None:
    (first, *_), last = check("I accept.", DraftFacts(kind=Kind.DECLINE)), "I accept."
    assert (first.start, first.end, last[0:0]) == (0, 0, "")


def test_empty_draft_of_no_kind_has_no_remark() -> None:
    assert check("") == ()


def test_policy_sets_how_many_hedges_are_many() -> None:
    text = "Maybe we could perhaps talk."
    few = Policy(hedges_many=Decimal(2))
    assert ([f.code for f in check(text)], [f.code for f in check(text, policy=few)]) == ([], ["D4"])


def test_only_blocks_stop_the_copy_button() -> None:
    assert (blocks(check("I demand it.")), blocks(check("I'll take anything."))) == (False, True)


def test_acceptance_may_accept() -> None:
    text, facts = "I accept.", DraftFacts(kind=Kind.ACCEPT)
    assert [code for code in codes(text, facts) if code == "A1"] == []


def test_every_finding_names_a_source_and_a_grade() -> None:
    found = [finding for _, sentence in HITS for finding in check(sentence)]
    assert [f.code for f in found if not (f.reason.text and str(f.reason.source) and f.reason.grade)] == []
