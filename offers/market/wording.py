"""From a title in a person's words to the occupation that figures are published for.

Exact titles and titles with the same words come first; then titles that hold these words and little else;
then what is spelled alike. What is neither is offered as weak and never chosen for the person.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Left, Length, Lower

from offers.market.models import Occupation, OccupationTitle
from offers.market.models.titles import WORDS

MOST = 120  # Titles that are looked at,
MOST_ALIKE = 40  # and of those that are merely spelled alike.
OFFERED = 12  # Occupations that are offered.
MOST_EXTRA = 1  # Words that a title may have more and still be offered without a warning.
ALIKE = 0.8  # Of two words, to be taken for one that is misspelled.
RANKS = re.compile(r"^(senior|sr\.?|junior|jr\.?|principal|mid-level|entry-level)\s+|\s+(i{1,3}|iv|v|\d)$")
SHORT = re.compile(r"\(([^()]*)\)")
# What people write short, as titles have it.
LETTERS = {
    "backend": "back end",
    "frontend": "front end",
    "hr": "human resources",
    "it": "information technology",
    "qa": "quality assurance",
    "swe": "software engineer",
    "vp": "vice president",
}
SMALL = {"a", "an", "and", "for", "in", "of", "the", "to"}


@dataclass(frozen=True, kw_only=True)
class Match:
    """An occupation and the title by which it was found."""

    code: str
    title: str
    kind: str  # Whose list has the title: alternate, reported, ours, or official.


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a title may mean. `read_as` is the spelling that was taken for it, `weak` a mere likeness."""

    matches: tuple[Match, ...] = ()
    is_same: bool = False
    read_as: str = ""
    weak: bool = False

    @property
    def code(self) -> str:
        """The one occupation that was meant, empty where the person has to choose."""
        return self.matches[0].code if self.is_same and len(self.matches) == 1 else ""


def find_occupations(title: str) -> Found:
    """What `title` may mean: one query where a title has its words, three where it is misspelled."""
    words = plain(title)
    if not words_of(words):
        return Found()
    holding = with_words(words)
    if found := judged(words, holding):
        return found
    alike = spelled_alike(words)
    corrected = respelled(words, [row.title for row in alike])
    if corrected and corrected != words and (found := judged(corrected, with_words(corrected))):
        return Found(matches=found.matches, is_same=found.is_same, read_as=corrected)
    return Found(matches=once([*holding[:3], *alike]), weak=True)


def plain(title: str) -> str:
    """A title as it is searched for."""
    return written_out(without_rank(" ".join(title.lower().split())))


def says_the_same(name: str, title: str) -> bool:
    """Whether the name of an occupation has the words of a title and no others."""
    return words_of(plain(title)) in named(name)


def without_rank(words: str) -> str:
    """A title without what says how senior it is: figures are published for the kind of work."""
    return RANKS.sub("", words).strip() or words


def written_out(words: str) -> str:
    return " ".join(LETTERS.get(word, word) for word in words.split())


def judged(words: str, rows: list[Match]) -> Found | None:
    """The rows that say just this, else those that say little more."""
    wanted = words_of(words)
    if same := [row for row in rows if wanted in named(row.title)]:
        return Found(matches=once(same), is_same=True)
    near = [row for row in rows if any(is_near(one, wanted) for one in named(row.title))]
    return Found(matches=once(near)) if near else None


def is_near(title: frozenset[str], wanted: frozenset[str]) -> bool:
    return wanted <= title and len(title - wanted) <= MOST_EXTRA


def named(title: str) -> list[frozenset[str]]:
    """The words of a title, and those of the short form that stands in brackets behind it."""
    return [words_of(part) for part in (SHORT.sub(" ", title), *SHORT.findall(title))]


def words_of(text: str) -> frozenset[str]:
    """The words that carry meaning, in lower case and without the ending of more than one."""
    return frozenset(singular(word) for word in re.findall(r"[^\W_]+", text.lower()) if word not in SMALL)


def singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def once(rows: Iterable[Match]) -> tuple[Match, ...]:
    """Each occupation once, by the first title that names it."""
    found: dict[str, Match] = {}
    for row in rows:
        found.setdefault(row.code, row)
    return tuple(found.values())[:OFFERED]


def with_words(words: str) -> list[Match]:
    """Titles that are these words or hold them all, the shortest first. One query."""

    def holding(titles: "QuerySet[Any]") -> Any:
        query = SearchQuery(words, config="english")
        found = titles.annotate(low=Lower("title"), words=WORDS).filter(Q(low=words) | Q(words=query))
        return found.annotate(size=Length("title")).order_by("size", "title")

    return matches(holding, MOST)


def spelled_alike(words: str) -> list[Match]:
    """Titles that look most like these words. One query, and one for how like is like."""

    def like(titles: "QuerySet[Any]") -> Any:
        found = titles.annotate(low=Lower("title")).filter(low__trigram_similar=words)
        return found.annotate(size=-TrigramSimilarity("low", words)).order_by("size", "title")

    with transaction.atomic(), connection.cursor() as cursor:
        # The lower it is, the more titles are looked at: 0.3 takes twice the time and finds no better ones.
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', '0.4', true)")
        return matches(like, MOST_ALIKE)


def matches(chosen: Any, most: int) -> list[Match]:
    """Rows of both lists, the titles people use and the names of the occupations themselves."""
    used = chosen(OccupationTitle.objects.annotate(soc=F("occupation"), list=F("kind")))
    official = chosen(
        Occupation.objects.filter(level="detailed").annotate(soc=Left("code", 7), list=F("scheme"))
    )
    columns = ("soc", "title", "list", "size")
    both = used.values_list(*columns)[:most].union(official.values_list(*columns)[:most], all=True)
    rows = both.order_by("size", "title", "soc")[:most]
    return [Match(code=soc, title=title, kind=kind) for soc, title, kind, _ in rows]


def respelled(words: str, titles: Iterable[str]) -> str:
    """The words with each misspelled one as the titles spell it; empty where one is like none."""
    known = list(dict.fromkeys(word for title in titles for word in re.findall(r"[^\W_]+", title.lower())))
    found = [
        word if word in SMALL or word in known else next(iter(get_close_matches(word, known, 1, ALIKE)), "")
        for word in words.split()
    ]
    return " ".join(found) if all(found) else ""
