"""The five cases late in a negotiation: a counter that went out, their answer, promises, people."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from offers.accounts.models import User
from offers.demo import CASES, load_case
from offers.ledger.models import Contact, Promise, Terms
from offers.models import Offer
from tests.factories import make_draft

TODAY = date(2026, 11, 23)
NAMES = ("worked", "front-loaded", "formula", "pay scale", "start-up")
ANSWERED = {
    "worked": 82_000,
    "front-loaded": 181_000,
    "formula": 61_400,
    "pay scale": 41,
    "start-up": 140_000,
}


def make_late_case(owner: User, name: str, *, said: str = "final", **fields: Any) -> Offer:
    """One case with all that a message may speak of; `fields` of the offer may differ.

    Their answer is `said`: "final", or "revised" where it leaves room.
    """
    offer = load_case(owner, CASES[NAMES.index(name)], TODAY)
    Offer.objects.filter(pk=offer.pk).update(**{"is_example": False, "stage": "final"} | fields)
    offer.refresh_from_db()
    base = Decimal(ANSWERED[name])
    make_draft(offer, sent_on=TODAY - timedelta(days=5))
    answer = {"kind": said, "heard_on": TODAY - timedelta(days=1), "base": base, "channel": "mail"}
    written = {"reporting_line": "the head of the team", "starts_on": date(2027, 2, 1)}
    Terms.objects.create(offer=offer, key=uuid4(), **answer, **written)
    said = {"what": "A laptop of my choice", "person": "Ms Lindqvist", "promised_on": TODAY}
    Promise.objects.create(offer=offer, key=uuid4(), **said)
    Contact.objects.create(offer=offer, key=uuid4(), name="Ms Lindqvist", email="lindqvist@example.org")
    make_other(offer)
    return Offer.objects.with_case().get(pk=offer.pk)


def make_other(offer: Offer, **fields: Any) -> Offer:
    """Another written offer, higher in base, to be answered a week later."""
    plain = {"company": "Halden Works", "role": offer.role, "place": offer.place, "stated_as": "written"}
    money = {"currency": offer.currency, "unit": offer.unit, "base": (offer.base or 1) * Decimal("1.25")}
    by = {"deadline": TODAY + timedelta(days=8)}
    return Offer.objects.create(owner=offer.owner, **plain | money | by | fields)


def make_dropped_case(owner: User, name: str = "worked", **letter: Any) -> Offer:
    """A case in which they named a sign-on and 25 days on the phone, and wrote a letter with less."""
    offer = load_case(owner, CASES[NAMES.index(name)], TODAY)
    plain = {"is_example": False, "stage": "reviewed", "stated_as": "written", "leave_days": 22}
    given = {"leave_stated": "given", "sign_on_stated": "given", "sign_on": 5_000}
    Offer.objects.filter(pk=offer.pk).update(**plain | given)
    offer.refresh_from_db()
    same = {"offer": offer, "base": offer.base}
    said = {"kind": "verbal", "channel": "call", "heard_on": TODAY - timedelta(days=4)}
    Terms.objects.create(key=uuid4(), sign_on=5_000, leave_days=25, **same, **said)
    written = {"kind": "written", "channel": "letter", "heard_on": TODAY - timedelta(days=1)}
    Terms.objects.create(key=uuid4(), **same, **written, **{"leave_days": 22} | letter)
    make_draft(offer, kind="acknowledge", sent_on=TODAY - timedelta(days=3))
    make_other(offer)
    return Offer.objects.with_case().get(pk=offer.pk)
