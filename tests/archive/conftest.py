"""A person with something in every column, each value their own; and all that the database holds, as text."""

import base64
import pickle
import zlib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.db import connection, models
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.briefs.models import Copy
from offers.compare.models import Comparison, Criterion, Expectation, LogLine, Rate, Score
from offers.dates.models import CalendarFeed, Reminder
from offers.drafts.models import Draft, Revision
from offers.ledger.models import Contact, Observation, Promise, Signal, Terms
from offers.models import (
    Colleague,
    Evidence,
    FormToken,
    Grant,
    Instalment,
    KnownRange,
    MatchTier,
    Offer,
    Wish,
)
from offers.outcome.models import Decision
from tests.conftest import PASSWORD, make_person, sign_in
from tests.factories import make_band, make_industry, make_pay_rule, make_security_key, make_totp


def filled(model: type[models.Model], name: str, start: int, **given: Any) -> Any:
    """A row with its own value in every column: words that hold `name`, numbers that count from `start`."""
    numbers = count(start)
    values = {field.name: value_for(field, name, next(numbers)) for field in model._meta.concrete_fields}
    return model._default_manager.create(**values | given)


def value_for(field: "models.Field[Any, Any]", name: str, number: int) -> Any:
    """What no other column holds, where the column has room for it."""
    if field.choices:
        return list(field.choices)[-1][0]
    if isinstance(field, models.DecimalField):
        whole = field.max_digits - field.decimal_places
        return Decimal(number) if whole > 6 else Decimal(number % 10**whole or 1).scaleb(-1)
    if isinstance(field, models.DateTimeField):
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    kinds = {
        models.BooleanField: True,
        models.PositiveSmallIntegerField: number % 89 + 2,
        models.PositiveIntegerField: number,
        models.DateField: date(2026, 1, 1) + timedelta(days=number % 300),
        models.JSONField: {"word": f"{name}-{field.name}", "figure": number},
        models.UUIDField: uuid4(),
        models.URLField: f"https://example.org/{name}-{field.name}",
        models.TextField: f"{name} {field.name} {number}",
        models.CharField: f"{name}-{field.name}"[: field.max_length or None],
    }
    return next((value for kind, value in kinds.items() if isinstance(field, kind)), None)


def fill(user: User, start: int) -> Offer:
    """Everything that can hang on a person."""
    name = user.email.split("@")[0]
    User.objects.filter(pk=user.pk).update(last_login=datetime(2026, 3, 4, 5, 6, tzinfo=UTC))
    second = EmailAddress.objects.create(user=user, email=f"{name}@example.net")
    EmailConfirmation.objects.create(email_address=second, key=f"{name}-mailed-key")
    user.groups.add(Group.objects.get_or_create(name="Readers")[0])
    user.user_permissions.add(Permission.objects.get(codename="view_band"))
    make_totp(user, secret=f"SECRETOF{name.upper()}")
    make_security_key(user, name=f"Key of {name}")
    RecoveryCodes.activate(user)
    offer: Offer = filled(
        Offer,
        name,
        start,
        owner=user,
        band=make_band(title=f"Engineer for {name}"),
        industry=make_industry(name=f"Trade of {name}"),
        pay_rule=make_pay_rule(code=f"LAW-{name}"),
        currency="SEK",
        commute_weeks=start % 46,
        walk_away=Decimal(start - 1),
    )
    for pay in (start + 1000, start + 2000):
        Colleague.objects.create(offer=offer, pay=Decimal(pay))
    filled(Instalment, name, start + 2500, offer=offer, month=13)
    filled(Grant, name, start + 2600, offer=offer, units=None, strike=None, points=[4000, 6000])
    filled(MatchTier, name, start + 2700, offer=offer)
    filled(Wish, name, start + 2800, offer=offer, key="remote_days", cap=Decimal(start % 7))
    filled(Evidence, name, start + 2900, offer=offer)
    FormToken.objects.create(owner=user, key=uuid4(), offer=offer)
    filled(KnownRange, name, start + 2950, owner=user, currency="SEK")
    filled(Draft, name, start + 3000, offer=offer)
    draft = filled(Draft, name, start + 4000, offer=offer, sent_on=None, basis=None)
    filled(Revision, name, start + 4500, draft=draft)
    filled(Decision, name, start + 6000, offer=offer)
    for number, model in enumerate((Terms, Promise, Signal, Observation, Contact)):
        filled(model, name, start + 8000 + 100 * number, offer=offer)
    comparison = filled(Comparison, name, start + 7000, owner=user, home="SEK")
    filled(Rate, name, start + 7100, owner=user, currency="USD", home="SEK")
    filled(Criterion, name, start + 7200, comparison=comparison)
    filled(Score, name, start + 7300, offer=offer)
    filled(LogLine, name, start + 7400, comparison=comparison)
    filled(Expectation, name, start + 7500, offer=offer)
    filled(Reminder, name, start + 9000, offer=offer)
    filled(CalendarFeed, name, start + 9100, owner=user)
    filled(Copy, name, start + 9200, owner=user, pdf=name.encode())
    return offer


def visit(user: User) -> Client:
    """A browser that is signed in. Another came half way, and a third asked for a new password."""
    Client().post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    Client().post(reverse("account_reset_password"), {"email": user.email.upper()})
    client = sign_in(user)
    filled(
        UserSession,
        user.email.split("@")[0],
        0,
        user=user,
        ip="198.51.100.7",
        session_key=client.session.session_key,
    )
    return client


@pytest.fixture
def alice(db: None) -> User:
    user = make_person("alice")
    fill(user, 81_000)
    return user


@pytest.fixture
def desk(alice: User) -> Client:
    return visit(alice)


def everything() -> str:
    """Every row of every table as text, with what is stored encoded written out."""
    with connection.cursor() as cursor:
        texts = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select t::text from "{table}" t')  # noqa: S608
            texts += [row[0] for row in cursor.fetchall()]
        cursor.execute("select value from cache")
        cached = [unpacked(row[0]) for row in cursor.fetchall()]
    sessions = [str(session.get_decoded()) for session in Session.objects.all()]
    return "\n".join(texts + cached + sessions).lower()


def unpacked(value: str) -> str:
    raw = base64.b64decode(value)
    try:
        return str(pickle.loads(raw))  # noqa: S301
    except pickle.UnpicklingError:
        return zlib.decompress(raw).decode()
