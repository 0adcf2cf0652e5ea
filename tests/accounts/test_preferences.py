"""Where a person is: chosen on one page, used on all, and never overwritten by an old page in silence."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import UTC as UTC_ZONE
from offers.accounts.models import User
from offers.case import advice_on
from offers.models import Offer
from tests.conftest import CountQueries
from tests.dates.days import dates_of
from tests.factories import make_offer
from tests.offers.reading import main_of

PAGE = reverse("accounts:preferences")
BERLIN = {"country": "DE", "subdivision": "", "time_zone": "Europe/Berlin", "mail_reminders": "on"}


def where(user: User) -> tuple[str, str, str, bool]:
    user.refresh_from_db()
    return user.country, user.subdivision, user.time_zone, user.mail_reminders


def test_without_a_choice_the_page_says_that_only_weekends_are_skipped(desk: Client, alice: User) -> None:
    main = main_of(desk.get(PAGE).content.decode())
    assert "Only weekends are skipped" in main.text
    assert where(alice) == ("", "", "UTC", True)


def test_country_zone_and_reminders_are_kept(desk: Client, alice: User) -> None:
    assert desk.post(PAGE, BERLIN | {"mail_reminders": ""}).status_code == 302
    assert where(alice) == ("DE", "", "Europe/Berlin", False)


def test_a_country_with_regions_asks_for_one_next(desk: Client, alice: User) -> None:
    answer = desk.post(PAGE, BERLIN, follow=True).content.decode()
    assert "choose yours below" in answer
    desk.post(PAGE, BERLIN | {"subdivision": "BY"})
    assert where(alice)[:2] == ("DE", "BY")


def test_another_country_lets_the_region_go(desk: Client, alice: User) -> None:
    desk.post(PAGE, BERLIN)
    desk.post(PAGE, BERLIN | {"subdivision": "BY"})
    desk.post(PAGE, BERLIN | {"country": "US", "subdivision": "BY"})
    assert where(alice)[:2] == ("US", "")
    desk.post(PAGE, BERLIN | {"country": "SE", "subdivision": "BY"})
    assert where(alice)[:2] == ("SE", "")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("country", "XX"),
        ("country", "\x00"),
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "../../etc/passwd"),
        ("subdivision", "nowhere"),
    ],
)
def test_what_is_on_no_list_is_refused_beside_its_field(
    desk: Client, alice: User, field: str, value: str
) -> None:
    desk.post(PAGE, BERLIN)
    answer = desk.post(PAGE, BERLIN | {field: value})
    assert answer.status_code == 200
    assert answer.context["form"].errors == {field: ["Choose one from the list."]}
    assert where(alice) == ("DE", "", "Europe/Berlin", True)


def test_an_old_page_overwrites_nothing_before_both_were_shown(desk: Client, alice: User) -> None:
    opened = desk.get(PAGE).context["form"].state
    desk.post(PAGE, BERLIN | {"opened": opened})
    late = desk.post(PAGE, {"country": "SE", "time_zone": "Europe/Stockholm", "opened": opened})
    assert (late.status_code, where(alice)[0]) == (409, "DE")
    told = main_of(late.content.decode()).text
    assert ("Germany" in told, "Berlin time" in told) == (True, True)
    assert desk.post(PAGE, late.context["form"].data.dict()).status_code == 302
    assert where(alice)[0] == "SE"


def test_a_country_with_one_time_zone_brings_it_along_and_says_so(desk: Client, alice: User) -> None:
    body = {"country": "SE", "time_zone": "UTC", "mail_reminders": "on"}
    assert "by Stockholm time now" in desk.post(PAGE, body, follow=True).content.decode()
    desk.post(PAGE, body)
    assert where(alice)[2] == "UTC"


@pytest.mark.parametrize(("country", "chosen"), [("US", "UTC"), ("SE", "Europe/Berlin")])
def test_a_country_with_several_or_a_zone_that_was_chosen_brings_none(
    desk: Client, alice: User, country: str, chosen: str
) -> None:
    desk.post(PAGE, {"country": country, "time_zone": chosen})
    assert where(alice)[2] == chosen


def test_the_same_form_sent_twice_is_no_conflict(desk: Client) -> None:
    body = BERLIN | {"opened": desk.get(PAGE).context["form"].state}
    assert [desk.post(PAGE, body).status_code for _ in range(2)] == [302, 302]


def test_a_saved_zone_that_this_system_does_not_know_is_still_there_and_counts_as_utc(
    desk: Client, alice: User
) -> None:
    User.objects.update(time_zone="Europe/Gone")
    assert desk.get(PAGE).status_code == 200
    assert desk.post(PAGE, BERLIN | {"time_zone": "Europe/Gone"}).status_code == 302
    assert User.objects.get().zone is UTC_ZONE


def test_the_page_takes_so_many_queries(desk: Client, django_assert_num_queries: CountQueries) -> None:
    with django_assert_num_queries(4):
        desk.get(PAGE)


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Kiritimati", 24), ("UTC", 23), ("Pacific/Midway", 23)])
def test_today_is_the_day_where_the_person_is(desk: Client, alice: User, zone: str, day: int) -> None:
    User.objects.update(time_zone=zone, country="")
    offer = make_offer(alice, deadline=date(2026, 11, 23))
    with time_machine.travel(datetime(2026, 11, 23, 11, 30, tzinfo=UTC), tick=False):
        page = desk.get(offer.get_absolute_url()).content.decode()
    assert ("has passed" in page) is (day == 24)


def test_a_request_of_nobody_is_in_the_zone_of_the_site(desk: Client, alice: User) -> None:
    User.objects.update(time_zone="Asia/Tokyo")
    desk.get(PAGE)
    assert timezone.get_current_timezone_name() == "UTC"
    desk.post(reverse("account_logout"))
    assert Client().get(reverse("home")).status_code == 200
    assert timezone.get_current_timezone_name() == "UTC"


def test_holidays_move_the_last_safe_day_to_counter(alice: User) -> None:
    offer, today = make_offer(alice, deadline=date(2026, 11, 30)), date(2026, 11, 16)
    assert dates_of(offer, today)["counter"].day == date(2026, 11, 24)
    User.objects.update(country="US")
    assert dates_of(offer, today)["counter"].day == date(2026, 11, 23)


def test_the_time_left_of_the_advice_counts_no_holiday(alice: User) -> None:
    make_offer(alice, deadline=date(2026, 11, 27), base=Decimal(80_000))
    User.objects.update(country="US")
    advice = advice_on(Offer.objects.with_case().get(), date(2026, 11, 23))
    assert advice is not None
    assert advice.time_left.business_days == 3
