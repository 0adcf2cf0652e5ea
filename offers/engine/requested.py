"""Which base a message asks for: the number of its request, and none that stands beside it."""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from offers.engine.tone_figures import Amount, amounts, ranges
from offers.engine.tone_text import Page, any_of

_ASKS = re.compile(
    any_of(
        r"(?<!not )ask(?:ing)? (?:you )?for",
        r"settle (?:at|on)",
        r"(?:could|can|would) (?:we|you)(?! (?:please |also )?(?:tell|show|confirm|explain|let|give me)\b)",
        r"(?<!my )(?<!one )(?<!no )request(?:ing)?",
        r"my (?:request|number|proposal) is",
        r"propose",
        r"(?:looking|hoping|hope) for",
        r"would like(?= (?:a base|a salary|[a-z]{3} ?\d|\W?\d))",
        r"would work for me",
    )
)
# What is asked for stands before these: "86,000 would settle it for me".
_ASKED = re.compile(any_of("would (?:make my decision|settle it|work for me|be right for me)"))
_NO_FIRST_REQUEST = re.compile(
    r"\W*(?:thank|otherwise|alternatively|failing that|if [^.?!]{0,60}?(?:\b(?:cannot|not|no)\b|n't\b))"
)
# Words before a number that make it something else than what is asked for.
_EVIDENCE = re.compile(
    any_of(
        "others?",
        "employers?",
        "compan(?:y|ies)",
        "market",
        "postings?",
        "surveys?",
        "data",
        "range",
        "band",
        "instead of",
        "in place of",
        "rather than",
        "not",
    )
)
_BESIDE = "sign-?on|bonus|grant|equity|options|stock|shares|budget|relocation|allowance|commission|total"
_BASE_OR_BESIDE = re.compile(rf"\b(?:(?P<base>base|salary)|{_BESIDE})\b")
_THEN_BESIDE = re.compile(rf" ?(?:an? year )?(?:in|as|of)? ?(?:an? )?(?:{_BESIDE})\b")
_REACH = 40


def requested_base(text: str, *, least: Decimal, most: Decimal, known: Collection[Decimal]) -> Decimal | None:
    """The base that the first request of `text` names, in the unit of the text; None where it names none.

    It lies from `least` to `most` and is none of `known`, such as what they have offered. What is said as
    evidence, a range, what stands beside base and a second way are no request.

    >>> text = "As others pay USD 92,000, I would like to ask for a base of USD 86,000 a year."
    >>> requested_base(text, least=Decimal(80000), most=Decimal(240000), known=())
    Decimal('86000')
    """
    page = Page(text)
    found = amounts(page)
    joined = [(span.start, span.end) for span in ranges(page, found) if span.low not in known]
    for start, end in _requests(page):
        here = [one for one in found if start <= one.start < end]
        places = [start, *(one.end for one in here)]
        for place, one in zip(places, here, strict=False):
            is_range = any(low <= one.start < high for low, high in joined)
            fits = least <= one.value <= most and one.value not in known
            if fits and not is_range and _is_base(page, place, one):
                return one.value
    return None


def _requests(page: Page) -> Iterator[tuple[int, int]]:
    """Where each sentence that asks names what it asks for."""
    for start, end in sentences(page):
        sentence = page.lower[start:end]
        if _NO_FIRST_REQUEST.match(sentence):
            continue
        if asks := _ASKS.search(sentence):
            yield start + asks.end(), end
        if asked := _ASKED.search(sentence):
            yield start, start + asked.start()


def sentences(page: Page) -> Iterator[tuple[int, int]]:
    """Each sentence; what is listed after a colon belongs to it."""
    start = 0
    for end in page.ends:
        if not page.lower[start:end].rstrip().endswith(":"):
            yield start, end
            start = end


def _is_base(page: Page, place: int, amount: Amount) -> bool:
    """Whether the words from `place` to the amount, and those after it, leave it the base of a request."""
    before, after = page.lower[place : amount.start], page.lower[amount.end : amount.end + _REACH]
    named = list(_BASE_OR_BESIDE.finditer(before))
    is_beside = bool(named and not named[-1]["base"]) or _THEN_BESIDE.match(after)
    return not is_beside and not _EVIDENCE.search(before)
