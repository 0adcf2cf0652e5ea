"""A batch in the hands of a real worker: done, or whole and done by the next one when it is killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from offers.market.models import Batch, State, Wage
from offers.market.services import confirm
from offers.market.tasks import resume
from offers.market.uploads import give
from tests.conftest import forget_jobs
from tests.market.files import SOFTWARE, csv_file, oews_table

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
MANY = 20_000
pytestmark = pytest.mark.django_db(transaction=True)
Start = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a worker on the test's database; all of them end with the test."""
    running: list[subprocess.Popen[bytes]] = []
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    surroundings = os.environ | {"DATABASE_URL": database.geturl()}

    def begin() -> "subprocess.Popen[bytes]":
        running.append(subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT, env=surroundings))
        return running[-1]

    yield begin
    for process in running:
        process.kill()
        process.wait()
    forget_jobs()


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < until
        time.sleep(0.02)


def is_now(batch: Batch, *states: State) -> bool:
    batch.refresh_from_db()
    return batch.state in states


def large() -> Batch:
    rows = (SOFTWARE | {"AREA": str(10_000 + number)} for number in range(MANY))
    return give([csv_file(oews_table(*rows))], "MSA_M2024_dl.csv")


def sent_again() -> None:
    """As a worker does when it starts, once the heart of the one before has been still for long enough."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")


def test_a_worker_reads_and_imports_what_waits(start: Start) -> None:
    batch = large()
    start()
    wait_for(lambda: is_now(batch, State.PREVIEWED))
    assert (batch.added, Wage.objects.count()) == (MANY, 0)
    confirm(batch)
    resume()
    wait_for(lambda: is_now(batch, State.IMPORTED))
    assert Wage.objects.count() == MANY
    wait_for(lambda: not ProcrastinateJob.objects.filter(task_name="work_on_batch").exists())


@pytest.mark.parametrize("state", [State.READING, State.IMPORTING])
def test_a_worker_killed_at_work_leaves_a_whole_batch_that_the_next_one_finishes(
    start: Start, state: State
) -> None:
    batch = large()
    worker = start()
    wait_for(lambda: is_now(batch, State.READING, State.PREVIEWED))
    if state == State.IMPORTING:
        wait_for(lambda: is_now(batch, State.PREVIEWED))
        confirm(batch)
        resume()
        wait_for(lambda: is_now(batch, State.IMPORTED) or bool(batch.step))
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert Wage.objects.count() in (0, MANY)
    sent_again()
    start()
    wait_for(lambda: is_now(batch, State.PREVIEWED, State.IMPORTED))
    if state == State.IMPORTING:
        wait_for(lambda: is_now(batch, State.IMPORTED))
        assert Wage.objects.count() == MANY
