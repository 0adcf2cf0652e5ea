"""Loaded by `-p tests.plugin` before pytest-django reads the settings: gives a test run its surroundings.

Without DATABASE_URL the controller starts one fast PostgreSQL in .data/pgtest and xdist's workers inherit its
address. Every run has test databases of its own, so that two runs in one checkout leave each other alone.
"""

import os
import tempfile
from pathlib import Path

import psycopg
import pytest

from negotiator.embedded_postgres import EmbeddedPostgres
from negotiator.postgres_place import EmbeddedPostgresError

ROOT = Path(__file__).parents[1]

SURROUNDINGS = {
    "SECRET_KEY": "only-for-tests-" * 4,
    "SITE_URL": "http://localhost:8000",
    "STATIC_STORAGE": "django.contrib.staticfiles.storage.StaticFilesStorage",  # No collectstatic in tests.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright's sync API runs a loop in the test's thread.
}


class Surroundings:
    """What one run of the tests has to itself; xdist's workers inherit it from their controller."""

    def __init__(self) -> None:
        self.server: EmbeddedPostgres | None = None
        self.folder: tempfile.TemporaryDirectory[str] | None = None

    def prepare(self) -> None:
        """Start the database and set what the settings read."""
        self.folder = tempfile.TemporaryDirectory(prefix="negotiator-tests-")
        os.environ.update(SURROUNDINGS)
        os.environ["MAIL_DIR"] = f"{self.folder.name}/mail"
        os.environ["STATIC_ROOT"] = tempfile.mkdtemp(prefix="static-", dir=self.folder.name)
        os.environ["TEST_DATABASE_NAME"] = f"test_negotiator_{os.getpid()}"
        for name in (
            "ALLOWED_HOSTS",
            "DEBUG",
            "EMAIL_URL",
            "MAIL_FROM",
            "SIGNUP_OPEN",
            "SSL_REDIRECT",
            "TRUSTED_PROXY_COUNT",
            "IMPORT_MEGABYTES",
            "IMPORT_ROWS",
        ):
            os.environ.pop(name, None)
        if not os.environ.get("DATABASE_URL"):
            self.server = EmbeddedPostgres(ROOT / ".data" / "pgtest", fast=True).start()
            os.environ["DATABASE_URL"] = self.server.url
            drop_leftovers(self.server.url)

    def clear(self) -> None:
        """Let go of the database and remove the run's folder."""
        if self.server:
            self.server.stop()
        if self.folder:
            self.folder.cleanup()


def drop_leftovers(url: str) -> None:
    """Drop the test databases of runs that were killed before they could; their names hold the run's pid."""
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute(r"SELECT datname FROM pg_database WHERE datname ~ '^test_negotiator_\d+'")
        for (name,) in found.fetchall():
            try:
                os.kill(int(name.split("_")[2]), 0)
            except PermissionError:
                continue  # Somebody else's, and running.
            except ProcessLookupError:
                connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


_surroundings = Surroundings()
if "PYTEST_XDIST_WORKER" not in os.environ:
    try:
        _surroundings.prepare()
    except EmbeddedPostgresError as error:
        pytest.exit(str(error), returncode=1)


def pytest_unconfigure() -> None:
    """Give back what the run had to itself."""
    _surroundings.clear()
