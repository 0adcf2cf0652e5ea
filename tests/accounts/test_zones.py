"""Time zones are those of today, called by their places, with those of the person's country first."""

import pytest

from offers.accounts.zones import countries_by_zone, places, zone_choices, zone_words, zones_of


def test_the_zones_of_the_country_stand_first_and_once() -> None:
    first, utc, *rest = zone_choices("UTC", "NZ")
    assert first == ("New Zealand", [("Pacific/Auckland", "Auckland"), ("Pacific/Chatham", "Chatham")])
    assert utc[0] == "UTC"
    assert [name for _, group in rest for name, _ in group if name in dict(first[1])] == []


@pytest.mark.parametrize("old", ["Asia/Calcutta", "Europe/Kiev", "America/Godthab", "EST", "US/Eastern"])
def test_old_names_and_abbreviations_are_not_offered_but_kept_where_they_are_saved(old: str) -> None:
    assert old not in countries_by_zone()
    assert zone_choices(old)[-1] == (old, old)


def test_parts_of_the_world_are_called_as_people_call_them() -> None:
    assert [part for part, _ in places()] == [
        "Africa",
        "North and South America",
        "Asia",
        "Atlantic Ocean",
        "Australia",
        "Europe",
        "Indian Ocean",
        "Pacific Ocean",
    ]


def test_every_zone_offered_is_known_and_no_place_stands_twice_in_its_part() -> None:
    for _, group in places():
        assert len({words for _, words in group}) == len(group)


@pytest.mark.parametrize(
    ("country", "zones"), [("SE", 1), ("DE", 1), ("AR", 1), ("IN", 1), ("ES", 3), ("", 0), ("XX", 0)]
)
def test_a_country_has_so_many_zones(country: str, zones: int) -> None:
    assert len(zones_of(country)) == zones


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("America/New_York", "New York time"),
        ("America/St_Johns", "St. John’s time"),
        ("UTC", "UTC"),
        ("Europe/Gone", "Europe/Gone"),
    ],
)
def test_a_zone_is_told_as_people_say_it(name: str, words: str) -> None:
    assert zone_words(name) == words
