"""The look-up: from people's words to an occupation and a place, and to figures that say what they are."""

from decimal import Decimal

import pytest
from django.urls import reverse

from offers.accounts.models import User
from offers.market.lookup import look_up
from offers.market.models import Wage
from offers.market.shipped import load_market
from offers.market.wording import find_occupations
from tests.conftest import CountQueries, sign_in
from tests.factories import make_offer
from tests.market.files import CHIEFS, LEGISLATORS, SOFTWARE, csv_file, oews_table
from tests.market.places import AUSTIN, import_areas
from tests.market.steps import hashes, imported, rolled_back, text_of

pytestmark = pytest.mark.django_db
TITLES = ["O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"]
METRO = {"AREA": "12420", "AREA_TITLE": "Austin-Round Rock, TX", "AREA_TYPE": "4", "PRIM_STATE": "TX"}
TEXAS = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}


def import_titles(*pairs: tuple[str, str]) -> None:
    rows = [[code, title, "n/a", "02"] for code, title in pairs]
    imported(csv_file([TITLES, *rows], "\t"), "Alternate Titles.txt")


SHIPPED = "national figures of some dozens of common occupations came with Negotiator"


def import_wages(*rows: dict[str, str], name: str = "all_data_M_2024.csv") -> None:
    imported(csv_file(oews_table(*rows)), name)


def codes(title: str) -> list[str]:
    return [match.code for match in find_occupations(title).matches]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("software engineer", "15-1252"),
        ("Senior  Software Engineer", "15-1252"),
        ("Software Engineers", "15-1252"),
        ("Software Engineer III", "15-1252"),
        ("SWE", "15-1252"),
        ("registered nurse", "29-1141"),
        ("RN", "29-1141"),
        ("accountant", "13-2011"),
        ("frontend developer", "15-1254"),
    ],
)
def test_a_fresh_installation_knows_common_titles(title: str, code: str) -> None:
    load_market()
    assert find_occupations(title).code == code
    assert look_up(title).survey[0].year == 2024


@pytest.mark.parametrize(
    ("typed", "read_as", "code"),
    [
        ("regstered nurse", "registered nurse", "29-1141"),
        ("sofware enginer", "software engineer", "15-1252"),
        ("acountant", "accountant", "13-2011"),
    ],
)
def test_a_misspelled_title_is_read_as_the_one_that_was_meant(typed: str, read_as: str, code: str) -> None:
    load_market()
    found = find_occupations(typed)
    assert (found.read_as, found.code, found.weak) == (read_as, code, False)


def test_a_title_that_means_several_occupations_is_left_to_the_person() -> None:
    load_market()
    market = look_up("data engineer")
    assert [choice.name for choice in market.choices] == ["Database Architects", "Data Scientists"]
    assert [choice.median for choice in market.choices] == [
        "135,980 US dollars a year",
        "112,590 US dollars a year",
    ]
    assert (market.chosen, market.survey) == (None, ())


def test_the_title_of_an_occupation_wins_over_an_alternate_title_of_another() -> None:
    load_market()
    import_titles(("15-2051.00", "Data Scientist"), ("19-2011.00", "Data Scientist"))
    market = look_up("Senior data scientist")
    assert market.chosen is not None
    assert (market.chosen.name, market.choices) == ("Data Scientists", ())


def test_the_occupation_that_was_chosen_counts() -> None:
    load_market()
    market = look_up("data engineer", occupation="15-2051")
    assert market.chosen is not None
    assert (market.chosen.name, market.survey[0].at("median").words) == ("Data Scientists", "112,590")


def test_a_weak_match_is_said_and_never_chosen() -> None:
    load_market()
    import_titles(
        ("33-1021.00", "Fire Chief"),
        ("39-6011.00", "Bell Staff"),
        ("55-1015.00", "Chief Staff of Long Plans"),
    )
    found = find_occupations("chief of staff")
    assert (found.weak, found.code) == (True, "")
    assert found.matches[0].code == "55-1015"


def test_a_title_with_one_word_more_is_offered_and_not_chosen() -> None:
    import_titles(("29-1141.00", "Triage Nurse"), ("29-1141.00", "Very Long Other Nurse"))
    found = find_occupations("nurse")
    assert [match.title for match in found.matches] == ["Triage Nurse"]
    assert (found.is_same, found.weak, found.code) == (False, False, "")


@pytest.mark.parametrize(
    "words", ["", " ", "%", "'; DROP TABLE x; --", "((((", "\\", "🦀", "a" * 100, "!!!", "the of"]
)
def test_hostile_and_empty_words_find_nothing(words: str) -> None:
    load_market()
    market = look_up(words, words)
    assert (market.choices, market.chosen) == ((), None)


def test_the_nearest_figures_come_first_and_the_wider_ones_after_them() -> None:
    load_market()
    import_areas(AUSTIN)
    import_wages(SOFTWARE | METRO | {"A_MEDIAN": "131000"}, SOFTWARE | TEXAS | {"A_MEDIAN": "128000"})
    market = look_up("software engineer in Austin")
    assert [(pay.place, pay.at("median").words) for pay in market.survey] == [
        ("Austin-Round Rock, TX", "131,000"),
        ("Texas", "128,000"),
        ("the whole United States", "133,080"),
    ]
    assert (market.title, market.notes) == ("software engineer", ())


def test_a_fall_back_is_said() -> None:
    load_market()
    import_areas(AUSTIN)
    assert look_up("accountant", "Austin, TX").notes == (
        "There are no figures of the survey for Austin-Round Rock, TX here, so these are of the whole United "
        "States.",
    )


