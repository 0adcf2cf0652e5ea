"""Several packages worth the same to the person: base swapped against items the employer can move."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from offers.engine.bargain import Bargain
from offers.engine.items import Item, full_reach, item_phrase
from offers.engine.money import round_half_up, spoken
from offers.engine.policy import Policy
from offers.engine.reason import ARITHMETIC, ASSUMPTION, Grade, Param, Reason, Source
from offers.engine.situation import Unit
from offers.engine.value import ONE, ZERO

MESO = Source(
    author="Leonardelli, Gu, McRuer, Medvec & Galinsky",
    year=2019,
    title="Multiple equivalent simultaneous offers (MESOs) reduce the negotiator dilemma",
    url="https://doi.org/10.1016/j.obhdp.2019.01.007",
)
_EACH = {Unit.YEAR: "a year", Unit.MONTH: "a month", Unit.HOUR: "an hour"}
_SENTENCES = {
    "PACKAGE_SHORT": "With base at {base}, all that may move leaves {short} {each} missing to what base of "
    "{equal} is worth to you.",
    "PACKAGE_OVER": "With base at {base} the package is worth {over} {each} more to you than base "
    "of {equal}.",
    "PACKAGE_BELOW_WALK_AWAY": "With base at {base} the package is under your walk-away value.",
    "PACKAGE_NOT_DISTINCT": "With base at {base} the package is nearly the same as one above.",
    "PACKAGES_OPENING": "Each is worth about {gain} more to you than the offer, as much as base of {base}.",
    "PACKAGES_FALLBACK": "Each is worth about {gain} more to you than the offer, as much as base of {base}, "
    "which needs no exception.",
    "PACKAGES_FALLBACK_ASSUMED": "Each is worth about {gain} more to you than the offer, as much as base of "
    "{base}, where usual padding ends. That is our assumption, and no rule of this employer.",
    "PACKAGES_TARGET": "It is worth {gain} more to you than the offer, as much as your target in base.",
    "PACKAGES_LEAST": "It is worth {gain} more to you than the offer, the least that is worth asking for.",
    "PACKAGES_REACH": "It is worth {gain} more to you than the offer: all that may move, up to its limits.",
    "PACKAGES_NONE": "What may move leaves no package of this value.",
    "PACKAGES_ONE": "What may move leaves one package of this value.",
    "PACKAGES_FEWER": "What may move leaves {count} packages of this value instead of {most}.",
    "PACKAGES_BASE_STAYS": "Base stays as offered, so there is one list with one package.",
    "PACKAGES_NO_ROOM": "Base has no room without an exception, so there is nothing to fall back to.",
    "PACKAGES_NO_ROOM_ASSUMED": "Base has no usual room left, so there is nothing to fall back to.",
    "PACKAGES_NO_ITEMS": "Nothing outside base is marked as movable, so there is no package.",
}


@dataclass(frozen=True, kw_only=True)
class Pick:
    """How much of one item a package holds, in money or days, and what that is worth in offer units."""

    key: str
    quantity: Decimal
    value: Decimal
    offered: Decimal = ZERO  # What they offer of it already, which this is on top of.

    @property
    def phrase(self) -> str:
        """The item as the employer reads it."""
        return item_phrase(self.key, self.quantity, offered=self.offered)


@dataclass(frozen=True, kw_only=True)
class Package:
    """A base with items on top; `value` is the whole, weighted, terms that stay included."""

    base: Decimal
    picks: tuple[Pick, ...]
    value: Decimal

    @property
    def phrase(self) -> str:
        """The package as the employer reads it: "84,500 with a sign-on of 8,000 and 4 more days of leave"."""
        words = [pick.phrase for pick in self.picks]
        if not words:
            return spoken(self.base)
        listed = " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
        return f"{spoken(self.base)} with {listed}"


@dataclass(frozen=True, kw_only=True)
class Dropped:
    """A base at which no package was kept, and why."""

    base: Decimal
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class PackageList:
    """Equal packages, each `gain` above the offer, and `why` that much.

    `fewer` says why there are less than the usual three.
    """

    gain: Decimal
    packages: tuple[Package, ...]
    why: Reason | None = None
    dropped: tuple[Dropped, ...] = ()
    fewer: Reason | None = None


@dataclass(frozen=True, kw_only=True)
class Packages:
    """What to open with and what to fall back to."""

    opening: PackageList
    fallback: PackageList


def packages(bargain: Bargain, policy: Policy) -> Packages:
    """The opening packages, worth as much as the ask, and the fallback, worth what needs no exception.

    Opening bases are the ask, the number without exception N = min(A, P), and half way from the baseline to
    N; the fallback starts at N and ends at the baseline. Without an ask there is one list, at the base
    offered, worth target less offer (at least 3% of the offer) as far as the items reach.
    The example's team (offer 80,000, ask 88,500; sign-on up to 8,000, 5 days, learning 2,000 at weight
    0.5): 88,500 = 84,500 + sign-on 8,000 + 4 days.
    """
    top, middle = bargain.no_exception, bargain.middle
    if bargain.ask is None:
        return Packages(opening=_outside_base(bargain, policy), fallback=_empty("PACKAGES_BASE_STAYS"))
    opening = _worth(bargain.ask, "PACKAGES_OPENING", (bargain.ask, top, middle), bargain, policy)
    if top <= bargain.offer:
        return Packages(opening=opening, fallback=_empty(_named("PACKAGES_NO_ROOM", bargain)))
    fallback = _worth(top, "PACKAGES_FALLBACK", (top, middle, bargain.start), bargain, policy)
    return Packages(opening=opening, fallback=fallback)


def equal_packages(
    *, gain: Decimal, bases: Iterable[Decimal], bargain: Bargain, policy: Policy
) -> PackageList:
    """MESO: at each of `bases`, the items that make up what base lacks to `gain` over the offer.

    A package is kept when it is within 0.5% of the offer of that value, not under Wv, and at least 2% of
    the offer away from each one kept before (the differences, item by item, added up).
    """
    items = [(item, item.worth) for item in bargain.items if item.worth > 0]
    half = policy.package_equal / 2 * bargain.offer
    kept: list[Package] = []
    dropped = []
    for base in dict.fromkeys(bases):
        need = gain - bargain.base_value(base - bargain.offer)
        picks, need = _fill(need, items, half)
        package = Package(base=base, picks=picks, value=bargain.value(bargain.offer) + gain - need)
        reason = _why_not(package, need, gain, kept, bargain, policy)
        if reason:
            dropped.append(Dropped(base=base, reason=reason))
        elif len(kept) < policy.packages_most:
            kept.append(package)
    few = _fewer(len(kept), policy)
    return PackageList(gain=gain, packages=tuple(kept), dropped=tuple(dropped), fewer=few)


def fill_one(need: Decimal, item: Item, worth: Decimal, slack: Decimal) -> Pick:
    """As much of one item as `need` asks for: the nearest whole unit within its cap, `worth` being one of it.

    Where the nearest unit would overshoot by more than `slack`, one unit less.
    """
    quantity = min(item.cap, round_half_up(need / worth, item.unit))
    if quantity * worth - need > slack:
        quantity -= item.unit
    return Pick(key=item.key, quantity=quantity, value=quantity * worth, offered=item.offered)


def _fill(
    need: Decimal, items: list[tuple[Item, Decimal]], slack: Decimal
) -> tuple[tuple[Pick, ...], Decimal]:
    """The picks that make up `need`, in order, and what is still missing after them."""
    picks = []
    for item, worth in items:
        if need <= 0:
            break
        pick = fill_one(need, item, worth, slack)
        if pick.quantity:
            picks.append(pick)
            need -= pick.value
    return tuple(picks), need


def _worth(
    base: Decimal, code: str, bases: Iterable[Decimal], bargain: Bargain, policy: Policy
) -> PackageList:
    """The list whose packages are worth as much as `base`."""
    gain = bargain.base_value(base - bargain.offer)
    found = equal_packages(gain=gain, bases=bases, bargain=bargain, policy=policy)
    if code == "PACKAGES_FALLBACK":
        code = _named(code, bargain)
    return replace(found, why=_because(code, gain=bargain.shown(gain), base=base))


def _outside_base(bargain: Bargain, policy: Policy) -> PackageList:
    least = policy.package_least * bargain.offer
    missing = ZERO if bargain.target is None else bargain.target - bargain.offer
    wanted, most = max(missing, least) * bargain.k, full_reach(bargain.items)
    gain = min(wanted, most)
    if gain <= 0:
        return _empty("PACKAGES_NO_ITEMS")
    found = equal_packages(gain=gain, bases=(bargain.offer,), bargain=bargain, policy=policy)
    fewer = _say("PACKAGES_BASE_STAYS") if found.packages else found.fewer
    code = "REACH" if most < wanted else "TARGET" if missing > least else "LEAST"
    return replace(found, why=_because(f"PACKAGES_{code}", gain=bargain.shown(gain)), fewer=fewer)


def _why_not(
    package: Package, need: Decimal, gain: Decimal, kept: list[Package], bargain: Bargain, policy: Policy
) -> Reason | None:
    """Why a package is not kept, or `None` when it is."""
    half = policy.package_equal / 2 * bargain.offer
    if abs(need) > half:
        name, code = ("short", "PACKAGE_SHORT") if need > 0 else ("over", "PACKAGE_OVER")
        return _say(code, base=package.base, **{name: bargain.shown(abs(need))}, **_equal(gain, bargain))
    if bargain.walk_away_value is not None and package.value < bargain.walk_away_value:
        return _say("PACKAGE_BELOW_WALK_AWAY", base=package.base)
    apart = policy.package_distinct * bargain.offer
    if any(_distance(package, other, bargain) < apart for other in kept):
        return _say("PACKAGE_NOT_DISTINCT", base=package.base)
    return None


def _equal(gain: Decimal, bargain: Bargain) -> dict[str, Param]:
    """The base that is worth `gain` more than the offer, and the time for which amounts are stated."""
    one = bargain.base_value(ONE)
    equal = bargain.offer + (gain / one if one else ZERO)
    return {"equal": bargain.shown(equal), "each": _EACH[bargain.unit]}


def _distance(one: Package, other: Package, bargain: Bargain) -> Decimal:
    """L1: how far two packages lie apart, each item by its value."""
    here = {pick.key: pick.value for pick in one.picks}
    there = {pick.key: pick.value for pick in other.picks}
    apart = abs(bargain.base_value(one.base - other.base))
    return apart + sum(abs(here.get(key, ZERO) - there.get(key, ZERO)) for key in here | there)


def _fewer(count: int, policy: Policy) -> Reason | None:
    if count >= policy.packages_most:
        return None
    code = ("PACKAGES_NONE", "PACKAGES_ONE")[count] if count < 2 else "PACKAGES_FEWER"
    return _say(code, count=count, most=f"{policy.packages_most:f}")


def _empty(code: str) -> PackageList:
    return PackageList(gain=ZERO, packages=(), fewer=_say(code))


def _named(code: str, bargain: Bargain) -> str:
    """The code of a sentence, which says that it is assumed where no rule of this employer is known."""
    return code if bargain.knows_rules else f"{code}_ASSUMED"


def _because(code: str, **params: Param) -> Reason:
    assumed = code in ("PACKAGES_LEAST", "PACKAGES_FALLBACK_ASSUMED")
    return Reason(
        code=code,
        sentence=_SENTENCES[code],
        params=params,
        binding=code.removeprefix("PACKAGES_").removesuffix("_ASSUMED").lower(),
        source=ASSUMPTION if assumed else ARITHMETIC,
        grade=Grade.E if assumed else Grade.FACT,
    )


def _say(code: str, **params: Param) -> Reason:
    return Reason(code=code, sentence=_SENTENCES[code], params=params, source=MESO, grade=Grade.C)
