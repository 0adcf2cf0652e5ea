"""From the counter that went out to the decision, in a real browser."""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import Offer, Stage
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter, follow, send
from tests.conftest import sign_in
from tests.factories import make_draft, make_offer

FINAL = "They called it final, and the package is below your walk-away."


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_their_answers_lead_to_a_decision_that_stays_readable(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    offer = make_offer(alice, stage=Stage.COUNTERED, stated_as="written")
    make_draft(offer, sent_on=timezone.localdate(), basis={"ask": "88500"})
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto(offer.get_absolute_url())
    follow(page, "Enter their answer")
    faults = look(page, "empty", screenshots, script)
    send(page, "Save their answer")
    expect(page.get_by_role("alert")).to_contain_text("Give the base they answered with.")
    faults += look(page, "errors", screenshots, script)
    page.get_by_label("The base they answer with").fill("84k")
    page.get_by_label("Sign-on").fill("5,000")
    send(page, "Save their answer")
    expect(page.get_by_text("4,500\u00a0under, 5.1%")).to_be_visible()
    page.get_by_label("The base they answer with").fill("78,500")
    page.get_by_label("They called it final").check()
    send(page, "Save their answer")
    expect(page.get_by_text(FINAL)).to_be_visible()
    expect(page.get_by_text("ask whether it stands")).to_be_visible()
    faults += look(page, "final", screenshots, script)
    page.get_by_label("I declined").check()
    send(page, "Save the decision")
    expect(page.get_by_role("heading", name="I declined")).to_be_visible()
    faults += look(page, "decided", screenshots, script)
    assert faults == []
    assert Offer.objects.get().stage == Stage.DECIDED


def look(page: Page, name: str, screenshots: Path, script: bool) -> list[str]:
    return inspect(page, f"outcome-{name}", screenshots) if script else []
