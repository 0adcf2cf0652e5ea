"""Each thing an offer pays, month by month."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.benefits import Match, Tier
from offers.engine.compensation import Bonus, Instalment, Package, Payout, SignOn, Variable
from offers.engine.grants import Grant
from offers.engine.policy import Policy
from offers.engine.streams import Stream, first_year_part, spread, streams, yearly_bases
from offers.engine.vesting import Every, Vesting

POLICY = Policy()
FULL = Payout(low=Decimal(0), base=Decimal(1), high=Decimal(1))


def stream(code: str, years: int = 2, **terms: Any) -> Stream:
    package = Package(base=Decimal(60000), **terms)
    (found,) = [part for part in streams(package, years, POLICY) if part.code == code]
    return found


def variable(**terms: Any) -> Stream:
    return stream("variable", variable=Variable(on_target=Decimal(84000), **terms))


def test_streams_of_a_bare_base_are_base_alone() -> None:
    (base,) = streams(Package(base=Decimal(60000)), 1, POLICY)
    assert (base.code, base.guaranteed, base.once) == ("base", (Decimal(5000),) * 12, False)


def test_yearly_bases_rise_at_each_anniversary() -> None:
    bases = yearly_bases(Package(base=Decimal(120000), raise_rate=Decimal("0.03")), 4)
    assert bases == (120000, 123600, 127308, Decimal("131127.24"))


def test_base_guarantees_no_raise() -> None:
    base = stream("base", raise_rate=Decimal("0.10"))
    assert (base.guaranteed[12], base.claimed[12], base.valued[12]) == (5000, 5500, 5500)


def test_spread_pays_cents_and_closes_the_year_exactly() -> None:
    parts = spread(Decimal("100.005"))
    assert parts[:4] == (Decimal("8.33"), Decimal("8.34"), Decimal("8.33"), Decimal("8.34"))
    assert (parts[11], sum(parts)) == (Decimal("8.335"), Decimal("100.005"))


@pytest.mark.parametrize(
    ("start_on", "expected"),
    [
        (None, "1"),
        (date(2026, 1, 1), "1"),
        (date(2026, 4, 1), "0.75"),
        (date(2026, 4, 16), "0.7083333333333333333333333333"),
        (date(2026, 12, 1), "0.08333333333333333333333333333"),
    ],
)
def test_first_year_part_is_months_to_31_december_over_12(start_on: date | None, expected: str) -> None:
    assert first_year_part(start_on) == Decimal(expected)


def test_bonus_is_paid_at_the_end_of_each_year_and_the_first_by_its_months() -> None:
    bonus = stream("bonus", start_on=date(2026, 4, 1), bonus=Bonus(target=Decimal("0.10")))
    assert (bonus.claimed[11], bonus.claimed[23], sum(bonus.claimed)) == (4500, 6000, 10500)
    assert (bonus.low[11], bonus.valued[11], bonus.high[11]) == (0, 3600, 5400)
    assert sum(bonus.guaranteed) == 0


def test_bonus_guaranteed_in_the_first_year_is_cash_at_full_target() -> None:
    promised = Bonus(target=Decimal("0.10"), first_guaranteed=True)
    bonus = stream("bonus", start_on=date(2026, 4, 1), bonus=promised)
    first = (bonus.guaranteed[11], bonus.low[11], bonus.valued[11], bonus.high[11])
    assert first == (4500, 4500, 4500, 4500)
    assert (bonus.guaranteed[23], bonus.low[23], bonus.valued[23]) == (0, 0, 4800)


def test_variable_is_on_target_less_base_at_each_attainment() -> None:
    paid = variable()
    assert (paid.claimed[0], paid.low[0], paid.valued[0], paid.high[0]) == (2000, 0, 1600, 2400)
    assert sum(paid.guaranteed) == 0


def test_variable_rises_in_equal_steps_through_the_ramp() -> None:
    paid = variable(attainment=FULL, ramp_months=3)
    assert paid.valued[:5] == (500, 1000, 1500, 2000, 2000)
    assert paid.claimed[:2] == (2000, 2000)


def test_variable_with_a_draw_that_is_kept_pays_at_least_the_draw() -> None:
    paid = variable(attainment=FULL, ramp_months=3, draw=Decimal(1200), recoverable=False)
    assert paid.valued[:5] == (1200, 1200, 1500, 2000, 2000)
    assert paid.guaranteed[:4] == (1200, 1200, 1200, 0)


def test_variable_pays_the_draw_only_for_its_months() -> None:
    paid = variable(attainment=FULL, ramp_months=3, draw=Decimal(1200), draw_months=1, recoverable=False)
    assert paid.valued[:4] == (1200, 1000, 1500, 2000)


def test_variable_with_a_draw_as_an_advance_takes_it_back_from_later_pay() -> None:
    paid = variable(attainment=FULL, ramp_months=3, draw=Decimal(1200))
    assert paid.valued[:5] == (1200, 1200, 1200, 1400, 2000)
    assert sum(paid.valued[:4]) == 500 + 1000 + 1500 + 2000
    assert sum(paid.guaranteed) == 0


def test_sign_on_comes_once_in_its_months() -> None:
    parts = (
        Instalment(amount=Decimal(20000)),
        Instalment(amount=Decimal(5000)),
        Instalment(amount=Decimal(10000), month=13),
    )
    paid = stream("sign_on", sign_on=SignOn(instalments=parts))
    assert (paid.once, paid.guaranteed[0], paid.guaranteed[12]) == (True, 25000, 10000)
    assert sum(paid.valued) == 35000


def test_grant_stands_in_the_month_it_vests_claimed_and_counted() -> None:
    schedule = Vesting(points=(5000, 5000), every=Every.YEAR)
    grant = Grant(label="Shares", vesting=schedule, worth=Decimal(10000), believed=Decimal("0.5"))
    paid = stream("grant", grants=(grant,))
    assert (paid.label, paid.claimed[11], paid.valued[11], paid.claimed[23]) == ("Shares", 5000, 2500, 5000)
    assert (sum(paid.guaranteed), sum(paid.low), sum(paid.high)) == (0, 5000, 5000)


def test_match_claims_all_and_counts_the_own_contribution() -> None:
    tier = Tier(rate=Decimal("0.5"), high=Decimal("0.06"))
    paid = stream("match", match=Match(tiers=(tier,), own=Decimal("0.02")))
    assert (sum(paid.claimed), sum(paid.valued), sum(paid.guaranteed)) == (3600, 1200, 0)
