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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import psutil
import psycopg
import pytest

from negotiator.embedded_postgres import EmbeddedPostgres
from tests.forms import NUMBERS, OFFER, ROLE

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS") or (30 if "THOROUGH" in os.environ else 6))
PAGES = ("new", "offer", "numbers")
DROPPED = (ConnectionError, http.client.HTTPException, TimeoutError, OSError)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@dataclass
class Site:
    """The site as bin/run serves it, in a folder of its own, with one browser that walks the wizard."""

    data: Path
    port: int = field(default_factory=free_port)
    cookie: str = ""
    process: subprocess.Popen[bytes] | None = None
    outages: list[tuple[int, str]] = field(default_factory=list)

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
        """The status and the page, read to its end; or where it leads instead."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Host": f"localhost:{self.port}", "Cookie": f"session={self.cookie}; csrf={'c' * 32}"}
        headers |= {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            connection.request(method, address, urlencode(body) if body else None, headers)
            response = connection.getresponse()
            text = response.read().decode()
            return response.status, response.headers.get("Location") or text
        finally:
            connection.close()

    def post(self, address: str, body: dict[str, str]) -> tuple[int, str]:
        """The status and where it leads; 0 when the line went dead."""
        try:
            return self.ask("POST", address, body | {"csrfmiddlewaretoken": "c" * 32})
        except DROPPED:
            return 0, ""

    def workers(self) -> list[int]:
        return children(self.process.pid) if self.process else []

    def postmaster(self) -> int:
        return int((self.server.place.data / "postmaster.pid").read_text().split("\n")[0])


def children(pid: int) -> list[int]:
    try:
        return [child.pid for child in psutil.Process(pid).children()]
    except psutil.NoSuchProcess:
        return []


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
    site.cookie = made.stdout.strip()
    yield site
    site.stop()
    shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Walk:
    """One offer through three pages of the wizard, and what of it was acknowledged."""

    site: Site
    number: int
    acknowledged: list[str] = field(default_factory=list)
    address: str = ""

    def answers(self, key: str) -> dict[str, str]:
        if key == "new":
            return ROLE | {"company": f"Killed {self.number}", "token": str(uuid4())}
        page = self.site.ask("GET", f"{self.address}{key}/")[1]
        opened = dict(re.findall(r'name="(opened|page)" value="([^"]*)"', page))
        own = {"base": str(80_000 + self.number)} if key == "offer" else {"target": str(90_000 + self.number)}
        return opened | (OFFER if key == "offer" else NUMBERS) | own

    def run(self, struck: str, strike: threading.Timer) -> None:
        """Sends each page until it is acknowledged; the strike falls while the page `struck` is sent."""
        for key in PAGES:
            body = self.answers(key)
            if key == struck:
                strike.start()
            self.send(key, body)
            if key == struck:
                strike.join()

    def send(self, key: str, body: dict[str, str]) -> None:
        """As somebody who presses Continue again after the polite page, or after none."""
        began = time.monotonic()
        while key not in self.acknowledged:
            assert time.monotonic() - began < 60
            status, leads = self.site.post(f"{self.address}{key}/" if self.address else "/offers/new/", body)
            assert status in {0, 302, 503}, (status, leads)
            if status == 302:
                self.acknowledged.append(key)
                self.address = self.address or leads.removesuffix("offer/")
            else:
                time.sleep(0.05)


def walk_under_fire(site: Site, number: int, chance: random.Random, blow: Callable[[], None]) -> None:
    """One walk; the blow falls at a random moment of a random page."""
    strike = threading.Timer(chance.uniform(0.0, 0.1), blow)
    walk = Walk(site, number)
    walk.run(chance.choice(PAGES), strike)
    assert tuple(walk.acknowledged) == PAGES


def outage(site: Site) -> None:
    """The database is killed; who comes meanwhile is told politely; the next start recovers by itself."""
    postmaster = site.postmaster()
    kill([postmaster, *children(postmaster)])
    site.outages.append(site.ask("GET", "/offers/"))
    site.stop()
    site.start()


def saved(site: Site) -> list[tuple[str, int, int]]:
    """Every offer that a walk has made."""
    asked = "select company, base, target from offers_offer where company like 'Killed%' order by id"
    with psycopg.connect(site.server.url) as connection:
        return sorted(
            (company, int(base), int(target)) for company, base, target in connection.execute(asked)
        )


def walked(numbers: Iterable[int]) -> list[tuple[str, int, int]]:
    return sorted((f"Killed {number}", 80_000 + number, 90_000 + number) for number in numbers)


def test_killed_web_workers_and_databases_lose_no_acknowledged_step(site: Site) -> None:
    chance, databases = random.Random(1), max(1, KILLS // 10)  # noqa: S311
    for number in range(KILLS - databases):
        walk_under_fire(site, number, chance, lambda: kill(site.workers()))
    for number in range(KILLS - databases, KILLS):
        walk_under_fire(site, number, chance, lambda: outage(site))
    assert saved(site) == walked(range(KILLS))
    assert [status for status, _ in site.outages] == [503] * databases
    assert [page for _, page in site.outages if "Traceback" in page] == []
