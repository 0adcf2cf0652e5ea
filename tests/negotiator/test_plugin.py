"""What a run of the tests has to itself."""

import os
import subprocess

import psycopg

from tests.plugin import drop_leftovers


def databases(url: str) -> set[str]:
    with psycopg.connect(url) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall()}


def test_databases_of_ended_runs_are_dropped_and_those_of_running_ones_stay() -> None:
    url = os.environ["DATABASE_URL"]
    with subprocess.Popen(["true"]) as ended:
        ended.wait()
    dead, alive = f"test_negotiator_{ended.pid}_gw0", f"test_negotiator_{os.getpid()}_of_its_own"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{dead}"')
        connection.execute(f'CREATE DATABASE "{alive}"')
    drop_leftovers(url)
    assert databases(url) & {dead, alive} == {alive}
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{alive}"')


def test_two_runs_never_share_a_test_database() -> None:
    run = os.environ["TEST_DATABASE_NAME"].removeprefix("test_negotiator_")
    assert int(run) in {os.getpid(), os.getppid()}
