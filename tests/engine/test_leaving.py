"""What leaving early costs."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from offers.engine.compensation import (
    Clawback,
    ClawbackFrom,
    ClawbackKind,
    Instalment,
    Package,
    SignOn,
)
from offers.engine.errors import EngineError
from offers.engine.grants import Grant
from offers.engine.leaving import expected_kept, kept, leaving_curve, owed, received
from offers.engine.policy import Policy
from offers.engine.vesting import Every, Vesting

POLICY = Policy()
CLIFF, PRORATED = ClawbackKind.CLIFF, ClawbackKind.PRORATED
ATTRITION = Decimal("0.15")


def sign_on(months: int, kind: ClawbackKind = CLIFF, **terms: Any) -> SignOn:
    clawback = Clawback(months=months, kind=kind, **terms)
    return SignOn(instalments=(Instalment(amount=Decimal(30000)),), clawback=clawback)


@pytest.mark.parametrize(
    ("month", "expected"),
    [(0, 0), (6, 7500), (11, 13750), (12, 15000), (18, 22500), (24, 30000), (25, 30000)],
)
def test_kept_of_30000_prorated_over_24_months(month: int, expected: int) -> None:
    assert kept(sign_on(24, PRORATED), month) == expected


@pytest.mark.parametrize(("month", "expected"), [(0, 0), (11, 0), (12, 0), (13, 30000)])
def test_kept_of_a_cliff_is_nothing_through_its_last_month(month: int, expected: int) -> None:
    assert kept(sign_on(12), month) == expected


@pytest.mark.parametrize("clawback", [None, Clawback(months=0), Clawback(months=0, kind=PRORATED)])
def test_kept_without_a_clawback_is_all_once_it_is_paid(clawback: Clawback | None) -> None:
    terms = replace(sign_on(0), clawback=clawback)
    assert (kept(terms, 0), kept(terms, 1)) == (0, 30000)


@pytest.mark.parametrize(
    ("runs_from", "expected"),
    [(ClawbackFrom.START, (20000, 30000, 0)), (ClawbackFrom.PAYMENT, (20000, 30000, 10000))],
)
def test_instalments_are_owed_from_the_start_or_from_their_payment(
    runs_from: ClawbackFrom, expected: tuple[int, ...]
) -> None:
    parts = (Instalment(amount=Decimal(20000)), Instalment(amount=Decimal(10000), month=13))
    terms = SignOn(instalments=parts, clawback=Clawback(months=12, runs_from=runs_from))
    assert (received(terms, 12), received(terms, 13), owed(terms, 14)) == expected


@pytest.mark.parametrize(
    ("months", "kind", "expected"),
    [
        (12, CLIFF, "25500.00"),
        (12, PRORATED, "27877.01"),
        (24, CLIFF, "21675.00"),
        (24, PRORATED, "25786.23"),
        (0, CLIFF, "30000.00"),
    ],
)
def test_expected_kept_of_30000_when_15_percent_leave_in_a_year(
    months: int, kind: ClawbackKind, expected: str
) -> None:
    assert expected_kept(sign_on(months, kind), ATTRITION) == Decimal(expected)


def test_expected_kept_counts_a_later_instalment_only_for_those_still_there() -> None:
    terms = SignOn(instalments=(Instalment(amount=Decimal(10000), month=13),))
    assert expected_kept(terms, ATTRITION) == 8500


@pytest.mark.parametrize(("attrition", "expected"), [(0, 30000), (1, 0)])
def test_expected_kept_at_the_ends_of_attrition(attrition: int, expected: int) -> None:
    assert expected_kept(sign_on(12), Decimal(attrition)) == expected


def test_expected_kept_refuses_an_impossible_attrition() -> None:
    with pytest.raises(EngineError) as caught:
        expected_kept(sign_on(12), Decimal("1.5"))
    assert caught.value.field == "attrition"


def test_curve_shows_sign_on_and_grants_at_each_month() -> None:
    grant = Grant(
        vesting=Vesting(points=(5000, 5000), every=Every.YEAR),
        worth=Decimal(40000),
        believed=Decimal("0.5"),
    )
    curve = leaving_curve(Package(base=Decimal(1), sign_on=sign_on(24, PRORATED), grants=(grant,)), POLICY)
    point = curve.points[12]
    assert (point.month, point.received, point.owed, point.kept) == (12, 30000, 15000, 15000)
    assert (point.vested, point.lost, point.lost_valued) == (20000, 20000, 10000)
    assert (len(curve.points), curve.points[-1].kept, curve.points[-1].lost) == (26, 30000, 0)


def test_curve_carries_the_share_expected_to_stay() -> None:
    curve = leaving_curve(Package(base=Decimal(1), sign_on=sign_on(12)), POLICY)
    assert (curve.expected_kept, curve.kept_share) == (25500, Decimal("0.85"))


def test_curve_of_a_bare_base_is_flat() -> None:
    curve = leaving_curve(Package(base=Decimal(1)), POLICY)
    assert [(point.kept, point.lost) for point in curve.points] == [(0, 0), (0, 0)]
    assert (curve.expected_kept, curve.kept_share, curve.reasons) == (None, None, ())


@pytest.mark.parametrize(
    ("clawback", "codes"),
    [
        (None, ["CLAWBACK_UNKNOWN", "KEPT_ON_AVERAGE"]),
        (Clawback(months=0), ["CLAWBACK_NONE", "KEPT_ON_AVERAGE"]),
        (Clawback(months=12), ["CLAWBACK_CLIFF", "KEPT_ON_AVERAGE", "CLAWBACK_TAX_UNKNOWN"]),
        (
            Clawback(months=12, kind=PRORATED, gross=True),
            ["CLAWBACK_PRORATED", "KEPT_ON_AVERAGE", "CLAWBACK_GROSS"],
        ),
        (Clawback(months=12, gross=False), ["CLAWBACK_CLIFF", "KEPT_ON_AVERAGE", "CLAWBACK_NET"]),
    ],
)
def test_curve_says_what_is_owed_back_and_before_or_after_tax(
    clawback: Clawback | None, codes: list[str]
) -> None:
    package = Package(base=Decimal(1), sign_on=replace(sign_on(0), clawback=clawback))
    assert [reason.code for reason in leaving_curve(package, POLICY).reasons] == codes


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (CLIFF, "Leave through month 12 and the whole sign-on is owed back."),
        (PRORATED, "Each completed month takes an equal part off what is owed, until month 12."),
    ],
)
def test_curve_says_how_the_debt_ends(kind: ClawbackKind, text: str) -> None:
    curve = leaving_curve(Package(base=Decimal(1), sign_on=sign_on(12, kind)), POLICY)
    assert curve.reasons[0].text == text


def test_curve_speaks_of_people_and_not_of_one_person() -> None:
    package = Package(base=Decimal(1), sign_on=sign_on(12))
    grant = Grant(vesting=Vesting(points=(10000,)), worth=Decimal(40000))
    told = [reason.text for reason in leaving_curve(replace(package, grants=(grant,)), POLICY).reasons]
    assert told[1] == (
        "If 15% of people leave in a year, 25,500 of 30,000 stays on average. This says nothing about you."
    )
    assert told[3] == "What has not vested when you leave is lost: up to 40,000 at the claimed figure."
