"""The real server in tests: a folder for it, a second user of it, a question to it."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg

from negotiator.postgres_keeper import postmaster_pid, stop_server

ROOT = Path(__file__).parents[2]
ROOT_RUNS = os.geteuid() == 0
HOLD = """
import sys
from pathlib import Path
from negotiator.embedded_postgres import EmbeddedPostgres
with EmbeddedPostgres(Path(sys.argv[1]), fast=True) as server:
    print(server.url, flush=True)
    sys.stdin.read()
"""


@contextlib.contextmanager
def room() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="negotiator-pg-")).resolve()
    folder.chmod(0o755)
    yield folder / "pg"
    for data in folder.rglob("data"):
        stop_server(data)
    shutil.rmtree(folder)


def account() -> int:
    """The account that the server runs as when nothing else decides."""
    if not ROOT_RUNS:
        return os.geteuid()
    names = [entry.pw_name for entry in pwd.getpwall()]
    return pwd.getpwnam("postgres" if "postgres" in names else "nobody").pw_uid


@contextlib.contextmanager
def another_user(
    base: Path, *, environment: dict[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A second process that uses the server on `base`, and the address it got."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(base)],
        cwd=ROOT,
        env=os.environ | (environment or {}),
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as user:
        assert user.stdout is not None
        yield user, user.stdout.readline().strip()
        user.kill()


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def ask(url: str, question: str) -> str:
    with psycopg.connect(url, autocommit=True) as connection:
        answer = connection.execute(question).fetchone()
    assert answer is not None
    return str(answer[0])


def do(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def kill_server(data: Path) -> None:
    pid = postmaster_pid(data)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert within(30, lambda: postmaster_pid(data) is None)
