"""The jobs of the worker. A job holds the number of a reminder and nothing else."""

from datetime import timedelta
from uuid import UUID

from asgiref.sync import async_to_sync
from django.db import transaction
from django.utils import timezone
from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job, Status

from offers.dates.models import Reminder
from offers.dates.reminders import due_reminders, send
from offers.market.tasks import resume

FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=15)
DOUBLINGS = 8  # Five seconds, doubled eight times, is more than the longest pause.


class UntilTheDayHasPassed(BaseRetryStrategy):
    """Tries again after a pause that doubles. `send` knows how long a reminder is of use."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        pause = min(FIRST_PAUSE * 2 ** min(job.attempts, DOUBLINGS), LONGEST_PAUSE)
        return RetryDecision(retry_at=timezone.now() + pause)


@app.task(name="send_reminder", retry=UntilTheDayHasPassed())
def send_reminder(reminder: str) -> None:
    send(UUID(reminder), timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="plan_reminders", queueing_lock="plan_reminders")
def plan_reminders(timestamp: int) -> None:
    plan()


def plan() -> None:
    """A job for every reminder that is due, but for those that wait for one already; and for imports."""
    forget_broken_off()
    resume()
    for reminder in due_reminders(timezone.now()):
        defer(reminder)


def forget_broken_off() -> None:
    """Deletes the jobs of workers that were killed; what they were about is planned anew."""
    jobs = app.job_manager
    for job in async_to_sync(jobs.get_stalled_jobs)():
        async_to_sync(jobs.finish_job)(job, Status.FAILED, delete_job=True)


def defer(reminder: Reminder) -> None:
    try:
        with transaction.atomic():
            send_reminder.configure(queueing_lock=f"reminder {reminder.pk}").defer(reminder=str(reminder.pk))
    except AlreadyEnqueued:
        pass
