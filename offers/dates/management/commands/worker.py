"""The worker: a process of its own that sends reminders when they are due."""

import os
import signal
import time
from argparse import ArgumentParser
from threading import Thread

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from offers.dates.tasks import plan

SECONDS_TO_END = 5
AT_ONCE = 2  # A reminder does not wait for an import.


class Command(BaseCommand):
    help = "Send reminders when they are due, until told to stop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--with-parent",
            action="store_true",
            help="end when the pipe at stdin closes",
        )

    def handle(self, *, with_parent: bool, **options: object) -> None:
        if with_parent:
            Thread(target=end_with_parent, daemon=True).start()
        # What became due, or was broken off, while no worker ran does not wait for the next round.
        plan()
        with app.replace_connector(DjangoConnector().get_worker_connector()) as ours:
            ours.run_worker(
                concurrency=AT_ONCE, delete_jobs="always", shutdown_graceful_timeout=SECONDS_TO_END
            )


def end_with_parent() -> None:
    """Ends this process when the pipe at its stdin closes, which the kernel does however the parent ended."""
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_END)
    os._exit(1)
