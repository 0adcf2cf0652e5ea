"""Reminders go out once, at nine where the person is, and only while the date is still theirs."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.test import override_settings
from django.utils import timezone

from offers.accounts.erasure import erase
from offers.accounts.models import User
from offers.compare.models import Expectation
from offers.dates.models import Reminder
from offers.dates.reminders import due_reminders, send
from offers.models import Offer, Stage
from tests.conftest import CountQueries, make_person
from tests.dates.days import at, between, live, offer_due
from tests.factories import make_draft

FRIDAY = date(2026, 3, 13)
EVE = datetime(2026, 3, 12, 9, tzinfo=UTC)
THE_DAY = datetime(2026, 3, 13, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _empty_outbox() -> None:
    mail.outbox.clear()


def test_a_deadline_is_told_at_nine_on_the_business_day_before_and_on_the_day(alice: User) -> None:
    offer_due(alice, FRIDAY, stage=Stage.FINAL)
    assert between(EVE - 24 * HOUR, THE_DAY + 48 * HOUR) == [EVE, THE_DAY]


def test_other_dates_are_told_once_on_the_business_day_before(alice: User) -> None:
    offer = offer_due(alice, None, stage=Stage.COUNTERED)
    make_draft(offer, sent_on=date(2026, 3, 4))  # Asked again on Tuesday, 10 March.
    start = datetime(2026, 3, 7, tzinfo=UTC)
    assert between(start, start + 96 * HOUR) == [datetime(2026, 3, 9, 9, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("zone", "day", "eve_at", "day_at"),
    [
        ("Europe/Berlin", date(2026, 3, 29), (3, 27, 8), (3, 29, 7)),  # The night an hour is missing
        ("Europe/Berlin", date(2026, 3, 30), (3, 27, 8), (3, 30, 7)),
        ("Europe/Berlin", date(2026, 10, 25), (10, 23, 7), (10, 25, 8)),  # The night an hour comes twice
        ("America/New_York", date(2026, 3, 8), (3, 6, 14), (3, 8, 13)),
        ("America/New_York", date(2026, 11, 1), (10, 30, 13), (11, 1, 14)),
    ],
)
def test_the_nights_in_which_the_clocks_change_bring_each_mail_once(
    alice: User, zone: str, day: date, eve_at: tuple[int, int, int], day_at: tuple[int, int, int]
) -> None:
    offer_due(live(alice, zone), day, stage=Stage.FINAL)
    moments = [datetime(2026, *parts, tzinfo=UTC) for parts in (eve_at, day_at)]
    assert between(moments[0] - HOUR, moments[1] + 12 * HOUR) == moments


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
def test_a_clock_that_jumps_by_an_hour_brings_each_mail_once(alice: User, jump: timedelta) -> None:
    offer_due(alice, FRIDAY, stage=Stage.FINAL)
    for moment in (EVE, THE_DAY):
        for offset in (-2 * HOUR, -HOUR / 2, HOUR / 2, HOUR / 2 + jump, jump, 2 * HOUR):
            at(moment + offset)
    assert len(mail.outbox) == 2


def test_the_day_on_which_an_offer_is_expected_is_told_once_on_the_business_day_before(alice: User) -> None:
    offer = offer_due(live(alice, "Europe/Berlin"), None)
    Expectation.objects.create(offer=offer, expected_on=date(2026, 3, 16))
    sent = between(datetime(2026, 3, 12, tzinfo=UTC), datetime(2026, 3, 17, tzinfo=UTC))
    assert sent == [datetime(2026, 3, 13, 8, tzinfo=UTC)]


def test_a_worker_that_was_away_at_nine_tells_it_later(alice: User) -> None:
    offer_due(alice, FRIDAY, stage=Stage.FINAL)
    assert between(EVE + 7 * HOUR, EVE + 9 * HOUR) == [EVE + 7 * HOUR]


def test_on_the_day_one_mail_is_enough_and_after_it_there_is_none(alice: User) -> None:
    offer_due(alice, FRIDAY, stage=Stage.FINAL)
    assert between(THE_DAY, THE_DAY + HOUR) == [THE_DAY]
    Reminder.objects.all().delete()
    assert between(THE_DAY + 15 * HOUR, THE_DAY + 16 * HOUR) == []


def test_who_has_just_worked_on_the_offer_is_not_told_what_they_typed(alice: User) -> None:
    offer = offer_due(alice, FRIDAY, stage=Stage.FINAL)
    Offer.objects.filter(pk=offer.pk).update(changed_at=EVE + HOUR)
    assert between(EVE + 2 * HOUR, EVE + 4 * HOUR) == []


@pytest.mark.parametrize(
    "change",
    [
        {"stage": Stage.DECIDED},
        {"is_example": True},
        {"deadline": None},
        {"deadline": date(2026, 3, 20)},
    ],
)
def test_an_offer_that_changes_takes_its_reminder_along(alice: User, change: dict[str, object]) -> None:
    offer = offer_due(alice, FRIDAY, stage=Stage.FINAL)
    (waiting,) = due_reminders(EVE)
    Offer.objects.filter(pk=offer.pk).update(**change)
    send(waiting.pk, EVE)
    assert (len(mail.outbox), at(EVE), at(THE_DAY)) == (0, [], [])


@pytest.mark.parametrize("change", [{"mail_reminders": False}, {"is_active": False}])
def test_a_person_who_wants_none_gets_none(alice: User, change: dict[str, bool]) -> None:
    offer_due(alice, FRIDAY, stage=Stage.FINAL)
    (waiting,) = due_reminders(EVE)
    User.objects.update(**change)
    send(waiting.pk, EVE)
    assert (len(mail.outbox), at(EVE)) == (0, [])


def test_an_address_that_nobody_confirmed_gets_none(db: None) -> None:
    offer_due(make_person("carol", confirmed=False), FRIDAY, stage=Stage.FINAL)
    assert at(EVE) == []


@pytest.mark.parametrize("gone", ["account", "offer"])
def test_a_deleted_account_or_offer_has_no_reminder(alice: User, gone: str) -> None:
    offer = offer_due(alice, FRIDAY, stage=Stage.FINAL)
    (waiting,) = due_reminders(EVE)
    if gone == "account":
        erase(alice)
    else:
        offer.delete()
    send(waiting.pk, EVE)
    assert (len(mail.outbox), Reminder.objects.count(), at(EVE)) == (0, 0, [])


def test_a_day_that_moved_is_told_again_for_the_new_day(alice: User) -> None:
    offer = offer_due(alice, FRIDAY, stage=Stage.FINAL)
    at(EVE)
    Offer.objects.filter(pk=offer.pk).update(deadline=date(2026, 3, 20))
    assert between(EVE, EVE + 9 * 24 * HOUR, HOUR * 3) == [EVE + 7 * 24 * HOUR, THE_DAY + 7 * 24 * HOUR]


def test_turned_on_again_nothing_comes_twice(alice: User) -> None:
    offer_due(alice, FRIDAY, stage=Stage.FINAL)
    at(EVE)
    User.objects.update(mail_reminders=False)
    at(EVE + HOUR)
    User.objects.update(mail_reminders=True)
    assert (at(EVE + 2 * HOUR), len(mail.outbox)) == ([], 1)


def test_sending_a_reminder_twice_sends_one_mail(alice: User) -> None:
    offer_due(alice, FRIDAY, stage=Stage.FINAL)
    (waiting,) = due_reminders(EVE)
    send(waiting.pk, EVE)
    send(waiting.pk, EVE)
    assert len(mail.outbox) == 1


def test_a_mail_says_that_a_date_is_near_and_nothing_of_which(alice: User) -> None:
    offer = offer_due(alice, FRIDAY, stage=Stage.FINAL)
    at(EVE)
    at(THE_DAY)
    for message, word in zip(mail.outbox, ("near", "today"), strict=True):
        text = f"{message.subject} {message.body}"
        assert (message.to, message.subject) == (["alice@example.org"], "A date is near")
        assert f"is {word}." in message.body
        assert [told for told in (offer.company, offer.role, offer.place) if told in text] == []
        assert re.findall(r"\d+", text.replace("http://localhost:8000", "")) == []
        assert [link in text for link in ("8000/dates/", "8000/account/preferences/")] == [True, True]
        assert message.extra_headers["Message-ID"].endswith("@localhost>")


def test_a_site_that_keeps_its_mails_as_files_keeps_reminders_among_them(alice: User, tmp_path: Path) -> None:
    offer_due(live(alice, "UTC"), date(2026, 3, 13), stage=Stage.FINAL)
    files = "django.core.mail.backends.filebased.EmailBackend"
    with override_settings(EMAIL_BACKEND=files, EMAIL_FILE_PATH=str(tmp_path)):
        at(datetime(2026, 3, 13, 9, 5, tzinfo=UTC))
    (file,) = tmp_path.iterdir()
    assert "a date that you set in Negotiator is today" in file.read_text()


def test_planning_takes_two_queries_however_many_dates_are_not_due(
    alice: User, django_assert_num_queries: CountQueries
) -> None:
    for day in range(1, 31):
        offer_due(alice, date(2026, 4, day), stage=Stage.FINAL)
    with django_assert_num_queries(2):
        assert list(due_reminders(EVE)) == []


def test_reminders_are_made_when_they_are_due_and_not_before(alice: User) -> None:
    offer_due(alice, FRIDAY, stage=Stage.FINAL)
    assert list(due_reminders(EVE - HOUR)) == []
    assert Reminder.objects.count() == 0
    (made,) = due_reminders(EVE)
    assert (made.day, made.on_the_day, made.due_at, made.sent_at) == (FRIDAY, False, EVE, None)
    assert timezone.is_aware(made.due_at)
