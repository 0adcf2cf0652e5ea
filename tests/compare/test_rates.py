"""The rates of a comparison and the currency of home: kept, refused beside the field, never overwritten."""

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from offers.compare import forms
from offers.compare.forms import RateField
from offers.compare.models import Comparison, Rate
from offers.compare.services import home_state, rate_state
from tests.compare.makers import days, make_acme, make_brick, make_rate
from tests.compare.steps import main, post
from tests.offers.reading import main_of


def rate(**changed: str) -> dict[str, str]:
    today = timezone.localdate().isoformat()
    body = {"currency": "SEK", "home": "USD", "rate": "0,095", "dated_on": today}
    return body | {"opened": rate_state(None)} | changed


def test_a_rate_is_kept_and_a_later_one_takes_its_place(desk: Client, alice: User) -> None:
    assert post(desk, "rate", rate()).status_code == 302
    second = rate(rate="0.1", opened=rate_state(Rate.objects.get()))
    assert post(desk, "rate", second).status_code == 302
    assert [(one.rate, one.home) for one in Rate.objects.all()] == [(Decimal("0.1"), "USD")]


def test_a_rate_sent_twice_is_one(desk: Client) -> None:
    body = rate()
    assert [post(desk, "rate", body).status_code for _ in range(2)] == [302, 302]
    assert Rate.objects.count() == 1


def test_a_rate_of_a_stale_tab_overwrites_nothing(desk: Client, alice: User) -> None:
    make_rate(alice, rate=Decimal("0.09"))
    answer = post(desk, "rate", rate())
    assert answer.status_code == 409
    assert ("0.09" in main_of(answer.content.decode()).text, "0,095" in answer.content.decode()) == (
        True,
        True,
    )
    assert Rate.objects.get().rate == Decimal("0.09")
    assert post(desk, "rate", rate(opened=answer.context["opened"])).status_code == 302
    assert Rate.objects.get().rate == Decimal("0.095")


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"rate": ""}, "rate", "Give the rate, such as 0.095."),
        ({"rate": "cheap"}, "rate", "Give a rate such as 0.095."),
        ({"rate": "NaN"}, "rate", "Give a rate such as 0.095."),
        ({"rate": "-1"}, "rate", "Give a rate such as 0.095."),
        ({"rate": "0"}, "rate", forms.OUTSIDE),
        ({"rate": "9999999"}, "rate", forms.OUTSIDE),
        ({"dated_on": ""}, "dated_on", "Give the day the rate is from."),
        ({"dated_on": "1999-01-01"}, "dated_on", "Give a date between 2000 and 2100."),
        ({"dated_on": "2099-01-01"}, "dated_on", "A rate is from a day that has come."),
        ({"home": "SEK"}, "rate", "Both currencies are the same."),
    ],
)
def test_a_rate_that_cannot_be_one_is_said_beside_the_field(
    desk: Client, alice: User, changed: dict[str, str], field: str, sentence: str
) -> None:
    make_acme(alice), make_brick(alice, currency="SEK")
    answer = post(desk, "rate", rate(**changed))
    assert (answer.status_code, answer.context["form"].errors) == (200, {field: [sentence]})
    assert Rate.objects.count() == 0


def test_the_currency_of_home_can_be_chosen(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice)
    assert post(desk, "home", {"home": "eur", "opened": home_state("")}).status_code == 302
    assert "There is no rate for USD, so Acme stands outside the order." in main(desk).text
    stale = post(desk, "home", {"home": "GBP", "opened": home_state("")})
    assert (stale.status_code, Comparison.objects.get().home) == (409, "EUR")


@pytest.mark.parametrize("typed", ["", "XXQ", "\x00", "euro"])
def test_a_currency_that_is_none_is_refused(desk: Client, alice: User, typed: str) -> None:
    make_acme(alice), make_brick(alice)
    answer = post(desk, "home", {"home": typed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["home"])


def test_a_comma_that_could_group_thousands_is_asked_about(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK")
    sent = {"currency": "SEK", "home": "USD", "rate": "1,480", "dated_on": days(0).isoformat()}
    answer = post(desk, "rate", sent)
    assert answer.context["form"].errors == {"rate": ["Is the comma for thousands? Write 1480 or 1.48."]}
    assert [RateField().clean(typed) for typed in ("0,095", "1480")] == [Decimal("0.095"), Decimal(1480)]


@pytest.mark.parametrize("typed", ["%s", "%d", "é%s", "<b>"])
def test_a_rate_of_no_currency_is_refused(desk: Client, alice: User, typed: str) -> None:
    make_acme(alice), make_brick(alice)
    sent = {"currency": typed, "home": "USD", "rate": "0.1", "dated_on": days(0).isoformat()}
    answer = post(desk, "rate", sent)
    assert (answer.status_code, "currency" in answer.context["form"].errors) == (200, True)


def test_an_old_rate_is_said_to_be_old(desk: Client, alice: User) -> None:
    make_acme(alice), make_brick(alice, currency="SEK")
    kept = make_rate(alice, dated_on=days(-31))
    assert "This rate is 31 days old" in main(desk).text
    Rate.objects.filter(pk=kept.pk).update(dated_on=days(-30))
    assert "days old" not in main(desk).text
