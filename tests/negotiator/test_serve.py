"""The site as bin/run serves it, in processes of its own and with a database of its own."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
import pytest

from negotiator.embedded_postgres import EmbeddedPostgres
from negotiator.healthcheck import is_well
from negotiator.postgres_keeper import postmaster_pid, stop_server
from negotiator.serve import FIRST_PORT, ServeError, is_loopback, listen, secret_key, surroundings

ROOT = Path(__file__).parents[2]
PATIENCE = 120
OF_THE_TESTS = ("DATABASE_URL", "SECRET_KEY", "SITE_URL", "MAIL_DIR", "STATIC_ROOT", "STATIC_STORAGE")


@dataclass(frozen=True, kw_only=True)
class Site:
    """A running `python -m negotiator.serve`."""

    process: subprocess.Popen[str]
    said: list[str]

    @property
    def url(self) -> str:
        found = re.search(r"http://localhost:\d+/", self.said[-1])
        assert found, self.said
        return found.group()

    def read(self) -> str:
        """The next line it prints."""
        assert self.process.stdout
        return self.process.stdout.readline()


def start(data: Path, *arguments: str) -> Site:
    """Start the site and wait until it says where it is."""
    environment = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
    process = subprocess.Popen(
        [sys.executable, "-m", "negotiator.serve", "--data", str(data), *arguments],
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if "Ctrl-C stops it" in line:
            break
    return Site(process=process, said=said)


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """A folder that bin/run has been started in once."""
    with tempfile.TemporaryDirectory(prefix="negotiator-serve-") as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder
        stop_server(folder / "pg" / "data")


@pytest.fixture(scope="module")
def site(data: Path) -> Iterator[Site]:
    """The first start in the folder."""
    running = start(data, "--port", "0")
    yield running
    running.process.kill()
    running.process.wait()


def page(url: str) -> int:
    with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - our own address.
        answer.read()
        return int(answer.status)


def test_first_start_shows_the_first_page_and_a_demo_account_once(site: Site) -> None:
    assert page(site.url) == 200
    assert [line.split()[0] for line in site.said] == ["Demonstration", "One-time", "Negotiator"]


def test_page_has_its_style_sheets(site: Site) -> None:
    with urllib.request.urlopen(site.url, timeout=30) as answer:  # noqa: S310 - our own address.
        sheets = re.findall(r'href="(/static/[^"]+\.css)"', answer.read().decode())
    assert {page(site.url.rstrip("/") + sheet) for sheet in sheets} == {200}


def test_mails_are_for_the_owner_alone(site: Site, data: Path) -> None:
    assert page(site.url) == 200
    assert stat.S_IMODE((data / "mail").stat().st_mode) == 0o700


def test_health_check_knows_the_well_from_the_ill(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.url.rstrip("/").rsplit(":", 1)[1])
    monkeypatch.setenv("SITE_URL", site.url.rstrip("/"))
    assert is_well(port) is True
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example.org")
    assert is_well(port) is False
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        free = nobody.getsockname()[1]
    assert is_well(free) is False


def test_log_has_the_path_without_the_query(site: Site) -> None:
    page(f"{site.url}?salary=91000")
    line = site.read()
    while "GET / 200" not in line:
        line = site.read()
    assert "91000" not in line


def test_second_start_shares_the_database_and_keeps_it_when_the_first_ends(data: Path) -> None:
    first = start(data, "--port", "0")
    second = start(data, "--port", "0")
    server = postmaster_pid(data / "pg" / "data")
    assert [line.split()[0] for line in second.said] == ["Negotiator"]
    first.process.send_signal(signal.SIGINT)
    assert first.process.wait(20) == 0
    assert page(f"{second.url}readyz") == 200
    assert postmaster_pid(data / "pg" / "data") == server
    second.process.terminate()
    assert second.process.wait(20) == 0


def test_killed_web_server_leaves_nothing_behind(data: Path) -> None:
    site = start(data, "--port", "0")
    site.process.kill()
    assert site.process.stdout
    site.process.stdout.read()  # Ends when the last worker has ended.
    again = start(data, "--port", site.url.rsplit(":", 1)[1].strip("/"))
    assert page(again.url) == 200
    again.process.terminate()
    assert again.process.wait(20) == 0


def workers_of(site: Site) -> list[psutil.Process]:
    """The processes below the web server that send reminders."""
    below = psutil.Process(site.process.pid).children(recursive=True)
    return [process for process in below if sends_reminders(process)]


def sends_reminders(process: psutil.Process) -> bool:
    try:
        return "worker" in process.cmdline()
    except psutil.Error:  # It has just ended.
        return False


def worker_of(site: Site, data: Path) -> psutil.Process:
    """The worker of a site, once it has said in the database that it works."""
    until = time.monotonic() + PATIENCE
    with EmbeddedPostgres(data / "pg") as server, psycopg.connect(server.url, autocommit=True) as database:
        while not (workers_of(site) and database.execute("SELECT FROM procrastinate_workers").fetchall()):
            assert time.monotonic() < until
            time.sleep(0.1)
    return workers_of(site)[0]


@pytest.mark.parametrize("order", [signal.SIGTERM, signal.SIGKILL])
def test_a_worker_starts_beside_the_web_server_and_ends_with_it(data: Path, order: signal.Signals) -> None:
    site = start(data, "--port", "0")
    try:
        assert workers_of(site) == []  # Pages come first.
        assert page(site.url) == 200
        worker = worker_of(site, data)
        site.process.send_signal(order)
        site.process.wait(20)
        worker.wait(20)
    finally:
        site.process.kill()


def test_port_that_is_asked_for_and_taken_is_refused() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(ServeError, match="Address already in use"),
    ):
        listen("127.0.0.1", taken.getsockname()[1])


@pytest.mark.parametrize("port", [65536, -1])
def test_port_that_does_not_exist_is_refused(port: int) -> None:
    with pytest.raises(ServeError, match="port must be 0-65535"):
        listen("127.0.0.1", port)


def test_port_that_nobody_asked_for_is_the_next_free_one() -> None:
    with listen("127.0.0.1", None) as first, listen("127.0.0.1", None) as second:
        assert FIRST_PORT <= first.getsockname()[1] < second.getsockname()[1]


def test_secret_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert secret_key(tmp_path) == key
    assert len(key) == 86
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


@pytest.mark.parametrize(
    ("bind", "answer"),
    [
        ("127.0.0.1", True),
        ("127.0.0.2", True),
        ("::1", True),
        ("localhost", True),
        ("192.0.2.1", False),
        ("2001:db8::1", False),
    ],
)
def test_loopback_is_what_only_this_machine_reaches(bind: str, answer: bool) -> None:
    assert is_loopback(bind) is answer


def test_address_that_others_reach_needs_https(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ServeError, match="set SITE_URL to the https address"):
        surroundings(tmp_path, "192.0.2.1", 8000)
    monkeypatch.setenv("SITE_URL", "https://offers.example.org")
    assert surroundings(tmp_path, "192.0.2.1", 8000)["SITE_URL"] == "https://offers.example.org"
