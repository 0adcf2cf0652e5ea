"""The real server as it starts: private, quiet, shared by all who use it, and clear when it cannot."""

import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from negotiator import embedded_postgres
from negotiator.embedded_postgres import EmbeddedPostgres
from negotiator.postgres_keeper import postmaster_pid
from negotiator.postgres_place import EmbeddedPostgresError
from tests.negotiator.servers import HOLD, ROOT, account, another_user, ask, within


def test_first_start_makes_a_cluster_that_sorts_alike_everywhere(empty: Path) -> None:
    with EmbeddedPostgres(empty, fast=True) as server:
        provider = "SELECT concat_ws(' ', datlocprovider, datlocale, pg_encoding_to_char(encoding))"
        assert (
            ask(server.url, f"{provider} FROM pg_database WHERE datname = 'negotiator'") == "b C.UTF-8 UTF8"
        )


def test_server_listens_on_a_private_socket_only(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        assert ask(server.url, "SHOW listen_addresses") == ""
        assert stat.S_IMODE(server.place.socket.stat().st_mode) == 0o700
        assert server.place.socket.stat().st_uid == account()


def test_server_runs_as_an_existing_unprivileged_account(base: Path) -> None:
    accounts = Path("/etc/passwd").read_bytes()
    with EmbeddedPostgres(base, fast=True) as server:
        assert (server.place.data / "postmaster.pid").stat().st_uid == account() != 0
    assert Path("/etc/passwd").read_bytes() == accounts


def test_log_keeps_no_statement(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        with pytest.raises(psycopg.errors.DivisionByZero):
            ask(server.url, "SELECT 123456 / 0")
        assert "123456" not in server.place.log.read_text()
        assert stat.S_IMODE(server.place.log.stat().st_mode) == 0o600


def test_address_is_known_to_those_who_do_not_start_the_server(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        assert EmbeddedPostgres(base).url == server.url
    with pytest.raises(EmbeddedPostgresError, match="No PostgreSQL was ever started in"):
        _ = EmbeddedPostgres(base / "elsewhere").url


def test_second_process_shares_the_server_and_keeps_it(base: Path) -> None:
    first = EmbeddedPostgres(base, fast=True).start()
    server = postmaster_pid(first.place.data)
    with another_user(base) as (_, url):
        first.stop()
        assert url == first.url
        assert not within(0.5, lambda: postmaster_pid(first.place.data) != server)
        assert ask(url, "SELECT 1") == "1"
    assert within(30, lambda: postmaster_pid(first.place.data) is None)


def test_two_first_starts_at_once_make_one_server(empty: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(empty)]
    with (
        subprocess.Popen(command, cwd=ROOT, text=True, stdin=-1, stdout=-1) as one,
        subprocess.Popen(command, cwd=ROOT, text=True, stdin=-1, stdout=-1) as other,
    ):
        assert one.stdout
        assert other.stdout
        url = one.stdout.readline()
        assert url == other.stdout.readline()
        assert ask(url.strip(), "SELECT 1") == "1"
        for user in (one, other):
            user.kill()


def test_server_that_cannot_start_says_why(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_postgres, "SECONDS_OF_RETRIES", 0.1)
    (base / "data" / "postgresql.conf").write_text("salary = 91000\n")
    with pytest.raises(EmbeddedPostgresError, match='unrecognized configuration parameter "salary"'):
        EmbeddedPostgres(base, fast=True).start()


def test_postgres_variables_of_the_user_change_nothing(base: Path) -> None:
    confusing = {"PGPORT": "1", "PGHOST": "nowhere.invalid", "PGDATABASE": "other", "PGUSER": "bob"}
    with another_user(base, environment=confusing) as (_, url):
        assert ask(url, "SELECT current_user || current_setting('port')") == "postgres5432"
