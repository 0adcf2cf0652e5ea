"""What an offer pays, in a real browser: entered page by page, then every face of the page that shows it."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import Offer
from tests.browser.conftest import NewContext
from tests.browser.first_hour import labelled
from tests.browser.inspection import inspect
from tests.browser.steps import enter, follow, send
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.rooms import ROOMS


@pytest.fixture
def desk(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    return enter(new_context(), sign_in(alice), live_server.url)


@pytest.mark.parametrize("face", ["worked-example", "front-loaded", "hourly", "start-up", "long-names"])
def test_no_face_of_the_page_has_a_fault(face: str, desk: Page, alice: User, screenshots: Path) -> None:
    desk.goto(reverse("offers:pay", args=[ROOMS[face](alice).pk]))
    faults = inspect(desk, f"pay-{face}", screenshots)
    for fold in desk.locator("main details").all():
        fold.evaluate("it => { it.open = true; }")
    assert faults + inspect(desk, f"pay-{face}-open", screenshots) == []


def step_of(offer: Offer, key: str) -> str:
    return reverse("offers:step", args=[offer.pk, key])


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_all_that_an_offer_pays_is_entered_page_by_page(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    offer = make_offer(alice, stated_as="written")
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto(step_of(offer, "bonus"))
    labelled(page, "A yearly bonus").select_option("given")
    labelled(page, "Bonus target").fill("10")
    faults = look(page, "bonus", screenshots, script)
    send(page, "Continue")
    labelled(page, "A sign-on").select_option("given")
    page.get_by_text("Paid in more than one part").click()
    for number, (amount, month) in enumerate((("20k", "1"), ("10k", "13")), 1):
        labelled(page, f"Part {number}").fill(amount)
        labelled(page, f"Part {number}, month of work").fill(month)
    faults += look(page, "sign-on", screenshots, script)
    send(page, "Continue")
    follow(page, "Add a grant")
    faults += look(page, "grant", screenshots, script)
    send(page, "Save the grant")
    expect(page.get_by_role("alert")).to_contain_text("Give a figure, or the number of shares.")
    labelled(page, "The figure they named").fill("50k")
    labelled(page, "The figure is").select_option("per_year")
    send(page, "Save the grant")
    expect(page.get_by_text("200,000 in total: 50,000 a year for 4 years.")).to_be_visible()
    faults += look(page, "equity", screenshots, script)
    send(page, "Continue")
    labelled(page, "A pension match").select_option("given")
    labelled(page, "A health plan").select_option("given")
    faults += look(page, "benefits", screenshots, script)
    send(page, "Continue")
    labelled(page, "First day of work").fill("2027-04-01")
    faults += look(page, "place", screenshots, script)
    send(page, "Continue")
    labelled(page, "Sign-on: at most").fill("8k")
    labelled(page, "Learning budget: worth to you").select_option(label="half its value")
    page.get_by_text("Remote days and the size of the grant").click()
    faults += look(page, "wishes", screenshots, script)
    send(page, "Continue")
    faults += look(page, "check", screenshots, script)
    page.get_by_role("link", name="Pay", exact=True).click()
    expect(page.get_by_role("row", name="Year 1").first).to_contain_text("Apr 2027")
    offer.refresh_from_db()
    assert (offer.sign_on, offer.equity_grant, faults) == (30_000, 200_000, [])


def look(page: Page, name: str, screenshots: Path, script: bool) -> list[str]:
    return inspect(page, f"pays-{name}", screenshots) if script else []
