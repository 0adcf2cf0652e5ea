"""The bargains that the tests of packages, ladder, replies and stop lines stand on."""

from decimal import Decimal
from typing import Any

from offers.engine.bargain import Bargain
from offers.engine.items import Item, movable_items
from offers.engine.levers import levers
from offers.engine.policy import Policy
from offers.engine.replies import ReplyRow, reply_to
from offers.engine.value import annuity_factor

D = Decimal
POLICY = Policy()
GA = annuity_factor(POLICY)


def item(key: str, *, cap: str, worth: str = "1", unit: str = "1", **given: Any) -> Item:
    """An item of plain figures."""
    return Item(key=key, unit=D(unit), cap=D(cap), unit_value=D(worth), **given)


def team_items() -> tuple[Item, ...]:
    """Sign-on up to 8,000, five days, and a learning budget of 2,000 that counts half."""
    return movable_items(
        levers=levers(),
        offer=D(80000),
        ga=GA,
        caps={"sign_on": D(8000), "leave_days": D(5), "learning": D(2000)},
        weights={"learning": D("0.5")},
        policy=POLICY,
    )


def team(**given: Any) -> Bargain:
    """The team of the worked example: offered 80,000, ask 88,500, no exception up to 84,500."""
    usual: dict[str, Any] = {
        "offer": D(80000),
        "ask": D(88500),
        "ceiling": D(84500),
        "ceiling_exception": D(88725),
        "target": D(95000),
        "ga": GA,
        "items": team_items(),
    }
    return Bargain(**usual | given)


def small(**given: Any) -> Bargain:
    """Round figures for the edges: offered 1,000, ask 1,100, no exception up to 1,060, nothing movable."""
    usual: dict[str, Any] = {
        "offer": D(1000),
        "ask": D(1100),
        "ceiling": D(1060),
        "ceiling_exception": D(1100),
        "ga": D(2),
    }
    return Bargain(**usual | given)


def row(said: str, bargain: Bargain, policy: Policy = POLICY) -> ReplyRow:
    """The answer to one number."""
    found = reply_to(D(said), bargain, policy)
    assert found is not None
    return found
