"""Market pay taken into an offer: filled in, marked as what it is, and saved by nobody but the person."""

from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from offers.accounts.models import User
from offers.engine.situation import Unit
from offers.forms import RangeForm
from offers.from_market import taken_from
from offers.market.models import FilingPay, Wage
from offers.market.shipped import load_market
from offers.models import Offer
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.market.steps import text_of

pytestmark = pytest.mark.django_db
SOURCE = "Market data, BLS OEWS May 2024: Software Developers, U.S., 25th to 75th percentile"


def key_of(occupation: str) -> str:
    return f"wage|{Wage.objects.get(occupation=occupation).pk}"


def take(alice: User, offer: Offer, page: str, **sent: str) -> HttpResponse:
    address = reverse("offers:step", args=[offer.pk, page])
    answer: Any = sign_in(alice).post(address, sent)
    return answer  # type: ignore[no-any-return]


@pytest.fixture
def offer(alice: User) -> Offer:
    load_market()
    return make_offer(alice)


def test_figures_are_filled_in_as_a_range_that_no_employer_gave(alice: User, offer: Offer) -> None:
    answer = take(alice, offer, "range", market=key_of("15-1252"), span="middle")
    page = answer.content.decode()
    assert [f'value="{amount}"' in page for amount in ("103,050", "133,080", "169,000")] == [True] * 3
    assert SOURCE in page
    assert 'name="range_from_employer" checked' not in page
    assert "It is what the market pays and not what this employer said." in text_of(answer)


def test_nothing_is_written_until_the_page_is_sent(alice: User, offer: Offer) -> None:
    take(alice, offer, "range", market=key_of("15-1252"), span="middle")
    take(alice, offer, "numbers", market=key_of("15-1252"), span="middle")
    saved = Offer.objects.get(pk=offer.pk)
    assert (saved.range_minimum, saved.range_source, saved.evidence.count()) == (None, "", 0)
    assert saved.changed_at == offer.changed_at


def test_what_was_filled_in_can_be_saved_with_its_source(alice: User, offer: Offer) -> None:
    form = RangeForm(instance=offer)
    body = {"range_minimum": "103,050", "range_maximum": "169,000", "range_basis": "position"}
    take(alice, offer, "range", **body, range_source=SOURCE, opened=form.state)
    saved = Offer.objects.get(pk=offer.pk)
    assert (saved.range_source, saved.range_from_employer) == (SOURCE, False)


def test_figures_are_filled_in_as_a_reason_for_the_target(alice: User, offer: Offer) -> None:
    sent = {"market": key_of("15-1252"), "span": "wide", "about": "level"}
    page = take(alice, offer, "numbers", **sent).content.decode()
    assert [
        f'name="{name}_level" value="{amount}"' in page
        for name, amount in (("low", "79,850"), ("high", "211,450"))
    ] == [True, True]
    assert "Software Developers, U.S., 10th to 90th percentile" in page


def test_what_is_at_least_so_much_is_no_upper_end(offer: Offer) -> None:
    taken = taken_from(offer, {"market": key_of("11-1011"), "span": "upper"})
    assert not isinstance(taken, str)
    assert (taken.low, taken.middle, taken.high) == (Decimal(206_420), None, None)
    assert taken.source.endswith("(upper end: at least 239,200)")


@pytest.mark.parametrize(
    ("unit", "fields", "low"),
    [
        (Unit.YEAR, {"fte": Decimal("0.5")}, Decimal(51_525)),
        (Unit.MONTH, {"payments_per_year": 12}, Decimal(8_588)),
        (Unit.HOUR, {}, Decimal("49.55")),
    ],
)
def test_amounts_are_those_of_the_unit_of_the_offer(
    offer: Offer, unit: Unit, fields: dict[str, Any], low: Decimal
) -> None:
    offer.unit = unit
    for name, value in fields.items():
        setattr(offer, name, value)
    taken = taken_from(offer, {"market": key_of("15-1252"), "span": "middle"})
    assert not isinstance(taken, str)
    assert taken.low == low


def test_a_row_of_visa_filings_can_be_taken(offer: Offer) -> None:
    pay = {"p10": 80_000, "p25": 90_000, "median": 100_000, "p75": 110_000, "p90": 120_000}
    FilingPay.objects.create(
        occupation="15-1252", state="TX", county="", level="", year=2025, sample=9, **pay
    )
    taken = taken_from(offer, {"market": "filing|15-1252|TX|||2025", "span": "middle"})
    assert not isinstance(taken, str)
    assert (taken.low, taken.high) == (Decimal(90_000), Decimal(110_000))
    assert taken.source.startswith("Market data, visa filings (DOL LCA) fiscal year 2025:")


@pytest.mark.parametrize(
    "key",
    [
        "",
        "wage|",
        "wage|0",
        "wage|99999999999999999999",
        "wage|1;--",
        "filing|a|b|c|d|e",
        "filing|||||2025",
        "x|1",
        "\x00",
    ],
)
def test_a_row_that_is_not_there_fills_in_nothing(alice: User, offer: Offer, key: str) -> None:
    answer = take(alice, offer, "range", market=key)
    assert (answer.status_code, "Nothing was filled in." in text_of(answer)) == (200, True)


def test_an_offer_in_another_currency_takes_no_dollars(alice: User, offer: Offer) -> None:
    Offer.objects.filter(pk=offer.pk).update(currency="EUR")
    answer = take(alice, offer, "range", market=key_of("15-1252"))
    assert "this offer is not. Nothing was filled in." in text_of(answer)


def test_a_stranger_takes_nothing_into_an_offer(bob: User, offer: Offer) -> None:
    assert take(bob, offer, "range", market=key_of("15-1252")).status_code == 404
