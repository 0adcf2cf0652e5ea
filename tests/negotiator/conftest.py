"""Bases for the real server: `base` is a folder that the account root lends to it can reach."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from negotiator.embedded_postgres import EmbeddedPostgres
from negotiator.postgres_keeper import postmaster_pid
from tests.negotiator.servers import room, within


@pytest.fixture(scope="module")
def cluster() -> Iterator[Path]:
    """A cluster that is made once and copied, for the tests that are not about making one."""
    with room() as base:
        with EmbeddedPostgres(base, fast=True):
            pass
        assert within(30, lambda: postmaster_pid(base / "data") is None)
        yield base


@pytest.fixture
def empty() -> Iterator[Path]:
    """A base that does not exist yet, in a folder the server's account can reach."""
    with room() as base:
        yield base


@pytest.fixture
def base(empty: Path, cluster: Path) -> Path:
    """A base with a cluster in it."""
    subprocess.run(["cp", "-a", cluster, empty], check=True)
    return empty
