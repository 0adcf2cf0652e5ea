"""Times what is printed: `name  ours  floor  ratio  goal  ok|SHORT`.

The floor is an empty page without style, which the same kind of process makes and hands over the same pipe;
for the same document again it is the bare page of somebody signed in. Ours is the whole answer: the offer
from the database, the advice, the page, the PDF; the copy that was kept is thrown away before each round.
Wall time, ours and the floor in turn in the same round. `python -m tests.bench.pdf`.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

from tests.bench.pages import (  # Also gives this process a database and the settings.
    at_home,
    database,
    opened,
)

from django.conf import settings  # isort: skip
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.bands.demo import load_industries
from offers.briefs.kinds import KINDS, Choices, read
from offers.briefs.models import Copy
from offers.briefs.press import PRESS, Limits, Press
from offers.briefs.views import LOOK_AGAIN
from offers.briefs.waiting import Orders
from offers.demo import FRONT_LOADED, load_case
from offers.engine.policy import Policy
from offers.models import Offer
from tests.bench._timing import ROUNDS, Figure, in_turn, report
from tests.conftest import make_person, sign_in
from tests.factories import make_answer, make_draft, make_offer, make_promise

STYLE = Path("static/css/brief.css")
EMPTY = "<!doctype html><html lang=en><title>Empty</title>"
LIMITS = Limits(seconds=settings.PDF_SECONDS, memory=settings.PDF_MEMORY)
AT_ONCE, PAUSE, OPENED = 20, 0.05, 60
GOALS = {"call-sheet": 10, "summary": 10, "private-brief": 25}
EVERYTHING = {
    "stated_as": "written",
    "level": "Level 3",
    "range_minimum": Decimal(60_000),
    "range_midpoint": Decimal(80_000),
    "range_maximum": Decimal(100_000),
    "posted_minimum": Decimal(70_000),
    "posted_maximum": Decimal(110_000),
    "inside_maximum": Decimal(92_000),
    "inside_by": "recruiter",
    "named_number": Decimal(90_000),
    "walk_away": Decimal(79_000),
    "bonus_stated": "given",
    "bonus_target_rate": Decimal("0.1"),
}


def everything(offer: Offer) -> Offer:
    make_draft(offer, text="Thank you for the offer. " * 40, sent_on=date(2026, 11, 16))
    make_answer(offer)
    for number in range(8):
        make_promise(offer, what=f"Promise number {number}")
    return offer


def made_anew(window: Client, address: str) -> Callable[[], None]:
    """Opens the address as if for the first time."""
    run = opened(window, address)

    def anew() -> None:
        Copy.objects.all().delete()
        run()

    return anew


def figures() -> Iterator[Figure]:
    """Each document of a case and of an offer with everything; the same again; the first; many at once."""
    load_industries(Policy())
    alice = make_person("alice")
    window = at_home(sign_in(alice))
    bare = Press(Path("/dev/null"))
    case = load_case(alice, FRONT_LOADED, timezone.localdate())
    full = everything(make_offer(alice, industry=case.industry, **EVERYTHING))
    for kind, goal in GOALS.items():
        for name, offer in (("a case", case), ("everything", full)):
            ours = made_anew(window, reverse("briefs:pdf", args=[offer.pk, kind]))
            warm, empty = in_turn(ours, lambda: bare.pdf(EMPTY, LIMITS), perf_counter)
            yield Figure(name=f"{kind}, {name}", ours=warm, floor=empty, goal=goal, relative=True)
    again = opened(window, reverse("briefs:pdf", args=[case.pk, "private-brief"]))
    ours, floor = in_turn(again, opened(window, "/bare/mine/"), perf_counter)
    yield Figure(name="the same brief again", ours=ours, floor=floor, goal=2, relative=True)
    yield first(case)
    yield burst(window, case)


def first(case: Offer) -> Figure:
    """The first brief of a press that has just loaded, against a warm one."""
    told = read(Offer.objects.all(), case.pk, Choices())
    (page,) = KINDS["private-brief"].drawn(told, timezone.localdate(), Choices())
    firsts, warms = zip(*((seconds(fresh(), page), seconds(PRESS, page)) for _ in range(ROUNDS)), strict=True)
    return Figure(
        name="first brief against a warm one",
        ours=median(firsts),
        floor=median(warms),
        goal=2.5,
        relative=True,
    )


def burst(window: Client, case: Offer) -> Figure:
    """The 95th percentile of a page while twenty people want a brief of two workers, against that in quiet.

    Who is told that it is being made asks again, as that page does by itself; nobody goes without.
    """
    told = read(Offer.objects.all(), case.pk, Choices())
    (page,) = KINDS["private-brief"].drawn(told, timezone.localdate(), Choices())
    workers = [(Orders(), Press(STYLE)) for _ in range(2)]
    for _, press in workers:
        press.pdf(EMPTY, LIMITS)
    room = opened(window, reverse("offers:room", args=[case.pk]))
    quiet = slowest(room)
    with ThreadPoolExecutor(AT_ONCE) as people:
        started = perf_counter()
        served = [
            people.submit(until_served, *workers[number % 2], str(number), page) for number in range(AT_ONCE)
        ]
        busy = slowest(room)
        again = sum(one.result() for one in served)
        last = perf_counter() - started
    connection.close()
    print(f"# twenty at once: all served in {last:.1f} s, none refused, {again} times asked again")
    return Figure(name="page p95 while twenty print", ours=busy, floor=quiet, goal=2, relative=True)


def until_served(orders: Orders, press: Press, key: str, page: str) -> int:
    """How often it was told that its document is being made."""
    again = 0
    while orders.made(key, lambda: press.pdf(page, LIMITS), settings.PDF_PATIENCE) is None:
        again += 1
        sleep(int(LOOK_AGAIN))
    return again


def slowest(run: Callable[[], None]) -> float:
    times = []
    for _ in range(OPENED):
        started = perf_counter()
        run()
        times.append(perf_counter() - started)
        sleep(PAUSE)
    return quantiles(times, n=20)[-1]


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
    settings.ROOT_URLCONF = "tests.bench._urls"
    with database():
        call_command("collectstatic", interactive=False, verbosity=0)
        load = median(seconds(Press(STYLE), EMPTY) for _ in range(3))
        print(f"# {ROUNDS} rounds, wall time, medians; a process loads in {load:.2f} s")
        report(figures())


if __name__ == "__main__":
    main()
