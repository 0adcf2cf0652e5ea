"""Where one is, one's dates, and the private address of a calendar, in a real browser."""

import re
from datetime import timedelta
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
from tests.factories import make_draft, make_offer


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_dates_are_counted_where_one_says_one_is(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto("/dates/")
    expect(page.get_by_role("heading", name="No date yet")).to_be_visible()
    faults = look(page, "empty", screenshots, script)
    page.get_by_role("link", name="Change this").click()
    page.get_by_label("Country whose holidays count").select_option("DE")
    page.get_by_label("Time zone").select_option("Europe/Berlin")
    send(page, "Save")
    page.get_by_label("Region").select_option("BY")
    faults += look(page, "preferences", screenshots, script)
    send(page, "Save")
    fill(alice)
    page.get_by_role("link", name="Dates", exact=True).click()
    expect(page.get_by_role("heading", name="Last safe day to counter")).to_be_visible()
    page.get_by_role("button", name="Make a private address").click()
    expect(page.locator("#address")).to_have_text(live_address())
    if script:
        page.get_by_role("button", name="Copy the address").click()
        expect(page.get_by_role("status")).to_have_text(re.compile("Copied|Selected"))
    faults += look(page, "filled", screenshots, script)
    page.get_by_text("Replace or revoke it", exact=True).click()
    page.get_by_role("button", name="Revoke it").click()
    expect(page.get_by_text("The address is gone.")).to_be_visible()
    alice.refresh_from_db()
    assert (faults, alice.country, alice.subdivision) == ([], "DE", "BY")


def live_address() -> "re.Pattern[str]":
    return re.compile(r"^http://localhost:8000/calendar/[\w-]{43}\.ics$")


def fill(alice: User) -> None:
    """Something overdue, something of today, something soon and something later."""
    today = timezone.localdate()
    make_offer(alice, role="Data Engineer", deadline=today - timedelta(days=2), stage=Stage.FINAL)
    make_offer(alice, role="Analyst", company="Harbour Analytics", deadline=today, stage=Stage.FINAL)
    make_offer(alice, deadline=today + timedelta(days=20), is_example=True)
    waiting = make_offer(alice, role="Engineer", stage=Stage.COUNTERED, deadline=today + timedelta(days=20))
    make_draft(waiting, sent_on=today)


def look(page: Page, name: str, screenshots: Path, script: bool) -> list[str]:
    return inspect(page, f"dates-{name}", screenshots) if script else []
