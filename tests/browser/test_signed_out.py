"""A session that ends in the middle of a page, in a real browser with two tabs: nothing typed is lost."""

from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from offers.accounts.models import User
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import give_password, send
from tests.factories import make_draft, make_offer


def sign_in_elsewhere(page: Page, user: User) -> None:
    """Follows the link of the page to a new tab, signs in there and closes it."""
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Sign in, in a new tab").click()
    popup.value.wait_for_load_state()
    give_password(popup.value, user.email)
    popup.value.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_answers_survive_the_end_of_the_session(
    new_context: NewContext, alice: User, screenshots: Path, scripts: bool
) -> None:
    page = new_context(java_script_enabled=scripts).new_page()
    give_password(page, alice.email)
    offer = make_offer(alice)
    page.goto(f"/offers/{offer.pk}/answers/numbers/")
    Session.objects.all().delete()
    page.get_by_label("walk-away").first.fill("78,321")
    send(page, "Continue")
    expect(page.get_by_role("heading", level=1)).to_have_text("You are signed out")
    if scripts:
        assert inspect(page, "kept_signed-out", screenshots) == []
    sign_in_elsewhere(page, alice)
    send(page, "Continue")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nearly saved")
    if scripts:
        assert inspect(page, "kept_nearly-saved", screenshots) == []
    send(page, "Continue")
    offer.refresh_from_db()
    assert (str(offer.walk_away), page.url.endswith("/answers/bonus/")) == ("78321.00", True)


def test_a_message_survives_the_end_of_the_session(page: Page, alice: User, screenshots: Path) -> None:
    give_password(page, alice.email)
    draft = make_draft(make_offer(alice), kind="acknowledge")
    page.goto(draft.get_absolute_url())
    Session.objects.all().delete()
    text = "Thank you for the call.\n\nYou will hear from me by Friday.\n\nAlice"
    page.get_by_label("Text", exact=True).fill(text)
    send(page, "Save")
    assert inspect(page, "kept_message", screenshots) == []
    sign_in_elsewhere(page, alice)
    send(page, "Continue")
    send(page, "Continue")
    draft.refresh_from_db()
    assert draft.text == text
