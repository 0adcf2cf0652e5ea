"""The real server is killed, half made or left over: every saved row comes back."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from negotiator.embedded_postgres import EmbeddedPostgres
from negotiator.postgres_keeper import command_of, postmaster_pid
from tests.negotiator.servers import HOLD, ROOT, account, another_user, ask, do, kill_server, within


def processes_with(*words: str) -> list[int]:
    """The processes whose command line holds all these words."""
    pids = [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]
    return [pid for pid in pids if all(word in command_of(pid) for word in words)]


def test_server_ends_when_its_last_user_is_killed(base: Path) -> None:
    with another_user(base) as (user, url):
        assert ask(url, "SELECT 1") == "1"
        user.send_signal(signal.SIGKILL)
        assert within(30, lambda: postmaster_pid(base / "data") is None)


def test_start_after_a_stop_waits_for_the_shutdown(base: Path) -> None:
    for count in range(3):
        with EmbeddedPostgres(base, fast=True) as server:
            do(server.url, f"CREATE TABLE offer_{count} ()")
    with EmbeddedPostgres(base, fast=True) as server:
        assert ask(server.url, "SELECT count(*) FROM pg_tables WHERE tablename LIKE 'offer%'") == "3"


def test_killed_server_comes_back_with_every_saved_row(base: Path) -> None:
    with EmbeddedPostgres(base) as server:
        do(server.url, "CREATE TABLE offer (salary int); INSERT INTO offer VALUES (91000)")
        kill_server(server.place.data)
    with EmbeddedPostgres(base) as server:
        assert ask(server.url, "SELECT salary FROM offer") == "91000"


def test_killed_server_comes_back_for_those_who_still_use_it(base: Path) -> None:
    with another_user(base) as (_, url):
        kill_server(base / "data")
        with EmbeddedPostgres(base, fast=True) as server:
            assert ask(server.url, "SELECT 1") == "1"
        assert ask(url, "SELECT 1") == "1"
    assert within(30, lambda: postmaster_pid(base / "data") is None)


def test_killed_keeper_is_replaced_at_the_next_start(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        for keeper in processes_with("postgres_keeper.py", str(base)):
            os.kill(keeper, signal.SIGKILL)
        running = postmaster_pid(server.place.data)
    assert not within(0.5, lambda: postmaster_pid(base / "data") is None)
    with EmbeddedPostgres(base, fast=True):
        assert postmaster_pid(base / "data") == running
    assert within(30, lambda: postmaster_pid(base / "data") is None)


def test_program_with_a_stale_pid_is_left_alone(base: Path) -> None:
    with EmbeddedPostgres(base, fast=True) as server:
        kill_server(server.place.data)
    with subprocess.Popen(["sleep", "60"], user=account()) as bystander:
        stale = base / "data" / "postmaster.pid"
        stale.write_text(stale.read_text().replace(stale.read_text().split("\n")[0], str(bystander.pid), 1))
        with EmbeddedPostgres(base, fast=True) as server:
            assert ask(server.url, "SELECT 1") == "1"
        assert bystander.poll() is None
        bystander.kill()


def test_half_done_initdb_is_cleaned_and_redone(empty: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(empty)], cwd=ROOT, start_new_session=True) as user:
        assert within(20, lambda: any(empty.glob("data.new.*/PG_VERSION")))
        os.killpg(user.pid, signal.SIGKILL)
    assert not (empty / "data").exists()
    with EmbeddedPostgres(empty, fast=True) as server:
        assert ask(server.url, "SELECT 1") == "1"
    assert list(empty.glob("data.new.*")) == []
