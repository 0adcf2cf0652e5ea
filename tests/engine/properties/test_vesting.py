"""No share is lost or invented, whatever the schedule."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from offers.engine.vesting import BASIS, EquityMeaning, Vesting, by_year, read_equity, tranches
from tests.engine.properties.packages_of_pay import HUNDREDS, VESTINGS

STEPS = st.sampled_from([Decimal(1), Decimal("0.01")])


@settings(deadline=None)
@given(count=st.integers(0, 10**7), step=STEPS, vesting=VESTINGS)
def test_tranches_always_sum_to_the_grant(count: int, step: Decimal, vesting: Vesting) -> None:
    total = count * step
    parts = tranches(total, vesting, step)
    assert sum(part.amount for part in parts) == total
    assert sum(by_year(total, vesting, step)) == total
    assert min(part.amount for part in parts) >= 0


@settings(deadline=None)
@given(count=st.integers(0, 10**7), step=STEPS, vesting=VESTINGS)
def test_tranches_stay_within_half_a_step_of_the_exact_share(
    count: int, step: Decimal, vesting: Vesting
) -> None:
    vested = Decimal(0)
    parts = tranches(count * step, vesting, step)
    for part, (month, twelfths) in zip(parts, vesting.dates(), strict=True):
        vested += part.amount
        assert part.month == month
        assert 2 * abs(vested * 12 * BASIS - count * step * twelfths) <= 12 * BASIS * step


@settings(deadline=None)
@given(count=st.integers(0, 10**7), vesting=VESTINGS)
def test_tranches_fall_on_vesting_dates_from_the_cliff_on(count: int, vesting: Vesting) -> None:
    months = [part.month for part in tranches(Decimal(count), vesting)]
    assert months == [
        month
        for month in range(1, vesting.months + 1)
        if month % vesting.every == 0 and month >= vesting.cliff
    ]


@settings(deadline=None)
@given(whole=HUNDREDS, vesting=VESTINGS)
def test_read_equity_of_the_average_year_gives_the_whole_back(whole: Decimal, vesting: Vesting) -> None:
    yearly = whole / len(vesting.points)
    reading = read_equity(yearly, EquityMeaning.PER_YEAR, vesting)
    assert (reading.whole, sum(reading.by_year)) == (whole, whole)
