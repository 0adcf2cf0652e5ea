"""What bin/run does once its packages are there: database, tables, static files, demo, web server."""

import argparse
import contextlib
import errno
import ipaddress
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from gunicorn.app.wsgiapp import run as run_gunicorn

from negotiator import prepare
from negotiator.embedded_postgres import EmbeddedPostgres
from negotiator.postgres_place import EmbeddedPostgresError

ROOT = Path(__file__).resolve().parents[1]
FIRST_PORT = 8000
PORTS_TO_TRY = 100
# Pages come first: the worker loads once the web server has answered.
WORKER_AFTER_SECONDS = 4
WORKER_AGAIN_SECONDS = 60
# Compressing takes half of the first start, and a browser on this machine gains nothing by it.
UNCOMPRESSED = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"


class ServeError(Exception):
    """The site cannot be served like this; the text is one sentence."""


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """Where to serve and where to keep things; without an option, BIND and PORT in the environment count."""
    parser = argparse.ArgumentParser(prog="bin/run", description="Serve the site on this machine.")
    parser.add_argument("--bind", default=os.environ.get("BIND", "127.0.0.1"), help="address to listen on")
    parser.add_argument(
        "--port", default=os.environ.get("PORT"), type=int, help="default: 8000 or the next free one"
    )
    parser.add_argument(
        "--data", default=ROOT / ".data", type=Path, help="folder of database, mails and secret key"
    )
    return parser.parse_args(arguments)


def is_loopback(bind: str) -> bool:
    """Whether only this machine can reach the address."""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(bind).is_loopback
    return bind == "localhost"


def listen(bind: str, port: int | None) -> socket.socket:
    """Listen on the port that was asked for, else on the first free one from 8000 on."""
    for candidate in range(FIRST_PORT, FIRST_PORT + PORTS_TO_TRY) if port is None else [port]:
        family = socket.AF_INET6 if ":" in bind else socket.AF_INET
        try:
            return socket.create_server((bind, candidate), family=family, backlog=2048)
        except (OSError, OverflowError) as error:
            if port is not None or getattr(error, "errno", None) != errno.EADDRINUSE:
                raise ServeError(f"Cannot listen on {bind} port {candidate}: {error}.") from error
    raise ServeError(f"No port from {FIRST_PORT} on is free; choose one with --port.")


def secret_key(data: Path) -> str:
    """The key of this folder, made at the first start and readable by its owner alone."""
    path = data / "secret_key"
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=data) as file:
            file.write(secrets.token_urlsafe(64))
            file.flush()
            # A link is whole or not there, and of two first starts at once one key remains.
            with contextlib.suppress(FileExistsError):
                os.link(file.name, path)
    return path.read_text()


def surroundings(data: Path, bind: str, port: int) -> dict[str, str]:
    """What the settings read; whatever the environment says already goes first."""
    defaults = {
        "SITE_URL": f"http://localhost:{port}",
        "MAIL_DIR": str(data / "mail"),
        "STATIC_ROOT": str(data / "static"),
    }
    if not os.environ.get("SITE_URL", "").startswith("https://"):
        if not is_loopback(bind):
            raise ServeError(f"Others can reach {bind}: set SITE_URL to the https address they type.")
        defaults["STATIC_STORAGE"] = UNCOMPRESSED
    if not os.environ.get("SECRET_KEY"):
        defaults["SECRET_KEY"] = secret_key(data)
    return {name: os.environ.get(name) or value for name, value in defaults.items()}


def keep_worker(holds: Sequence[int]) -> None:
    """Runs the worker beside the web server, and again when it ends; the pipe ends it with this process.

    It holds the database too, which so ends after it.
    """
    command = [sys.executable, "-m", "django", "worker", "--with-parent"]
    pause = WORKER_AFTER_SECONDS
    while True:
        time.sleep(pause)
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, pass_fds=holds).wait()  # noqa: S603
        pause = WORKER_AGAIN_SECONDS


def serve(listener: socket.socket, holds: Sequence[int]) -> None:
    """Hand the listening socket to gunicorn; ends when gunicorn ends."""
    sys.argv = ["gunicorn", "--config", "python:negotiator.web_server", "--bind", f"fd://{listener.fileno()}"]
    Thread(target=keep_worker, args=[holds], daemon=True).start()
    run_gunicorn()


def main(arguments: Sequence[str]) -> None:
    """Start everything; one Ctrl-C or TERM ends everything."""
    asked = options(arguments)
    asked.data.mkdir(parents=True, exist_ok=True)
    (asked.data / "mail").mkdir(mode=0o700, exist_ok=True)  # Mails hold the codes that open accounts.
    listener = listen(asked.bind, asked.port)
    port = listener.getsockname()[1]
    os.environ.update(surroundings(asked.data, asked.bind, port))
    with contextlib.ExitStack() as until_the_end:
        holds: list[int] = []
        if not os.environ.get("DATABASE_URL"):
            server = until_the_end.enter_context(EmbeddedPostgres(asked.data / "pg"))
            os.environ["DATABASE_URL"], holds = server.url, server.holds
        prepare.for_this_machine(demo=is_loopback(asked.bind))
        taken = "" if asked.port is not None or port == FIRST_PORT else f" (port {FIRST_PORT} is taken)"
        print(f"Negotiator is at {os.environ['SITE_URL']}/{taken}. Ctrl-C stops it.", flush=True)
        serve(listener, holds)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (ServeError, EmbeddedPostgresError) as error:
        sys.exit(f"bin/run: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
