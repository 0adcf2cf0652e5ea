"""What the database itself holds true about shared pay."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from offers.bands.models import Band, Employer, Industry
from tests.factories import band_fields, make_band, make_employer, make_industry


def violated(**fields: Any) -> str:
    """The constraint that refuses such a band, past every form."""
    band = Band(**band_fields(**fields))
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        band.save()
    return str(refusal.value.__cause__.diag.constraint_name)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"minimum": Decimal(170_000), "midpoint": None}, "band_minimum_to_maximum"),
        ({"minimum": Decimal(0)}, "band_minimum_to_maximum"),
        ({"midpoint": Decimal(109_999)}, "band_midpoint_inside"),
        ({"midpoint": Decimal(160_001)}, "band_midpoint_inside"),
        ({"currency": "usd"}, "band_currency_code"),
        ({"currency": "US"}, "band_currency_code"),
        ({"period": "week"}, "band_period_known"),
        ({"basis": "rumour"}, "band_basis_known"),
        ({"confidence": "sure"}, "band_confidence_known"),
        ({"as_of": date(1999, 12, 31)}, "band_as_of_in_range"),
        ({"as_of": date(2101, 1, 1)}, "band_as_of_in_range"),
    ],
)
def test_the_database_refuses_a_band_that_cannot_be(
    db: None, fields: dict[str, Any], constraint: str
) -> None:
    assert violated(**fields) == constraint


def test_a_band_stands_once_for_its_title_level_place_and_date(db: None) -> None:
    make_band()
    assert violated(title="SOFTWARE ENGINEER", location="AUSTIN, tx") == "band_once_at_a_time"


@pytest.mark.parametrize("midpoint", [None, Decimal(110_000), Decimal(160_000)])
def test_a_midpoint_may_be_unknown_or_at_either_end(db: None, midpoint: Decimal | None) -> None:
    make_band(midpoint=midpoint)
    assert Band.objects.get().midpoint == midpoint


def test_an_employer_stands_once_in_any_case(db: None) -> None:
    make_employer("Northwind Software")
    with pytest.raises(IntegrityError), transaction.atomic():
        Employer.objects.create(name="NORTHWIND software")


@pytest.mark.parametrize(
    ("low", "high", "constraint"),
    [
        ("0.06", "0.05", "industry_padding_in_order"),
        ("-0.01", "0.05", "industry_padding_in_reach"),
        ("0", "0.21", "industry_padding_in_reach"),
    ],
)
def test_the_database_refuses_a_padding_that_cannot_be(
    db: None, low: str, high: str, constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make_industry(padding_low_rate=Decimal(low), padding_high_rate=Decimal(high))


def mistakes(band: Band) -> dict[str, list[str]]:
    try:
        band.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {}),
        ({"maximum": Decimal(100_000)}, {"maximum": ["The maximum is below the minimum."]}),
        (
            {"midpoint": Decimal(90_000)},
            {"midpoint": ["The midpoint lies outside the band. Leave it empty if it is not known."]},
        ),
        (
            {"currency": "QQQ"},
            {"currency": ["Give a currency code of three capital letters, such as USD or EUR."]},
        ),
        ({"as_of": date(1999, 1, 1)}, {"as_of": ["Give a date between 2000 and 2100."]}),
        ({"minimum": Decimal(0)}, {"minimum": ["Ensure this value is greater than or equal to 0.01."]}),
    ],
)
def test_each_mistake_is_said_once_beside_its_field(
    db: None, fields: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    assert mistakes(Band(**band_fields(**fields))) == expected


def test_a_padding_in_the_wrong_order_is_said_beside_its_field(db: None) -> None:
    industry = Industry(name="X", padding_low_rate="0.1", padding_high_rate="0.05", grade="E", source="ours")
    industry.padding_low_rate, industry.padding_high_rate = Decimal("0.1"), Decimal("0.05")
    with pytest.raises(ValidationError) as error:
        industry.full_clean()
    assert error.value.message_dict == {"padding_high_rate": ["The high end is below the low end."]}


def test_history_sees_changes_that_pass_every_form(db: None) -> None:
    band = make_band()
    with connection.cursor() as cursor:
        cursor.execute("update bands_band set maximum = 165000 where id = %s", [band.pk])
    assert [event.maximum for event in band.events.order_by("pgh_id")] == [Decimal(160_000), Decimal(165_000)]


def test_history_outlives_the_row(db: None) -> None:
    band = make_band()
    events = band.events.model
    band.delete()
    assert [event.pgh_label for event in events.objects.order_by("pgh_id")] == ["insert", "delete"]
