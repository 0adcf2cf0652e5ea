"""Bargains drawn at random: any order of limits that advice can give, up to eight items."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from offers.engine.bargain import Bargain
from offers.engine.items import Item, in_order
from offers.engine.policy import Policy
from tests.engine.properties.drawn_situations import decimals, maybe

ITEM_KEYS = (
    "sign_on",
    "relocation",
    "remote_days",
    "leave_days",
    "learning",
    "equity",
    "severance",
    "parking",
)
MONEY_KEYS = frozenset({"sign_on", "relocation", "learning", "equity", "parking"})
_AMOUNTS = (
    "offer",
    "ask",
    "ceiling",
    "ceiling_exception",
    "baseline",
    "target",
    "accept_at",
    "walk_away",
    "walk_away_value",
    "other",
)
_MONEY_RULES = (
    "closing_low_under",
    "closing_step",
    "closing_step_low",
    "closing_step_month",
    "closing_step_hour",
)


@st.composite
def drawn_items(draw: st.DrawFn, offer: Decimal) -> tuple[Item, ...]:
    keys = draw(st.lists(st.sampled_from(ITEM_KEYS), unique=True))
    items = []
    for rank, key in enumerate(keys):
        unit = draw(st.sampled_from([Decimal(1), Decimal(100), Decimal(500)]))
        item = Item(
            key=key,
            unit=unit,
            cap=unit * draw(st.integers(0, 20)),
            unit_value=offer * draw(decimals("0", "0.02", 4)) / unit,
            weight=draw(decimals("0", "2", 1)),
            hard=draw(st.booleans()),
            rank=rank,
        )
        items.append(item)
    return in_order(items)


@st.composite
def bargains(draw: st.DrawFn, *, asks: bool | None = None) -> Bargain:
    """An offer of 20 to 200,000; baseline <= P <= S; an ask from one cent to 40 % above, or none."""
    offer = draw(decimals("20", "200000"))
    start = offer * (1 + draw(st.sampled_from([Decimal(0), Decimal(0), Decimal("0.12")])))
    ceiling = start * (1 + draw(decimals("0", "0.2", 3)))
    given: dict[str, Any] = {
        "offer": offer,
        "baseline": draw(st.sampled_from([None, offer])) if start == offer else start,
        "ceiling": ceiling,
        "ceiling_exception": ceiling * (1 + draw(decimals("0", "0.2", 3))),
        "target": draw(maybe(decimals("1", "300000"))),
        "accept_at": draw(maybe(decimals("0", "300000"))),
        "walk_away": draw(maybe(decimals("0", "300000"))),
        "k": draw(decimals("1", "1.5")),
        "ga": draw(decimals("0.9", "5")),
        "base_weight": draw(decimals("0", "2", 1)),
        "other": draw(decimals("-5000", "50000")),
        "items": draw(drawn_items(offer)),
        "units_a_year": draw(st.sampled_from([Decimal(1), Decimal(12), Decimal(2080)])),
    }
    if asks or (asks is None and draw(st.booleans())):
        given["ask"] = max(start, offer + Decimal("0.01")) * (1 + draw(decimals("0", "0.4", 3)))
    bargain = Bargain(**given)
    share = draw(maybe(decimals("0.8", "1.5", 3)))
    floor = None if share is None else bargain.value(offer) * share
    return replace(bargain, walk_away_value=floor)


def ten_times(bargain: Bargain) -> Bargain:
    """Every amount of money ten times as large; days, weights and factors as they are."""
    amounts = {name: getattr(bargain, name) for name in _AMOUNTS}
    larger = {name: 10 * amount for name, amount in amounts.items() if amount is not None}
    return replace(bargain, **larger, items=tuple(_ten_times(item) for item in bargain.items))


def _ten_times(item: Item) -> Item:
    if item.key in MONEY_KEYS:
        return replace(item, cap=10 * item.cap, unit=10 * item.unit)
    return replace(item, unit_value=10 * item.unit_value)


def ten_times_rules(policy: Policy) -> Policy:
    """The rules that are amounts of money ten times as large."""
    return replace(policy, **{name: 10 * getattr(policy, name) for name in _MONEY_RULES})
