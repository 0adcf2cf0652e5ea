# ruff: noqa: N999 # The bench is asked for as `bin/bench import`.
"""Times imports: `name  ours  floor  ratio  goal  ok|SHORT`, and whether memory stays flat.

The floor is COPY of the same file into a logged table with its primary key, every column text, in the same
round. Ours is the whole road: read in a process apart, stage, check, compare, merge, record the batch.
BENCH_ROWS says how many rows (300,000; a million takes some six minutes), BENCH_ROUNDS how many rounds (one).
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from statistics import median
from time import perf_counter

from tests import plugin  # Gives this process a database before the settings are read.

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiator.settings")

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402

from offers.market.models import Batch  # noqa: E402
from offers.market.preview import read  # noqa: E402
from offers.market.reader import limits  # noqa: E402
from offers.market.services import confirm, import_, set_aside  # noqa: E402
from offers.market.uploads import register  # noqa: E402
from tests.bench._pay import LCA, lca_rows, oews_rows, write  # noqa: E402
from tests.bench._timing import Figure, report  # noqa: E402
from tests.market.files import OEWS  # noqa: E402
from tests.market.steps import rolled_back  # noqa: E402

ROWS = int(os.environ.get("BENCH_ROWS", "300000"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "1"))
# The floor's rows a second, of which ours should be so much: the ratio of times is its inverse.
NEW, AGAIN, PREVIEW = 0.30, 0.60, 0.60
MOST_MEGABYTES = 20
KEYS = {"oews": (0, 4, 7, 8, 10), "lca": (0,)}


def seconds(run: Callable[[], object]) -> float:
    started = perf_counter()
    run()
    return perf_counter() - started


def floor(path: Path, head: list[str], layout: str) -> None:
    columns = ", ".join(f"c{place} text" for place in range(len(head)))
    keys = ", ".join(f"c{place}" for place in KEYS[layout])
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS floor")
        cursor.execute(f"CREATE TABLE floor ({columns}, PRIMARY KEY ({keys}))")
        with cursor.copy("COPY floor FROM STDIN (FORMAT csv, HEADER)") as copy, path.open("rb") as file:
            while data := file.read(256 * 1024):
                copy.write(data)


def previewed(path: Path) -> Batch:
    with path.open("rb") as file:
        return read(register(file, path.name, year=2025), file)


def imported(path: Path) -> Batch:
    batch = import_(confirm(previewed(path)))
    assert batch.state == "imported", batch.sentence
    return batch


def timed(path: Path, head: list[str], layout: str) -> Iterator[Figure]:
    """A first import, the same again and a preview alone, each beside the floor of its round."""
    ours: dict[str, list[float]] = {"new": [], "again": [], "preview": []}
    least: list[float] = []
    for _ in range(ROUNDS):
        least.append(seconds(lambda: floor(path, head, layout)))
        ours["preview"].append(seconds(lambda: set_aside(previewed(path))))
        started = perf_counter()
        batch = imported(path)
        ours["new"].append(perf_counter() - started)
        vacuum()
        least.append(seconds(lambda: floor(path, head, layout)))
        ours["again"].append(seconds(lambda: imported(path)))
        rolled_back(batch)
        vacuum()
    name = f"{layout}, {ROWS:,} rows"
    for kind, goal in (("new", NEW), ("again", AGAIN), ("preview", PREVIEW)):
        yield Figure(
            name=f"{name}, {kind}",
            ours=median(ours[kind]),
            floor=median(least),
            goal=round(1 / goal, 2),
            relative=True,
        )


def vacuum() -> None:
    """As autovacuum does by itself on a server that lives longer than a bench."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE market_wage, market_filing, market_filingpay")


def worker_megabytes() -> float:
    """The most that this process, which does what a worker does, has taken so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def reader_megabytes(path: Path) -> float:
    """The most that the process takes which reads the file."""
    measured = (
        "import runpy, sys; sys.argv[0] = 'reading';"
        "runpy.run_module('offers.market.reading', run_name='__main__');"
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0], file=sys.stderr)"
    )
    order = json.dumps({"name": path.name, "year": 2025, "limits": asdict(limits())})
    with path.open("rb") as file:
        done = subprocess.run(
            [sys.executable, "-c", measured, order],
            stdin=file,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
    return int(done.stderr) / 1024


def memory(small: Path, large: Path, before: float) -> str:
    worker, reader = worker_megabytes(), [reader_megabytes(path) for path in (small, large)]
    verdict = "ok" if worker - before + reader[1] - reader[0] <= MOST_MEGABYTES else "SHORT"
    return (
        f"memory of {ROWS // 10:,} and {ROWS:,} rows: worker {before:.0f} and {worker:.0f} MB,"
        f" reader {reader[0]:.0f} and {reader[1]:.0f} MB, goal +{MOST_MEGABYTES} MB  {verdict}"
    )


def main() -> None:
    databases = setup_databases(verbosity=0, interactive=False)
    folder = Path(tempfile.mkdtemp())
    try:
        small = write(folder / "small_M2025.csv", OEWS, oews_rows(ROWS // 10))
        wages = write(folder / "national_M2025_dl.csv", OEWS, oews_rows(ROWS))
        filings = write(folder / "LCA_Disclosure_Data_FY2025.csv", LCA, lca_rows(ROWS))
        set_aside(previewed(small))
        rolled_back(imported(small))
        before = worker_megabytes()
        print(f"# {ROWS:,} rows, {ROUNDS} rounds")
        report([*timed(wages, OEWS, "oews"), *timed(filings, LCA, "lca")])
        print(memory(small, wages, before))
    finally:
        shutil.rmtree(folder)
        teardown_databases(databases, verbosity=0)
        plugin._surroundings.clear()


if __name__ == "__main__":
    main()
