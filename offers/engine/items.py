"""The items packages are made of: what one unit is worth to this person, how far it goes, what is first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from offers.engine import inputs
from offers.engine.lever_catalogue import Ease, Lever
from offers.engine.money import round_down, spoken
from offers.engine.policy import Policy
from offers.engine.value import ONE, ONE_TIME, ZERO, unit_value, weight_of

_BASE = frozenset({"base", "base_exception"})
_PAID = ONE_TIME | {"learning", "equity"}
_IN_ALL = ONE_TIME | {"learning"}  # Paid once or as one budget: said as a whole.
_MONEY = _PAID | {"leave_days"}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One movable item. `cap` and `unit` count money or days; `unit_value` is one of them in offer units.

    `offered` is what they offer of it already, beside which it counts. `typed` says whether the person gave
    both cap and weight; `rank` is the place in the catalogue of levers.
    """

    key: str
    unit: Decimal
    cap: Decimal
    unit_value: Decimal
    weight: Decimal = ONE
    hard: bool = False
    rank: int = 0
    typed: bool = False
    offered: Decimal = ZERO

    @property
    def worth(self) -> Decimal:
        """What one of it is worth to this person, weighted."""
        return self.weight * self.unit_value

    @property
    def reach(self) -> Decimal:
        """What all of it, up to the cap, is worth to this person."""
        return self.worth * self.cap


def movable_items(
    *,
    levers: tuple[Lever, ...],
    offer: Decimal,
    ga: Decimal,
    caps: Mapping[str, Decimal | None] | None = None,
    weights: Mapping[str, Decimal] | None = None,
    offered: Mapping[str, Decimal] | None = None,
    unit_worth: Mapping[str, Decimal | None] | None = None,
    units_a_year: Decimal = ONE,
    policy: Policy,
) -> tuple[Item, ...]:
    """What packages may use, in the order they use it: easy before hard, heavier first, then the catalogue.

    `caps` are in money or days by lever key, on top of what is `offered` already; without one a sign-on is
    held to 10% of yearly base and leave to 5 more days, both in all (assumptions), and nothing else is used.
    A key that is no lever is yearly money of the person's own, after all others. `unit_worth` is what one
    unit is worth a year where the engine cannot know it (a remote day). Caps count in whole units: a sign-on
    cap of 8,300 counts as 8,000.
    Raises `EngineError` for a cap or worth below zero, or a weight outside 0 to 2.
    """
    there = offered or {}
    limits = _limits(caps or {}, there, offer * units_a_year, policy)
    worths = _worths(levers, unit_worth or {}, limits)
    heavy = {key: weight_of(key, weights, policy) for key in [*limits, *(weights or {})]}
    typed = {key for key, cap in (caps or {}).items() if cap is not None and key in (weights or {})}
    found = [
        Item(
            key=key,
            unit=_unit(key, policy),
            cap=round_down(limits[key], _unit(key, policy)),
            unit_value=unit_value(
                key, offer=offer, ga=ga, units_a_year=units_a_year, yearly=worths[key], policy=policy
            ),
            weight=heavy[key],
            hard=hard,
            rank=rank,
            typed=key in typed,
            offered=there.get(key, ZERO),
        )
        for rank, (key, hard) in enumerate(_usable(levers, limits).items())
        if key in limits and key in worths
    ]
    return in_order(item for item in found if item.reach > 0)


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """The order packages use items in: easy before hard, heavier first, equal weights as in the catalogue."""
    return tuple(sorted(items, key=lambda item: (item.hard, -item.weight, item.rank)))


def full_reach(items: Iterable[Item]) -> Decimal:
    """What all items together, each up to its cap, are worth to this person, in the unit of the offer."""
    return sum((item.reach for item in items), ZERO)


def item_phrase(key: str, quantity: Decimal, currency: str = "", offered: Decimal = ZERO) -> str:
    """The item as the employer reads it in a sentence; `quantity` in money or days, money with `currency`.

    Money on top of what is `offered` already is said in all, so that nobody reads it as a step back.

    >>> item_phrase("sign_on", Decimal(8000), "USD"), item_phrase("leave_days", Decimal(1), "USD")
    ('a sign-on of USD 8,000', '1 more day of leave')
    >>> item_phrase("sign_on", Decimal(3000), "USD", Decimal(5000))
    'a sign-on of USD 8,000 in place of USD 5,000'
    """
    if offered and key in _IN_ALL:
        before, whole = (f"{currency} {spoken(one)}".strip() for one in (offered, offered + quantity))
        return f"{_PHRASES[key].format(whole)} in place of {before}"
    one = f"{key}_1" if quantity == 1 and f"{key}_1" in _PHRASES else key
    shown = f"{currency} {spoken(quantity)}".strip() if key in _PAID else spoken(quantity)
    return _PHRASES[one].format(shown) if one in _PHRASES else f"{key.replace('_', ' ')} ({shown})"


def _limits(
    caps: Mapping[str, Decimal | None], offered: Mapping[str, Decimal], yearly_offer: Decimal, policy: Policy
) -> dict[str, Decimal]:
    sign_on = max(ZERO, policy.sign_on_cap * yearly_offer - offered.get("sign_on", ZERO))
    leave_days = max(ZERO, policy.leave_days_cap - offered.get("leave_days", ZERO))
    limits = {"sign_on": sign_on, "leave_days": leave_days}
    for key, cap in caps.items():
        inputs.amount(f"caps.{key}", cap)
        if cap is not None:
            limits[key] = cap
    return limits


def _usable(levers: tuple[Lever, ...], limits: Iterable[str]) -> dict[str, bool]:
    """Whether each item that packages may use is a hard one: the catalogue's order, the person's own last."""
    usable = {lever.key: lever.ease is Ease.HARD for lever in levers if lever.movable}
    named = {lever.key for lever in levers}
    usable.update((key, False) for key in limits if key not in named)
    return {key: hard for key, hard in usable.items() if key not in _BASE}


def _worths(
    levers: tuple[Lever, ...], unit_worth: Mapping[str, Decimal | None], limits: Iterable[str]
) -> dict[str, Decimal]:
    """What one unit is worth a year: as typed, else face value where the unit is money; else not known."""
    named = {lever.key for lever in levers}
    worths = {key: ONE for key in limits if key in _MONEY or key not in named}
    for key, each in unit_worth.items():
        inputs.amount(f"unit_worth.{key}", each)
        if each is not None:
            worths[key] = each
    return worths


def _unit(key: str, policy: Policy) -> Decimal:
    if key in ONE_TIME:
        return policy.one_time_unit
    return policy.learning_unit if key == "learning" else ONE


_PHRASES = {
    "sign_on": "a sign-on of {}",
    "relocation": "{} towards the move",
    "leave_days": "{} more days of leave",
    "leave_days_1": "1 more day of leave",
    "remote_days": "{} more remote days a week",
    "remote_days_1": "1 more remote day a week",
    "learning": "a learning budget of {}",
    "equity": "{} more a year in equity",
}
# The keys of the levers that packages can be made of.
PACKED = tuple(key for key in _PHRASES if not key.endswith("_1"))
