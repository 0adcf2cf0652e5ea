"""Every page of wizard and room at 400 % and at a desk: nothing reaches out, every target can be hit."""

import os
from collections.abc import Iterator

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.demo import CASES, FRONT_LOADED, PAY_SCALE, load_case
from offers.models import Offer
from offers.wizard import PAGES
from tests.browser.conftest import NewContext
from tests.browser.steps import enter
from tests.conftest import sign_in

DESK: ViewportSize = {"width": 1280, "height": 1024}
ZOOMED: ViewportSize = {"width": 320, "height": 256}  # The same at 400 %.
PLACES = ("room", "what-if", "levers", "check", "new-grant")
# One with everything that can be entered, and one whose pay follows from a scale.
SEEN = CASES if "THOROUGH" in os.environ else (FRONT_LOADED, PAY_SCALE)
OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
# A link inside a sentence is as high as its line, and a box is hit by its label too.
MEASURE = """() => {
    const wide = document.documentElement.scrollWidth;
    const found = wide > innerWidth ? [`${wide} px wide`] : [];
    const name = one => `${one.tagName} “${(one.innerText || one.name || one.id).trim().slice(0, 40)}”`;
    const inSentence = one => one.tagName === "A" && getComputedStyle(one).display === "inline"
        && one.parentElement.innerText.trim().length > one.innerText.trim().length;
    for (const one of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
        const box = one.getBoundingClientRect();
        if (!one.checkVisibility({visibilityProperty: true}) || !box.width || inSentence(one)) continue;
        const label = one.labels && one.labels[0] ? one.labels[0].getBoundingClientRect() : box;
        const isBox = ["checkbox", "radio"].includes(one.type);
        const height = isBox ? Math.max(box.height, label.height) : box.height;
        const width = isBox ? box.width + label.width : box.width;
        if (Math.min(width, height) < 23.99 && !one.closest(".visually-hidden-focusable"))
            found.push(`${name(one)} is ${Math.round(width)} by ${Math.round(height * 10) / 10}`);
        const scrolls = one.closest(".table-scroll");
        if (!scrolls && (box.left < -0.5 || box.right > innerWidth + 0.5) && !one.closest(".visually-hidden"))
            found.push(`${name(one)} reaches out of the window`);
    }
    return found;
}"""


@pytest.fixture(params=SEEN, ids=[case["company"] for case in SEEN])
def offer(request: pytest.FixtureRequest, alice: User) -> Offer:
    return load_case(alice, request.param, timezone.localdate())


@pytest.fixture
def page(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    return enter(new_context(), sign_in(alice), live_server.url)


def test_no_page_of_wizard_and_room_is_too_wide_or_too_small_to_hit(page: Page, offer: Offer) -> None:
    faults = []
    for address in addresses_of(offer):
        page.goto(address)
        faults += [f"{address}: {fault}" for fault in measured(page)]
    assert faults == []


def test_the_measure_finds_what_is_too_wide_and_what_is_too_small(page: Page) -> None:
    page.set_content("<p><a href='#'>small</a></p><p style='width: 1400px'>wide</p>")
    found = measured(page)
    assert [fault for fault in found if "1408 px wide" in fault or "A “small” is" in fault] == found
    assert len(found) == 4


def addresses_of(offer: Offer) -> Iterator[str]:
    yield reverse("offers:new")
    yield from (reverse("offers:step", args=[offer.pk, step.key]) for step in PAGES)
    yield from (reverse(f"offers:{name}", args=[offer.pk]) for name in PLACES)
    yield reverse("pay:page", args=[offer.pk])
    yield from (reverse("offers:grant", args=[offer.pk, grant.pk]) for grant in offer.grants.all())
    yield from (reverse(f"replies:{name}", args=[offer.pk]) for name in ("page", "rehearse"))


def measured(page: Page) -> list[str]:
    """What is too wide or too small on the page that is open, with everything on it unfolded."""
    found: list[str] = []
    page.evaluate(OPEN)
    for size in (DESK, ZOOMED):
        page.set_viewport_size(size)
        found += page.evaluate(MEASURE)
    return found
