"""The access matrix, generated from the URLconf: every pattern, every role, every method."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from http.cookies import Morsel
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from offers.accounts.models import User
from offers.bands.models import PolicyValue
from offers.models import Grant
from tests.access import ROLES, ROWS, THINGS, Row
from tests.conftest import PASSWORD, QUICK_HASHERS, make_person, sign_in
from tests.factories import (
    make_band,
    make_industry,
    make_offer,
    make_pay_rule,
    make_security_key,
    make_totp,
)

World = dict[str, Any]
VOLATILE = {"django_session", "cache", "usersessions_usersession", "pghistory_context"}
OTHER_METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")


def patterns(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """The name of every pattern; a nameless one goes by its route."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, space + (f"{pattern.namespace}:" if pattern.namespace else ""))
        elif isinstance(pattern, URLPattern):
            yield space + (pattern.name or str(pattern.pattern))


def test_every_pattern_has_a_row_and_every_row_a_pattern() -> None:
    assert set(patterns(get_resolver())) == set(ROWS)


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def make_world() -> World:
    """Everybody, and one of everything that an address can name."""
    people: dict[str, User] = {
        "unconfirmed": make_person("unconfirmed", confirmed=False),
        "bob": make_person("bob"),
        "alice": make_person("alice"),
        "bare": make_person("bare", is_staff=True, is_superuser=True),
        "idle": make_person("idle", is_staff=True),
        "ada": make_person("ada", is_staff=True, is_superuser=True),
        "halfway": make_person("halfway"),
    }
    for name in ("idle", "ada", "halfway"):
        make_totp(people[name])
    band, industry = make_band(), make_industry()
    offer = make_offer(people["alice"])
    return people | {
        "band": band.pk,
        "employer": band.employer.pk,
        "industry": industry.pk,
        "person": people["alice"].pk,
        "key": make_security_key(people["alice"]).pk,
        "payrule": make_pay_rule().pk,
        "policyvalue": PolicyValue.objects.create(key="attrition", value="0.18", reason="ours").pk,
        "offer": offer.pk,
        "grant": Grant.objects.create(offer=offer, figure=Decimal(40_000)).pk,
        **{name: key for made in THINGS for name, key in made(offer).items()},
    }


@dataclass(frozen=True)
class Matrix:
    """One world for every cell: what each role's browser holds after signing in, and a hash of all rows."""

    world: World
    cookies: dict[str, str]
    untouched: str

    def address(self, name: str) -> str:
        return address(name, ROWS[name], self.world)

    def ask(
        self, role: str, method: str, url: str, body: dict[str, Any] | None = None
    ) -> tuple[HttpResponse, bool]:
        """The answer, and whether anything changed; the change is taken back."""
        client = reopened(self.cookies[role])
        with transaction.atomic():
            response = client.generic(method, url) if body is None else client.post(url, body)
            changed = fingerprint() != self.untouched
            transaction.set_rollback(True)
        return response, changed


@pytest.fixture(scope="module")
def matrix(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Matrix]:
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PASSWORD_HASHERS=QUICK_HASHERS):
            world = make_world()
            roles = {role: browser(role, world).cookies.get("session", Morsel()) for role in ROLES}
        yield Matrix(world, {role: str(found.value or "") for role, found in roles.items()}, fingerprint())
        transaction.set_rollback(True)


def browser(role: str, world: World) -> Client:
    if role == "anonymous":
        return Client()
    if role == "halfway":
        client = Client()
        client.post(reverse("account_login"), {"login": world[role].email, "password": PASSWORD})
        return client
    return sign_in(world[role], second_factor=role in {"idle", "ada"})


def reopened(cookie: str) -> Client:
    """The same browser as it was before its last request."""
    client = Client()
    if cookie:
        client.cookies["session"] = cookie
    return client


def fingerprint() -> str:
    """One hash over every row of every table that only a real change may touch."""
    tables = sorted(set(connection.introspection.table_names()) - VOLATILE)
    with connection.cursor() as cursor:
        cursor.execute(
            " union all ".join(
                f"select '{table}', md5(string_agg(t::text, '|' order by t::text)) from {table} t"  # noqa: S608
                for table in tables
            )
        )
        return hashlib.sha256(repr(sorted(cursor.fetchall())).encode()).hexdigest()


def address(name: str, row: Row, world: World) -> str:
    if row.path:
        return row.path
    return reverse(name, kwargs={key: world.get(value, value) for key, value in row.kwargs.items()})


@pytest.mark.parametrize("name", sorted(ROWS))
def test_every_role_gets_the_answer_of_its_cell(name: str, matrix: Matrix, db: None) -> None:
    row, url = ROWS[name], matrix.address(name)
    asked = {"GET": (row.get, None), "HEAD": (row.get, None), "POST": (row.post, {})}
    if row.valid:
        asked["VALID"] = (row.valid, {key: matrix.world.get(value, value) for key, value in row.body.items()})
    answers: dict[str, list[str]] = {method: [] for method in asked}
    for role in ROLES:
        for method, (_, body) in asked.items():
            response, changed = matrix.ask(role, method, url, body)
            answers[method].append(f"{response.status_code}{'!' if changed else ''}")
    assert {method: " ".join(cells) for method, cells in answers.items()} == {
        method: expected for method, (expected, _) in asked.items()
    }


@pytest.mark.parametrize("name", sorted(ROWS))
def test_no_page_answers_to_other_methods(name: str, matrix: Matrix, db: None) -> None:
    url = matrix.address(name)
    assert {matrix.ask("ada", method, url)[0].status_code for method in OTHER_METHODS} == {405}


def plain(response: HttpResponse, *secrets: str) -> str:
    """The body without what differs between any two answers: the form token and the address asked for."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())
    for secret in secrets:
        text = text.replace(secret, "")
    return text


@pytest.mark.parametrize("name", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
def test_the_key_of_somebody_else_looks_like_no_key_at_all(name: str, matrix: Matrix, db: None) -> None:
    key = matrix.world["key"]
    theirs, nobodys = reverse(name, args=[key]), reverse(name, args=[key + 999])
    (foreign, _), (missing, _) = matrix.ask("bob", "GET", theirs), matrix.ask("bob", "GET", nobodys)
    assert (foreign.status_code, plain(foreign, theirs)) == (404, plain(missing, nobodys))
    assert "Blue key" not in foreign.content.decode()
