"""What they offer now is worth what stands of it: every part counts, whether it grew, shrank or went."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.case import advice_on
from offers.demo import CASES, Fields, load_case
from offers.drafts.composer.ground import REST
from offers.drafts.process import with_process
from offers.drafts.worth import worth_of
from offers.models import Offer
from tests.drafts.steps import page, read
from tests.factories import make_answer, make_offer, make_promise, make_terms

D = Decimal
# 100,000 in base, 20,000 in bonus, 20,000 a year in grants, a sign-on and leave: the last two stay outside.
PARTS: dict[str, Any] = {
    "base": D(100_000),
    "target": D(110_000),
    "walk_away": D(96_000),
    "team": (),
    "stated_as": "written",
    "bonus_stated": "given",
    "bonus_target_rate": D("0.2"),
    "bonus_payout_rate": D(1),
    "sign_on_stated": "given",
    "sign_on": D(20_000),
    "equity_stated": "given",
    "equity_grant": D(80_000),
    "equity_years": 4,
    "leave_stated": "given",
    "leave_days": D(20),
}
# In their own words none is left out, so that nothing but what is named differs.
SAME: dict[str, Any] = {
    name: PARTS[name] for name in ("base", "bonus_target_rate", "sign_on", "equity_grant", "leave_days")
}


def worth(offer: Offer) -> Decimal:
    read = with_process(Offer.objects.with_case()).get(pk=offer.pk)
    advice = advice_on(read, timezone.localdate())
    assert advice is not None
    return round(worth_of(read, advice).value, 2)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["company"]))
def test_an_offer_without_an_answer_is_worth_what_the_engine_says(alice: User, case: Fields) -> None:
    offer = with_process(Offer.objects.with_case()).get(pk=load_case(alice, case, timezone.localdate()).pk)
    advice = advice_on(offer, timezone.localdate())
    assert advice is not None
    assert worth_of(offer, advice).value == advice.bargain.value(advice.state.offer)


def test_the_same_once_more_changes_nothing(alice: User) -> None:
    offer = make_offer(alice, **PARTS)
    assert worth(offer) == 140_000
    make_answer(offer, **SAME, kind="final", channel="letter")
    assert worth(offer) == 140_000


@pytest.mark.parametrize(
    ("named", "value"),
    [
        ({"base": D(105_000)}, "146000"),
        ({"base": D(96_000)}, "135200"),
        ({"bonus_target_rate": D("0.25")}, "145000"),
        ({"bonus_target_rate": D("0.1")}, "130000"),
        ({"bonus_target_rate": D(0)}, "120000"),
        ({"equity_grant": D(100_000)}, "145000"),
        ({"equity_grant": D(40_000)}, "130000"),
        ({"equity_grant": D(0)}, "120000"),
        ({"equity_years": 5}, "136000"),
        ({"sign_on": D(38_000)}, "146266.78"),
        ({"sign_on": D(2_000)}, "133733.22"),
        ({"sign_on": D(0)}, "133036.91"),
        ({"leave_days": D(33)}, "145000"),
        ({"leave_days": D(7)}, "135000"),
        ({"leave_days": D(0)}, "132307.69"),
        ({"bonus_target_rate": D("0.1"), "equity_grant": D(0)}, "110000"),
    ],
)
def test_what_they_answer_counts_up_and_down(alice: User, named: dict[str, Any], value: str) -> None:
    make_answer(offer := make_offer(alice, **PARTS), **SAME | named, kind="final", channel="letter")
    assert worth(offer) == D(value)


def test_what_an_answer_aloud_does_not_mention_stands_as_it_stood(alice: User) -> None:
    make_answer(offer := make_offer(alice, **PARTS), base=D(105_000))
    assert worth(offer) == 146_000


def test_what_a_letter_leaves_out_counts_no_more_than_on_the_page_of_pay(alice: User) -> None:
    """Bonus, grant and sign-on; a letter that passes over leave leaves it as it was."""
    make_answer(offer := make_offer(alice, **PARTS), base=D(100_000), channel="letter")
    assert worth(offer) == D("93036.91")


def test_a_grant_that_was_promised_in_writing_since_counts_again(alice: User) -> None:
    kept = {name: SAME[name] for name in SAME if name != "equity_grant"}
    make_answer(offer := make_offer(alice, **PARTS), **kept, channel="letter")
    assert worth(offer) == 120_000
    make_promise(offer, what="The grant of 80,000", state="written", settled_on=timezone.localdate())
    assert worth(offer) == 140_000


def test_what_they_bring_back_counts_again(alice: User) -> None:
    make_answer(offer := make_offer(alice, **PARTS), **SAME | {"equity_grant": D(0)}, kind="final")
    assert worth(offer) == 120_000
    make_answer(offer, base=D(102_000))
    assert worth(offer) == D(122_400)
    make_answer(offer, **SAME, kind="final", channel="letter")
    assert worth(offer) == 140_000


def test_a_part_that_nobody_had_named_is_a_gain(alice: User) -> None:
    plain = {name: PARTS[name] for name in ("base", "target", "walk_away", "team", "stated_as")}
    make_answer(
        offer := make_offer(alice, **plain),
        base=D(100_000),
        bonus_target_rate=D("0.1"),
        equity_grant=D(40_000),
        leave_days=D(25),
    )
    offer.bonus_payout_rate = D(1)
    offer.save()
    assert worth(offer) == 120_000


def test_a_letter_that_came_before_any_answer_counts_as_it_stands(alice: User) -> None:
    offer = make_offer(alice, **PARTS)
    make_terms(offer, kind="verbal", channel="call", **SAME)
    make_terms(offer, **SAME | {"equity_grant": None})
    assert worth(offer) == 120_000


@pytest.mark.parametrize(
    ("unit", "before", "after"),
    [
        ({"base": D(50), "unit": "hour", "hours_per_week": D(40)}, "69.62", "54.67"),
        ({"base": D(8_000), "unit": "month", "payments_per_year": 13}, "11138.46", "8746.44"),
    ],
)
def test_every_unit_counts_a_cut(alice: User, unit: dict[str, Any], before: str, after: str) -> None:
    own = {"target": unit["base"] * D("1.1"), "walk_away": unit["base"] * D("0.9")}
    offer = make_offer(alice, **PARTS | unit | own)
    assert worth(offer) == D(before)
    cut = {"base": unit["base"], "bonus_target_rate": D("0.1"), "equity_grant": D(0), "sign_on": D(18_000)}
    make_answer(offer, **SAME | cut, kind="final", channel="letter")
    assert worth(offer) == D(after)


def test_a_base_that_is_accepted_is_no_yes_where_the_rest_was_cut(alice: User) -> None:
    fields: dict[str, Any] = {"equity_stated": "given", "equity_grant": 80_000, "equity_years": 4}
    offer = make_offer(
        alice, base=Decimal(100_000), target=Decimal(104_000), walk_away=Decimal(98_000), team=(), **fields
    )
    make_answer(offer, base=Decimal(104_000), channel="letter", equity_grant=Decimal(80_000))
    assert read(offer).is_reached
    make_answer(offer, base=Decimal(104_000), channel="letter", equity_grant=Decimal(0), key=uuid4())
    record = read(offer)
    assert (record.is_reached, record.why_over) == (False, REST)
    answer, replies = page(alice, "outcome:page", offer), page(alice, "replies:page", offer)
    assert "You can say yes to this base" not in answer
    assert "Base is there; look at the rest" in answer
    assert "all they offer with it does not reach your walk-away" in replies
