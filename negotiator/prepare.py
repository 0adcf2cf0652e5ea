"""Bring the database up to date before the site is served: `python -m negotiator.prepare`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

ONE_AT_A_TIME = 0x6E65676F  # Any number that nothing else in the database locks.


def load_django() -> None:
    """Read the settings and load the apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiator.settings")
    django.setup()


@contextmanager
def alone() -> Iterator[None]:
    """Hold off every other start on the same database until the block ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])


def make_tables() -> None:
    """Apply the migrations that are missing; add the table of the shared cache and the first rows."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("reference")


def collect_static() -> None:
    """Collect the static files, when one of them has changed since the last time."""
    files = [storage.path(name) for finder in get_finders() for name, storage in finder.list([])]
    facts = sorted((path, os.stat(path).st_size, os.stat(path).st_mtime_ns) for path in files)
    state = sha256(repr((facts, settings.STORAGES)).encode()).hexdigest()
    mark = Path(f"{settings.STATIC_ROOT}.collected")
    if not (Path(settings.STATIC_ROOT).exists() and mark.exists() and mark.read_text() == state):
        call_command("collectstatic", interactive=False, verbosity=0)
        mark.write_text(state)


def for_this_machine(*, demo: bool) -> None:
    """All that bin/run needs; the demo fills an empty database, on a site of this machine alone."""
    load_django()
    with alone():
        make_tables()
        collect_static()
        if demo and settings.LOCAL:
            call_command("demo")
    connection.close()


def main() -> None:
    """Make the tables, alone."""
    load_django()
    with alone():
        make_tables()
    connection.close()


if __name__ == "__main__":
    main()
