"""The people in the tests: Alice owns, Bob is a stranger, Ada administers."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from django.conf import LazySettings
from django.db import connection
from django.test import Client, RequestFactory
from pytest_django import DjangoDbBlocker

from offers.accounts.models import User

PASSWORD = "three quiet rivers"
People = Callable[..., User]
QUICK_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CountQueries = Callable[[int], AbstractContextManager[object]]
# The longest tests begin first, so that none of them is left over for one worker at the end.
LONG = ("test_kill.py", "test_pages.py", "test_room.py", "test_first_hour.py", "/browser/", "/negotiator/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def turn(item: pytest.Item) -> int:
        return next((place for place, part in enumerate(LONG) if part in str(item.path)), len(LONG))

    items.sort(key=turn)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Ends whatever line a browser test has left open: PostgreSQL drops no database that somebody uses."""
    yield
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f"{others} AND pid <> pg_backend_pid()")


@pytest.fixture(autouse=True)
def _quick_passwords(settings: LazySettings) -> None:
    """The hash is slow on purpose; only tests of its time want that."""
    settings.PASSWORD_HASHERS = QUICK_HASHERS


@pytest.fixture(autouse=True)
def _patient(settings: LazySettings) -> None:
    """A busy machine makes documents slowly; only tests of waiting want to be told so."""
    settings.PDF_PATIENCE = 60


def forget_jobs() -> None:
    """The queue's tables belong to no model that is managed here, so nothing else empties them."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def make_person(name: str, *, confirmed: bool = True, **fields: object) -> User:
    user = User.objects.create_user(f"{name}@example.org", PASSWORD, **fields)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=confirmed)
    return user


def sign_in(user: User, *, second_factor: bool = False) -> Client:
    """A browser in which `user` has just signed in and confirmed it."""
    client = Client()
    client.force_login(user)
    request = RequestFactory().get("/")
    request.session = client.session
    method = "mfa" if second_factor else "password"
    record_authentication(request, user, method, reauthenticated=True)
    request.session.save()
    return client


@pytest.fixture
def alice(db: None) -> User:
    return make_person("alice")


@pytest.fixture
def bob(db: None) -> User:
    return make_person("bob")


@pytest.fixture
def ada(db: None) -> User:
    return make_person("ada", is_staff=True, is_superuser=True)


@pytest.fixture
def desk(alice: User) -> Client:
    """Alice's browser, in which she is signed in."""
    return sign_in(alice)
