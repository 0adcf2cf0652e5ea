"""kill -9 in the middle of a save: what was acknowledged is there, and the next start is an ordinary one."""

import http.client
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest

from negotiator.embedded_postgres import EmbeddedPostgres

ROOT = Path(__file__).parents[2]
DROPPED = (ConnectionError, http.client.HTTPException, TimeoutError, OSError)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@dataclass
class Site:
    """The site as bin/run serves it, in a folder of its own, with one browser that keeps saving a row."""

    data: Path
    port: int = field(default_factory=free_port)
    cookie: str = ""
    row: int = 0
    acknowledged: str = ""
    process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "MAIL_DIR"}}
        return ours | {"SITE_URL": f"http://localhost:{self.port}", "STATIC_STORAGE": "", "STATIC_ROOT": ""}

    @property
    def server(self) -> EmbeddedPostgres:
        return EmbeddedPostgres(self.data / "pg")

    def start(self) -> None:
        """Returns when it is ready."""
        began = time.monotonic()
        serve = [sys.executable, "-m", "negotiator.serve", "--data", str(self.data), "--port", str(self.port)]
        environment = {name: value for name, value in self.environment.items() if value}
        self.process = subprocess.Popen(serve, cwd=ROOT, env=environment)
        while not self.is_ready():
            assert self.process.poll() is None
            assert time.monotonic() - began < 60
            time.sleep(0.1)

    def is_ready(self) -> bool:
        try:
            return self.ask("GET", "/readyz")[0] == 200
        except DROPPED:
            return False

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(30)

    def ask(self, method: str, address: str, body: dict[str, str] | None = None) -> tuple[int, str]:
        """One request, the answer read to its end."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Host": f"localhost:{self.port}", "Cookie": f"session={self.cookie}; csrf={'c' * 32}"}
        headers |= {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            connection.request(method, address, urlencode(body) if body else None, headers)
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()

    def form(self) -> tuple[int, dict[str, str]]:
        """The status of the row's form, and what stands in its fields."""
        status, page = self.ask("GET", f"/admin/bands/industry/{self.row}/change/")
        return status, dict(re.findall(r'name="(opened_version|source)" value="([^"]*)"', page))

    def saved(self) -> str:
        """The source of the row as its form shows it."""
        return self.form()[1]["source"]

    def save(self, source: str) -> int:
        """Sends the form changed; remembers what was acknowledged. 0 when the line went dead."""
        try:
            status, fields = self.form()
            if status != 200:
                return status
            body = {"name": "Killed", "padding_low_rate": "0.05", "padding_high_rate": "0.15", "grade": "D"}
            body |= fields | {"source": source, "csrfmiddlewaretoken": "c" * 32}
            status = self.ask("POST", f"/admin/bands/industry/{self.row}/change/", body)[0]
        except DROPPED:
            return 0
        if status == 302:
            self.acknowledged = source
        return status

    def workers(self) -> list[int]:
        return children(self.process.pid) if self.process else []

    def postmaster(self) -> int:
        return int((self.server.place.data / "postmaster.pid").read_text().split("\n")[0])


def children(pid: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(word) for word in listed.stdout.split()]


def kill(pids: list[int]) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    # Not below pytest's own folder, which every run of pytest closes to others again: as root, PostgreSQL
    # runs as somebody else.
    folder = Path(tempfile.mkdtemp(prefix="negotiator-killed-"))
    folder.chmod(0o755)
    site = Site(data=folder)
    site.start()
    environment = {name: value for name, value in site.environment.items() if value}
    made = subprocess.run(
        [sys.executable, "-m", "tests.attack.world"],
        cwd=ROOT,
        env=environment | {"DATABASE_URL": site.server.url},
        capture_output=True,
        text=True,
        check=True,
    )
    cookie, row = made.stdout.split()
    site.cookie, site.row = cookie, int(row)
    assert site.save("first") == 302
    yield site
    site.stop()
    shutil.rmtree(folder, ignore_errors=True)


def save_while(site: Site, blow: list[int], source: str, delay: float) -> int:
    """Saves, and kills `blow` somewhere between the first byte and the last."""
    answers: list[int] = []
    saving = threading.Thread(target=lambda: answers.append(site.save(source)))
    saving.start()
    time.sleep(delay)
    kill(blow)
    saving.join(40)
    return answers[0]


def test_a_killed_web_worker_loses_no_acknowledged_save(site: Site) -> None:
    chance, tried = random.Random(1), 0  # noqa: S311
    for number in range(8):
        answer = save_while(site, site.workers(), f"worker {number}", chance.uniform(0.0, 0.12))
        assert answer in {0, 302, 503}
        tried += 1
        while not site.is_ready():
            time.sleep(0.1)
        assert site.saved() in {site.acknowledged, f"worker {number}"}
        assert site.save(f"after {number}") == 302
    assert tried == 8


def test_a_killed_database_loses_no_acknowledged_save(site: Site) -> None:
    chance = random.Random(2)  # noqa: S311
    for number in range(3):
        postmaster = site.postmaster()
        blow = [postmaster, *children(postmaster)]
        answer = save_while(site, blow, f"database {number}", chance.uniform(0.0, 0.12))
        assert answer in {0, 302, 503}
        during = site.ask("GET", f"/admin/bands/industry/{site.row}/change/")
        assert during[0] == 503
        assert "Traceback" not in during[1]
        site.stop()
        site.start()
        assert site.saved() in {site.acknowledged, f"database {number}"}
        assert site.save(f"after {number}") == 302


def test_what_was_killed_left_no_half_saved_row(site: Site) -> None:
    """Every version of the row has its entry in the history, and none has two."""
    with psycopg.connect(site.server.url) as connection:
        versions = connection.execute(
            "select version from bands_industryevent where pgh_obj_id = %s order by pgh_id", [site.row]
        ).fetchall()
        last = connection.execute("select version from bands_industry where id = %s", [site.row]).fetchone()
    assert [version for (version,) in versions] == list(range(1, len(versions) + 1))
    assert last == versions[-1]
