"""Whatever the offer, the ladder steps down, stays above the floor and tells the employer nothing of it."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from offers.engine.bargain import Bargain
from offers.engine.ladder import Ladder, ladder
from offers.engine.packages import packages
from offers.engine.policy import Policy
from offers.engine.situation import Unit
from tests.engine.properties.drawn_bargains import bargains, decimals, ten_times, ten_times_rules

POLICY = Policy()


def of(bargain: Bargain, policy: Policy = POLICY) -> Ladder:
    return ladder(bargain, packages(bargain, policy), policy=policy)


@given(bargain=bargains(), unit=st.sampled_from(Unit))
def test_each_rung_is_worth_less_than_the_one_before(bargain: Bargain, unit: Unit) -> None:
    values = [rung.value for rung in of(replace(bargain, unit=unit)).rungs[:-1]]
    assert [(upper, lower) for upper, lower in pairwise(values) if lower >= upper] == []


@given(bargain=bargains())
def test_no_rung_but_the_decision_is_under_the_walk_away_value(bargain: Bargain) -> None:
    floor = bargain.walk_away_value
    assert [r.code for r in of(bargain).rungs[:-1] if floor is not None and r.value < floor] == []


@given(bargain=bargains())
def test_every_rung_is_either_kept_or_explained(bargain: Bargain) -> None:
    found = of(bargain)
    codes = [rung.code for rung in found.rungs] + [drop.code for drop in found.dropped]
    assert sorted(codes) == ["R1", "R2", "R3", "R4", "R5"]
    assert found.rungs[-1].code == "R5"


@given(bargain=bargains())
def test_a_warning_is_given_for_each_step_that_grows(bargain: Bargain) -> None:
    found = of(bargain)
    rungs = found.rungs[:-1]
    steps = [(lower.code, upper.value - lower.value) for upper, lower in pairwise(rungs)]
    grown = [code for (_, before), (code, step) in pairwise(steps) if step > before]
    assert [warning.params["rung"] for warning in found.warnings] == grown


@given(bargain=bargains(asks=True), unit=st.sampled_from(Unit))
def test_the_closing_number_needs_no_exception(bargain: Bargain, unit: Unit) -> None:
    bargain = replace(bargain, unit=unit, walk_away_value=None)
    closing = [rung.packages[0].base for rung in of(bargain).rungs if rung.code == "R2"]
    assert [base for base in closing if not bargain.start <= base <= bargain.no_exception] == []


@given(bargain=bargains(), floor=decimals("0", "400000"), walk_away=decimals("0", "300000"))
def test_what_the_employer_reads_does_not_depend_on_the_walk_away(
    bargain: Bargain, floor: Decimal, walk_away: Decimal
) -> None:
    free = replace(bargain, walk_away=None, walk_away_value=None)
    bound = replace(bargain, walk_away=walk_away, walk_away_value=floor)
    offered = packages(free, POLICY)
    open_says = {rung.code: rung.say for rung in ladder(free, offered, policy=POLICY).rungs[:-1]}
    says = {rung.code: rung.say for rung in ladder(bound, offered, policy=POLICY).rungs[:-1]}
    assert [code for code, say in says.items() if code in open_says and say != open_says[code]] == []


@given(bargain=bargains(), unit=st.sampled_from(Unit))
def test_a_ladder_of_ten_times_the_money_is_ten_times_as_high(bargain: Bargain, unit: Unit) -> None:
    bargain = replace(bargain, unit=unit)
    small, large = of(bargain), of(ten_times(bargain), ten_times_rules(POLICY))
    assert [(rung.code, rung.value) for rung in large.rungs] == [
        (rung.code, 10 * rung.value) for rung in small.rungs
    ]
    assert large.best == 10 * small.best
    assert [drop.reason.code for drop in large.dropped] == [drop.reason.code for drop in small.dropped]
