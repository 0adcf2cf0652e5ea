"""A walk-away worked out and taken in a real browser, with script and without."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from tests.browser.conftest import NewContext
from tests.browser.first_hour import labelled
from tests.browser.inspection import inspect
from tests.browser.steps import enter, send
from tests.conftest import sign_in
from tests.factories import make_offer


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_walk_away_is_worked_out_taken_and_saved(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    offer = make_offer(alice, walk_away=None)
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto(reverse("offers:step", args=[offer.pk, "numbers"]))
    page.get_by_role("link", name="Work out a walk-away").click()
    labelled(page, "What you spend in a year").fill("55k")
    labelled(page, "Tax on your pay").fill("25")
    labelled(page, "What your best other choice pays").fill("70,000")
    labelled(page, "What leaving gives up, once").fill("9,000")
    if script:
        expect(page.locator("#worksheet")).to_contain_text("73,334")
    send(page, "Work it out")
    expect(page.locator("#worksheet")).to_contain_text("73,334")
    faults = inspect(page, "walk-away", screenshots) if script else []
    send(page, "Take it as my walk-away")
    expect(labelled(page, "Walk-away")).to_have_value("73,334")
    faults += inspect(page, "walk-away-taken", screenshots) if script else []
    send(page, "Continue")
    offer.refresh_from_db()
    assert (offer.walk_away, faults) == (73_334, [])
