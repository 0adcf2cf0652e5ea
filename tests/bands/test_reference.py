"""What every installation starts with, and what becomes of it in the hands of an administrator."""

from decimal import Decimal

import pytest
from django.core.management import call_command

from negotiator.prepare import make_tables
from offers.bands.models import Industry

NAMES = ["General", "Public pay scale", "Technology"]
pytestmark = pytest.mark.django_db


def names() -> list[str]:
    return list(Industry.objects.values_list("name", flat=True))


def test_preparing_the_database_loads_the_industries_once() -> None:
    make_tables()
    make_tables()
    assert names() == NAMES


def test_a_loaded_industry_says_how_good_its_source_is() -> None:
    call_command("reference")
    found = Industry.objects.values_list("name", "padding_low_rate", "padding_high_rate", "grade")
    assert list(found) == [
        ("General", Decimal("0.0500"), Decimal("0.1000"), "C"),
        ("Public pay scale", Decimal("0.0000"), Decimal("0.0300"), "E"),
        ("Technology", Decimal("0.0500"), Decimal("0.1500"), "D"),
    ]


def test_an_administrators_edit_stays() -> None:
    call_command("reference")
    Industry.objects.filter(name="General").update(padding_low_rate="0.01", padding_high_rate="0.03")
    call_command("reference")
    assert Industry.objects.get(name="General").padding_high_rate == Decimal("0.0300")


def test_an_industry_that_was_renamed_or_deleted_does_not_come_back() -> None:
    call_command("reference")
    Industry.objects.filter(name="General").update(name="Everything else")
    Industry.objects.get(name="Technology").delete()
    call_command("reference")
    assert names() == ["Everything else", "Public pay scale"]


def test_an_industry_of_the_same_name_in_another_case_is_taken_for_it() -> None:
    Industry.objects.create(
        name="technology", padding_low_rate=0, padding_high_rate=0, grade="E", source="ours"
    )
    call_command("reference")
    assert names() == ["General", "Public pay scale", "technology"]
