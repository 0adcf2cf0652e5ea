"""What the database itself holds true of drafts."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from offers.accounts.models import User
from offers.drafts.models import Draft
from tests.factories import make_draft, make_offer


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"kind": "threat"}, "draft_kind_known"),
        ({"sent_on": date(1999, 12, 31)}, "draft_sent_on_in_range"),
        ({"sent_on": date(2101, 1, 1)}, "draft_sent_on_in_range"),
        ({"basis": {"ask": "88500.00"}}, "draft_basis_of_what_was_sent"),
    ],
)
def test_the_database_refuses_what_cannot_be(alice: User, fields: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        make_draft(make_offer(alice), **fields)


def test_a_key_makes_one_draft_of_an_offer(alice: User) -> None:
    key, offer = uuid4(), make_offer(alice)
    make_draft(offer, key=key)
    make_draft(make_offer(alice), key=key)
    with pytest.raises(IntegrityError, match="draft_form_used_once"), transaction.atomic():
        make_draft(offer, key=key)


def test_a_draft_goes_with_its_offer(alice: User) -> None:
    draft = make_draft(make_offer(alice))
    draft.offer.delete()
    assert Draft.objects.count() == 0


def test_a_draft_names_its_kind_and_offer(alice: User) -> None:
    draft = make_draft(make_offer(alice))
    assert str(draft) == f"Counter about {draft.offer_id}"
    assert draft.get_absolute_url() == f"/offers/{draft.offer_id}/drafts/{draft.pk}/"
