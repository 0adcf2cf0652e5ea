"""Many bands at once: shown first, then saved whole or not at all."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.bulk import Edit, raised
from offers.bands.models import Band
from offers.bands.sets import copy, publish, set_in_force, state_of
from tests.conftest import sign_in
from tests.factories import make_band

BANDS = reverse("admin:bands_band_changelist")


@pytest.fixture
def desk(ada: User) -> Client:
    return sign_in(ada, second_factor=True)


def send(desk: Client, **body: Any) -> Any:
    chosen = [band.pk for band in Band.objects.order_by("pk")]
    return desk.post(BANDS, {"action": "change_many", ACTION_CHECKBOX_NAME: chosen, "step": "100"} | body)


@pytest.mark.parametrize(
    ("amount", "rate", "step", "expected"),
    [
        ("100000", "0.033", "100", "103300"),
        ("100000", "0.0335", "100", "103400"),
        ("41.50", "0.03", "1", "43"),
        ("100000", "-0.02", "500", "98000"),
        ("99750", "0", "500", "100000"),
    ],
)
def test_an_amount_is_raised_and_rounded_half_up(amount: str, rate: str, step: str, expected: str) -> None:
    assert raised(Decimal(amount), Edit(rate=Decimal(rate), step=Decimal(step))) == Decimal(expected)


def test_many_bands_are_shown_and_then_raised_together(desk: Client) -> None:
    make_band()
    make_band(level="L4", midpoint=None)
    assert "2 chosen" in send(desk).content.decode()
    page = send(desk, percent="3.3", preview="")
    assert "USD 113,600 – 139,500 – 165,300 a year" in page.content.decode()
    assert {band.maximum for band in Band.objects.all()} == {Decimal(160_000)}
    assert send(desk, percent="3.3", shown=page.context["shown"]).status_code == 302
    rows = Band.objects.order_by("pk").values_list("minimum", "midpoint", "maximum", "version")
    assert list(rows) == [
        (Decimal(113_600), Decimal(139_500), Decimal(165_300), 2),
        (Decimal(113_600), None, Decimal(165_300), 2),
    ]


def test_dates_change_together(desk: Client) -> None:
    make_band()
    page = send(desk, valid_to="2026-12-31", preview="")
    send(desk, valid_to="2026-12-31", shown=page.context["shown"])
    assert Band.objects.get().valid_to == date(2026, 12, 31)


def test_a_preview_of_what_is_no_longer_so_is_not_saved(desk: Client) -> None:
    band = make_band()
    page = send(desk, percent="5", preview="")
    Band.objects.filter(pk=band.pk).update(version=2)
    answer = send(desk, percent="5", shown=page.context["shown"])
    assert (answer.status_code, Band.objects.get().maximum) == (409, Decimal(160_000))
    other = send(desk, percent="6", shown=answer.context["shown"])
    assert (other.status_code, Band.objects.get().maximum) == (409, Decimal(160_000))


def test_a_band_with_a_problem_keeps_all_of_them(desk: Client) -> None:
    make_band(valid_from=date(2026, 1, 1), valid_to=date(2026, 6, 30))
    make_band(valid_from=date(2026, 7, 1))
    page = send(desk, valid_from="2026-03-01", preview="")
    text = page.content.decode()
    assert "The set has a band for this title, level and place" in text
    assert "Nothing can be saved while a band has a problem." in text
    assert send(desk, valid_from="2026-03-01", shown=page.context["shown"]).status_code == 409


def test_an_archived_set_stays_as_it_was(desk: Client) -> None:
    first = make_band().band_set
    draft = copy(first)
    publish(draft, shown=state_of(draft, set_in_force(draft)), today=timezone.localdate())
    page = send(desk, percent="5", preview="")
    assert "The set is archived." in page.content.decode()


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({}, "Give a percentage or a date."),
        ({"percent": "NaN"}, "Enter a number."),
        ({"percent": "101"}, "less than or equal to 100"),
        ({"percent": "1e1000000"}, "less than or equal to 100"),
        ({"valid_from": "1999-01-01"}, "Give a date between 2000 and 2100."),
        ({"valid_from": "soon"}, "Enter a valid date."),
        ({"percent": "5", "step": "7"}, "7 is not one of the available choices"),
    ],
)
def test_what_makes_no_sense_is_refused_beside_its_field(
    desk: Client, body: dict[str, str], error: str
) -> None:
    make_band()
    assert error in send(desk, preview="", **body).content.decode()
