"""Business-day arithmetic undoes itself, and dates keep their order."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from offers.engine.clock import ExtensionClass, clock, extension, latest_counter
from offers.engine.policy import Policy
from offers.engine.workdays import add_business_days, add_months, business_days_between, is_business_day

POLICY = Policy()
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
NEAR = st.dates(date(2025, 12, 1), date(2026, 3, 1))
HOLIDAYS = st.frozensets(NEAR, max_size=20)
COUNTS = st.integers(-60, 60)


@settings(deadline=None)
@given(day=NEAR, count=COUNTS, holidays=HOLIDAYS)
def test_adding_days_and_counting_them_agree(day: date, count: int, holidays: frozenset[date]) -> None:
    assume(count > 0 or is_business_day(day, holidays))
    there = add_business_days(day, count, holidays)
    assert business_days_between(day, there, holidays) == count


@settings(deadline=None)
@given(day=NEAR, count=COUNTS, holidays=HOLIDAYS)
def test_adding_and_taking_days_away_returns_to_a_business_day(
    day: date, count: int, holidays: frozenset[date]
) -> None:
    assume(is_business_day(day, holidays))
    assert add_business_days(add_business_days(day, count, holidays), -count, holidays) == day


@settings(deadline=None)
@given(day=NEAR, first=st.integers(0, 30), second=st.integers(0, 30), holidays=HOLIDAYS)
def test_adding_in_two_steps_is_adding_once(
    day: date, first: int, second: int, holidays: frozenset[date]
) -> None:
    steps = add_business_days(add_business_days(day, first, holidays), second, holidays)
    assert steps == add_business_days(day, first + second, holidays)


@settings(deadline=None)
@given(start=NEAR, end=NEAR, holidays=HOLIDAYS)
def test_counting_by_weeks_is_counting_day_by_day(start: date, end: date, holidays: frozenset[date]) -> None:
    low, high = sorted((start, end))
    days = [low + timedelta(days=number) for number in range(1, (high - low).days + 1)]
    counted = sum(is_business_day(day, holidays) for day in days)
    assert business_days_between(start, end, holidays) == (counted if start <= end else -counted)


@settings(deadline=None)
@given(one=DAYS, two=DAYS, three=DAYS, holidays=HOLIDAYS)
def test_counting_adds_up_over_any_day_between(
    one: date, two: date, three: date, holidays: frozenset[date]
) -> None:
    through = business_days_between(one, two, holidays) + business_days_between(two, three, holidays)
    assert through == business_days_between(one, three, holidays)


@settings(deadline=None)
@given(deadline=NEAR, today=NEAR, holidays=HOLIDAYS)
def test_a_counter_in_time_leaves_the_review_before_the_deadline(
    deadline: date, today: date, holidays: frozenset[date]
) -> None:
    counter = latest_counter(deadline, today, holidays=holidays, policy=POLICY).on
    assert counter is not None
    assert is_business_day(counter, holidays)
    assert add_business_days(counter, int(POLICY.review_days), holidays) < deadline


@settings(deadline=None)
@given(deadline=NEAR, untils=st.tuples(NEAR, NEAR), holidays=HOLIDAYS)
def test_a_longer_extension_is_never_more_usual(
    deadline: date, untils: tuple[date, date], holidays: frozenset[date]
) -> None:
    kinds = list(ExtensionClass)
    short, long = (
        extension(deadline, until, holidays=holidays, policy=POLICY).kind for until in sorted(untils)
    )
    assert kinds.index(short) <= kinds.index(long)


@settings(deadline=None)
@given(
    today=NEAR,
    deadline=st.none() | NEAR,
    sent_on=st.none() | NEAR,
    expected=st.none() | NEAR,
    holidays=HOLIDAYS,
)
def test_clock_takes_every_date_as_unknown(
    today: date,
    deadline: date | None,
    sent_on: date | None,
    expected: date | None,
    holidays: frozenset[date],
) -> None:
    found = clock(
        today,
        deadline=deadline,
        sent_on=sent_on,
        other_expected_on=expected,
        holidays=holidays,
        policy=POLICY,
    )
    known = (found.counter_by.on is not None, found.follow_up.on is not None, found.wait_until is not None)
    assert known == (deadline is not None, sent_on is not None, None not in (deadline, expected))
    assert found.left.overdue == (deadline is not None and deadline < today)


@settings(deadline=None)
@given(day=DAYS, count=st.integers(-240, 240))
def test_adding_months_moves_the_month_and_never_past_the_day(day: date, count: int) -> None:
    there = add_months(day, count)
    assert 12 * there.year + there.month == 12 * day.year + day.month + count
    assert there.day in (day.day, 28, 29, 30)
