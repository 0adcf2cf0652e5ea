"""Rows for tests, complete by default."""

import base64
import hashlib
import hmac
import secrets
import struct
import time
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from offers.accounts.models import User
from offers.bands.models import Band, BandSet, Employer, Industry, PayRule
from offers.drafts.models import Draft
from offers.ledger.models import Promise, Signal, Terms
from offers.models import Colleague, Offer

PERIOD = 30


def make_employer(name: str = "Northwind Software") -> Employer:
    return Employer.objects.get_or_create(name=name)[0]


def make_industry(**fields: Any) -> Industry:
    defaults = {
        "name": "Technology",
        "padding_low_rate": Decimal("0.05"),
        "padding_high_rate": Decimal("0.15"),
        "grade": "D",
        "source": "practitioner guide, 2026",
    }
    return Industry.objects.create(**defaults | fields)


def band_fields(**fields: Any) -> dict[str, Any]:
    return {
        "employer": make_employer(),
        "family": "Engineering",
        "title": "Software Engineer",
        "level": "L3",
        "location": "Austin, TX",
        "currency": "USD",
        "period": "year",
        "minimum": Decimal(110_000),
        "midpoint": Decimal(135_000),
        "maximum": Decimal(160_000),
        "basis": "position",
        "source": "Careers page",
        "url": "https://example.org/careers",
        "as_of": date(2026, 11, 1),
        "sample": None,
        "confidence": "high",
    } | fields


def make_band(**fields: Any) -> Band:
    return Band.objects.create(**band_fields(**fields))


def make_band_set(employer: Employer | None = None, name: str = "2027", **fields: Any) -> BandSet:
    """A draft without bands."""
    return BandSet.objects.create(employer=employer or make_employer(), name=name, **fields)


def make_pay_rule(**fields: Any) -> PayRule:
    """A law that was read at its source, holds for everybody and makes a posted range that of new hires."""
    defaults = {
        "code": "US-CA",
        "country": "United States",
        "place": "California",
        "known_as": "CA; California",
        "duty": "posting",
        "since": date(2023, 1, 1),
        "employees": 15,
        "disclose": "the pay scale",
        "basis": "hire",
        "basis_since": date(2026, 1, 1),
        "request": "the pay scale",
        "request_since": date(2023, 1, 1),
        "request_employees": 1,
        "history": "yes",
        "history_since": date(2018, 1, 1),
        "history_employees": 1,
        "citation": "Cal. Lab. Code 432.3",
        "verified": "S",
        "source": "https://example.org/law",
        "as_of": date(2026, 11, 22),
    }
    return PayRule.objects.create(**defaults | fields)


def make_security_key(user: User, name: str = "Blue key") -> Authenticator:
    """A key that a browser could have registered: a real public key in an attestation of no vendor."""
    public_key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    credential_id = secrets.token_bytes(32)
    auth_data = AuthenticatorData.create(
        hashlib.sha256(b"localhost").digest(),
        AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT,
        0,
        AttestedCredentialData.create(Aaguid.NONE, credential_id, public_key),
    )
    client_data = CollectedClientData.create(
        type=CollectedClientData.TYPE.CREATE, challenge=b"challenge", origin="http://localhost"
    )
    credential = {
        "id": websafe_encode(credential_id),
        "rawId": websafe_encode(credential_id),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(client_data),
            "attestationObject": websafe_encode(AttestationObject.create("none", auth_data, {})),
        },
        "clientExtensionResults": {"credProps": {"rk": False}},
    }
    data = {"name": name, "credential": credential}
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)


def make_totp(user: User, secret: str = "JBSWY3DPEHPK3PXP") -> Authenticator:
    return Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": secret})


def make_offer(owner: User, *, team: tuple[str, ...] = ("78000", "82000", "84500"), **fields: Any) -> Offer:
    """The worked example as somebody's own offer."""
    defaults = {
        "company": "Northwind Software",
        "role": "Product Analyst",
        "place": "Austin, TX",
        "base": Decimal(80_000),
        "target": Decimal(95_000),
        "walk_away": Decimal(79_000),
        "industry": Industry.objects.filter(name="Technology").first() or make_industry(),
    }
    offer = Offer.objects.create(owner=owner, **defaults | fields)
    Colleague.objects.bulk_create(Colleague(offer=offer, pay=Decimal(pay)) for pay in team)
    return offer


def make_crowd(owner: User, many: int) -> list[Offer]:
    """So many offers, and each with a team of so many."""
    return [make_offer(owner, team=("78000",) * many) for _ in range(many)]


def make_terms(offer: Offer, **fields: Any) -> Terms:
    defaults = {"key": uuid4(), "kind": "written", "channel": "letter", "heard_on": date(2026, 11, 10)}
    return Terms.objects.create(offer=offer, **defaults | fields)


def make_answer(offer: Offer, **fields: Any) -> Terms:
    """What they said to a counter, aloud and not as their last word."""
    defaults = {"kind": "revised", "channel": "call", "heard_on": date(2026, 11, 20)}
    return make_terms(offer, **defaults | {"base": Decimal(84_000)} | fields)


def make_promise(offer: Offer, **fields: Any) -> Promise:
    defaults = {"key": uuid4(), "what": "A review in June", "promised_on": date(2026, 11, 18)}
    return Promise.objects.create(offer=offer, **defaults | fields)


def make_signal(offer: Offer, **fields: Any) -> Signal:
    defaults = {"key": uuid4(), "sign": "escalates_fast", "seen_on": date(2026, 11, 18)}
    return Signal.objects.create(offer=offer, **defaults | fields)


def make_draft(offer: Offer, **fields: Any) -> Draft:
    defaults = {"key": uuid4(), "kind": "counter", "text": "Thank you for the offer."}
    return Draft.objects.create(offer=offer, **defaults | fields)


def totp(secret: str) -> str:
    """The six digits that an authenticator app shows now (RFC 6238); waits when they are about to change.

    The server accepts the running period only, and the code has to reach it first.
    """
    left = PERIOD - time.time() % PERIOD
    if left < 5:
        time.sleep(left)
    counter = struct.pack(">Q", int(time.time()) // PERIOD)
    digest = hmac.digest(base64.b32decode(secret), counter, hashlib.sha1)
    offset = digest[-1] & 0x0F
    number = struct.unpack_from(">I", digest, offset)[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
