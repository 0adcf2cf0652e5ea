"""What of pay the advice reads: payout, match, and what a year pays beside base."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.case import terms_of
from offers.compare.sides import per_base
from offers.engine.pay import pay_table
from offers.engine.policy import Policy
from offers.engine.situation import Terms
from offers.models import Offer
from offers.package import package_of
from offers.summary import summary_of
from offers.walk_away import facts_of
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.forms import BENEFITS

MATCH = {
    "match_stated": "given",
    "rate_1": "100",
    "high_1": "3",
    "rate_2": "50",
    "low_2": "3",
    "high_2": "5",
}


def read(offer: Offer) -> Terms:
    return terms_of(offer, Policy())


def save(desk: Client, offer: Offer, body: dict[str, str]) -> Offer:
    address = reverse("offers:step", args=[offer.pk, "benefits"])
    opened = str(desk.get(address).context["form"]["opened"].value())
    assert desk.post(address, BENEFITS | body | {"opened": opened}).status_code == 302
    return Offer.objects.get(pk=offer.pk)


def test_a_match_counts_for_what_one_puts_in(alice: User) -> None:
    desk, offer = sign_in(alice), make_offer(alice)
    assert read(save(desk, offer, MATCH)).match_rate is None
    saved = save(desk, offer, MATCH | {"match_own_rate": "4"})
    assert (read(saved).match_rate, saved.match_tiers.count()) == (Decimal("0.035"), 2)
    assert read(save(desk, offer, {})).match_rate is None
    assert not offer.match_tiers.exists()


def test_a_payout_counts_while_there_is_a_bonus(alice: User) -> None:
    fields = {"bonus_target_rate": Decimal("0.1"), "bonus_payout_rate": Decimal("0.9")}
    assert read(make_offer(alice, bonus_stated="given", **fields)).payout == Decimal("0.9")
    assert read(make_offer(alice, bonus_stated="none", **fields)).payout is None


@pytest.mark.parametrize(
    ("fields", "payout"),
    [
        ({}, "0.8"),
        ({"bonus_payout_low_rate": Decimal("0.9")}, "0.9"),
        ({"bonus_payout_high_rate": Decimal("0.7")}, "0.7"),
    ],
)
def test_a_bonus_without_a_payout_counts_on_every_page_as_it_does_in_pay(
    alice: User, fields: dict[str, Any], payout: str
) -> None:
    offer = make_offer(alice, bonus_stated="given", bonus_target_rate=Decimal("0.1"), **fields)
    policy, k = Policy(), 1 + Decimal("0.1") * Decimal(payout)
    paid = pay_table(package_of(offer, policy), policy).years[1].valued
    assert (read(offer).payout, per_base(offer, summary_of(offer), policy)) == (Decimal(payout), k)
    assert paid == offer.base * k
    assert facts_of(offer, policy).k == k


def test_other_terms_are_the_grants_as_counted_and_a_budget_to_learn(alice: User) -> None:
    granted = {"equity_stated": "given", "equity_grant": Decimal(240_000), "equity_years": 4}
    assert read(make_offer(alice)).other_value is None
    assert read(make_offer(alice, **granted)).other_value == 60_000
    half = {"equity_believed_rate": Decimal("0.5"), "learning_budget": Decimal(2_000)}
    assert read(make_offer(alice, **granted, **half)).other_value == 32_000


def test_the_page_of_answers_names_every_grant(alice: User) -> None:
    offer = make_offer(alice, equity_stated="given", equity_grant=Decimal(40_000), equity_years=4)
    offer.grants.create(label="Refresher", figure=Decimal(40_000))
    page = sign_in(alice).get(reverse("offers:check", args=[offer.pk])).content.decode()
    assert "Refresher" in page
    assert "40,000 in total: 10,000 a year for 4 years." in page
