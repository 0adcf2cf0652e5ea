"""What is not known never raises, and values add up."""

from dataclasses import fields
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from offers.engine.bargain import Bargain
from offers.engine.gap import gap_in_one_item
from offers.engine.items import movable_items
from offers.engine.ladder import ladder
from offers.engine.levers import levers
from offers.engine.packages import packages
from offers.engine.policy import Policy
from offers.engine.replies import reply_table
from offers.engine.stops import stop_lines
from offers.engine.value import (
    Contents,
    annuity_factor,
    base_factor,
    package_worth,
    walk_away_value,
)
from offers.engine.who_decides import who_decides
from tests.engine.properties.drawn_situations import decimals, maybe

POLICY = Policy()
GA = annuity_factor(POLICY)
RATES = maybe(decimals("0", "1"))
AMOUNTS = maybe(decimals("0", "100000"))
EXTRAS = [field.name for field in fields(Contents) if field.name != "base"]


@st.composite
def contents(draw: st.DrawFn) -> Contents:
    return Contents(base=draw(decimals("1", "200000")), **{key: draw(AMOUNTS) for key in EXTRAS})


@given(bonus_target=RATES, payout=RATES, match_rate=RATES)
def test_base_factor_is_at_least_one(
    bonus_target: Decimal | None, payout: Decimal | None, match_rate: Decimal | None
) -> None:
    assert base_factor(bonus_target=bonus_target, payout=payout, match_rate=match_rate) >= 1


@given(held=contents(), k=maybe(decimals("1", "2")))
def test_package_worth_is_the_sum_of_its_weighted_lines(held: Contents, k: Decimal | None) -> None:
    worth = package_worth(contents=held, offer=Decimal(80000), k=k, policy=POLICY)
    given_keys = [key for key in ("base", *EXTRAS) if getattr(held, key) is not None]
    assert sorted(term.key for term in worth.terms) == sorted(given_keys)
    assert worth.total == sum(term.weight * term.annual for term in worth.terms)
    assert [term.key for term in worth.terms if not term.reason.text] == []


@given(
    gap=decimals("0", "50000"),
    k=maybe(decimals("1", "2")),
    base=maybe(decimals("1", "200000")),
    kept_share=RATES,
    vesting_years=maybe(decimals("1", "6")),
    believed_share=RATES,
)
def test_a_gap_is_closed_or_said_to_be_open(
    gap: Decimal,
    k: Decimal | None,
    base: Decimal | None,
    kept_share: Decimal | None,
    vesting_years: Decimal | None,
    believed_share: Decimal | None,
) -> None:
    closers = gap_in_one_item(
        gap=gap,
        k=k,
        base=base,
        kept_share=kept_share,
        vesting_years=vesting_years,
        believed_share=believed_share,
        policy=POLICY,
    )
    assert [closer.key for closer in closers if not closer.reason.text] == []
    assert [closer.key for closer in closers if closer.amount is None and closer.realistic] == []


@given(walk_away=AMOUNTS, rival=AMOUNTS, premium=AMOUNTS)
def test_walk_away_value_is_never_under_the_walk_away(
    walk_away: Decimal | None, rival: Decimal | None, premium: Decimal | None
) -> None:
    floor = walk_away_value(walk_away=walk_away, rival=rival, premium=premium)
    assert (floor is None) == (walk_away is None and rival is None)
    assert floor is None or walk_away is None or floor >= walk_away


@given(
    ask=maybe(decimals("80001", "99000")),
    baseline=maybe(decimals("80000", "84500")),
    target=AMOUNTS,
    accept_at=AMOUNTS,
    walk_away=AMOUNTS,
    floor=AMOUNTS,
    cap=AMOUNTS,
)
def test_nothing_that_is_left_out_raises(
    ask: Decimal | None,
    baseline: Decimal | None,
    target: Decimal | None,
    accept_at: Decimal | None,
    walk_away: Decimal | None,
    floor: Decimal | None,
    cap: Decimal | None,
) -> None:
    caps = {"sign_on": cap, "learning": cap, "remote_days": cap}
    bargain = Bargain(
        offer=Decimal(80000),
        ask=ask,
        baseline=baseline,
        ceiling=Decimal(84500),
        ceiling_exception=Decimal(99000),
        target=target,
        accept_at=accept_at,
        walk_away=walk_away,
        walk_away_value=floor,
        ga=GA,
        items=movable_items(levers=levers(), offer=Decimal(80000), ga=GA, caps=caps, policy=POLICY),
    )
    offered = packages(bargain, POLICY)
    found = ladder(bargain, offered, policy=POLICY)
    texts = [rung.say.text + rung.reason.text for rung in found.rungs]
    texts += [row.say.text + row.reason.text for row in reply_table(bargain, POLICY)]
    texts += [line.reason.text for line in stop_lines(bargain=bargain, policy=POLICY)]
    texts += [one.says.text for one in who_decides(bargain=bargain, offered=offered)]
    assert [text for text in texts if not text or "{" in text] == []
