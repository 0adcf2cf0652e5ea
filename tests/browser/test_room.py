"""The room with every face it has: no fault in any colour or width, with every "Why?" open."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import Offer
from offers.wizard import PAGES
from tests.browser.conftest import NewContext
from tests.browser.inspection import EVERY, inspect, overflow
from tests.browser.steps import enter
from tests.conftest import sign_in
from tests.factories import make_draft, make_offer
from tests.rooms import CLOSED, LONG, ROOMS

OPEN_ALL = "() => document.querySelectorAll('details').forEach(each => { each.open = true; })"


@pytest.fixture
def page(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    return enter(new_context(), sign_in(alice), live_server.url)


def test_the_room_of_the_worked_example_has_no_fault(page: Page, alice: User, screenshots: Path) -> None:
    page.goto(make_offer(alice).get_absolute_url())
    page.evaluate(OPEN_ALL)
    assert inspect(page, "room-open", screenshots) == []


def test_no_other_face_of_the_room_has_a_fault(page: Page, alice: User, screenshots: Path) -> None:
    """One look at each, at another width or in another colour than the one before."""
    faults: list[str] = []
    for (name, build), look in zip({**ROOMS, **CLOSED}.items(), cycle(EVERY), strict=False):
        page.goto(build(alice).get_absolute_url())
        page.evaluate(OPEN_ALL)
        faults += inspect(page, f"room-{name}", screenshots, (look,))
    assert faults == []


def addresses_of(offer: Offer) -> Iterator[str]:
    """Every page of one offer."""
    yield reverse("offers:dashboard")
    draft = make_draft(offer)
    for name in ("offers:room", "offers:check", "offers:delete", "drafts:list"):
        yield reverse(name, args=[offer.pk])
    for step in PAGES:
        yield reverse("offers:step", args=[offer.pk, step.key])
    yield reverse("pay:page", args=[offer.pk])
    yield reverse("drafts:edit", args=[offer.pk, draft.pk])


def test_the_longest_names_widen_no_page(page: Page, alice: User) -> None:
    wide = []
    for address in addresses_of(make_offer(alice, **LONG)):
        page.goto(address)
        wide += [f"{address}: {fault}" for fault in overflow(page)]
    assert wide == []


def test_a_why_opens_with_the_keyboard_and_says_what_bound_the_number(page: Page, alice: User) -> None:
    page.goto(make_offer(alice).get_absolute_url())
    row = page.get_by_role("row", name="Ceiling with an exception")
    row.locator("summary").focus()
    expect(row.get_by_text("Bound by")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(row.get_by_text("Bound by the best-paid person at this level.")).to_be_visible()
