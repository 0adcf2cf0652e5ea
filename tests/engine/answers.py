"""What the engine answers, as the tests of ladder, packages and replies read it."""

from decimal import Decimal

from offers.engine.bargain import Bargain
from offers.engine.ladder import Ladder, Rung, ladder
from offers.engine.packages import Package, PackageList, Packages, packages
from offers.engine.policy import Policy
from offers.engine.replies import ReplyRow, reply_to
from tests.engine.bargains import POLICY, D

NONE = PackageList(gain=D(0), packages=())


def of(bargain: Bargain, ground: str = "") -> Ladder:
    return ladder(bargain, packages(bargain, POLICY), ground=ground, policy=POLICY)


def rung(code: str, found: Ladder) -> Rung:
    return next(one for one in found.rungs if one.code == code)


def listed(*bases_and_values: tuple[str, str]) -> Packages:
    """A fallback list of plain packages, base and value."""
    made = tuple(Package(base=D(base), picks=(), value=D(value)) for base, value in bases_and_values)
    return Packages(opening=NONE, fallback=PackageList(gain=D(0), packages=made))


def kept(found: Ladder) -> list[str]:
    return [one.code for one in found.rungs]


def dropped(found: Ladder) -> list[tuple[str, str]]:
    return [(one.code, one.reason.code) for one in found.dropped]


def shape(found: PackageList) -> list[tuple[Decimal, dict[str, Decimal]]]:
    return [(one.base, {pick.key: pick.quantity for pick in one.picks}) for one in found.packages]


def codes(found: PackageList) -> list[tuple[Decimal, str]]:
    return [(left.base, left.reason.code) for left in found.dropped]


def row(said: str, bargain: Bargain, policy: Policy = POLICY) -> ReplyRow:
    found = reply_to(D(said), bargain, policy)
    assert found is not None
    return found
