"""The parts of what they offer: what stands of them, and what a version leaves out."""

from decimal import Decimal

import pytest

from offers.accounts.models import User
from offers.ledger.parts import Change, open_drops, standing, versions_of
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


def read(offer: Offer) -> Offer:
    return Offer.objects.with_case().prefetch_related("terms").get(pk=offer.pk)


def first_change(offer: Offer) -> dict[str, Change]:
    """What their only answer changed, by the name of the part."""
    return {one.name: one for one in versions_of(read(offer))[0].changes}


@pytest.mark.parametrize("channel", ["call", "letter"])
@pytest.mark.parametrize("part", ["bonus_target_rate", "sign_on"])
def test_a_part_of_nothing_that_is_not_mentioned_again_is_not_asked_about(
    alice: User, part: str, channel: str
) -> None:
    stated = "bonus_stated" if part == "bonus_target_rate" else "sign_on_stated"
    made = make_offer(alice, **{stated: "given", part: 0})
    make_answer(made, base=Decimal(84_000), channel=channel)
    assert (part in first_change(made), open_drops(read(made))) == (False, [])


def test_a_part_that_is_taken_away_and_not_mentioned_again_stays_asked_about(alice: User) -> None:
    made = make_offer(alice, sign_on_stated="given", sign_on=6_000)
    make_answer(made, base=Decimal(84_000), sign_on=0)
    make_answer(made, base=Decimal(84_500))
    assert [(one.name, one.was, one.kind) for one in open_drops(read(made))] == [
        ("sign_on", Decimal(6_000), "less")
    ]


@pytest.mark.parametrize(("stated", "said"), [("none", "none"), ("not_stated", "not stated")])
def test_a_part_that_there_was_none_of_is_said_so(alice: User, stated: str, said: str) -> None:
    made = make_offer(alice, sign_on_stated=stated)
    make_answer(made, base=Decimal(84_000), sign_on=4_000)
    change = first_change(made)["sign_on"]
    assert (change.before, change.words) == (said, "new")
