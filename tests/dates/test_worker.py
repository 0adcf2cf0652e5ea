"""A worker in a process of its own, with a mail server to itself: nothing is lost, whenever it is struck."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker
from procrastinate.jobs import Job

from offers.accounts.models import User
from offers.dates.models import Reminder
from offers.dates.tasks import UntilTheDayHasPassed, plan
from offers.models import Stage
from tests.conftest import forget_jobs, make_person
from tests.dates.days import live, offer_due
from tests.dates.mail_server import STEPS, MailServer

ROOT = Path(__file__).parents[2]
NOON = 12
PATIENCE = 40.0
# Before the mail is taken, and between that and the commit.
STRUCK = STEPS if "THOROUGH" in os.environ else ("DATA", "QUIT")
pytestmark = pytest.mark.django_db(transaction=True)
Start = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def post() -> Iterator[MailServer]:
    server = MailServer()
    yield server
    server.close()


@pytest.fixture
def start(post: MailServer) -> Iterator[Start]:
    """Starts a worker on the test's database and mail server; all of them end with the test."""
    running: list[subprocess.Popen[bytes]] = []
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    surroundings = os.environ | {
        "DATABASE_URL": database.geturl(),
        "EMAIL_URL": f"smtp://127.0.0.1:{post.port}",
    }

    def begin() -> "subprocess.Popen[bytes]":
        running.append(subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT, env=surroundings))
        return running[-1]

    yield begin
    for process in running:
        process.kill()
        process.wait()
    forget_jobs()


@pytest.fixture
def alice(transactional_db: None) -> User:
    """Where she is it is about noon, so that what was due at nine is due whenever the test runs."""
    hours_ahead = NOON - datetime.now(UTC).hour
    return live(make_person("alice"), f"Etc/GMT{-hours_ahead:+d}")


def plan_apart() -> None:
    """In a thread of its own: a browser test of the same process may have left a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(plan_and_hang_up).result()


def plan_and_hang_up() -> None:
    plan()
    connection.close()


def due_today(owner: User, many: int = 1) -> list[Reminder]:
    """Reminders of deadlines of today, as a worker has planned them already."""
    for _ in range(many):
        offer_due(owner, datetime.now(owner.zone).date(), stage=Stage.FINAL)
    plan_apart()
    return list(Reminder.objects.all())


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < until
        time.sleep(0.05)


def all_sent() -> bool:
    return not Reminder.objects.filter(sent_at=None).exists()


def test_a_job_holds_the_number_of_a_reminder_and_there_is_one_for_each(alice: User) -> None:
    (reminder,) = due_today(alice)
    plan_apart()
    jobs = ProcrastinateJob.objects.values_list("task_name", "args", "queueing_lock")
    assert list(jobs) == [("send_reminder", {"reminder": str(reminder.pk)}, f"reminder {reminder.pk}")]


def test_a_worker_sends_each_reminder_once_and_leaves_no_job(
    alice: User, start: Start, post: MailServer
) -> None:
    reminders = due_today(alice, 3)
    first, second = start(), start()
    wait_for(all_sent)
    wait_for(lambda: not ProcrastinateJob.objects.filter(task_name="send_reminder").exists())
    assert sorted(post.message_ids) == sorted(one.message_id for one in reminders)
    wait_for(lambda: ProcrastinateWorker.objects.count() == 2)
    for process in (first, second):
        process.terminate()
        assert process.wait(20) == 0


def test_what_became_due_while_no_worker_ran_is_sent_when_one_starts(
    alice: User, start: Start, post: MailServer
) -> None:
    offer_due(alice, datetime.now(alice.zone).date(), stage=Stage.FINAL)
    start()
    wait_for(lambda: len(post.mails) == 1)
    wait_for(lambda: Reminder.objects.exists() and all_sent())


def test_a_mail_server_that_is_down_is_tried_again_and_gets_each_mail_once(
    alice: User, start: Start, post: MailServer
) -> None:
    post.is_refusing = True
    (reminder,) = due_today(alice)
    start()
    wait_for(lambda: post.refused == 2)
    assert (len(post.mails), all_sent()) == (0, False)
    post.is_refusing = False
    wait_for(all_sent)
    assert post.message_ids == [reminder.message_id]


@pytest.mark.parametrize("step", STRUCK)
def test_a_worker_killed_at_any_step_loses_no_mail_and_repeats_one_at_most_under_its_name(
    alice: User, start: Start, post: MailServer, step: str
) -> None:
    (reminder,) = due_today(alice)
    worker = start()
    post.at[step] = lambda: worker.send_signal(signal.SIGKILL)
    assert worker.wait(PATIENCE) == -signal.SIGKILL
    taken = len(post.mails)
    assert (taken, all_sent()) == (int(step in STEPS[-2:]), False)
    start()
    wait_for(all_sent)
    assert post.message_ids == [reminder.message_id] * (taken + 1)


def test_jobs_of_a_worker_that_was_killed_are_forgotten(alice: User, start: Start, post: MailServer) -> None:
    due_today(alice)
    worker = start()
    post.at["MAIL"] = lambda: worker.send_signal(signal.SIGKILL)
    worker.wait(PATIENCE)
    stuck = ProcrastinateJob.objects.filter(status="doing", task_name="send_reminder")
    assert stuck.exists()  # Two, where the worker had planned once more by then.
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
    plan_apart()
    waiting = ProcrastinateJob.objects.filter(status="todo", task_name="send_reminder")
    assert (stuck.count(), waiting.count()) == (0, 1)


def test_pauses_double_up_to_a_quarter_of_an_hour() -> None:
    pauses = [pause_after(attempts) for attempts in (0, 1, 2, 7, 8, 1_000)]
    assert pauses == [5, 10, 20, 640, 900, 900]


def pause_after(attempts: int) -> int:
    job = Job(
        id=1, queue="default", lock=None, queueing_lock=None, task_name="send_reminder", attempts=attempts
    )
    before = datetime.now(UTC)
    decision = UntilTheDayHasPassed().get_retry_decision(exception=OSError(), job=job)
    assert decision.retry_at
    return round((decision.retry_at - before) / timedelta(seconds=1))
