"""Calendar files and the private address: the right day, the right moment, and nothing about whose offer."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.erasure import erase
from offers.accounts.models import User
from offers.compare.models import Expectation
from offers.dates.feeds import new_address
from offers.dates.models import CalendarFeed
from offers.models import Offer, Stage
from tests.conftest import CountQueries, sign_in
from tests.dates.days import live, version
from tests.dates.reading import Part, read
from tests.factories import make_crowd, make_offer
from tests.offers.reading import main_of

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TITLE = "A date you set in Negotiator"
LIST = reverse("dates:list")


def fetch(token: str) -> HttpResponse:
    return Client().get(reverse("dates:feed", args=[token]))


def entries(owner: User, now: datetime = NOW) -> list[Part]:
    with time_machine.travel(now, tick=False):
        return read(fetch(new_address(owner, NOW)).content).parts


@pytest.mark.parametrize(
    ("zone", "deadline", "rings_at"),
    [
        ("Europe/Berlin", date(2026, 3, 13), "20260312T080000Z"),
        ("America/New_York", date(2026, 3, 13), "20260312T130000Z"),
        ("Europe/Berlin", date(2026, 3, 30), "20260327T080000Z"),  # Summer time begins on Sunday
        ("Europe/Berlin", date(2026, 3, 31), "20260330T070000Z"),
        ("Europe/Berlin", date(2026, 10, 27), "20261026T080000Z"),  # and ends on Sunday, 25 October
        ("America/New_York", date(2026, 3, 10), "20260309T130000Z"),
        ("America/New_York", date(2026, 11, 3), "20261102T140000Z"),
        ("America/New_York", date(2026, 11, 2), "20261030T130000Z"),
        ("Europe/Berlin", date(2026, 4, 1), "20260331T070000Z"),  # The end of a month
        ("America/New_York", date(2028, 2, 29), "20280228T140000Z"),  # A leap day
        ("Europe/Berlin", date(2028, 3, 1), "20280229T080000Z"),
    ],
)
def test_a_deadline_is_a_whole_day_that_rings_at_nine_on_the_business_day_before(
    alice: User, zone: str, deadline: date, rings_at: str
) -> None:
    make_offer(live(alice, zone), deadline=deadline, stage=Stage.FINAL)
    (event,) = entries(alice)
    assert event.properties["DTSTART"] == ("VALUE=DATE", deadline.strftime("%Y%m%d"))
    (alarm,) = event.parts
    assert alarm.properties["TRIGGER"] == ("VALUE=DATE-TIME", rings_at)
    assert (alarm.kind, alarm.value("ACTION")) == ("VALARM", "DISPLAY")


def test_only_a_deadline_rings(alice: User) -> None:
    make_offer(alice, deadline=date(2026, 3, 13))
    assert [(entry.value("DTSTART"), len(entry.parts)) for entry in entries(alice)] == [
        ("20260309", 0),
        ("20260313", 1),
    ]


def test_the_day_on_which_an_offer_is_expected_is_called_like_any_other(alice: User) -> None:
    Expectation.objects.create(offer=make_offer(alice), expected_on=date(2026, 3, 13))
    (entry,) = entries(alice)
    assert (entry.value("DTSTART"), entry.value("SUMMARY"), entry.parts) == ("20260313", TITLE, [])


def test_nothing_in_the_file_says_whose_offer_it_is(alice: User) -> None:
    offer = make_offer(alice, deadline=date(2026, 3, 13))
    with time_machine.travel(NOW, tick=False):
        text = fetch(new_address(alice, NOW)).content.decode()
    told = (offer.company, offer.role, offer.place, str(offer.pk), "alice")
    assert [word for word in told if word.lower() in text.lower()] == []
    drawn = re.sub(r"(?m)^UID:.*$", "", text)  # Its digits are as good as random, and any may stand in it.
    assert [figure for figure in ("80000", "95000", "79000") if figure in drawn] == []
    assert set(re.findall(r"SUMMARY:(.*)\r", text)) == {TITLE}


def test_a_date_keeps_its_number_when_its_day_moves(alice: User) -> None:
    offer = make_offer(alice, deadline=date(2026, 3, 13), stage=Stage.FINAL)
    (before,) = entries(alice)
    Offer.objects.filter(pk=offer.pk).update(deadline=date(2026, 3, 20))
    (after,) = entries(alice)
    assert before.value("UID") == after.value("UID")
    assert after.value("DTSTART") == "20260320"


def test_examples_decided_offers_and_those_of_others_are_not_in_it(alice: User, bob: User) -> None:
    make_offer(alice, deadline=date(2026, 3, 13), is_example=True)
    make_offer(alice, deadline=date(2026, 3, 13), stage=Stage.DECIDED)
    make_offer(bob, deadline=date(2026, 3, 13))
    assert entries(alice) == []


def test_today_is_the_owners(alice: User) -> None:
    """Still the day of the deadline in Honolulu, and therefore a day to counter is listed no more there."""
    with time_machine.travel(NOW, tick=False):
        make_offer(live(alice, "Pacific/Honolulu"), deadline=date(2026, 3, 13))
    late = datetime(2026, 3, 14, 5, tzinfo=UTC)
    assert len(entries(alice, late)) == 2
    live(alice, "UTC")
    assert len(entries(alice, late)) == 1


def test_the_address_opens_no_session_and_stays_out_of_caches_and_indexes(alice: User) -> None:
    answer = fetch(new_address(alice, NOW))
    headers = {name: answer.headers.get(name) for name in ("Cache-Control", "X-Robots-Tag", "Content-Type")}
    assert headers == {
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex",
        "Content-Type": "text/calendar; charset=utf-8",
    }
    assert dict(answer.cookies) == {}


def test_wrong_replaced_and_revoked_addresses_are_answered_alike(alice: User, bob: User) -> None:
    replaced = new_address(alice, NOW)
    held = new_address(alice, NOW)
    assert fetch(held).status_code == 200
    gone = new_address(bob, NOW)
    sign_in(bob).post(reverse("dates:revoke-feed"))
    answers = [fetch(token) for token in ("x" * 43, replaced, gone)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    assert answers[0].headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("left", ["deleted", "inactive"])
def test_the_address_of_somebody_who_left_is_nobodys(alice: User, left: str) -> None:
    token = new_address(alice, NOW)
    if left == "deleted":
        erase(alice)
    else:
        User.objects.update(is_active=False)
    assert fetch(token).status_code == 404


def token_on(page: str) -> str:
    (token,) = re.findall(r">http://localhost:8000/calendar/([\w-]{43})\.ics<", page)
    return str(token)


def make(desk: Client, replaces: str = "") -> HttpResponse:
    return desk.post(reverse("dates:make-feed"), {"replaces": replaces})


def test_only_the_hash_of_the_address_is_stored_and_it_is_shown_once(desk: Client, alice: User) -> None:
    assert make(desk).headers["Location"] == LIST
    token = token_on(desk.get(LIST).content.decode())
    assert fetch(token).status_code == 200
    assert CalendarFeed.objects.get().token_hash not in (token, "")
    assert token not in desk.get(LIST).content.decode()
    assert token not in str(dict(desk.session))


def test_a_double_click_makes_one_address_that_is_shown_and_works(desk: Client, alice: User) -> None:
    assert [make(desk).status_code for _ in range(2)] == [302, 302]
    assert fetch(token_on(desk.get(LIST).content.decode())).status_code == 200


def test_an_address_is_replaced_by_a_page_that_knows_it_alone(desk: Client, alice: User) -> None:
    make(desk)
    token = token_on(desk.get(LIST).content.decode())
    old = version(alice)
    assert "this page was older" in desk.post(reverse("dates:make-feed"), follow=True).content.decode()
    assert fetch(token).status_code == 200
    make(desk, old)
    replaced = token_on(desk.get(LIST).content.decode())
    assert [fetch(one).status_code for one in (token, replaced)] == [404, 200]


def test_an_address_that_is_gone_before_it_was_seen_is_not_shown(desk: Client, alice: User) -> None:
    make(desk)
    desk.post(reverse("dates:revoke-feed"))
    assert "/calendar/" not in main_of(desk.get(LIST).content.decode()).text


def test_one_date_comes_as_a_file_of_its_own(desk: Client, alice: User) -> None:
    offer = make_offer(alice, deadline=date(2026, 3, 13))
    with time_machine.travel(NOW, tick=False):
        answer = sign_in(alice).get(reverse("dates:one", args=[offer.pk, "counter"]))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="date.ics"'
    (entry,) = read(answer.content).parts
    assert (entry.value("DTSTART"), entry.value("SUMMARY")) == ("20260309", TITLE)


@pytest.mark.parametrize("key", ["deadline", "follow-up", "nonsense"])
def test_a_date_that_an_offer_does_not_have_is_not_there(desk: Client, alice: User, key: str) -> None:
    offer = make_offer(alice)
    assert desk.get(reverse("dates:one", args=[offer.pk, key])).status_code == 404


def test_a_stranger_gets_no_file(alice: User, bob: User) -> None:
    offer = make_offer(alice, deadline=date(2026, 3, 13))
    assert sign_in(bob).get(reverse("dates:one", args=[offer.pk, "deadline"])).status_code == 404


def test_the_address_takes_three_queries_however_many_offers(
    alice: User, django_assert_num_queries: CountQueries
) -> None:
    token = new_address(alice, NOW)
    for many in (1, 29):
        make_crowd(alice, many)
        Offer.objects.update(deadline=date(2026, 3, 13))
        missing = Offer.objects.filter(expectation=None)
        Expectation.objects.bulk_create(Expectation(offer=each, expected_on=NOW.date()) for each in missing)
        with django_assert_num_queries(3), time_machine.travel(NOW, tick=False):
            answer = fetch(token)
    assert len(read(answer.content).parts) == 90
