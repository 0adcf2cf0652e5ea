"""Entries for tests, complete by default."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from offers.ledger.models import Contact, Observation, Promise, Signal
from offers.models import Offer

ON = date(2026, 11, 18)


def make_promise(offer: Offer, **fields: Any) -> Promise:
    defaults = {"key": uuid4(), "what": "A review after six months", "promised_on": ON, "person": "Ms Berg"}
    return Promise.objects.create(offer=offer, **defaults | fields)


def make_signal(offer: Offer, **fields: Any) -> Signal:
    defaults = {"key": uuid4(), "sign": "rushes", "quote": "We need a yes today.", "seen_on": ON}
    return Signal.objects.create(offer=offer, **defaults | fields)


def make_figure(offer: Offer, **fields: Any) -> Observation:
    defaults = {"key": uuid4(), "figure": "offered", "value": Decimal(81_000), "seen_on": ON}
    return Observation.objects.create(offer=offer, **defaults | fields)


def make_contact(offer: Offer, **fields: Any) -> Contact:
    defaults = {"key": uuid4(), "name": "Ms Berg", "part": "recruiter", "email": "berg@example.org"}
    return Contact.objects.create(offer=offer, **defaults | fields)
