"""Which messages can be started, in which order, with which warnings."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.composer.ground import NothingToSayError
from offers.drafts.models import Draft, Kind
from offers.drafts.record import Record, record_of
from offers.drafts.starts import starts_of, unsayable
from offers.engine import draft as engine
from offers.ledger.models import Promise, Signal
from offers.models import Offer
from offers.outcome.models import Decision
from tests.drafts.cases import NAMES, TODAY, make_late_case, make_other
from tests.drafts.steps import text_of
from tests.factories import make_answer, make_draft, make_offer

MakeRecord = Callable[..., Record]
DAY = timezone.localdate()
STATES: dict[str, dict[str, Any]] = {
    "nothing known": {"base": None, "target": None, "walk_away": None},
    "base known": {},
    "deadline known": {"deadline": DAY + timedelta(days=9)},
    "deadline passed": {"deadline": DAY - timedelta(days=3)},
    "contradiction": {"range_minimum": 90_000, "range_midpoint": 70_000, "range_maximum": 100_000},
}


def can_be_made(record: Record, kind: Kind) -> bool:
    try:
        return record.text(engine.Kind(kind)) != ""
    except NothingToSayError:
        return False


@pytest.mark.parametrize("state", ["nothing known", "base known", "deadline known", "deadline passed"])
@pytest.mark.parametrize("kind", Kind)
def test_a_kind_is_offered_exactly_when_it_has_something_to_say(alice: User, kind: Kind, state: str) -> None:
    offer = make_offer(alice, **STATES[state])
    record = record_of(Offer.objects.with_case().get(pk=offer.pk), DAY)
    assert (unsayable(record, kind) == "") == can_be_made(record, kind)


@pytest.mark.parametrize("kind", [Kind.COMPETING, Kind.FOLLOW_UP, Kind.EXTENSION])
def test_a_kind_with_nothing_to_say_is_refused_and_says_why(window: Client, offer: Offer, kind: Kind) -> None:
    listed = reverse("drafts:list", args=[offer.pk])
    assert f"Start the {kind.label.lower()}" not in text_of(window.get(listed))
    page = text_of(window.post(f"{listed}new/", {"kind": kind.value, "key": uuid4()}))
    assert (Draft.objects.count(), "Please look at this again" in page) == (0, True)


def test_a_weaker_offer_is_not_worth_a_note(alice: User, offer: Offer) -> None:
    make_other(offer, base=offer.base - 1)
    assert "Naming a weaker one works against you." in unsayable(record_of(offer, DAY), Kind.COMPETING)


def test_a_process_that_is_on_record_leaves_gaps_for_what_is_not(offer: Offer) -> None:
    make_other(offer, base=None, deadline=None)
    text = record_of(offer, DAY).text(engine.Kind.COMPETING)
    assert [text.count(gap) for gap in ("[how far it has come]", "[the day]", "[the one term")] == [1, 1, 1]


@pytest.mark.parametrize("name", NAMES)
def test_late_in_a_negotiation_the_stage_has_its_messages(alice: User, name: str) -> None:
    starts = starts_of(record_of(make_late_case(alice, name), TODAY))
    assert [one.kind for one in starts.stage] == [
        Kind.FALLBACK,
        Kind.COMPETING,
        Kind.EXTENSION,
        Kind.ACCEPT,
        Kind.DECLINE,
        Kind.PHONE,
    ]
    assert starts.first
    assert starts.first.kind == Kind.FOLLOW_UP
    over = {one.kind for one in (*starts.stage, *starts.others) if one.why_not}
    assert over == {Kind.PHONE, Kind.COUNTER, Kind.COMPETING}


def test_an_answer_with_a_next_number_keeps_the_counter_at_hand(alice: User) -> None:
    make_answer(offer := make_offer(alice, sign_on_stated="given", sign_on=8_000), channel="letter")
    starts = starts_of(record_of(Offer.objects.with_case().get(pk=offer.pk), DAY))
    assert starts.first
    assert starts.first.kind == Kind.QUESTIONS
    assert Kind.COUNTER in [one.kind for one in starts.stage]


def warnings(offer: Offer, kind: Kind) -> list[str]:
    starts = starts_of(record_of(offer, DAY))
    every = [one for one in (starts.first, *starts.stage, *starts.others) if one and one.kind == kind]
    return [text for text, _ in every[0].warnings]


def test_a_second_counter_within_days_is_warned(offer: Offer) -> None:
    make_draft(offer, sent_on=DAY)
    assert "2 counters are open within 5 business days" in warnings(offer, Kind.COUNTER)[-1]


def test_an_acceptance_names_what_it_means_and_what_is_open(offer: Offer) -> None:
    Promise.objects.create(offer=offer, key=uuid4(), what="A laptop", promised_on=DAY)
    Signal.objects.create(offer=offer, key=uuid4(), sign="rushes", seen_on=DAY)
    assert warnings(offer, Kind.ACCEPT) == [
        "This may conclude a contract. Send it once you are sure of every term in it.",
        "There is no written offer yet; accept once you have read it.",
        "Promised, not in writing: A laptop. Is it in the contract?",
        "They pressed for this answer. Do you want to accept now?",
    ]


def test_a_decided_offer_starts_nothing(window: Client, offer: Offer) -> None:
    Decision.objects.create(offer=offer, outcome="accepted", decided_on=DAY, stage_before="final")
    page = text_of(window.get(reverse("drafts:list", args=[offer.pk])))
    assert ("This is decided" in page, "Start the" in page) == (True, False)
