"""What is written down on the way, in a real browser: one of each, the log of it all, the decided offer."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.ledger.models import Contact
from offers.models import Offer, Stage
from offers.outcome.models import Decision
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter, follow, send
from tests.conftest import sign_in
from tests.factories import make_answer, make_draft, make_offer, make_terms
from tests.ledger.entries import make_contact, make_figure, make_promise, make_signal

TAB_LIMIT = 60


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_one_of_each_is_written_down_and_stands_in_the_log(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    offer = make_offer(alice, stated_as="written", deadline=timezone.localdate() + timedelta(days=14))
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto(offer.get_absolute_url())
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    faults = look(page, "empty", screenshots, script)
    write_contact(page)
    write_promise(page)
    faults += write_signal(page, screenshots, script)
    write_figure(page)
    log = page.locator("#log")
    for words in (
        "They promised: A review in June Ms Berg",
        "They pressed for a decision before",
        "USD\u00a081,000",
    ):
        expect(log).to_contain_text(words)
    press(page, "Strike it out")
    expect(log.locator("del")).to_have_text("Base, what they offer: USD\u00a081,000")
    press(page, "It is in writing now")
    expect(page.locator("#promises")).to_contain_text("In writing since")
    faults += look(page, "written", screenshots, script)
    assert faults == []


def press(page: Page, button: str) -> None:
    """As `send`, for a button whose name says further what it is about."""
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def write_contact(page: Page) -> None:
    follow(page, "Add a contact")
    page.get_by_label("Name").fill("Ms Berg")
    send(page, "Save the contact")


def write_promise(page: Page) -> None:
    follow(page, "Add a promise")
    page.get_by_label("What they promised").fill("A review in June")
    page.get_by_label("Who promised it").fill("Ms Berg")
    send(page, "Save the promise")


def write_signal(page: Page, screenshots: Path, script: bool) -> list[str]:
    follow(page, "Add a signal")
    page.get_by_label("Their words").fill("We need a yes today.")
    send(page, "Save the signal")
    expect(page.get_by_role("alert")).to_contain_text("Choose what it was.")
    faults = look(page, "errors", screenshots, script)
    page.get_by_label("What it was").select_option("rushes")
    send(page, "Save the signal")
    expect(page.get_by_text("We need a yes today.")).to_be_visible()
    return faults


def write_figure(page: Page) -> None:
    follow(page, "Add a figure")
    page.get_by_label("Which figure").select_option("offered")
    page.get_by_label("Amount").fill("81k")
    send(page, "Save the figure")


def test_a_whole_negotiation_is_read_from_top_to_bottom(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path
) -> None:
    offer = whole(alice)
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.goto(f"/offers/{offer.pk}/timeline/")
    expect(page.get_by_text("Until these are in writing")).to_be_visible()
    faults = look(page, "full", screenshots)
    press(page, "Write it down as a promise")
    expect(page.locator("#promises")).to_contain_text("Sign-on: USD\u00a08,000")
    Decision.objects.create(
        offer=offer, outcome="declined", decided_on=timezone.localdate(), stage_before=Stage.FINAL
    )
    Offer.objects.update(stage=Stage.DECIDED)
    page.reload()
    expect(page.locator("main form")).to_have_count(0)
    faults += look(page, "decided", screenshots)
    assert faults == []


def test_two_tabs_with_one_contact_show_both(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path
) -> None:
    contact = make_contact(make_offer(alice))
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.goto(f"/offers/{contact.offer_id}/record/people/{contact.pk}/")
    faults = look(page, "contact", screenshots)
    Contact.objects.update(phone="1 first", version=2)
    page.get_by_label("Phone").fill("2 second")
    send(page, "Save the contact")
    faults += look(page, "conflict", screenshots)
    send(page, "Save mine")
    expect(page.get_by_text("2 second")).to_be_visible()
    assert faults == []


def test_the_keyboard_alone_writes_down_a_promise(
    new_context: NewContext, live_server: LiveServer, alice: User
) -> None:
    offer = make_offer(alice)
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.goto(f"/offers/{offer.pk}/timeline/")
    tab_to(page, "Add a promise")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for _ in range(TAB_LIMIT):
        if page.evaluate("document.activeElement.name") == "what":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("A review in June")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#promises")).to_contain_text("A review in June")


def tab_to(page: Page, words: str) -> None:
    """Moves the focus on until it is on what reads `words`."""
    for _ in range(TAB_LIMIT):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            return
    raise AssertionError(words)


def whole(alice: User) -> Offer:
    """An offer with something in every part of its timeline."""
    offer = make_offer(
        alice,
        stage=Stage.FINAL,
        stated_as="written",
        posted_minimum=Decimal(70_000),
        posted_maximum=Decimal(99_000),
        named_number=Decimal(86_000),
    )
    make_terms(
        offer,
        level="L3",
        base=Decimal(80_000),
        sign_on=Decimal(8_000),
        leave_days=Decimal(25),
        person="Mr Oduya",
    )
    make_draft(offer, sent_on=date(2026, 11, 12), review_on=date(2026, 11, 13), basis={"ask": "88500"})
    last = timezone.localdate() + timedelta(days=5)
    make_answer(offer, kind="final", leave_days=Decimal(25), other="A review in June.", decide_by=last)
    make_promise(offer)
    make_promise(offer, what="Two days at home", state="written", settled_on=date(2026, 11, 20))
    for day in (17, 19):
        make_signal(offer, seen_on=date(2026, 11, day), person="Ms Berg")
    make_signal(offer, sign="explains_position", quote="", seen_on=date(2026, 11, 11))
    make_figure(offer, value=Decimal(85_000), person="Ms Berg", seen_on=date(2026, 11, 21))
    make_figure(offer, figure="advertised", value=Decimal(90_000), struck_at=timezone.now())
    make_contact(offer, phone="+1 512 555 0100", notes="Calls on Mondays.")
    make_contact(offer, name="Mr Oduya", part="manager", email="")
    return offer


def look(page: Page, name: str, screenshots: Path, script: bool = True) -> list[str]:
    return inspect(page, f"timeline-{name}", screenshots) if script else []
