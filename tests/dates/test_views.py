"""All dates on one page: overdue first, grouped by day, each with its offer and why."""

from datetime import UTC, date, datetime, timedelta

import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.compare.models import Expectation
from offers.dates.events import When
from offers.models import Offer, Stage
from tests.conftest import CountQueries, sign_in
from tests.dates.days import at, live, offer_due
from tests.factories import make_crowd, make_draft, make_offer
from tests.offers.reading import main_of

PAGE = reverse("dates:list")


def test_without_a_date_the_page_says_where_dates_come_from(desk: Client) -> None:
    text = main_of(desk.get(PAGE).content.decode()).text
    assert "Enter by when an employer wants your answer" in text


def test_dates_of_all_offers_stand_by_day_with_what_is_overdue_first(desk: Client, alice: User) -> None:
    today = timezone.localdate()
    make_offer(alice, role="Late", deadline=today - timedelta(days=3), stage=Stage.FINAL)
    make_offer(alice, role="Now", deadline=today, stage=Stage.FINAL)
    make_offer(alice, role="Same", deadline=today, stage=Stage.FINAL)
    make_offer(alice, role="Far", deadline=today + timedelta(days=60), stage=Stage.FINAL)
    days = desk.get(PAGE).context["days"]
    assert [day.when for day in days] == [When.OVERDUE, When.TODAY, When.LATER]
    assert [[line.event.offer.role for line in day.lines] for day in days] == [
        ["Late"],
        ["Now", "Same"],
        ["Far"],
    ]


def test_each_date_says_why_and_links_to_its_offer_and_its_file(desk: Client, alice: User) -> None:
    offer = make_offer(alice, deadline=timezone.localdate() + timedelta(days=30))
    page = desk.get(PAGE).content.decode()
    assert "a review takes about 3 business days" in main_of(page).text
    assert main_of(page).text.count("Grade") == 2
    for address in (offer.get_absolute_url(), reverse("dates:one", args=[offer.pk, "counter"])):
        assert f'href="{address}"' in page


def test_hostile_names_are_shown_letter_by_letter(desk: Client, alice: User) -> None:
    make_offer(alice, company="<script>alert(1)</script>", deadline=timezone.localdate())
    assert "<script>alert" not in desk.get(PAGE).content.decode()


def test_an_example_is_marked_and_a_decided_offer_is_not_there(desk: Client, alice: User) -> None:
    make_offer(alice, deadline=timezone.localdate(), is_example=True, stage=Stage.FINAL)
    make_offer(alice, deadline=timezone.localdate(), stage=Stage.DECIDED)
    assert main_of(desk.get(PAGE).content.decode()).text.count("example") == 1


def test_dates_of_others_are_not_there(bob: User, alice: User) -> None:
    make_offer(alice, deadline=timezone.localdate())
    assert sign_in(bob).get(PAGE).context["days"] == []


def test_the_page_counts_where_the_person_is(alice: User) -> None:
    offer_due(live(alice, "Pacific/Kiritimati"), date(2026, 3, 13), stage=Stage.FINAL)
    with time_machine.travel(datetime(2026, 3, 13, 11, tzinfo=UTC), tick=False):
        (day,) = sign_in(alice).get(PAGE).context["days"]
    assert day.when == When.OVERDUE


def test_what_was_mailed_stands_there_and_the_walk_away_nowhere(desk: Client, alice: User) -> None:
    offer_due(live(alice, "Europe/Berlin"), date(2026, 3, 13), stage=Stage.FINAL)
    mail.outbox.clear()
    at(datetime(2026, 3, 12, 8, 5, tzinfo=UTC))
    text = main_of(desk.get(PAGE).content.decode()).text
    assert "12 Mar 2026, 09:05: Answer due on 13 Mar 2026" in text
    assert "79,000" not in text


def test_the_page_says_whether_reminders_are_on_and_where_days_are_counted(desk: Client, alice: User) -> None:
    assert (
        "Only weekends are left out when business days are counted"
        in main_of(desk.get(PAGE).content.decode()).text
    )
    User.objects.update(mail_reminders=False, country="US", time_zone="America/New_York")
    text = main_of(desk.get(PAGE).content.decode()).text
    told = ("Off: nothing is mailed.", "Holidays of United States, as you chose", "by New York time.")
    assert [words for words in told if words not in text] == []


def test_the_page_takes_six_queries_however_many_dates(
    desk: Client, alice: User, django_assert_num_queries: CountQueries
) -> None:
    for many in (1, 29):
        for offer in make_crowd(alice, many):
            make_draft(offer, sent_on=timezone.localdate())
            Expectation.objects.create(offer=offer, expected_on=timezone.localdate())
        Offer.objects.update(deadline=timezone.localdate() + timedelta(days=1), stage=Stage.COUNTERED)
        with django_assert_num_queries(6):
            page = desk.get(PAGE)
    assert sum(len(day.lines) for day in page.context["days"]) == 90
