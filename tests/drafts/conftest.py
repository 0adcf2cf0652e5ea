"""The five cases as Alice's offers on one day, and a counter of hers in an open window."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from offers.accounts.models import User
from offers.bands.reference import load_industries
from offers.demo import CASES, load_case
from offers.drafts.models import Draft, Kind
from offers.drafts.record import Record, record_of
from offers.drafts.services import start_draft
from offers.engine.policy import Policy
from offers.models import Offer
from tests.conftest import sign_in
from tests.factories import make_offer

TODAY = date(2026, 11, 23)
NAMES = ("worked", "front-loaded", "formula", "pay scale", "start-up")
STARTS: dict[str, dict[str, Any]] = {
    "plain": {},
    "number named": {"named_number": 90_500},
    "yes said": {"said_yes": True},
    "deadline passed": {"deadline": TODAY - timedelta(days=3)},
}
MakeCase = Callable[..., Offer]
MakeRecord = Callable[..., Record]


@pytest.fixture
def make_case(alice: User) -> MakeCase:
    """One of the five cases, by name, as it is read for advice; fields may differ."""
    load_industries(Policy())

    def make(name: str = "worked", **fields: Any) -> Offer:
        offer = load_case(alice, CASES[NAMES.index(name)], TODAY)
        Offer.objects.filter(pk=offer.pk).update(**fields)
        return Offer.objects.with_case().get(pk=offer.pk)

    return make


@pytest.fixture
def make_record(make_case: MakeCase) -> Callable[..., Record]:
    return lambda name="worked", **fields: record_of(make_case(name, **fields), TODAY)


@pytest.fixture
def offer(alice: User) -> Offer:
    made = make_offer(alice, level="Level 3")
    return Offer.objects.with_case().get(pk=made.pk)


@pytest.fixture
def draft(offer: Offer) -> Draft:
    return start_draft(offer, kind=Kind.COUNTER, key=uuid4(), today=timezone.localdate())


@pytest.fixture
def window(alice: User) -> Client:
    return sign_in(alice)
