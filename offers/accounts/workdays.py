"""The days on which people do not work where a person lives: from a kept library, no list of ours."""

from datetime import date
from functools import cache, lru_cache

import holidays
from babel import Locale

from offers.accounts.models import User

KINDS = {"public", "de_facto"}  # By law, and by everybody's habit, as the eve of midsummer is in Sweden.
YEARS_AROUND = range(-1, 3)
FAR_FUTURE = date.max.year


@cache
def countries() -> dict[str, str]:
    """Code to English name of every country whose holidays are known, by name."""
    names = Locale("en").territories
    known = {code: names[code] for code in regions_by_country() if code in names}
    return dict(sorted(known.items(), key=lambda pair: pair[1]))


@cache
def regions_by_country() -> dict[str, list[str]]:
    return holidays.list_supported_countries(include_aliases=False)


@lru_cache(maxsize=64)
def regions(country: str) -> dict[str, str]:
    """Code to name of the regions of a country that have days of their own, by name; often there are none."""
    codes = regions_by_country().get(country, [])
    if not codes:
        return {}
    aliases = holidays.country_holidays(country).get_subdivision_aliases()
    names = {code: (aliases.get(code) or [code])[0] for code in codes}
    return dict(sorted(names.items(), key=lambda pair: pair[1]))


@lru_cache(maxsize=512)
def days_off(country: str, region: str, year: int) -> frozenset[date]:
    """The holidays of one year; none for a country or region that the library does not know."""
    if country not in regions_by_country() or not date.min.year <= year <= FAR_FUTURE:
        return frozenset()
    known = region if region in regions_by_country()[country] else None
    kinds = KINDS & set(holidays.country_holidays(country).supported_categories)
    if not kinds:
        return frozenset()
    return frozenset(holidays.country_holidays(country, subdiv=known, years=year, categories=kinds))


def counted_for(user: User) -> str:
    """Whose days off are no business days, in words.

    >>> counted_for(User(country="DE", subdivision="BY"))
    'Holidays of Germany, Bayern'
    """
    country = countries().get(user.country)
    if country is None:
        return ""
    region = regions(user.country).get(user.subdivision)
    return f"Holidays of {country}, {region}" if region else f"Holidays of {country}"


def holidays_of(user: User, today: date) -> frozenset[date]:
    """The holidays of a person's country and region, from last year to the end of the year after next.

    Empty without a country: then only weekends are skipped.

    >>> holidays_of(User(country="US"), date(2026, 11, 23)) >= {date(2026, 11, 26)}
    True
    """
    if not user.country:
        return frozenset()
    years = [today.year + number for number in YEARS_AROUND]
    return frozenset().union(*(days_off(user.country, user.subdivision, year) for year in years))
