"""The time zones that a person can choose from, by part of the world, and how people call one."""

from functools import cache
from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

UTC = ("UTC", "UTC, the same everywhere")
AREAS = {
    "Africa": "Africa",
    "America": "North and South America",
    "Asia": "Asia",
    "Atlantic": "Atlantic Ocean",
    "Australia": "Australia",
    "Europe": "Europe",
    "Indian": "Indian Ocean",
    "Pacific": "Pacific Ocean",
}
# Of zones inside a state this is the only one that no city outside of it stands for.
INSIDE_A_STATE = {"America/Argentina/Buenos_Aires"}
SAME_AS_ITS_NEIGHBOUR = {"Europe/Busingen"}  # One village, with the clock of Berlin.
Choices = list[tuple[str, str]]


def zone_choices(saved: str, country: str = "") -> list[Any]:
    """Those of the country, UTC, all others by part of the world; a saved one on no list at the end."""
    own = zones_of(country)
    first: list[Any] = [(Locale("en").territories[country], own)] if own else []
    rest = [(part, left) for part, names in places() if (left := [one for one in names if one not in own])]
    listed = saved == UTC[0] or saved in countries_by_zone()
    return [*first, UTC, *rest, *([] if listed else [(saved, saved)])]


def zones_of(country: str) -> Choices:
    """Name and place of each zone of a country, by place: ("Europe/Stockholm", "Stockholm") of "SE"."""
    return by_place(name for name, where in countries_by_zone().items() if where == country)


@cache
def places() -> list[tuple[str, Choices]]:
    """The same of each part of the world: ("Europe", [("Europe/Amsterdam", "Amsterdam"), …])."""
    known = sorted(countries_by_zone(), key=area)
    return [(AREAS[part], by_place(names)) for part, names in groupby(known, key=area)]


@cache
def countries_by_zone() -> dict[str, str]:
    """The zones of today with their countries: no old name of one, no abbreviation, no polar station."""
    known, places_only = available_timezones() - SAME_AS_ITS_NEIGHBOUR, AREAS.keys()
    return {
        name: country
        for name, country in get_global("zone_territories").items()
        if name in known and area(name) in places_only and (name.count("/") == 1 or name in INSIDE_A_STATE)
    }


def by_place(names: Any) -> Choices:
    return sorted(((name, place(name)) for name in names), key=lambda pair: pair[1])


def area(name: str) -> str:
    return name.partition("/")[0]


def place(name: str) -> str:
    """How people read it: "America/St_Johns" is "St. John’s", "Argentina/Buenos_Aires" is "Buenos Aires"."""
    return str(get_timezone_location(name, locale="en", return_city=True)).rpartition("/")[2]


def zone_words(name: str) -> str:
    """What a person calls the zone: "New York time", "UTC"; the name itself of one that no system knows."""
    try:
        return name if name == UTC[0] else f"{place(name)} time"
    except LookupError:
        return name