def test_marks_keep_their_meaning() -> None:
    import_titles(("11-1011.00", "Chief Executive"), ("11-1031.00", "Legislator"))
    import_wages(CHIEFS, LEGISLATORS | {"A_PCT90": "*"}, name="national_M2024_dl.csv")
    chiefs, lawmakers = (look_up(title).survey[0] for title in ("chief executive", "legislator"))
    assert [chiefs.at(name).words for name in ("median", "p75", "p90")] == [
        "206,420",
        "at least 239,200",
        "at least 239,200",
    ]
    assert chiefs.sample == "how many people is not published"
    assert (lawmakers.at("median").words, lawmakers.at("p90").words) == ("44,810", "not published")
    assert look_up("legislator", unit="hour").survey[0].unit == "year"


def test_the_newest_year_counts_and_the_group_is_said_where_it_alone_is_published() -> None:
    import_titles(("15-1251.00", "Coder"))
    group = SOFTWARE | {"OCC_CODE": "15-1250", "OCC_TITLE": "Software and Web People", "O_GROUP": "broad"}
    import_wages(group | {"A_MEDIAN": "100000"}, name="national_M2023_dl.csv")
    import_wages(group, name="national_M2024_dl.csv")
    market = look_up("coder")
    assert (market.survey[0].year, market.survey[0].is_wider) == (2024, True)
    assert market.notes == ("They are published for the wider group “Software and Web People” alone.",)


def test_shipped_figures_are_loaded_once() -> None:
    assert load_market() > 0
    before = hashes()
    assert (load_market(), hashes()) == (0, before)
    assert Wage.objects.count() == 61


def test_an_import_replaces_shipped_figures_and_rolling_it_back_restores_them() -> None:
    load_market()
    before = hashes()
    batch = imported(csv_file(oews_table(SOFTWARE | {"A_MEDIAN": "133081"})), "national_M2024_dl.csv")
    assert (batch.added, batch.changed) == (0, 1)
    assert look_up("software engineer").survey[0].at("median").amount == Decimal(133_081)
    assert Wage.objects.count() == 61
    rolled_back(batch)
    assert hashes() == before


def page(client: object, **asked: str) -> str:
    return text_of(client.get(reverse("market:look-up"), asked))  # type: ignore[attr-defined]


def test_the_page_says_what_is_missing_and_what_came_with_it_until_a_survey_is_imported(alice: User) -> None:
    words = page(window := sign_in(alice))
    assert "No publisher’s files were imported here yet. The national figures" in words
    assert "BLS area definitions: towns, so that a place is found by its name" in words
    import_areas(AUSTIN)
    import_wages(SOFTWARE | METRO)
    assert SHIPPED in page(window)
    imported(csv_file(oews_table(SOFTWARE)), "national_M2024_dl.csv")
    assert SHIPPED not in page(window)


def test_the_page_shows_source_year_sample_and_licence(alice: User) -> None:
    load_market()
    words = page(sign_in(alice), title="software engineer")
    assert "The whole United States, May 2024" in words
    assert "1,654,440 people in this work" in words
    assert "US government work, in the public domain" in words
    assert "O*NET" not in words.partition("What this server knows")[0]


def test_titles_of_onet_are_attributed(alice: User) -> None:
    load_market()
    import_titles(("15-1252.00", "Code Wrangler"))
    assert "under CC BY 4.0" in page(sign_in(alice), title="code wrangler")


def test_a_title_is_asked_for(alice: User) -> None:
    assert "Write a job title." in page(sign_in(alice), title="", place="Austin")


@pytest.mark.parametrize("offers", [1, 30])
def test_the_page_needs_twelve_queries(
    alice: User, django_assert_num_queries: CountQueries, offers: int
) -> None:
    load_market()
    import_areas(AUSTIN)
    for _ in range(offers):
        make_offer(alice)
    client = sign_in(alice)
    with django_assert_num_queries(12):
        client.get(reverse("market:look-up"), {"title": "software engineer", "place": "Austin, TX"})


@pytest.mark.parametrize(("many", "hint"), [(8, False), (9, True)])
def test_of_many_offers_the_newest_are_named_and_the_way_to_the_others(
    alice: User, many: int, hint: bool
) -> None:
    load_market()
    for _ in range(many):
        make_offer(alice)
    answer = sign_in(alice).get(reverse("market:look-up"), {"title": "software engineer"})
    assert (len(answer.context["offers"]), "These are the newest." in text_of(answer)) == (8, hint)


def test_the_first_visit_needs_three_queries(alice: User, django_assert_num_queries: CountQueries) -> None:
    client = sign_in(alice)
    with django_assert_num_queries(3):
        client.get(reverse("market:look-up"))


@pytest.mark.parametrize("key", ["nonsense", "00000000-0000-4000-8000-000000000000"])
def test_an_offer_that_is_not_there_is_not_there(alice: User, key: str) -> None:
    assert sign_in(alice).get(reverse("market:look-up"), {"offer": key}).status_code == 404


def test_a_stranger_cannot_look_up_for_an_offer(alice: User, bob: User) -> None:
    offer = make_offer(alice)
    assert sign_in(bob).get(reverse("market:look-up"), {"offer": str(offer.pk)}).status_code == 404


@pytest.mark.parametrize("typed", ["accountant in Chicago", "software engineer in Austin"])
def test_a_place_that_is_on_no_list_here_does_not_hide_the_title(typed: str) -> None:
    load_market()
    market = look_up(typed)
    assert (market.title, market.place.is_known, market.found.weak) == (
        typed.rpartition(" in ")[0],
        False,
        False,
    )
    assert market.chosen
    assert f"known here as “{typed.rpartition(' in ')[2]}”" in market.notes[0]
