"""The parts of what they offer: what stands of them, and what a version leaves out."""

from decimal import Decimal

import pytest

from offers.accounts.models import User
from offers.ledger.parts import open_drops, standing
from offers.models import Offer
from tests.factories import make_answer, make_offer

WITH_BOTH = {
    "equity_stated": "given",
    "equity_grant": 80_000,
    "equity_years": 4,
    "sign_on_stated": "given",
    "sign_on": 6_000,
    "sign_on_clawback_months": 12,
}


@pytest.mark.parametrize(
    ("whole", "detail"), [("equity_grant", "equity_years"), ("sign_on", "sign_on_clawback_months")]
)
def test_of_a_grant_or_sign_on_of_nothing_no_more_is_to_be_said(alice: User, whole: str, detail: str) -> None:
    made = make_offer(alice, **WITH_BOTH)
    make_answer(made, base=Decimal(84_000), channel="letter", **{whole: 0})
    offer = Offer.objects.with_case().prefetch_related("terms").get(pk=made.pk)
    assert {one.name for one in open_drops(offer)} & {whole, detail} == {whole}
    assert not {whole, detail} & set(standing(offer))


def test_a_detail_that_a_letter_leaves_out_is_asked_about(alice: User) -> None:
    made = make_offer(alice, **WITH_BOTH)
    make_answer(made, base=Decimal(84_000), channel="letter", equity_grant=80_000, sign_on=6_000)
    offer = Offer.objects.with_case().prefetch_related("terms").get(pk=made.pk)
    assert {one.name for one in open_drops(offer)} == {"equity_years", "sign_on_clawback_months"}
