"""Places: from people's words to the metro, the state and the nation that figures are published for."""

import pytest

from offers.market.lookup import look_up
from offers.market.shipped import load_market
from offers.market.where import find_place
from tests.market.places import (
    AUSTIN,
    BOISE,
    HONOLULU,
    JEFFERSONS,
    KANSAS,
    NEW_YORK,
    NORWICH,
    PORTLANDS,
    SCRANTON,
    WINSTON,
    import_areas,
)

pytestmark = pytest.mark.django_db


def test_a_place_is_its_metro_then_its_state_then_the_nation() -> None:
    import_areas(AUSTIN, NEW_YORK)
    assert find_place("Austin").areas == ("12420", "48", "99")
    assert find_place("austin, texas").areas == ("12420", "48", "99")
    assert find_place("Austn").read_as == "Austin"
    assert find_place("New York").metro == "35620"
    assert find_place("NYC").letters == "NY"
    assert find_place("Texas").areas == ("48", "99")
    assert find_place("remote").areas == ("99",)
    assert (find_place("Berlin, Germany").is_known, find_place("Austin, ME").metro) == (False, "")


def test_of_two_places_of_a_name_the_larger_comes_first_and_the_other_is_named() -> None:
    import_areas(*PORTLANDS)
    place = find_place("Portland")
    assert (place.metro, place.others) == ("38900", ("Portland-South Portland, ME",))
    assert find_place("Portland, ME").metro == "76750"


@pytest.mark.parametrize(
    ("words", "metro"),
    [
        ("Boise", "14260"),
        ("Boise, ID", "14260"),
        ("Boise City, Idaho", "14260"),
        ("Boise, TX", ""),
        ("Honolulu", "46520"),
        ("Honolulu, HI", "46520"),
        ("London, CT", "76450"),
        ("Winston-Salem", "49180"),
        ("winston salem, NC", "49180"),
        ("Wilkes-Barre", "42540"),
        ("Wilkes-Barre, PA", "42540"),
        ("Hazleton", "42540"),
        ("Portland-Vancouver", "38900"),
    ],
)
def test_a_metro_is_found_by_the_everyday_name_of_its_town(words: str, metro: str) -> None:
    import_areas(BOISE, HONOLULU, SCRANTON, WINSTON, NORWICH, *PORTLANDS)
    assert find_place(words).metro == metro


@pytest.mark.parametrize("words", ["London", "Westerly Field", "City", "Kansas"])
def test_a_part_of_a_name_is_no_name_of_its_own(words: str) -> None:
    import_areas(NORWICH, BOISE, KANSAS)
    assert find_place(words).metro == ""


def test_the_place_that_a_short_name_was_read_as_is_said() -> None:
    load_market()
    import_areas(BOISE)
    market = look_up("accountant in Boise")
    assert (market.title, market.place.read_as, market.place.title) == (
        "accountant",
        "Boise",
        "Boise City, ID",
    )


def test_a_short_name_of_two_places_is_asked_about() -> None:
    load_market()
    import_areas(*JEFFERSONS)
    market = look_up("accountant", "Jefferson")
    assert (market.place.metro, market.place.others) == ("", ("Jefferson City, MO", "Jefferson Town, AL"))
    assert market.notes == (
        "“Jefferson” may be one of several places. These figures are of the whole United States.",
    )
    assert look_up("accountant", "Jefferson, MO").place.metro == "27620"
