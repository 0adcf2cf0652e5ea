"""Times pages on the server: `name  ours  floor  ratio  goal  ok|SHORT`.

The floor is a page with nothing on it for somebody who is signed in (session and person from the database),
or for nobody in particular where the page is open to all. In process, with the settings of a site, PostgreSQL
and a connection that stays; ours and the floor in turn in the same round. `python -m tests.bench.pages`.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from time import perf_counter
from uuid import UUID

from tests import plugin  # Gives this process a database before the settings are read.

os.environ.pop("STATIC_STORAGE")  # The site's own: names with hashes, from the manifest.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiator.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_databases, teardown_databases  # noqa: E402
from django.urls import reverse  # noqa: E402

from offers.accounts.models import User  # noqa: E402
from offers.demo import FRONT_LOADED, load_case  # noqa: E402
from offers.drafts.models import Draft  # noqa: E402
from offers.models import Offer  # noqa: E402
from offers.wizard import STEPS  # noqa: E402
from tests.bench._timing import ROUNDS, Figure, in_turn, report  # noqa: E402
from tests.bench.engine import COUNTER  # noqa: E402
from tests.compare.makers import make_acme, make_locked, make_rate, make_scores  # noqa: E402
from tests.conftest import make_person, sign_in  # noqa: E402
from tests.factories import make_draft, make_offer, make_terms  # noqa: E402
from tests.ledger.entries import make_contact, make_figure, make_promise, make_signal  # noqa: E402

Run = Callable[[], object]
WORDS = " ".join((COUNTER * 3).split()[:200])


def opened(client: Client, address: str) -> Run:
    """Opens the address once; anything but a page is no figure."""

    def run() -> None:
        status = client.get(address).status_code
        assert status == 200, (address, status)

    return run


def checked(client: Client, draft: Draft) -> Run:
    """Sends 200 words to be checked, as the editor does while somebody types."""
    address = reverse("drafts:check", args=[draft.offer_id, draft.pk])
    body = {"text": WORDS, "version": draft.version}

    def run() -> None:
        status = client.post(address, body, headers={"HX-Request": "true"}).status_code
        assert status == 200, (address, status)

    return run


def owner(name: str, offers: int) -> tuple[Client, Offer]:
    """Somebody with so many offers, signed in, and one of the offers."""
    person: User = make_person(name)
    last = [make_offer(person) for _ in range(offers)][-1]
    return at_home(sign_in(person)), last


def compared() -> Client:
    """Somebody with four full offers in two currencies, a rate, and scores for all of them."""
    person = make_person("dave")
    offers = [make_acme(person, company=f"Acme {number}") for number in range(2)]
    offers += [make_acme(person, company=f"Coast {number}", currency="SEK") for number in range(2)]
    make_rate(person)
    make_locked(person)
    for offer in offers:
        make_scores(offer, 72, 60, 48)
    return at_home(sign_in(person))


def told(offer: Offer) -> UUID:
    """The offer with three entries in every part of its timeline."""
    for number in range(3):
        make_terms(offer, base=Decimal(80_000 + number), sign_on=Decimal(8_000))
        for make in (make_promise, make_signal, make_figure, make_contact):
            make(offer)
    return offer.pk


def at_home(client: Client) -> Client:
    """The same browser at the address of the site; the test client's own is refused."""
    client.defaults["SERVER_NAME"] = "localhost"
    return client


def figures() -> Iterator[Figure]:
    alice, offer = owner("alice", 30)
    drafts = [make_draft(offer) for _ in range(30)]
    floor = opened(alice, "/bare/mine/")

    def page(name: str, goal: float, run: Run, beside: Run = floor) -> Figure:
        ours, least = in_turn(run, beside, perf_counter)
        return Figure(name=name, ours=ours, floor=least, goal=goal, relative=True)

    yield page("dashboard, 30 offers", 6, opened(alice, reverse("offers:dashboard")))
    yield page("the room", 5, opened(alice, reverse("offers:room", args=[offer.pk])))
    full = load_case(offer.owner, FRONT_LOADED, date(2026, 11, 23))
    yield page("pay, everything known", 6, opened(alice, reverse("pay:page", args=[full.pk])))
    for step in STEPS:
        address = reverse("offers:step", args=[offer.pk, step.key])
        yield page(f"wizard, {step.key}", 8, opened(alice, address))
    yield page("wizard, check your answers", 8, opened(alice, reverse("offers:check", args=[offer.pk])))
    yield page("drafts, 30", 6, opened(alice, reverse("drafts:list", args=[offer.pk])))
    yield page("draft check, 200 words", 2, checked(alice, drafts[-1]))
    yield page("timeline, 3 of everything", 6, opened(alice, reverse("timeline:page", args=[told(offer)])))
    yield page("replies", 8, opened(alice, reverse("replies:page", args=[offer.pk])))
    yield page("compare, 4 offers", 6, opened(compared(), reverse("compare:page")))
    anybody = at_home(Client())
    yield page("landing page, anonymous", 3, opened(anybody, "/"), opened(anybody, "/bare/"))
    few, many = owner("bob", 3), owner("carol", 300)
    yield page(
        "dashboard, 300 offers against 30",
        1.3,
        opened(many[0], reverse("offers:dashboard")),
        opened(alice, reverse("offers:dashboard")),
    )
    yield page(
        "the room, 300 offers against 3",
        1.3,
        opened(many[0], reverse("offers:room", args=[many[1].pk])),
        opened(few[0], reverse("offers:room", args=[few[1].pk])),
    )


@contextmanager
def database() -> Iterator[None]:
    """A database of its own, empty but for what every installation has; gone at the end."""
    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(made, verbosity=0)
        plugin.pytest_unconfigure()


def main() -> None:
    settings.ROOT_URLCONF = "tests.bench._urls"
    with database():
        call_command("collectstatic", interactive=False, verbosity=0)
        print(f"# {ROUNDS} rounds, wall time, medians; the floor stands beside each figure")
        report(figures())


if __name__ == "__main__":
    main()
