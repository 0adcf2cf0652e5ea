"""The time zones that a person can choose from, by part of the world."""

from functools import cache
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

UTC = ("UTC", "UTC, the same all over the world")
# The names that tell a place; the rest of the database are abbreviations and old names of countries.
AREAS = (
    "Africa",
    "America",
    "Antarctica",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


def zone_choices(saved: str) -> list[Any]:
    """UTC first, then groups of places; a saved name that is on no list any more stands at the end."""
    groups = places()
    listed = saved == UTC[0] or any(saved == name for _, group in groups for name, _ in group)
    return [UTC, *groups] if listed else [UTC, *groups, (saved, saved)]


@cache
def places() -> list[tuple[str, list[tuple[str, str]]]]:
    """Names and places of each part of the world: ("Europe", [("Europe/Berlin", "Berlin"), …])."""
    known = sorted(name for name in available_timezones() if area(name) in AREAS)
    return [(part, [(name, place(name)) for name in names]) for part, names in groupby(known, key=area)]


def area(name: str) -> str:
    return name.partition("/")[0]


def place(name: str) -> str:
    """How people read it: "America/Indiana/Knox" is "Indiana, Knox"."""
    return name.partition("/")[2].replace("_", " ").replace("/", ", ")
