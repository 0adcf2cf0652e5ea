"""From a place in a person's words to the areas that figures are published for: metro, state, nation."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.db.models.functions import Lower

from offers.market.models import Area
from offers.market.states import NATION, NATION_TITLE, STATES, is_nation, state_named

ALIKE = 0.8  # Of two names, to be taken for one that is misspelled.
KNOWN_AS: Mapping[str, str] = {
    "bay area": "san francisco",
    "dc": "washington",
    "d.c.": "washington",
    "la": "los angeles",
    "manhattan": "new york",
    "brooklyn": "new york",
    "new york city": "new york",
    "nyc": "new york",
    "sf": "san francisco",
    "silicon valley": "san jose",
}
AROUND = re.compile(r"^(greater|downtown)\s+|\s+(metro\s+|metropolitan\s+|bay\s+)?area$|\s+metro$")
AROUND_A_TOWN = re.compile(r"^urban\s+|\s+(city|town)$")  # What a title adds to the name that people use.
COUNTY = re.compile(r"\s+(county|parish|borough|census area|municipality|city)$")
Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where somebody works, from the nearest area to the widest. `others` are further places of that name.

    `metro` and `state` are codes of the survey, empty where there is none; `letters` are those of the state.
    """

    words: str
    is_known: bool = True
    metro: str = ""
    metro_title: str = ""
    letters: str = ""
    counties: tuple[str, ...] = ()
    read_as: str = ""
    others: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        return STATES[self.letters][0] if self.letters else ""

    @property
    def areas(self) -> tuple[str, ...]:
        """The codes, the nearest first."""
        return tuple(code for code in (self.metro, self.state, NATION) if code)

    @property
    def title(self) -> str:
        """The nearest of them by its name."""
        return self.metro_title or (STATES[self.letters][1] if self.letters else NATION_TITLE)

    def title_of(self, area: str) -> str:
        if area == self.metro:
            return self.metro_title
        return STATES[self.letters][1] if area == self.state else NATION_TITLE


def find_place(words: str) -> Place:
    """What `words` name. No query for the nation, one for a place, two or three where it is misspelled."""
    words = " ".join(words.split())
    if not words or is_nation(words):
        return Place(words=words)
    head, _, tail = (part.strip() for part in words.partition(","))
    state = state_named(tail.split(",")[0])
    if tail and not state and not is_nation(tail):
        return Place(words=words, is_known=False)
    name, alone = plain(head), state_named(head) if head.lower() not in KNOWN_AS else ""
    rows = titled(name)
    found = metros(name, state or alone, rows)
    if found and (not alone or towns(found[0][0]["area_title"])[0] == name):
        return chosen(words, found)
    if alone:
        return Place(words=words, letters=alone)
    if short := shortened(name, state, rows):
        return chosen(words, short, read_as=name.title()) if len(short) == 1 else several(words, state, short)
    if (close := closest(name)) and (found := metros(close, state, titled(close))):
        return chosen(words, found, read_as=close.title())
    return Place(words=words, letters=state, is_known=bool(state))


def plain(name: str) -> str:
    """A name as titles of metros have it: "Saint Louis area" as "st. louis"."""
    name = KNOWN_AS.get(name.lower(), name.lower())
    name = AROUND.sub("", re.sub(r"^saint ", "st. ", name))
    return KNOWN_AS.get(name, name)


def titled(name: str) -> list[Row]:
    """Counties of the metros that have the words of a name in their title, of the newest list. One query."""
    found = Area.objects.annotate(low=Lower("area_title"))
    for word in re.split(r"[\s-]+", name):
        found = found.filter(low__contains=word)
    columns = ("area", "area_title", "county_code", "county", "year")
    rows = list(found.order_by("-year", "pk").values(*columns))
    return [row for row in rows if row["year"] == rows[0]["year"]]


def metros(name: str, state: str, rows: list[Row]) -> list[list[Row]]:
    """The metros that have a town of this name in their title, those that begin with it first, by size."""
    name = spaced(name)
    found = grouped(state, rows, lambda title: name in names(title))
    return sorted(found, key=lambda one: (names(one[0]["area_title"]).index(name), -size(one)))


def shortened(name: str, state: str, rows: list[Row]) -> list[list[Row]]:
    """The metros that have a town that people call so: Boise City is Boise.

    Within a state any words of the name will do. Without one they would make London of New London.
    """

    def is_short(title: str) -> bool:
        known = names(title)
        part = state and any(f" {spaced(name)} " in f" {one} " for one in known)
        return bool(part) or spaced(name) in [AROUND_A_TOWN.sub("", one) for one in known]

    return grouped(state, rows, is_short)


def grouped(state: str, rows: list[Row], fits: Callable[[str], bool]) -> list[list[Row]]:
    """The rows of each metro, within the state where one is named, of which the title fits."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if (not state or state in letters_of(row["area_title"])) and fits(row["area_title"]):
            found.setdefault(row["area"], []).append(row)
    return list(found.values())


def size(rows: list[Row]) -> int:
    """How many counties a metro has; in New England each row is but a town."""
    return len({row["county_code"] for row in rows})


def towns(title: str) -> list[str]:
    """The towns in the title of a metro: Austin-Round Rock, TX has two."""
    return [part.strip().lower() for part in re.split(r"-+|/", title.rpartition(",")[0])]


def names(title: str) -> list[str]:
    """The towns, then neighbouring ones as one, since a hyphen may be a part of a name: Winston-Salem."""
    parts = towns(title)
    lengths = range(1, len(parts) + 1)
    return [" ".join(parts[at : at + long]) for long in lengths for at in range(len(parts) - long + 1)]


def spaced(name: str) -> str:
    return name.replace("-", " ")


def letters_of(title: str) -> list[str]:
    return title.rpartition(",")[2].strip().split("-")


def closest(name: str) -> str:
    """The town in the title of a metro that is spelled most like this one. One query."""
    titles = Area.objects.values_list("area_title", flat=True).distinct()
    return next(
        iter(get_close_matches(name, sorted({town for title in titles for town in towns(title)}), 1, ALIKE)),
        "",
    )


def chosen(words: str, found: list[list[Row]], read_as: str = "") -> Place:
    """The first metro; the state is the one that was named, else the one its title names first."""
    rows, title = found[0], found[0][0]["area_title"]
    state = state_named(words.partition(",")[2].split(",")[0]) or letters_of(title)[0]
    return Place(
        words=words,
        metro=rows[0]["area"],
        metro_title=title,
        letters=state if state in STATES else "",
        counties=tuple(sorted({COUNTY.sub("", row["county"].lower()) for row in rows})),
        read_as=read_as,
        others=tuple(other[0]["area_title"] for other in found[1:6]),
    )


def several(words: str, state: str, found: list[list[Row]]) -> Place:
    """None of them, since any could be meant; all are named."""
    titles = tuple(rows[0]["area_title"] for rows in found[:5])
    return Place(words=words, letters=state, is_known=bool(state), others=titles)
