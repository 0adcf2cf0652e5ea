"""Which dates an offer has, on which days, and what each is called."""

from datetime import UTC, date, datetime

import pytest

from offers.accounts.models import User
from offers.compare.models import Expectation
from offers.dates.events import When, events_of, with_dates
from offers.engine.policy import Policy
from offers.models import Offer, Stage
from tests.conftest import CountQueries
from tests.dates.days import dates_of, live, offer_due
from tests.factories import make_answer, make_crowd, make_draft, make_offer

MONDAY = date(2026, 3, 2)


def days_of(offer: Offer, today: date) -> dict[str, date]:
    return {key: event.day for key, event in dates_of(offer, today).items()}


def test_a_deadline_has_a_last_safe_day_to_counter(alice: User) -> None:
    offer = make_offer(alice, deadline=date(2026, 3, 13))
    assert days_of(offer, MONDAY) == {"counter": date(2026, 3, 9), "deadline": date(2026, 3, 13)}


def test_without_a_deadline_there_is_no_date(alice: User) -> None:
    assert days_of(make_offer(alice), MONDAY) == {}


def test_a_counter_that_went_out_is_followed_up(alice: User) -> None:
    offer = make_offer(alice, deadline=date(2026, 3, 13), stage=Stage.COUNTERED)
    make_draft(offer, sent_on=date(2026, 3, 4))
    assert days_of(offer, date(2026, 3, 5)) == {"deadline": date(2026, 3, 13), "follow-up": date(2026, 3, 10)}


def test_the_review_starts_the_wait_anew(alice: User) -> None:
    offer = make_offer(alice, stage=Stage.REVIEW)
    make_draft(offer, sent_on=date(2026, 3, 4), review_on=date(2026, 3, 6))
    assert days_of(offer, date(2026, 3, 9)) == {"follow-up": date(2026, 3, 12)}
    (event,) = dates_of(offer, date(2026, 3, 9)).values()
    assert event.reason.text.startswith("With those who decide since 6 March 2026; follow up on 12 March")


@pytest.mark.parametrize("answered", [True, False])
def test_an_answer_or_a_follow_up_ends_the_wait(alice: User, answered: bool) -> None:
    offer = make_offer(alice, stage=Stage.COUNTERED)
    make_draft(offer, sent_on=date(2026, 3, 4))
    if answered:
        make_answer(offer, heard_on=date(2026, 3, 5))
    else:
        make_draft(offer, kind="follow_up", sent_on=date(2026, 3, 10))
    assert days_of(offer, date(2026, 3, 11)) == {}


@pytest.mark.parametrize("kind", ["accept", "decline"])
def test_our_yes_or_no_leaves_no_date_until_they_answer_it(alice: User, kind: str) -> None:
    offer = make_offer(alice, deadline=date(2026, 3, 13), stage=Stage.COUNTERED)
    make_draft(offer, sent_on=date(2026, 3, 4))
    make_draft(offer, kind=kind, sent_on=date(2026, 3, 6))
    assert days_of(offer, date(2026, 3, 9)) == {}
    make_answer(offer, heard_on=date(2026, 3, 9))
    Offer.objects.update(stage=Stage.FINAL)
    assert days_of(offer, date(2026, 3, 9)) == {"deadline": date(2026, 3, 13)}


def test_the_final_package_has_its_own_day_and_a_name_for_it(alice: User) -> None:
    offer = make_offer(alice, deadline=date(2026, 3, 20), stage=Stage.FINAL)
    events = dates_of(offer, MONDAY)
    assert [(key, event.title) for key, event in events.items()] == [("deadline", "Decide on their answer")]


def test_the_day_on_which_an_offer_is_expected_is_one_of_its_dates(alice: User) -> None:
    offer = make_offer(alice, base=None)
    Expectation.objects.create(offer=offer, expected_on=date(2026, 3, 13))
    event = dates_of(offer, MONDAY)["expected"]
    assert (event.day, event.title, event.when) == (date(2026, 3, 13), "You expect their offer", When.LATER)


def test_an_offer_that_came_in_writing_is_expected_no_more(alice: User) -> None:
    offer = make_offer(alice, stated_as="written")
    Expectation.objects.create(offer=offer, expected_on=date(2026, 3, 13))
    assert days_of(offer, MONDAY) == {}


