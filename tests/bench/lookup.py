"""Times the look-up of market pay: `name  ours  floor  ratio  goal  ok|SHORT`, and shows its plans.

The cell with its fall-backs is read at BENCH_WAGES rows (1,000,000) and at 10,000; a title with a slip is
searched among 60,000, beside reading one row by its key. Both sides of a line are 99th percentiles of wall
time of the same run. The rows are made in the database in the shape of the survey: so many areas, and 830
occupations in each. `python -m tests.bench.lookup`.
"""

import os
from collections.abc import Callable, Iterator
from random import Random
from statistics import median
from time import perf_counter

from tests import plugin  # Gives this process a database before the settings are read.

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiator.settings")

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_databases, teardown_databases  # noqa: E402

from offers.market.cells import surveys  # noqa: E402
from offers.market.models import OccupationTitle, Wage  # noqa: E402
from offers.market.where import Place  # noqa: E402
from offers.market.wording import find_occupations  # noqa: E402
from tests.bench._pay import OCCUPATIONS, code  # noqa: E402
from tests.bench._timing import HEAD, Figure  # noqa: E402

ROWS = int(os.environ.get("BENCH_WAGES", "1000000"))
FEW = 10_000
TITLES = 60_000
READS = 1_500
SEARCHES = 300
MOST_CELL, MOST_TITLE = 1.5, 100
WAGES = """
INSERT INTO market_wage (batch_id, digest, source, year, area, area_title, area_type, state, industry,
    industry_title, ownership, occupation, occupation_title, occupation_group, employment, year_p10, year_p25,
    year_median, year_p75, year_p90, marks, "only")
SELECT 1, 0, 'oews', 2025, (10000 + n / %(many)s)::text, 'Area ' || n / %(many)s, '4', 'TX', '000000',
    'Cross-industry', '1235', c.code, 'Occupation of ' || c.code, 'detailed', 1000, 50000, 60000,
    70000, 90000, 120000, '', ''
FROM generate_series(%(start)s, %(end)s - 1) n JOIN unnest(%(codes)s::text[]) WITH ORDINALITY c(code, place)
    ON c.place - 1 = n %% %(many)s
"""
WIDER = """
INSERT INTO market_wage (batch_id, digest, source, year, area, area_title, area_type, state, industry,
    industry_title, ownership, occupation, occupation_title, occupation_group, year_median, marks, "only")
SELECT 1, 0, 'oews', 2025, a, 'Wide', '2', 'TX', '000000', '', '1235', c, c, 'detailed', 70000, '', ''
FROM unnest(%(codes)s::text[]) c, unnest(ARRAY['48', '99']) a
"""
WORDS = """
engineer nurse manager clerk analyst driver teacher operator technician designer buyer cook
software water solar payroll freight dental forest harbour market claims theatre library kitchen garden census
senior field night regional clinical digital rural urban mobile chief deputy travel junior remote visiting
"""
KINDS, FIELDS, SORTS = (line.split() for line in WORDS.strip().splitlines())
Run = Callable[[], object]


def run(statement: str, **values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)


def fill(start: int, end: int) -> None:
    """Adds rows; the index is made anew afterwards, which is quicker than filling it."""
    key = next(one for one in Wage._meta.constraints if one.name == "wage_once_a_year")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Wage, key)
    run("SET maintenance_work_mem = '256MB'")
    run(WAGES, start=start, end=end, many=OCCUPATIONS, codes=[code(n) for n in range(OCCUPATIONS)])
    with connection.schema_editor() as editor:
        editor.add_constraint(Wage, key)
    run("VACUUM ANALYZE market_wage")


def title(number: int) -> str:
    """Titles of one to four words, no two alike."""
    chance = Random(number)  # noqa: S311 # The same each time.
    words = [chance.choice(SORTS), chance.choice(FIELDS), chance.choice(FIELDS), chance.choice(KINDS)]
    return f"{' '.join(words[chance.randint(0, 2) :])} {number % 997}"


def fill_titles() -> None:
    OccupationTitle.objects.bulk_create(
        OccupationTitle(
            batch_id=1,
            digest=0,
            code=f"{code(number % OCCUPATIONS)}.00",
            occupation=code(number % OCCUPATIONS),
            title=title(number),
            short=str(number),
            kind="alternate",
        )
        for number in range(TITLES)
    )
    run("VACUUM ANALYZE market_occupationtitle")


def cell(rows: int, chance: Random) -> Run:
    """Reads one cell with its fall-backs, somewhere among so many rows."""

    def read() -> None:
        area, occupation = divmod(chance.randrange(rows), OCCUPATIONS)
        place = Place(words="", metro=str(10_000 + area), metro_title="Area", letters="TX")
        assert len(surveys(code(occupation), place)) == 3

    return read


def slipped(chance: Random) -> Run:
    """Searches a title with one letter gone."""

    def search() -> None:
        words = f"{chance.choice(SORTS)} {chance.choice(FIELDS)} {chance.choice(KINDS)}"
        gone = chance.randrange(2, len(words.split()[0]))
        find_occupations(words[:gone] + words[gone + 1 :])

    return search


def one_row(key: int) -> Run:
    return lambda: OccupationTitle.objects.values_list("title").filter(pk=key)[0]


def times(read: Run, many: int) -> list[float]:
    found = []
    for _ in range(many):
        started = perf_counter()
        read()
        found.append(perf_counter() - started)
    return sorted(found)


def p99(found: list[float]) -> float:
    return found[int(len(found) * 0.99)]


def both(name: str, ours: list[float], floor: list[float], goal: float) -> Figure:
    print(f"# {name}: p50 {median(ours) * 1000:.2f} ms against {median(floor) * 1000:.2f} ms")
    return Figure(name=f"{name}, p99", ours=p99(ours), floor=p99(floor), goal=goal, relative=True)


def plans(read: Run) -> Iterator[str]:
    """How the database answers the heaviest query of a run: the lines that name what is scanned."""
    with CaptureQueriesContext(connection) as caught:
        read()
    statements = [
        query["sql"] for query in caught.captured_queries if query["sql"].startswith(('SELECT "', "(SELECT"))
    ]
    statement = next((one for one in statements if "SIMILARITY" in one), statements[0])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {statement}")
        yield from (line.strip() for (line,) in cursor.fetchall() if "Scan" in line)


def figures() -> Iterator[Figure]:
    run(WIDER, codes=[code(n) for n in range(OCCUPATIONS)])
    fill(0, FEW)
    few = cell(FEW, Random(3))  # noqa: S311
    times(few, 200)
    least = times(few, READS)
    fill(FEW, ROWS)
    many = cell(ROWS, Random(4))  # noqa: S311
    times(many, 200)
    yield both(f"a cell with fall-backs, {ROWS:,} rows", times(many, READS), least, MOST_CELL)
    fill_titles()
    first = OccupationTitle.objects.earliest("pk").pk
    search = slipped(Random(5))  # noqa: S311
    times(search, 20)
    floor = times(one_row(first), READS)
    yield both(f"a misspelled title, {TITLES:,}", times(search, SEARCHES), floor, MOST_TITLE)
    for name, read in (("cell", many), ("title", search)):
        for line in plans(read):
            print(f"# plan of the {name}: {line}")


def main() -> None:
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        print(
            f"# {ROWS:,} wages, {TITLES:,} titles, {READS:,} reads of a cell, {SEARCHES} searches, wall time"
        )
        print(HEAD)
        for figure in figures():
            print(figure.line(), flush=True)
    finally:
        teardown_databases(databases, verbosity=0)
        plugin._surroundings.clear()


if __name__ == "__main__":
    main()
