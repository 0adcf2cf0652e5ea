"""The keeper: a process of its own that stops an embedded PostgreSQL when nobody uses it any more.

Everyone who uses the server holds a shared lock on one file. The keeper asks for the same lock alone; the
kernel grants that when the last holder has ended, however it ended. It imports the standard library only, so
that it starts fast, stays small and survives the removal of the environment it came from.
"""

# ruff: noqa: S603 - every program started here is named here or by the one who starts the keeper.

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

SECONDS_TO_STOP = {signal.SIGINT: 60, signal.SIGQUIT: 10}  # PostgreSQL's fast and immediate shutdown.


def postmaster_pid(data: Path) -> int | None:
    """The process that serves this data directory; None when there is none.

    A server that was killed leaves its pid file behind, and the number in it may belong to any program by
    now: only a process that runs `postgres -D <data>` counts.
    """
    try:
        pid = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None
    return pid if serves(pid, data) else None


def serves(pid: int, data: Path) -> bool:
    """Whether this process is a PostgreSQL server on this data directory."""
    return f"postgres -D {data} " in f"{command_of(pid)} "


def command_of(pid: int) -> str:
    """The command line of a process; empty when there is no such process."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
        except (FileNotFoundError, ProcessLookupError):
            return ""
    answer = subprocess.run(
        ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True
    )
    return answer.stdout.strip()


def stop_server(data: Path) -> None:
    """Shut the server down in order, or at once when it does not obey; returns when its process is gone."""
    for order, seconds in SECONDS_TO_STOP.items():
        pid = postmaster_pid(data)
        if pid is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, order)
        deadline = time.monotonic() + seconds
        while serves(pid, data) and time.monotonic() < deadline:
            time.sleep(0.02)


def _launch(command: list[str], log: str, process: dict[str, Any]) -> int:
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    server = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=descriptor,
        stderr=descriptor,
        start_new_session=True,
        **process,
    )
    return server.pid


def _leave_the_terminal() -> None:
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)


def _keep(locks: Path, data: Path) -> None:
    with open(locks / "keeper") as only, open(locks / "holders") as holders:
        try:
            fcntl.flock(only, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return  # Another keeper watches already.
        fcntl.flock(holders, fcntl.LOCK_EX)
        stop_server(data)
        # Let go of the keeper's lock first: whoever waits for the holders' lock starts a new keeper at once.
        fcntl.flock(only, fcntl.LOCK_UN)


def main() -> None:
    """Start the server unless it runs, print its pid, then stay behind as its keeper."""
    order = json.loads(sys.argv[1])
    data = Path(order["data"])
    print(postmaster_pid(data) or _launch(order["command"], order["log"], order["process"]), flush=True)
    if os.fork() == 0:
        _leave_the_terminal()
        _keep(Path(order["locks"]), data)


if __name__ == "__main__":
    main()
