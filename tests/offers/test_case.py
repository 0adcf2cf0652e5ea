"""What of pay the advice reads: payout, match, and what a year pays beside base."""

from decimal import Decimal

from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.case import terms_of
from offers.models import Offer
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


def save(desk: Client, offer: Offer, body: dict[str, str]) -> Offer:
    address = reverse("offers:step", args=[offer.pk, "benefits"])
    opened = str(desk.get(address).context["form"]["opened"].value())
    assert desk.post(address, BENEFITS | body | {"opened": opened}).status_code == 302
    return Offer.objects.get(pk=offer.pk)


def test_a_match_counts_for_what_one_puts_in(alice: User) -> None:
    desk, offer = sign_in(alice), make_offer(alice)
    assert terms_of(save(desk, offer, MATCH)).match_rate is None
    saved = save(desk, offer, MATCH | {"match_own_rate": "4"})
    assert (terms_of(saved).match_rate, saved.match_tiers.count()) == (Decimal("0.035"), 2)
    assert terms_of(save(desk, offer, {})).match_rate is None
    assert not offer.match_tiers.exists()


def test_a_payout_counts_while_there_is_a_bonus(alice: User) -> None:
    fields = {"bonus_target_rate": Decimal("0.1"), "bonus_payout_rate": Decimal("0.9")}
    assert terms_of(make_offer(alice, bonus_stated="given", **fields)).payout == Decimal("0.9")
    assert terms_of(make_offer(alice, bonus_stated="none", **fields)).payout is None


def test_other_terms_are_the_grants_as_counted_and_a_budget_to_learn(alice: User) -> None:
    granted = {"equity_stated": "given", "equity_grant": Decimal(240_000), "equity_years": 4}
    assert terms_of(make_offer(alice)).other_value is None
    assert terms_of(make_offer(alice, **granted)).other_value == 60_000
    half = {"equity_believed_rate": Decimal("0.5"), "learning_budget": Decimal(2_000)}
    assert terms_of(make_offer(alice, **granted, **half)).other_value == 32_000


def test_the_page_of_answers_names_every_grant(alice: User) -> None:
    offer = make_offer(alice, equity_stated="given", equity_grant=Decimal(40_000), equity_years=4)
    offer.grants.create(label="Refresher", figure=Decimal(40_000))
    page = sign_in(alice).get(reverse("offers:check", args=[offer.pk])).content.decode()
    assert "Refresher" in page
    assert "40,000 in total: 10,000 a year for 4 years." in page
