"""Months and years agree, more base is never worse, and money scales."""

from dataclasses import replace
from decimal import Decimal
from operator import attrgetter

from hypothesis import given, settings
from hypothesis import strategies as st

from offers.engine.compensation import Instalment, Package
from offers.engine.grants import Grant
from offers.engine.pay import pay_table
from offers.engine.policy import Policy
from offers.engine.streams import spread
from tests.engine.properties.packages_of_pay import PACKAGES, STEADY_PACKAGES

POLICY = Policy()
COLUMNS = attrgetter("guaranteed", "claimed", "valued")


@settings(deadline=None)
@given(package=PACKAGES)
def test_months_of_a_year_sum_to_the_year(package: Package) -> None:
    table = pay_table(package, POLICY)
    assert len(table.months) == 12 * len(table.years)
    for year in table.years:
        months = [COLUMNS(month) for month in table.months[12 * year.number - 12 : 12 * year.number]]
        assert tuple(map(sum, zip(*months, strict=True))) == COLUMNS(year)


@settings(deadline=None)
@given(package=PACKAGES)
def test_grants_pay_out_their_whole_claim_within_the_table(package: Package) -> None:
    table = pay_table(package, POLICY)
    paid = [sum(part.claimed) for part in table.streams if part.code == "grant"]
    assert paid == [grant.claimed or 0 for grant in table.grants]


@settings(deadline=None)
@given(yearly=st.decimals(0, 10**9, places=4))
def test_spread_closes_its_year_exactly(yearly: Decimal) -> None:
    assert sum(spread(yearly)) == yearly


@settings(deadline=None)
@given(package=STEADY_PACKAGES)
def test_years_keep_their_columns_in_order(package: Package) -> None:
    for year in pay_table(package, POLICY).years:
        assert 0 <= year.guaranteed <= year.low <= year.valued <= year.high
        assert 0 <= year.once <= year.guaranteed


@settings(deadline=None)
@given(package=STEADY_PACKAGES, more=st.integers(1, 10**6))
def test_years_never_fall_when_base_rises(package: Package, more: int) -> None:
    raised = replace(package, base=package.base + more, variable=_lifted(package, more))
    before, after = pay_table(package, POLICY).years, pay_table(raised, POLICY).years
    for low, high in zip(before, after, strict=True):
        assert all(less < greater for less, greater in zip(COLUMNS(low), COLUMNS(high), strict=True))


@settings(deadline=None)
@given(package=STEADY_PACKAGES)
def test_years_and_totals_scale_with_every_amount(package: Package) -> None:
    small, large = pay_table(package, POLICY), pay_table(_times_ten(package), POLICY)
    assert [COLUMNS(year) for year in large.years] == [
        tuple(10 * amount for amount in COLUMNS(year)) for year in small.years
    ]
    assert [figure.amount for figure in vars(large.strip).values()] == [
        10 * figure.amount for figure in vars(small.strip).values()
    ]


@settings(deadline=None)
@given(package=PACKAGES)
def test_every_reason_can_be_said(package: Package) -> None:
    table = pay_table(package, POLICY)
    said = [reason.text for reason in table.reasons]
    assert all("{" not in text and text.endswith((".", "?")) for text in said)


def _lifted(package: Package, more: int) -> object:
    variable = package.variable
    return variable and replace(variable, on_target=variable.on_target + more)


def _times_ten(package: Package) -> Package:
    variable, sign_on = package.variable, package.sign_on
    return replace(
        package,
        base=10 * package.base,
        variable=variable and replace(variable, on_target=10 * variable.on_target),
        sign_on=sign_on and replace(sign_on, instalments=tuple(map(_ten_instalment, sign_on.instalments))),
        grants=tuple(map(_ten_grant, package.grants)),
    )


def _ten_instalment(part: Instalment) -> Instalment:
    return replace(part, amount=10 * part.amount)


def _ten_grant(grant: Grant) -> Grant:
    money = {
        field: 10 * getattr(grant, field)
        for field in ("worth", "price", "strike")
        if getattr(grant, field) is not None
    }
    return replace(grant, **money)
