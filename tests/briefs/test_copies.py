"""Finished documents: the same again comes from the database, and anything that changed makes a new one."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.models import PolicyValue
from offers.briefs.copies import MOST, forget, keep, looked_up, parts
from offers.briefs.models import Copy
from offers.briefs.press import PRESS, PressError
from offers.models import Colleague, FormToken, Offer
from tests.conftest import CountQueries, sign_in
from tests.factories import make_answer, make_draft, make_offer, make_promise

TODAY = timezone.localdate()
CHANGES: dict[str, Callable[[Offer], Any]] = {
    "a column": lambda offer: Offer.objects.filter(pk=offer.pk).update(target=Decimal(96_000)),
    "a colleague": lambda offer: Colleague.objects.create(offer=offer, pay=Decimal(83_000)),
    "one less": lambda offer: offer.colleagues.all()[0].delete(),
    "an answer": make_answer,
    "a promise": make_promise,
    "a draft": make_draft,
    "another offer": lambda offer: make_offer(offer.owner, industry=offer.industry),
    "the country": lambda offer: User.objects.filter(pk=offer.owner_id).update(country="US"),
    "the padding": lambda offer: type(offer.industry).objects.update(padding_high_rate=Decimal("0.2")),
    "a constant": lambda offer: PolicyValue.objects.create(
        key="attrition", value=Decimal("0.2"), reason="ours"
    ),
}


def address(offer: Offer, kind: str = "summary") -> str:
    return reverse("briefs:pdf", args=[offer.pk, kind])


def test_the_same_again_is_the_same_file_without_being_made(
    window: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = make_offer(alice)
    first = window.get(address(offer))
    monkeypatch.setattr(PRESS, "_asked", None)  # Whoever asks the press now fails.
    again = window.get(address(offer))
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers["Content-Disposition"] == first.headers["Content-Disposition"]
    assert again.headers["Cache-Control"] == "no-store"


def test_a_copy_takes_three_queries(
    window: Client, alice: User, django_assert_num_queries: CountQueries
) -> None:
    offer = make_offer(alice)
    window.get(address(offer))
    with django_assert_num_queries(3):  # Session, person, and the copy with the versions of the rows.
        window.get(address(offer))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_makes_another_key(alice: User, change: Callable[[Offer], Any]) -> None:
    offer = make_offer(alice)
    before = looked_up(alice, TODAY, "summary").key
    assert looked_up(alice, TODAY, "summary").key == before
    change(offer)
    assert looked_up(alice, TODAY, "summary").key != before


def test_another_day_choice_or_person_makes_another_key(alice: User, bob: User) -> None:
    keys = {
        looked_up(alice, TODAY, "summary").key,
        looked_up(alice, TODAY + timedelta(1), "summary").key,
        looked_up(alice, TODAY, "call-sheet").key,
        looked_up(bob, TODAY, "summary").key,
    }
    assert len(keys) == 4


def test_a_change_for_somebody_else_changes_nothing(alice: User, bob: User) -> None:
    make_offer(alice)
    before = looked_up(alice, TODAY).key
    make_offer(bob, industry=None)
    assert looked_up(alice, TODAY).key == before


def test_every_table_that_hangs_on_an_offer_counts() -> None:
    known = {model for model, _ in parts()} | {FormToken, Copy}
    hanging = {
        model
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.many_to_one or field.one_to_one
        if getattr(field, "concrete", False) and field.related_model in (Offer, User)
        if model.__module__.startswith("offers.")
    }
    named = {model.__name__ for model in hanging - known}
    assert named == {"Batch", "CalendarFeed", "KnownRange"}


def test_the_walk_away_has_a_copy_of_its_own(window: Client, alice: User) -> None:
    offer = make_offer(alice)
    plain = window.get(address(offer, "call-sheet")).content
    private = window.get(address(offer, "call-sheet") + "?walk-away=yes").content
    assert plain != private
    assert window.get(address(offer, "call-sheet")).content == plain
    assert Copy.objects.count() == 2


def test_a_stranger_gets_no_copy(alice: User, bob: User) -> None:
    offer = make_offer(alice)
    sign_in(alice).get(address(offer))
    assert sign_in(bob).get(address(offer)).status_code == 404
    assert not looked_up(bob, TODAY, "summary", offer.pk).pdf


def test_a_copy_is_of_no_use_after_a_day_and_is_deleted(alice: User) -> None:
    keep(alice, looked_up(alice, TODAY).key, "name", b"%PDF")
    assert looked_up(alice, TODAY).pdf == b"%PDF"
    Copy.objects.update(made_at=timezone.now() - timedelta(days=1, seconds=1))
    assert looked_up(alice, TODAY).pdf == b""
    forget()
    assert Copy.objects.count() == 0


def test_a_person_has_so_many_copies_and_no_more(alice: User, bob: User) -> None:
    keep(bob, "theirs", "name", b"%PDF")
    for number in range(MOST + 3):
        keep(alice, str(number), "name", b"%PDF")
    assert set(Copy.objects.owned_by(alice).values_list("key", flat=True)) == {
        str(number) for number in range(3, MOST + 3)
    }
    assert Copy.objects.owned_by(bob).count() == 1


def test_the_same_one_made_twice_at_once_is_kept_once(alice: User) -> None:
    keep(alice, "a", "name", b"%PDF 1")
    keep(alice, "a", "name", b"%PDF 2")
    assert bytes(Copy.objects.get().pdf) == b"%PDF 1"


def test_what_could_not_be_made_is_not_kept(
    window: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*asked: object) -> bytes:
        raise PressError("no paper")

    monkeypatch.setattr(PRESS, "pdf", fail)
    assert window.get(address(make_offer(alice))).status_code == 503
    assert Copy.objects.count() == 0
