"""What of a written offer counts as asked for, from the messages that went out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.process import process_of
from offers.engine.process import Component
from tests.factories import make_draft, make_offer

BOTH = {Component.BENEFITS, Component.REPORTING_LINE}


@pytest.mark.parametrize(
    ("kind", "days_after", "still_missing"),
    [
        ("questions", 0, set()),
        ("questions", -1, BOTH),
        ("acknowledge", 0, set()),
        ("acknowledge", -1, BOTH),
        ("counter", 0, BOTH),
    ],
)
def test_only_what_went_out_once_the_letter_was_there_asks_for_its_gaps(
    alice: User, kind: str, days_after: int, still_missing: set[Component]
) -> None:
    offer = make_offer(alice, stated_as="written")
    make_draft(offer, kind=kind, sent_on=timezone.localdate() + timedelta(days=days_after))
    assert set(process_of(offer).missing) & BOTH == still_missing


def test_thanks_for_a_spoken_offer_ask_for_nothing_of_the_letter(alice: User) -> None:
    offer = make_offer(alice, stated_as="verbal")
    make_draft(offer, kind="acknowledge", sent_on=timezone.localdate())
    assert set(process_of(offer).missing) & BOTH == BOTH
