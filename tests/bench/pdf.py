"""Times the private brief: `name  ours  floor  ratio  goal  ok|SHORT`.

The floor is an empty page without style, which the same kind of process makes and hands over the same pipe.
Ours is the whole answer: the offer from the database, the advice, the page, the PDF. Wall time, ours and the
floor in turn in the same round. `python -m tests.bench.pdf`.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.pages import (  # Also gives this process a database and the settings.
    at_home,
    database,
    opened,
)

from django.conf import settings  # isort: skip
from django.urls import reverse
from django.utils import timezone

from offers.briefs.brief import page_of
from offers.briefs.press import PRESS, Limits, Press
from offers.models import Offer
from tests.bench._timing import ROUNDS, Figure, in_turn, report
from tests.conftest import make_person, sign_in
from tests.factories import make_offer

STYLE = Path("static/css/brief.css")
EMPTY = "<!doctype html><html lang=en><title>Empty</title>"
LIMITS = Limits(seconds=settings.PDF_SECONDS, memory=settings.PDF_MEMORY)
EVERYTHING = {
    "range_minimum": Decimal(60_000),
    "range_midpoint": Decimal(80_000),
    "range_maximum": Decimal(100_000),
    "posted_minimum": Decimal(70_000),
    "posted_maximum": Decimal(110_000),
    "inside_maximum": Decimal(92_000),
    "inside_by": "recruiter",
    "named_number": Decimal(90_000),
    "walk_away": Decimal(90_000),
}


def figures() -> Iterator[Figure]:
    """The worked example and an offer with every kind of fact, warm; then the first brief of all."""
    alice = make_person("alice")
    window = at_home(sign_in(alice))
    bare = Press(Path("/dev/null"))
    example, full = make_offer(alice), make_offer(alice, **EVERYTHING)
    for name, offer in (("the example", example), ("every kind of fact", full)):
        ours = opened(window, reverse("briefs:pdf", args=[offer.pk, "private-brief"]))
        warm, empty = in_turn(ours, lambda: bare.pdf(EMPTY, LIMITS), perf_counter)
        yield Figure(name=f"private brief, {name}", ours=warm, floor=empty, goal=25, relative=True)
    page = page_of(Offer.objects.with_case().get(pk=example.pk), timezone.localdate())
    firsts, warms = zip(*((seconds(fresh(), page), seconds(PRESS, page)) for _ in range(ROUNDS)), strict=True)
    yield Figure(
        name="first brief against a warm one",
        ours=median(firsts),
        floor=median(warms),
        goal=2.5,
        relative=True,
    )


def fresh() -> Press:
    """A new process that has loaded, as a worker has one soon after its own start. It has made no brief: an
    empty page is made by a fork of its own, and nothing of it stays."""
    press = Press(STYLE)
    press.pdf(EMPTY, LIMITS)
    return press


def seconds(press: Press, page: str) -> float:
    started = perf_counter()
    press.pdf(page, LIMITS)
    return perf_counter() - started


def main() -> None:
    with database():
        load = median(seconds(Press(STYLE), EMPTY) for _ in range(3))
        print(f"# {ROUNDS} rounds, wall time, medians; a process loads in {load:.2f} s")
        report(figures())


if __name__ == "__main__":
    main()
