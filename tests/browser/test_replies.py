"""Replies in a real browser: every face of the page, the step-away check, and the rehearsal."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import Stage
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter, send
from tests.conftest import sign_in
from tests.factories import make_answer, make_offer, make_signal
from tests.rooms import CLOSED, ROOMS

FACES = {**ROOMS, **CLOSED}


@pytest.fixture
def page(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    return enter(new_context(), sign_in(alice), live_server.url)


@pytest.mark.parametrize("face", FACES)
def test_the_page_of_replies_has_no_fault(page: Page, alice: User, face: str, screenshots: Path) -> None:
    offer = FACES[face](alice)
    if offer.base:
        make_answer(offer, base=offer.base)
    page.goto(f"/offers/{offer.pk}/replies/")
    assert inspect(page, f"replies-{face}", screenshots) == []


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_line_is_rehearsed_from_the_page_of_replies(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    offer = make_offer(alice, stated_as="written", stage=Stage.REVIEWED)
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto(offer.get_absolute_url())
    page.get_by_role("navigation", name="This offer").get_by_role("link", name="Replies").click()
    page.get_by_role("link", name="Rehearse", exact=True).click()
    faults = look(page, "asked", screenshots, script)
    first = page.get_by_role("heading", level=2).inner_text()
    page.get_by_role("textbox", name="Your answer").fill("I deserve 79,000, or I will walk away.")
    send(page, "Show an answer")
    expect(page.get_by_role("heading", name="One way to answer")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=2).first).to_have_text(first)
    faults += look(page, "answered", screenshots, script)
    page.get_by_label("I kept it short").check()
    send(page, "Done with this line")
    expect(page.get_by_role("status")).to_contain_text("Next time: give one reason")
    expect(page.get_by_label("I kept it short")).to_be_checked()
    faults += look(page, "done", screenshots, script)
    with page.expect_navigation():
        page.get_by_role("button", name="Another line").first.click()
    expect(page.get_by_role("heading", level=2).first).not_to_have_text(first)
    expect(page.get_by_role("textbox", name="Your answer")).to_have_value("")
    assert faults == []


def test_the_deck_is_worked_by_keyboard_alone(page: Page, alice: User) -> None:
    offer = make_offer(alice)
    page.goto(f"/offers/{offer.pk}/replies/rehearse/")
    page.get_by_role("textbox", name="Your answer").focus()
    page.keyboard.type("I would like to read it first.")
    press(page, "Tab", "Enter")
    expect(page.get_by_role("heading", name="One way to answer")).to_be_visible()
    page.get_by_label("I kept it short").focus()
    page.keyboard.press("Space")
    for _ in range(3):
        press(page, "Tab", "Space")
    press(page, "Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("All four: that is how to say it on the call.")


def test_the_step_away_check_answers_below_the_lines(page: Page, alice: User, screenshots: Path) -> None:
    offer = make_offer(alice)
    make_signal(offer, sign="rushes")
    make_signal(offer, sign="vague", seen_on=timezone.localdate())
    make_answer(offer, base=Decimal(78_000), kind="final")
    page.goto(f"/offers/{offer.pk}/replies/")
    page.get_by_label("The duties, as described, are above the level").check()
    send(page, "Check")
    expect(page.get_by_text("First: Ask for the level to be looked at again")).to_be_visible()
    expect(page.get_by_role("row", name="Any number Pause met now")).to_be_visible()
    assert inspect(page, "replies-step-away", screenshots) == []


def test_every_line_opens_and_has_no_fault(page: Page, alice: User, screenshots: Path) -> None:
    offer = make_offer(alice, stated_as="written", stage=Stage.REVIEWED)
    page.goto(f"/offers/{offer.pk}/replies/")
    for summary in page.locator("details.line > summary").all():
        summary.click()
    assert inspect(page, "replies-lines", screenshots) == []


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def look(page: Page, name: str, screenshots: Path, script: bool) -> list[str]:
    return inspect(page, f"rehearse-{name}", screenshots) if script else []
