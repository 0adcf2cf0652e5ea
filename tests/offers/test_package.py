"""From rows to the package of the engine: details count while they agree with what stands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from offers.accounts.models import User
from offers.demo import FRONT_LOADED, START_UP, load_case
from offers.engine.compensation import ClawbackKind, Instalment
from offers.engine.errors import EngineError
from offers.engine.policy import Policy
from offers.models import Grant, MatchTier, Offer
from offers.package import counted_rate, package_of
from offers.summary import summary_of
from tests.factories import make_offer

POLICY = Policy()


def package(offer: Offer) -> Any:
    found = package_of(Offer.objects.get(pk=offer.pk), POLICY)
    assert found is not None
    return found


def test_a_year_of_base_counts_every_period(alice: User) -> None:
    offer = make_offer(alice, unit="hour", base=Decimal(41), hours_per_week=Decimal(24), fte=Decimal("0.6"))
    assert package(offer).base == Decimal(51_168)
    assert package(offer).leave.hours_a_week == 24


def test_without_base_there_is_no_package(alice: User) -> None:
    assert package_of(make_offer(alice, base=None), POLICY) is None


def test_details_that_agree_with_the_summary_count(alice: User) -> None:
    found = package(load_case(alice, FRONT_LOADED, timezone.localdate()))
    assert [(part.amount, part.month) for part in found.sign_on.instalments] == [(25_000, 1), (15_000, 13)]
    assert found.sign_on.clawback.kind is ClawbackKind.PRORATED
    assert found.grants[0].vesting.points == (3300, 3300, 2200, 1200)
    assert (found.match.own, len(found.match.tiers), found.health.premium) == (Decimal("0.04"), 2, 180)
    assert (found.commute.days_a_week, found.commute.minutes_a_day) == (3, 80)


def test_a_later_version_of_the_terms_is_read_as_one_instalment_and_an_even_grant(alice: User) -> None:
    offer = load_case(alice, FRONT_LOADED, timezone.localdate())
    now = replace(summary_of(offer), sign_on=Decimal(50_000), grant=Decimal(300_000))
    found = package_of(offer, POLICY, now)
    assert found is not None
    assert found.sign_on is not None
    assert found.sign_on.instalments == (Instalment(amount=Decimal(50_000)),)
    assert (found.grants[0].worth, found.grants[0].vesting.points) == (300_000, (2500,) * 4)


def test_another_time_of_vesting_sets_the_details_aside_too(alice: User) -> None:
    offer = load_case(alice, FRONT_LOADED, timezone.localdate())
    found = package_of(offer, POLICY, replace(summary_of(offer), grant_years=3))
    assert found is not None
    assert len(found.grants[0].vesting.points) == 3


def test_options_of_a_private_company_count_as_nothing_until_somebody_believes_in_them(alice: User) -> None:
    offer = load_case(alice, START_UP, timezone.localdate())
    (grant,) = package(offer).grants
    assert (grant.claimed, grant.exercise_cost) == (90_000, 27_000)
    assert counted_rate((grant,), POLICY) == 0
    offer.grants.update(believed_rate=Decimal("0.25"))
    assert counted_rate(package(offer).grants, POLICY) == Decimal("0.25")


def test_a_grant_whose_claim_is_not_known_is_kept_as_it_is(alice: User) -> None:
    offer = make_offer(alice, equity_stated="given", equity_years=4)
    Grant.objects.create(offer=offer, units=1_000)
    assert package(offer).grants[0].units == 1_000


@pytest.mark.parametrize(("meaning", "worth"), [("whole", 50_000), ("per_year", 200_000)])
def test_a_figure_means_the_whole_grant_or_a_year_of_it(alice: User, meaning: str, worth: int) -> None:
    grant = Grant(offer=make_offer(alice), figure=Decimal(50_000), meaning=meaning)
    assert grant.to_grant().worth == worth


def test_shares_that_make_no_whole_are_refused(alice: User) -> None:
    grant = Grant(offer=make_offer(alice), figure=Decimal(1), schedule="own", points=[5000, 4000])
    with pytest.raises(EngineError, match="9,000 basis points"):
        grant.to_grant()


@pytest.mark.parametrize(
    ("model", "fields", "name"),
    [
        (Grant, {"figure": None, "units": None}, "grant_figure_or_units"),
        (Grant, {"figure": 5, "units": 5}, "grant_figure_or_units"),
        (Grant, {"figure": 5, "strike": 1}, "grant_strike_of_units"),
        (Grant, {"units": 5, "vests_every": 2}, "grant_rhythm_known"),
        (Grant, {"units": 5, "believed_rate": 2}, "grant_believed_in_range"),
        (MatchTier, {"rate": 1, "low": "0.5", "high": "0.4"}, "match_tier_in_order"),
    ],
)
def test_the_database_refuses_what_cannot_be(
    alice: User, model: type[Grant | MatchTier], fields: dict[str, Any], name: str
) -> None:
    offer = make_offer(alice)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.create(offer=offer, **fields)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"bonus_payout_rate": Decimal(4)}, "offer_bonus_payout_in_range"),
        (
            {"bonus_payout_low_rate": Decimal("1.1"), "bonus_payout_rate": Decimal(1)},
            "offer_bonus_payout_low_to_usual",
        ),
        (
            {"bonus_payout_low_rate": Decimal("1.3"), "bonus_payout_high_rate": Decimal("1.2")},
            "offer_bonus_payout_low_to_high",
        ),
        ({"match_own_rate": Decimal(2)}, "offer_match_own_in_range"),
        ({"onsite_days": Decimal(8)}, "offer_onsite_days_in_range"),
        ({"starts_on": date(1900, 1, 1)}, "offer_starts_on_in_range"),
    ],
)
def test_a_fact_outside_its_limits_is_refused(alice: User, fields: dict[str, Any], name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make_offer(alice, **fields)