@pytest.mark.parametrize(("entered", "keys"), [(2, {"deadline", "counter"}), (10, {"deadline"})])
def test_a_day_to_counter_that_had_passed_at_the_start_is_no_date(
    alice: User, entered: int, keys: set[str]
) -> None:
    offer = make_offer(alice, deadline=date(2026, 3, 13))
    offer.created_at = datetime(2026, 3, entered, 12, tzinfo=UTC)
    offer.save()
    assert set(days_of(offer, date(2026, 3, 11))) == keys


def test_a_decided_offer_has_no_date(alice: User) -> None:
    assert days_of(make_offer(alice, deadline=date(2026, 3, 13), stage=Stage.DECIDED), MONDAY) == {}


def test_a_deadline_that_has_passed_has_no_day_to_counter(alice: User) -> None:
    assert days_of(make_offer(alice, deadline=date(2026, 2, 27)), MONDAY) == {"deadline": date(2026, 2, 27)}


@pytest.mark.parametrize(
    ("today", "when", "left"),
    [
        (date(2026, 3, 9), When.LATER, 4),
        (date(2026, 3, 10), When.LATER, 3),
        (date(2026, 3, 11), When.SOON, 2),
        (date(2026, 3, 13), When.TODAY, 0),
        (date(2026, 3, 14), When.OVERDUE, 0),
        (date(2026, 3, 16), When.OVERDUE, -1),
    ],
)
def test_a_date_is_later_soon_today_or_overdue(alice: User, today: date, when: When, left: int) -> None:
    event = dates_of(make_offer(alice, deadline=date(2026, 3, 13)), today)["deadline"]
    assert (event.when, event.business_days) == (when, left)


@pytest.mark.parametrize(
    ("country", "region", "deadline", "counter", "eve"),
    [
        ("US", "", date(2026, 11, 30), date(2026, 11, 23), date(2026, 11, 27)),  # Thanksgiving
        ("US", "", date(2026, 11, 27), date(2026, 11, 20), date(2026, 11, 25)),
        ("DE", "BY", date(2026, 1, 8), date(2025, 12, 31), date(2026, 1, 7)),  # Epiphany in Bavaria
        ("DE", "BE", date(2026, 1, 8), date(2026, 1, 2), date(2026, 1, 7)),
        ("SE", "", date(2026, 6, 22), date(2026, 6, 15), date(2026, 6, 18)),  # Midsummer
        ("", "", date(2026, 6, 22), date(2026, 6, 16), date(2026, 6, 19)),
        ("", "", date(2026, 3, 2), date(2026, 2, 24), date(2026, 2, 27)),  # The end of a month
        ("", "", date(2028, 3, 1), date(2028, 2, 24), date(2028, 2, 29)),  # A leap day
        ("", "", date(2028, 2, 29), date(2028, 2, 23), date(2028, 2, 28)),
    ],
)
def test_holidays_month_ends_and_leap_days_move_a_date(
    alice: User, country: str, region: str, deadline: date, counter: date, eve: date
) -> None:
    offer = make_offer(live(alice, "UTC", country, region), deadline=deadline)
    events = dates_of(offer, counter)
    assert (events["counter"].day, events["deadline"].eve) == (counter, eve)


def test_the_dates_of_all_offers_take_one_query(alice: User, django_assert_num_queries: CountQueries) -> None:
    for many in (1, 29):
        for offer in make_crowd(alice, many):
            make_draft(offer, sent_on=MONDAY)
            Expectation.objects.create(offer=offer, expected_on=MONDAY)
        Offer.objects.update(stage=Stage.COUNTERED)
        with django_assert_num_queries(1):
            found = [events_of(each, MONDAY, policy=Policy()) for each in with_dates(Offer.objects.all())]
    assert [len(events) for events in found] == [2] * 30


def test_the_dates_at_the_ends_of_what_pages_accept_can_be_shown(alice: User) -> None:
    for deadline in (date(2000, 1, 1), date(2100, 12, 31)):
        offer = offer_due(live(alice, "Pacific/Kiritimati", "DE"), deadline)
        assert dates_of(offer, date(2000, 1, 1))["deadline"].day == deadline
