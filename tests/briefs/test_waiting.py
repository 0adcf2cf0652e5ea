"""A document that takes long: a word after a moment, one making of it, and the file once it is there."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from offers.briefs.models import Copy
from offers.briefs.press import PressError
from offers.briefs.waiting import MOST, QUEUE, SEATS, Orders
from tests.factories import make_offer

SOON, LONG = 0.01, 20


def test_what_takes_long_says_so_asks_again_and_then_comes(
    window: Client, alice: User, settings: LazySettings
) -> None:
    address = reverse("briefs:pdf", args=[make_offer(alice).pk, "private-brief"]) + "?walk-away=yes"
    settings.PDF_PATIENCE = 0
    page = window.get(address)
    text = page.content.decode()
    assert (page.status_code, page.headers["Refresh"], page.headers["Cache-Control"]) == (
        202,
        f"3; url={address}&waited=yes",
        "no-store",
    )
    assert "Your document is being made" in text
    assert [word for word in ("Northwind", "80,000", "79,000", "<script>") if word in text] == []
    assert Copy.objects.count() == 0
    settings.PDF_PATIENCE = LONG
    there = window.get(f"{address}&waited=yes")
    assert (there.headers["Refresh"], Copy.objects.count()) == (f"0; url={address}", 1)
    assert "Your document is made" in there.content.decode()
    made = window.get(address)
    assert (made.status_code, made.content[:4], Copy.objects.count()) == (200, b"%PDF", 1)


def test_what_is_being_made_is_not_started_twice() -> None:
    orders, goes_on, times = Orders(), Event(), list[int]()

    def make() -> bytes:
        times.append(1)
        goes_on.wait(LONG)
        return b"%PDF"

    assert [orders.made("a", make, SOON) for _ in range(3)] == [None] * 3
    goes_on.set()
    assert (orders.made("a", make, LONG), len(times)) == (b"%PDF", 1)
    assert (orders.made("a", make, LONG), len(times)) == (b"%PDF", 2)  # Kept elsewhere by now.


def test_another_key_is_another_document() -> None:
    orders = Orders()
    assert [orders.made(key, key.encode, LONG) for key in ("a", "b")] == [b"a", b"b"]


def test_a_refusal_is_told_to_whoever_asks_again_and_then_forgotten() -> None:
    orders, goes_on = Orders(), Event()

    def fail() -> bytes:
        goes_on.wait(LONG)
        raise PressError("out of its limits")

    assert orders.made("a", fail, SOON) is None
    goes_on.set()
    with pytest.raises(PressError):
        orders.made("a", fail, LONG)
    assert orders.made("a", lambda: b"%PDF", LONG) == b"%PDF"


def test_what_nobody_fetches_is_not_piled_up() -> None:
    orders = Orders()
    for number in range(MOST + 4):
        orders.made(str(number), lambda: b"%PDF", 0)
        orders.made("other", lambda: b"%PDF", LONG)
    assert len(orders._orders) <= MOST + 1


def test_whoever_finds_too_many_in_line_is_refused_and_the_others_are_served() -> None:
    orders, goes_on = Orders(), Event()

    def make() -> bytes:
        goes_on.wait(LONG)
        return b"%PDF"

    assert {orders.made(str(number), make, 0) for number in range(QUEUE)} == {None}
    with pytest.raises(PressError, match="too many at once"):
        orders.made("one more", make, 0)
    goes_on.set()
    assert {orders.made(str(number), make, LONG) for number in range(QUEUE)} == {b"%PDF"}


def test_nobody_waits_where_the_threads_that_may_are_taken() -> None:
    orders, goes_on = Orders(), Event()

    def make() -> bytes:
        goes_on.wait(LONG)
        return b"%PDF"

    with ThreadPoolExecutor(SEATS) as people:
        waiting = [people.submit(orders.made, str(number), make, LONG) for number in range(SEATS)]
        while orders._seats.acquire(blocking=False):  # Until all of them sit.
            orders._seats.release()
            sleep(SOON)
        assert orders.made("further", make, LONG) is None
        goes_on.set()
        assert [one.result() for one in waiting] == [b"%PDF"] * SEATS
    assert orders.made("further", make, LONG) == b"%PDF"
