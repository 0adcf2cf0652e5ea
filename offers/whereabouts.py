"""From a place in a person's words to the country it most likely lies in: a proposal, never more.

By kept lists alone: names of countries, states of the United States, and the cities that time zones are
named after. Nothing is asked of another server.
"""

from functools import cache

from offers.accounts.workdays import countries
from offers.accounts.zones import countries_by_zone, place
from offers.market.states import is_nation, state_named

STATES = "US"


def country_of(words: str) -> str:
    """Its code, empty where the words name none. What stands last decides, as the widest place.

    >>> [country_of(words) for words in ("Berlin", "Berlin, CT", "Remote, Portugal", "London, ON")]
    ['DE', 'US', 'PT', '']
    """
    *before, last = (part.strip().casefold() for part in words.split(","))
    if last in by_name():
        return by_name()[last]
    city = by_city().get(before[-1] if before else last, "")
    if city and (not before or last == city.casefold()):
        return city
    return STATES if state_named(last) or (is_nation(last) and last.startswith("u")) else ""


@cache
def by_name() -> dict[str, str]:
    return {name.casefold(): code for code, name in countries().items()}


@cache
def by_city() -> dict[str, str]:
    return {place(zone).casefold(): country for zone, country in countries_by_zone().items()}
