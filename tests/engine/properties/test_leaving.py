"""What stays is never below nothing nor above what was received, and grows with time."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from offers.engine.compensation import Package, SignOn
from offers.engine.leaving import expected_kept, leaving_curve
from offers.engine.policy import Policy
from tests.engine.properties.packages_of_pay import PACKAGES, SHARES, SIGN_ONS

POLICY = Policy()


@settings(deadline=None)
@given(package=PACKAGES)
def test_kept_lies_between_nothing_and_what_was_received(package: Package) -> None:
    for point in leaving_curve(package, POLICY).points:
        assert 0 <= point.kept <= point.received
        assert (point.kept + point.owed, point.lost >= 0) == (point.received, True)


@settings(deadline=None)
@given(package=PACKAGES)
def test_kept_and_vested_never_fall_with_time(package: Package) -> None:
    for before, after in pairwise(leaving_curve(package, POLICY).points):
        assert before.kept <= after.kept
        assert before.vested <= after.vested
        assert before.lost_valued >= after.lost_valued


@settings(deadline=None)
@given(package=PACKAGES)
def test_curve_ends_with_everything_kept_and_nothing_lost(package: Package) -> None:
    last = leaving_curve(package, POLICY).points[-1]
    total = package.sign_on.total if package.sign_on else 0
    claimed = sum(grant.claimed or 0 for grant in package.grants)
    assert (last.kept, last.owed, last.vested, last.lost) == (total, 0, claimed, 0)


@settings(deadline=None)
@given(sign_on=SIGN_ONS, rates=st.tuples(SHARES, SHARES))
def test_expected_kept_falls_when_more_people_leave(sign_on: SignOn, rates: tuple[Decimal, Decimal]) -> None:
    many, few = (expected_kept(sign_on, rate) for rate in sorted(rates, reverse=True))
    assert 0 <= many <= few <= sign_on.total
