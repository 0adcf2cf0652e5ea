"""From the room to the law of the place and to the message that asks, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.bands.pay_rules import load_pay_rules
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter, send
from tests.conftest import sign_in
from tests.factories import make_offer


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_person_learns_what_holds_and_asks_for_the_range(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    load_pay_rules()
    offer = make_offer(alice, place="Los Angeles, CA")
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto(offer.get_absolute_url())
    page.get_by_role("link", name="Look whether that is so here").click()
    expect(page.get_by_text("It is a guess and not saved yet")).to_be_visible()
    faults = inspect(page, "rights_guess", screenshots) if script else []
    page.get_by_label("How many people work for them").fill("0")
    send(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("Give how many people")
    faults += inspect(page, "rights_errors", screenshots) if script else []
    page.get_by_label("How many people work for them").fill("40")
    send(page, "Save")
    expect(page.get_by_role("heading", name="United States: California")).to_be_visible()
    expect(page.get_by_text("A posting has to name the pay scale.")).to_be_visible()
    expect(page.get_by_text("Where to begin: NLRA")).to_be_visible()
    faults += inspect(page, "rights_chosen", screenshots) if script else []
    send(page, "Write the message")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Question for the range")
    assert faults == []
