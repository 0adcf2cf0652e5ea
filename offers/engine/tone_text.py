"""A draft as the checks read it: one character for one, so that every offset holds in the original.

Every expression used on a draft starts at a guarded place and repeats a bounded number of times, so that
reading stays linear whatever is typed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from string import ascii_lowercase, ascii_uppercase

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʹ′`´＇", "'"),
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\t\r\v\f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
        **dict.fromkeys("\u2008\u2009\u200a\u2028\u202f\u205f\u3000", " "),
    }
)
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
# A line break inside a paragraph is a space; the one before an empty line ends the paragraph.
_WRAP = re.compile(r"\n(?! *\n)")
_END = re.compile(r"""(?<![.!?])[.!?]+(?=["')\]]{0,3}(?:[ \n]|\Z))|\n""")
_REACH = 100

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
DATE = (
    r"(?<![\w.,/-])(?:\d{4}-\d{2}-\d{2}(?![\d-])|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)"
    rf"|{_DAY}(?: of)? {MONTH}\b(?:,? \d{{4}}(?!\d))?"
    rf"|{MONTH}\.? {_DAY}(?![\w,]\d|\w)(?:,? \d{{4}}(?!\d))?)"
)


def any_of(*branches: str) -> str:
    """The branches as one alternative between word boundaries."""
    return rf"\b(?:{'|'.join(branches)})\b"


@dataclass(frozen=True)
class Page:
    """A draft with its typography made plain, a lower-case twin, and the ends of its sentences."""

    text: str

    @cached_property
    def plain(self) -> str:
        """The text with plain quotes, hyphens and spaces; the same length."""
        return _WRAP.sub(" ", self.text.translate(_PLAIN))

    @cached_property
    def lower(self) -> str:
        """`plain` with the letters A to Z in lower case; the same length."""
        return self.plain.translate(_LOWER)

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where each sentence ends; the last one at the end of the text."""
        ends = [found.end() for found in _END.finditer(self.plain)]
        return (*ends, len(self.plain)) if not ends or ends[-1] < len(self.plain) else tuple(ends)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds the character at `place`."""
        return bisect_left(self.ends, place + 1)

    def opens(self, start: int) -> int:
        """Where the sentence that holds `start` begins, or as far as a reader looks back in it."""
        number = self.sentence_at(start)
        return max(self.ends[number - 1] if number else 0, start - _REACH)

    def before(self, start: int) -> str:
        """What the sentence says before `start`, as far as a reader looks back."""
        return self.lower[self.opens(start) : start]

    def sentences_with(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """The numbers of the sentences in which `pattern` starts."""
        return frozenset(self.sentence_at(found.start()) for found in pattern.finditer(self.lower))

    def words(self) -> int:
        """How many words there are: runs without a space that hold a letter or a digit."""
        return sum(any(map(str.isalnum, run)) for run in self.plain.split())

    def spans(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Where `pattern` is found, upper and lower case alike."""
        return (found.span() for found in pattern.finditer(self.lower))
