"""PostgreSQL from a wheel's programs: started when wanted, shared, stopped when its last user has ended.

    with EmbeddedPostgres(Path(".data/pg")) as server:
        psycopg.connect(server.url)

The reasons are in docs/adr/0003-embedded-postgresql.md.
"""

# ruff: noqa: S603 - every program started here is named here.

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Self
from urllib.parse import quote

import psycopg

from negotiator import postgres_keeper
from negotiator.postgres_place import EmbeddedPostgresError, Place, refuse_a_strangers, settle

DATABASE = "negotiator"
SECONDS_TO_RECOVER = 120  # A crash may leave much to replay.
SECONDS_OF_RETRIES = 5  # After a kill -9 the old server's children need a moment to notice.

# The builtin locale sorts alike on every system and outlives an update of the C library.
INITDB = ["-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C"]
INITDB += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
# The log is kept free of people's figures: no statement, no key, no refused row.
QUIET = {"log_min_messages": "log", "log_error_verbosity": "terse", "log_checkpoints": "off"}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class EmbeddedPostgres:
    """The server on `base`; `fast` gives up safety against a power cut, for tests.

    Any number of processes may use one base at a time. Raises EmbeddedPostgresError with a sentence.
    """

    def __init__(self, base: Path, *, fast: bool = False) -> None:
        self.base = base.resolve()
        self.fast = fast
        self._place: Place | None = None
        self._hold: IO[str] | None = None

    @property
    def place(self) -> Place:
        """Where the server lives; known, also to others, since its first start."""
        if self._place is None:
            if not self.base.exists():
                raise EmbeddedPostgresError(f"No PostgreSQL was ever started in {self.base}.")
            self._place = settle(self.base)
        return self._place

    @property
    def url(self) -> str:
        """The DATABASE_URL: `postgres://postgres@:5432/negotiator?host=%2Fpath%2Fof%2Fthe%2Fsocket`."""
        return self._url(DATABASE)

    def _url(self, database: str) -> str:
        return f"postgres://postgres@:5432/{database}?host={quote(str(self.place.socket), safe='')}"

    def start(self) -> Self:
        """Start the server, or share the one that runs; returns when it answers."""
        self._make_base()
        with _lock(self.base / "starting", fcntl.LOCK_EX):
            # Waits while a keeper shuts the server down.
            self._hold = _lock(self.base / "holders", fcntl.LOCK_SH)
            try:
                self._make_cluster()
                self._bring_up()
            except BaseException:
                self.stop()
                raise
        return self

    def stop(self) -> None:
        """Use the server no more; the keeper stops it when nobody else does."""
        if self._hold:
            self._hold.close()
            self._hold = None

    @property
    def holds(self) -> list[int]:
        """Descriptors that keep the server running, for a program that uses it as long as it runs itself."""
        return [self._hold.fileno()] if self._hold else []

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def _make_base(self) -> None:
        try:
            self.base.mkdir(parents=True, exist_ok=True)
            refuse_a_strangers(self.base)
            for name in ("starting", "holders", "keeper"):
                os.close(os.open(self.base / name, os.O_RDONLY | os.O_CREAT, 0o644))
        except OSError as error:
            raise EmbeddedPostgresError(f"There is no room for a database: {error}.") from error

    def _make_cluster(self) -> None:
        data = self.place.data
        if data.exists():
            refuse_a_strangers(data)
        if not data.exists() or not any(data.iterdir()):
            self._initialise()
        self.place.own(data.resolve())
        mark = data / "PG_VERSION"
        made_by = mark.read_text().strip() if mark.exists() else "nobody knows"
        version = self.place.version()
        if made_by != version.split(".")[0]:
            raise EmbeddedPostgresError(
                f"{data} was made by PostgreSQL {made_by} and this is {version}: "
                "dump it with the old version and restore it here, or remove it."
            )

    def _initialise(self) -> None:
        # Under another name until it is whole: initdb writes PG_VERSION long before it is done.
        home = self.place.home
        for half_done in home.glob("data.new.*"):
            shutil.rmtree(half_done, ignore_errors=True)
        fresh = Path(tempfile.mkdtemp(prefix="data.new.", dir=home))
        self.place.own(fresh)
        command = [str(self.place.programs / "initdb"), "-D", str(fresh), *INITDB]
        command += ["--no-sync"] if self.fast else []
        made = subprocess.run(
            command, capture_output=True, text=True, stdin=subprocess.DEVNULL, **self.place.process
        )
        if made.returncode:
            raise EmbeddedPostgresError(f"initdb failed: {made.stderr.strip()}")
        fresh.rename(self.place.data)

    def _bring_up(self) -> None:
        started = time.monotonic()
        pid = self._launch()
        while not self._answers():
            alive = postgres_keeper.serves(pid, self.place.data)
            if time.monotonic() - started > (SECONDS_TO_RECOVER if alive else SECONDS_OF_RETRIES):
                raise EmbeddedPostgresError(f"PostgreSQL did not start: {self._last_words()}")
            time.sleep(0.05 if alive else 0.25)
            if not alive:
                pid = self._launch()

    def _launch(self) -> int:
        place = self.place
        place.own(place.socket)
        if postgres_keeper.postmaster_pid(place.data) is None:
            # PostgreSQL would refuse to start when the number in it is another program's by now.
            (place.data / "postmaster.pid").unlink(missing_ok=True)
        order = {
            "command": self._command(),
            "data": str(place.data),
            "locks": str(self.base),
            "log": str(place.log),
            "process": place.process,
        }
        keeper = [sys.executable, "-IS", postgres_keeper.__file__, json.dumps(order)]
        launched = subprocess.run(keeper, capture_output=True, text=True)
        if launched.returncode:
            raise EmbeddedPostgresError(f"PostgreSQL did not start: {launched.stderr.strip()}")
        return int(launched.stdout)

    def _command(self) -> list[str]:
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.place.socket),
            "unix_socket_permissions": "0700",
            **QUIET,
            **(FAST if self.fast else {}),
        }
        command = [str(self.place.programs / "postgres"), "-D", str(self.place.data)]
        return command + [word for name, value in options.items() for word in ("-c", f"{name}={value}")]

    def _answers(self) -> bool:
        known = "SELECT 1 FROM pg_database WHERE datname = %s"
        try:
            with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
                if not connection.execute(known, [DATABASE]).fetchone():
                    connection.execute(f"CREATE DATABASE {DATABASE}")
        except psycopg.OperationalError:
            return False
        return True

    def _last_words(self) -> str:
        log = self.place.log
        return (
            f"{log} ends with {log.read_text(errors='replace')[-1000:]}" if log.exists() else "it left no log"
        )


def _lock(path: Path, kind: int) -> IO[str]:
    file = open(path)  # noqa: SIM115 - held until stop(), or until the process ends.
    fcntl.flock(file, kind)
    return file
