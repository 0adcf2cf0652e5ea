"""Why an answer is what it is: a code with its parameters, the term that bound it, its source and grade.

Pages translate by `code` and fill `params` in; `text` is the English sentence, so that the engine
explains itself with nothing beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from offers.engine.money import spoken

Param = Decimal | int | str | date


class Grade(StrEnum):
    """How strong the evidence behind a statement is."""

    FACT = "fact"  # Typed by the person or computed from what they typed.
    A = "A"  # Meta-analysis or preregistered large replication.
    B = "B"  # Field experiment or quasi-experiment with real job seekers.
    C = "C"  # Laboratory or vignette experiment, or a single survey.
    D = "D"  # Published employer policy or practitioner opinion.
    E = "E"  # Our assumption; shown as one.


@dataclass(frozen=True, kw_only=True)
class Source:
    """Author, year and title as printed on screen; `url` only for a DOI, a government or a publisher."""

    title: str
    author: str = ""
    year: int | None = None
    url: str = ""

    def __str__(self) -> str:
        year = str(self.year or "")
        parts = (self.author, year, self.title) if self.author else (self.title, year)
        return ", ".join(part for part in parts if part)


TYPED = Source(title="what you entered")
ARITHMETIC = Source(title="arithmetic on what you entered")
ASSUMPTION = Source(title="our assumption")
PRACTITIONER = Source(title="practitioner guide", year=2026)
MIDPOINTS = Source(author="Raiffa", year=1982, title="The Art and Science of Negotiation")


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One explained statement. `sentence` is a format string over `params`; see `in_words`."""

    code: str
    sentence: str
    params: Mapping[str, Param] = field(default_factory=dict)
    binding: str = ""
    source: Source = ARITHMETIC
    grade: Grade = Grade.FACT

    @property
    def text(self) -> str:
        return self.sentence.format_map({key: in_words(value) for key, value in self.params.items()})


def in_words(value: Param) -> str:
    """A parameter as an English sentence holds it: amounts with separators, days with their month's name.

    >>> in_words(Decimal("88500")), in_words(date(2026, 3, 9)), in_words(3)
    ('88,500', '9 March 2026', '3')
    """
    if isinstance(value, Decimal):
        return spoken(value)
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else str(value)
