"""What an answer amounts to: what moved, what was left out, what can be said to it."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.record import record_of
from offers.engine.draft import Kind
from offers.models import Offer
from offers.outcome.reading import Reading, readings_of
from tests.factories import make_answer, make_draft, make_offer

SIGN_ON: dict[str, Any] = {"sign_on_stated": "given", "sign_on": Decimal(8_000)}


def readings(offer: Offer) -> list[Reading]:
    offer = Offer.objects.with_case().get(pk=offer.pk)
    return readings_of(offer, record_of(offer, timezone.localdate()))


def make_sent(offer: Offer, ask: int, kind: str = "counter") -> None:
    make_draft(offer, kind=kind, sent_on=date(2026, 11, 20), basis={"ask": str(ask)})


def moves(reading: Reading) -> list[tuple[str, str, str]]:
    return [(one.label, one.words.replace("\u00a0", " "), one.kind) for one in reading.changes]


def test_a_higher_base_is_shown_beside_what_was_asked_and_the_target(alice: User) -> None:
    offer = make_offer(alice)
    make_sent(offer, 88_500)
    make_answer(offer, base=Decimal(84_000))
    (found,) = readings(offer)
    assert moves(found) == [("Base", "USD 4,000 more", "more")]
    assert [(one.label, one.words.replace("\u00a0", " ")) for one in found.distances] == [
        ("What you asked", "4,500 under, 5.1%"),
        ("Your target", "11,000 under, 11.6%"),
    ]


def test_each_answer_stands_beside_the_last_request_before_it(alice: User) -> None:
    offer = make_offer(alice)
    make_sent(offer, 88_500)
    make_answer(offer, base=Decimal(82_000), key=uuid4())
    make_sent(offer, 84_000, kind="fallback")
    make_answer(offer, base=Decimal(84_000), key=uuid4())
    asked = [one.distances[0] for one in readings(offer)]
    assert [(one.figure, one.words.partition(", ")[0]) for one in asked] == [
        ("USD\u00a084,000", "reached"),
        ("USD\u00a088,500", "6,500\u00a0under"),
    ]


def test_the_page_and_the_fallback_propose_the_same(alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(84_000))
    (found,) = readings(offer)
    beside = found.in_writing.partition(" with ")[2]
    record = record_of(Offer.objects.with_case().get(pk=offer.pk), timezone.localdate())
    assert beside
    assert beside in record.text(Kind.FALLBACK)


def test_without_a_counter_that_went_out_the_ask_of_today_stands_for_it(alice: User) -> None:
    make_answer(offer := make_offer(alice))
    asked = readings(offer)[0].distances[0]
    assert (asked.label, asked.figure) == ("The ask of today", "USD\u00a088,500")


def test_a_sign_on_that_is_not_mentioned_any_more_stands_out(alice: User) -> None:
    make_answer(offer := make_offer(alice, **SIGN_ON), base=Decimal(84_000))
    assert moves(readings(offer)[0])[1] == ("Sign-on", "ask whether it stands", "unsaid")


def test_what_a_letter_dropped_is_asked_back_first(alice: User) -> None:
    make_answer(offer := make_offer(alice, **SIGN_ON), base=Decimal(84_000), channel="letter")
    (found,) = readings(offer)
    assert found.back.startswith("I take it that the sign-on of USD 8,000 stands")


def test_every_answer_is_held_against_what_stood_before_it(alice: User) -> None:
    offer = make_offer(alice)
    make_answer(offer, base=Decimal(84_000), sign_on=Decimal(5_000))
    make_answer(offer, base=Decimal(83_000))
    last, first = readings(offer)
    assert moves(first) == [("Base", "USD 4,000 more", "more"), ("Sign-on", "new", "new")]
    assert moves(last) == [
        ("Base", "USD 1,000 less", "less"),
        ("Sign-on", "ask whether it stands", "unsaid"),
    ]


def test_what_can_be_said_is_the_engines_reply(alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(84_000))
    found = readings(offer)[0].say
    assert found is not None
    assert (found.title, "Could we settle at 86,000?" in found.words) == (
        "One more step is left in base",
        True,
    )


def test_all_that_was_asked_is_a_yes(alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(88_500))
    found = readings(offer)[0].say
    assert found is not None
    assert found.words == "Thank you, 88,500 works for me. I will confirm once all the terms are in writing."


def test_nothing_is_asked_of_those_who_called_it_final(alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(84_000), kind="final")
    found = readings(offer)[0]
    assert (found.say, found.grounds, found.is_under) == (None, (), False)


def test_a_final_package_under_the_walk_away_names_its_remedy_first(alice: User) -> None:
    make_answer(offer := make_offer(alice), base=Decimal(78_000), kind="final")
    found = readings(offer)[0]
    assert (found.is_under, [ground.remedy for ground in found.grounds]) == (
        True,
        ["Ask once whether anything outside base can close the difference."],
    )


def test_a_sign_on_can_lift_a_final_package_over_the_walk_away(alice: User) -> None:
    offer = make_offer(alice)
    make_answer(offer, base=Decimal(78_000), sign_on=Decimal(8_000), kind="final")
    assert (readings(offer)[0].is_under, readings(offer)[0].grounds) == (True, ())


def test_a_final_package_that_cuts_the_grant_is_under_the_walk_away_until_they_bring_it_back(
    alice: User,
) -> None:
    offer = make_offer(alice, equity_stated="given", equity_grant=Decimal(80_000), equity_years=4)
    make_answer(offer, base=Decimal(82_000), equity_grant=Decimal(0), kind="final", channel="letter")
    assert [ground.ground for ground in readings(offer)[0].grounds] == [
        "They called it final, and the package is below your walk-away."
    ]
    make_answer(offer, base=Decimal(82_000), equity_grant=Decimal(80_000), kind="final", channel="letter")
    assert [one.grounds for one in readings(offer)] == [(), ()]


@pytest.mark.parametrize("missing", ["base", "target"])
def test_an_answer_is_read_whatever_else_is_unknown(alice: User, missing: str) -> None:
    make_answer(offer := make_offer(alice, walk_away=None, **{missing: None}), base=Decimal(84_000))
    assert moves(readings(offer)[0])[0][0] == "Base"
