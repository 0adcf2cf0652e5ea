"""Ranges in a draft: which form they have, seen from the number that is wanted."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from offers.engine.draft import DraftFacts
from offers.engine.inputs import amount, ordered
from offers.engine.policy import TANDEM, Policy
from offers.engine.reason import Grade
from offers.engine.tone_figures import Span, ranges
from offers.engine.tone_finding import Finding, Remark, Severity
from offers.engine.tone_patterns import remark
from offers.engine.tone_reading import Reading
from offers.engine.tone_sources import BARGAINING
from offers.engine.tone_text import Page, any_of


class RangeForm(StrEnum):
    """The forms of a range, seen from the number that is wanted."""

    FLOOR_LEAK = "G2"
    BACKDOWN = "G1"
    BRACKETING = "G3"
    BOLSTERING = "G4"
    TOO_WIDE = "G5"


def range_form(
    low: Decimal,
    high: Decimal,
    *,
    target: Decimal | None = None,
    walk_away: Decimal | None = None,
    policy: Policy | None = None,
) -> RangeForm | None:
    """Which form the range `low` to `high` has; None when no target is known and its width is ordinary.

    Its low end at or below the walk-away gives the walk-away away; its high end at or below the target backs
    down; its low end at or above the target bolsters, up to the policy's width (20%); else it brackets.
    Raises `ContradictionError` when `low` is above `high`. (Ames & Mason 2015, grade C.)

    >>> range_form(Decimal(95000), Decimal(104000), target=Decimal(95000))
    <RangeForm.BOLSTERING: 'G4'>
    """
    amount("low", low)
    amount("high", high)
    ordered("low", low, "high", high)
    wide = high > low * (1 + (policy or Policy()).range_wide)
    if walk_away is not None and low <= walk_away:
        return RangeForm.FLOOR_LEAK
    if target is None:
        return RangeForm.TOO_WIDE if wide else None
    if high <= target:
        return RangeForm.BACKDOWN
    if low >= target:
        return RangeForm.TOO_WIDE if wide else RangeForm.BOLSTERING
    return RangeForm.BRACKETING


FORMS: dict[RangeForm, Remark] = {
    RangeForm.BACKDOWN: remark(
        "G1",
        Severity.FIX,
        "The top of this range is what you want, so anything inside it is less; no form does worse.",
        "Give one number, or a range that starts at what you want and ends 5 to 20% above it.",
        TANDEM,
        Grade.C,
    ),
    RangeForm.FLOOR_LEAK: remark(
        "G2",
        Severity.BLOCK,
        "The low end of this range says how little would do.",
        "Raise the low end.",
        BARGAINING,
        Grade.C,
    ),
    RangeForm.BRACKETING: remark(
        "G3",
        Severity.TIP,
        "This range lies on both sides of what you want: friendly, and neutral on the money.",
        "Keep it if you want the warmth; else start the range at what you want.",
        TANDEM,
        Grade.C,
    ),
    RangeForm.BOLSTERING: remark(
        "G4",
        Severity.OK,
        "This range starts at what you want and is narrow: the form that does best.",
        "Keep it.",
        TANDEM,
        Grade.C,
    ),
    RangeForm.TOO_WIDE: remark(
        "G5", Severity.TIP, "A range this wide says little.", "Bring the two ends nearer.", TANDEM, Grade.C
    ),
}
_CITED = re.compile(
    any_of(
        r"(?:posted|published|advertised|listed|market|pay|salary|your|their|official|internal) (?:\w+ ){0,2}"
        "(?:range|band|bracket|scale|grade)s?",
        r"(?<!in )the (?:\w+ )?range of|you (?:mentioned|said|named|gave|posted|quoted|told)",
        "posting|advert|advertisement|job ad|market|surveys?|data|benchmarks?|band|peers|colleagues"
        "|quartiles?",
    )
)
_ASKED = re.compile(
    any_of(
        r"i(?:'d| would| am|'m| was| had)|could (?:we|you)|can (?:we|you)|would you|looking for|hop(?:e|ing)",
        r"ask(?:ing)?|targets?|expect\w*|aim\w*|propos\w+|settle|land|comfortable|my (?:range|number|ask)",
    )
)
_CHANGED = re.compile(
    r"\b(?:rais|increas|mov|bring|lift|adjust|go|chang|revis|rise|improv|up|correct"
    r"|updat)\w*\b[^;]{0,60}\bfrom $"
)


def asked_ranges(reading: Reading) -> Iterator[Finding]:
    """The form of each range that the draft asks for; ranges it quotes are left alone."""
    facts, page = reading.facts, reading.page
    spans = [span for span in ranges(page, reading.amounts) if _about_base(span, facts)]
    cited = [end for _, end in page.spans(_CITED)] if spans else []
    asked = [end for _, end in page.spans(_ASKED)] if spans else []
    for span in spans:
        if _changes(page, span) or _quoted(page.opens(span.start), span, cited, asked, facts):
            continue
        form = range_form(
            span.low, span.high, target=facts.target, walk_away=facts.walk_away, policy=reading.policy
        )
        if form:
            yield FORMS[form].at(span.start, span.end)


def _changes(page: Page, span: Span) -> bool:
    """Whether the two numbers are a change from one to the other."""
    return page.lower.startswith("from ", span.start - len("from ")) and bool(
        _CHANGED.search(page.before(span.start))
    )


def _quoted(opens: int, span: Span, cited: list[int], asked: list[int], facts: DraftFacts) -> bool:
    """Whether the range is somebody else's: the nearest cue says so, or the record has both ends."""
    quoting, asking = _last(cited, span.start), _last(asked, span.start)
    if max(quoting, asking) > opens:
        return quoting > asking
    return span.low in facts.figures and span.high in facts.figures


def _last(ends: list[int], start: int) -> int:
    """The last of `ends` that is not after `start`; -1 when there is none."""
    place = bisect_right(ends, start)
    return ends[place - 1] if place else -1


def _about_base(span: Span, facts: DraftFacts) -> bool:
    """Whether the range is of the size of the base; a sign-on or an hourly rate is judged by no target."""
    known = facts.target if facts.target is not None else facts.walk_away
    return known is None or known / 2 <= span.high <= 2 * known
