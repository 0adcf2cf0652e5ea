"""Sets of bands: what holds when, publishing, copying, and the way back."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from offers.bands.models import Band, BandSet, Employer, SetState
from offers.bands.sets import ChangedError, TooEarlyError, copy, difference, publish, set_in_force, state_of
from tests.factories import band_fields, make_band, make_band_set, make_employer

pytestmark = pytest.mark.django_db


TODAY = date(2026, 11, 23)
NEXT_YEAR = date(2027, 1, 1)


def bring(band_set: BandSet, today: date = TODAY) -> BandSet | None:
    return publish(band_set, shown=state_of(band_set, set_in_force(band_set)), today=today)


def states() -> dict[str, str]:
    return dict(BandSet.objects.values_list("name", "state"))


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [
        ((date(2026, 1, 1), date(2026, 12, 31)), (date(2027, 1, 1), None), True),
        ((date(2026, 1, 1), date(2026, 12, 31)), (date(2026, 12, 31), None), False),
        ((date(2026, 1, 1), None), (date(2027, 1, 1), None), False),
        ((date(2026, 6, 1), None), (date(2026, 1, 1), date(2026, 5, 31)), True),
        ((date(2026, 6, 1), None), (date(2026, 1, 1), date(2026, 6, 1)), False),
    ],
)
def test_no_two_bands_of_a_job_hold_on_one_day(first: Any, second: Any, fits: bool) -> None:
    make_band(valid_from=first[0], valid_to=first[1])
    later = Band(**band_fields(valid_from=second[0], valid_to=second[1], title="SOFTWARE engineer"))
    errors: list[str] = []
    try:
        later.full_clean()
    except ValidationError as error:
        errors = list(error.message_dict)
    assert errors == ([] if fits else ["valid_from"])
    if fits:
        later.save()
    else:
        with pytest.raises(IntegrityError, match="band_once_at_a_time"), transaction.atomic():
            later.save()


@pytest.mark.parametrize("field", ["family", "title", "level", "location"])
def test_another_job_level_or_place_is_another_band(field: str) -> None:
    make_band()
    make_band(**{field: "Another"})
    assert Band.objects.count() == 2


def test_a_band_goes_into_the_set_in_force_from_the_day_it_is_as_of() -> None:
    band = make_band(as_of=date(2026, 11, 1))
    assert (band.band_set.name, band.band_set.state) == ("First set", SetState.ACTIVE)
    assert (band.valid_from, band.valid_to) == (date(2026, 11, 1), None)


def saved_and_checked(band: Band) -> None:
    band.save()
    connection.check_constraints()


def test_no_band_stands_in_the_set_of_another_employer() -> None:
    other = make_band_set(make_employer("Acme"))
    band = Band(**band_fields(band_set=other))
    with pytest.raises(ValidationError) as error:
        band.full_clean()
    assert error.value.message_dict == {"band_set": ["That is a set of another employer."]}
    with pytest.raises(IntegrityError, match="band_in_a_set_of_its_employer"), transaction.atomic():
        saved_and_checked(band)


def test_an_employer_has_one_set_in_force() -> None:
    band = make_band()
    with pytest.raises(IntegrityError, match="band_set_in_force_once"), transaction.atomic():
        make_band_set(band.employer, state=SetState.ACTIVE)


def test_publishing_archives_the_set_before_and_going_back_brings_it_back() -> None:
    first = make_band().band_set
    second = copy(first)
    assert bring(second) == first
    assert states() == {"First set": "archived", "First set, copy 1": "active"}
    second.refresh_from_db()
    first.refresh_from_db()
    assert second.before == first
    assert bring(first) == second
    assert states() == {"First set": "active", "First set, copy 1": "archived"}


def test_what_changed_since_it_was_shown_is_not_published() -> None:
    band = make_band()
    draft = copy(band.band_set)
    shown = state_of(draft, band.band_set)
    Band.objects.filter(band_set=draft).update(version=2)
    with pytest.raises(ChangedError):
        publish(draft, shown=shown, today=TODAY)
    assert states()[draft.name] == "draft"


def test_next_years_bands_take_nothing_away_from_this_year() -> None:
    make_band(level="L4")
    draft = copy(make_band().band_set)
    draft.bands.update(valid_from=NEXT_YEAR)
    with pytest.raises(TooEarlyError) as early:
        bring(draft)
    assert str(early.value) == (
        "Software Engineer, L3, Austin, TX and 1 more would have no band until 1 January 2027, since the set "
        "in force ends when this one is published. Publish it on that day, or put the bands of today in it "
        "too."
    )
    assert states() == {"First set": "active", "First set, copy 1": "draft"}
    assert bring(draft, NEXT_YEAR) == BandSet.objects.get(name="First set")


def test_next_years_bands_under_other_titles_wait_too() -> None:
    draft = copy(make_band().band_set)
    draft.bands.update(title="Another", valid_from=NEXT_YEAR)
    with pytest.raises(TooEarlyError, match=r"^Another, L3, Austin, TX would have no band until"):
        bring(draft)


@pytest.mark.parametrize("case", ["this year too", "a new job", "nothing today", "nothing in force"])
def test_a_set_that_takes_no_band_of_today_away_is_published(case: str) -> None:
    first = make_band().band_set
    draft = copy(first)
    if case == "this year too":
        draft.bands.update(valid_to=date(2026, 12, 31))
        make_band(band_set=draft, valid_from=NEXT_YEAR)
    elif case == "a new job":
        make_band(band_set=draft, title="New", valid_from=NEXT_YEAR)
    else:
        draft.bands.update(valid_from=NEXT_YEAR)
        first.bands.update(valid_to=date(2026, 11, 22))
    if case == "nothing in force":
        BandSet.objects.filter(pk=first.pk).update(state=SetState.ARCHIVED)
    bring(draft)
    assert states()[draft.name] == "active"


def test_a_set_that_is_in_force_is_not_published_again() -> None:
    with pytest.raises(ChangedError):
        bring(make_band().band_set)


def test_a_copy_has_every_band_and_a_name_of_its_own() -> None:
    first = make_band().band_set
    make_band(level="L4")
    names = [copy(first).name, copy(first).name]
    assert names == ["First set, copy 1", "First set, copy 2"]
    assert [one.bands.count() for one in BandSet.objects.order_by("pk")] == [2, 2, 2]


def test_the_difference_names_each_band_that_changes() -> None:
    first = make_band(title="Stays").band_set
    for title in ("Rises", "Ends"):
        make_band(title=title)
    draft = copy(first)
    draft.bands.get(title="Ends").delete()
    draft.bands.filter(title="Rises").update(maximum=Decimal(170_000))
    make_band(title="New", band_set=draft)
    found = difference(first, draft)
    lines = [[line.title for line in lines] for lines in (found.added, found.changed, found.ended)]
    assert lines == [["New, L3, Austin, TX"], ["Rises, L3, Austin, TX"], ["Ends, L3, Austin, TX"]]
    assert found.unchanged == 1
    assert found.changed[0].then == (
        "USD 110,000 – 135,000 – 170,000 a year, for the whole position, from 2026-11-01"
    )
    assert len(difference(None, draft).added) == 3


def test_only_bands_of_the_set_in_force_that_hold_today_are_in_force() -> None:
    make_band(title="Now")
    make_band(title="Over", valid_from=date(2026, 1, 1), valid_to=date(2026, 11, 22))
    make_band(title="Ahead", valid_from=date(2026, 11, 24))
    make_band(title="Draft", band_set=make_band_set())
    assert [band.title for band in Band.objects.in_force(date(2026, 11, 23))] == ["Now"]


@pytest.mark.django_db(transaction=True)
def test_bands_from_before_sets_each_end_where_the_next_begins() -> None:
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate([("bands", "0003_pay_rules"), ("offers", "0009_whose_law_holds")])
    old = executor.loader.project_state([("bands", "0003_pay_rules")]).apps
    employer = old.get_model("bands", "Employer").objects.create(name="Acme")
    plain = {name: value for name, value in band_fields().items() if name != "employer"}
    for day, level in ((date(2025, 1, 1), "L3"), (date(2026, 1, 1), "l3"), (date(2026, 1, 1), "L4")):
        old.get_model("bands", "Band").objects.create(
            **plain | {"as_of": day, "level": level}, employer=employer
        )
    executor = MigrationExecutor(connection)
    executor.migrate(leaves)
    found = (
        Band.objects.filter(employer__name="Acme")
        .order_by("pk")
        .values_list("level", "valid_from", "valid_to")
    )
    assert list(found) == [
        ("L3", date(2025, 1, 1), date(2025, 12, 31)),
        ("l3", date(2026, 1, 1), None),
        ("L4", date(2026, 1, 1), None),
    ]
    assert set(Band.objects.filter(employer__name="Acme").values_list("band_set__state", flat=True)) == {
        "active"
    }
    Band.objects.all().delete()
    BandSet.objects.all().delete()
    Employer.objects.all().delete()
