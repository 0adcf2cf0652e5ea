"""Starting, saving and sending: once each, in order, and nothing overwritten in silence."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from offers.accounts.models import User
from offers.drafts import services
from offers.drafts.composer.ground import NothingToSayError
from offers.drafts.models import Draft, Kind
from offers.models import Offer, Stage
from tests.factories import make_draft, make_offer

RANGE = ("range_minimum", "range_midpoint", "range_maximum")
TODAY = date(2026, 11, 23)
CLEAN = "Thank you for the offer. I am excited about the role and will write again by Friday."
BLOCKED = f"{CLEAN} Raise the base, or I'll walk away."
SAVED: dict[str, Any] = {"text": CLEAN, "preferred": False, "override": "", "signature": ""}


def start(offer: Offer, key: UUID | None = None, kind: Kind = Kind.COUNTER) -> Draft:
    return services.start_draft(offer, kind=kind, key=key or uuid4(), today=TODAY)


def send(draft: Draft, owner: User, **fields: Any) -> Draft:
    given = SAVED | {"version": draft.version, "sent_on": TODAY, "today": TODAY, "asked": None} | fields
    return services.send_draft(owner, draft.pk, **given)


def test_the_same_form_makes_one_draft(alice: User) -> None:
    key, offer = uuid4(), make_offer(alice)
    assert start(offer, key).pk == start(offer, key).pk
    assert start(offer).pk != start(offer, key).pk


@pytest.mark.django_db(transaction=True)
def test_eight_copies_at_once_make_one_draft(alice: User) -> None:
    offer, key = make_offer(alice), uuid4()

    def press(_: int) -> UUID:
        try:
            return start(Offer.objects.with_case().get(pk=offer.pk), key).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(press, range(8)))
    assert made == set(Draft.objects.values_list("pk", flat=True))
    assert len(made) == 1


def test_a_counter_without_a_base_says_what_is_missing(alice: User) -> None:
    with pytest.raises(NothingToSayError, match="Enter the base they offered"):
        start(make_offer(alice, base=None))
    assert start(make_offer(alice, base=None), kind=Kind.ACKNOWLEDGE).text.startswith("Hello,")


def test_numbers_that_contradict_each_other_say_so(alice: User) -> None:
    offer = make_offer(alice, **dict(zip(RANGE, map(Decimal, (90_000, 70_000, 100_000)), strict=True)))
    with pytest.raises(NothingToSayError) as raised:
        start(offer)
    assert str(raised.value) == "band.min (90000) is above band.mid (70000)."


def test_saving_counts_the_version(alice: User) -> None:
    draft = start(make_offer(alice))
    saved = services.save_draft(alice, draft.pk, version=1, **SAVED)
    assert (saved.version, saved.text) == (2, CLEAN)


def test_saving_the_same_twice_changes_nothing(alice: User) -> None:
    draft = start(make_offer(alice))
    services.save_draft(alice, draft.pk, version=1, **SAVED)
    assert services.save_draft(alice, draft.pk, version=1, **SAVED).version == 2


def test_an_older_page_overwrites_nothing(alice: User) -> None:
    draft = start(make_offer(alice))
    services.save_draft(alice, draft.pk, version=1, **SAVED)
    with pytest.raises(services.StaleDraftError) as raised:
        services.save_draft(alice, draft.pk, version=1, **SAVED | {"text": "Something else"})
    assert (raised.value.saved.text, Draft.objects.get().text) == (CLEAN, CLEAN)


@pytest.mark.django_db(transaction=True)
def test_of_eight_saves_at_once_one_wins_and_seven_are_told(alice: User) -> None:
    draft = start(make_offer(alice))

    def press(number: int) -> bool:
        try:
            services.save_draft(alice, draft.pk, version=1, **SAVED | {"text": f"{CLEAN} {number}"})
        except services.StaleDraftError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(press, range(8))) == [False] * 7 + [True]
    assert Draft.objects.get().version == 2


def test_the_draft_of_somebody_else_is_not_there(alice: User, bob: User) -> None:
    draft = make_draft(make_offer(alice))
    with pytest.raises(Draft.DoesNotExist):
        services.save_draft(bob, draft.pk, version=1, **SAVED)
    with pytest.raises(Draft.DoesNotExist):
        send(draft, bob)


def test_sending_keeps_text_day_and_basis(alice: User) -> None:
    sent = send(start(make_offer(alice)), alice, asked=Decimal(88_500))
    assert (sent.text, sent.sent_on, sent.version) == (CLEAN, TODAY, 2)
    basis = Draft.objects.get().basis
    assert (basis["offer"], basis["ask"]) == ("80000.00", "88500.00")


def test_the_kept_basis_has_no_place_for_the_walk_away(alice: User) -> None:
    send(start(make_offer(alice)), alice)
    assert "79000" not in str(Draft.objects.get().basis)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        (Kind.ACKNOWLEDGE, Stage.RECEIVED, Stage.RECEIVED),
        (Kind.COUNTER, Stage.RECEIVED, Stage.COUNTERED),
        (Kind.COUNTER, Stage.REVIEWED, Stage.COUNTERED),
        (Kind.COUNTER, Stage.FINAL, Stage.COUNTERED),
    ],
)
def test_what_was_sent_moves_the_offer_on(alice: User, kind: Kind, before: Stage, after: Stage) -> None:
    send(start(make_offer(alice, stage=before), kind=kind), alice)
    assert Offer.objects.get().stage == after


def test_a_blocked_text_is_not_sent_without_a_reason(alice: User) -> None:
    draft = start(make_offer(alice))
    with pytest.raises(services.BlockedError) as raised:
        send(draft, alice, text=BLOCKED)
    assert raised.value.checked.blocks == 1
    assert (Draft.objects.get().sent_on, Offer.objects.get().stage) == (None, Stage.RECEIVED)


def test_a_blocked_text_is_sent_with_a_written_reason(alice: User) -> None:
    sent = send(start(make_offer(alice)), alice, text=BLOCKED, override="We say it like that here.")
    assert (sent.text, sent.override, sent.sent_on) == (BLOCKED, "We say it like that here.", TODAY)


def test_what_was_sent_stays_as_it_was_sent(alice: User) -> None:
    draft = send(start(make_offer(alice)), alice)
    for change in ({"text": "Another text"}, {"sent_on": date(2026, 11, 22)}):
        with pytest.raises(services.StaleDraftError):
            send(draft, alice, **change)
    with pytest.raises(services.StaleDraftError):
        services.save_draft(alice, draft.pk, version=2, **SAVED)
    assert Draft.objects.get().text == CLEAN


def test_marking_the_same_twice_changes_nothing(alice: User) -> None:
    draft = start(make_offer(alice))
    assert send(draft, alice).version == send(draft, alice, version=1).version == 2


def test_an_acknowledgement_without_a_base_is_sent_without_a_basis(alice: User) -> None:
    draft = start(make_offer(alice, base=None), kind=Kind.ACKNOWLEDGE)
    assert send(draft, alice).basis is None


def test_the_name_below_a_text_is_checked_with_it(alice: User) -> None:
    draft = make_draft(make_offer(alice), text=CLEAN)
    with pytest.raises(services.BlockedError):
        send(draft, alice, signature="Alice, floor 79,000")


def test_nothing_is_started_once_it_is_decided(alice: User) -> None:
    with pytest.raises(NothingToSayError, match="This is decided"):
        start(make_offer(alice, stage=Stage.DECIDED))
