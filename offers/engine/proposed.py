"""What a message proposes beside base, read from its text: the request itself, or a second way to a yes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from offers.engine.requested import sentences
from offers.engine.tone_figures import amounts
from offers.engine.tone_text import Page

# What a sum belongs to, by the words right before it.
_BEFORE = {
    "sign_on": re.compile(r"sign-?on(?: bonus)? of (?:\S{1,3} ?)?$"),
    "learning": re.compile(r"learning budget of (?:\S{1,3} ?)?$"),
}
_DAYS = re.compile(r"\b(\d+(?:[.,]\d)?) (?:more|additional|extra) days? of (?:paid )?leave")
_REVIEW = re.compile(r"\breview (?:after|in) (\w+) months?\b")
_MONTHS = {"three": "3", "six": "6", "nine": "9", "twelve": "12"}
_WORKS = re.compile(r"\bwould work for me\b")
_LOOKS_BACK = 40


@dataclass(frozen=True, kw_only=True)
class ProposedText:
    """One sentence that proposes: its base, what stands beside it, and after how many months a review.

    Sums are in all, days on top of what is offered. `is_all` says that it is the request itself.
    """

    base: Decimal
    items: Mapping[str, Decimal]
    review: str = ""
    is_all: bool = False


def proposed_text(text: str, *, asked: Decimal, least: Decimal, works: bool = False) -> ProposedText | None:
    """What `text` proposes with `asked`, its base; else as a second way with less base, from `least` up.

    With `works` a sentence on what would work for the person is the request although it repeats no base.

    >>> proposed_text("84,000 with a sign-on of 5,000 would do.", asked=Decimal(86000), least=Decimal(80000))
    ProposedText(base=Decimal('84000'), items={'sign_on': Decimal('5000')}, review='', is_all=False)
    """
    found = list(_proposals(Page(text), asked, least, works))
    whole = next((one for one in found if one.is_all), None)
    return whole or next(iter(found), None)


def _proposals(page: Page, asked: Decimal, least: Decimal, works: bool) -> Iterator[ProposedText]:
    figures = amounts(page)
    for start, end in sentences(page):
        here = [one for one in figures if start <= one.start < end]
        sums = {one.start: key for one in here if (key := _kind(page, one.start))}
        items = {sums[one.start]: one.value for one in here if one.start in sums}
        sentence = page.lower[start:end]
        if days := _DAYS.search(sentence):
            items["leave_days"] = Decimal(days[1].replace(",", "."))
        review = _REVIEW.search(sentence)
        months = _MONTHS.get(str(review[1]), str(review[1])) if review else ""
        bases = [one.value for one in here if one.start not in sums and least <= one.value <= asked]
        is_all = asked in bases or bool(works and _WORKS.search(sentence))
        if (items or (is_all and months)) and (bases or is_all):
            base = asked if is_all else bases[0]
            yield ProposedText(base=base, items=items, review=months if is_all else "", is_all=is_all)


def _kind(page: Page, start: int) -> str:
    before = page.lower[max(0, start - _LOOKS_BACK) : start]
    return next((key for key, words in _BEFORE.items() if words.search(before)), "")
