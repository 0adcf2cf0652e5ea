"""Holidays are the kept library's, for the years around today; without a country there are none."""

from datetime import date

import pytest

from offers.accounts.models import User
from offers.accounts.workdays import countries, holidays_of, regions
from offers.engine.workdays import add_business_days, business_days_between

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("country", "region", "day", "expected"),
    [
        ("US", "", date(2026, 11, 26), True),  # Thanksgiving
        ("US", "", date(2026, 7, 3), True),  # Independence Day falls on a Saturday
        ("DE", "", date(2026, 10, 3), True),
        ("DE", "BY", date(2026, 1, 6), True),  # Epiphany, in the south alone
        ("DE", "", date(2026, 1, 6), False),
        ("DE", "BE", date(2026, 1, 6), False),
        ("SE", "", date(2026, 6, 19), True),  # The eve of midsummer, by habit
        ("SE", "", date(2026, 6, 20), True),
        ("SE", "", date(2026, 6, 18), False),
        ("", "", date(2026, 1, 1), False),
        ("XX", "", date(2026, 1, 1), False),
        ("US", "nowhere", date(2026, 11, 26), True),
    ],
)
def test_a_day_is_a_holiday_where_it_is_one(country: str, region: str, day: date, expected: bool) -> None:
    person = User(country=country, subdivision=region)
    assert (day in holidays_of(person, TODAY)) is expected


def test_holidays_reach_from_last_year_to_the_year_after_next() -> None:
    found = holidays_of(User(country="SE"), TODAY)
    assert {day.year for day in found} == {2025, 2026, 2027, 2028}


def test_every_country_and_region_answers_and_four_have_no_days() -> None:
    bare = {
        country
        for country in countries()
        for region in ("", *list(regions(country))[:1])
        if not holidays_of(User(country=country, subdivision=region), TODAY)
    }
    assert len(countries()) == 250
    assert bare == {"BV", "HM", "IO", "UA"}  # Islands without people, and a country at war.


@pytest.mark.parametrize("year", [2000, 2100])
def test_the_ends_of_the_calendar_that_pages_accept_are_no_error(year: int) -> None:
    assert len(holidays_of(User(country="DE"), date(year, 1, 1))) > 17


def test_business_days_skip_thanksgiving_and_an_early_midsummer() -> None:
    american, swede = User(country="US"), User(country="SE")
    thanksgiving = holidays_of(american, date(2026, 11, 23))
    assert business_days_between(date(2026, 11, 23), date(2026, 11, 27), thanksgiving) == 3
    assert add_business_days(date(2026, 6, 18), 1, holidays_of(swede, TODAY)) == date(2026, 6, 22)


def test_regions_are_called_by_their_names() -> None:
    assert regions("DE")["BY"] == "Bayern"
    assert regions("SE") == {}
