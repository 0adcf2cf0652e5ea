"""A range that somebody was told: kept, filled into an offer, in a real browser, with and without script."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import KnownRange, Offer
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter, send
from tests.conftest import sign_in
from tests.factories import make_offer


@pytest.mark.parametrize("script", [True, False])
def test_a_range_that_was_told_is_kept_and_filled_into_an_offer(
    script: bool,
    new_context: NewContext,
    live_server: LiveServer,
    transactional_db: None,
    alice: User,
    screenshots: Path,
) -> None:
    offer = make_offer(alice)
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto("/market/")
    page.get_by_role("link", name="Your ranges").click()
    looked_at(page, "market-ranges_none", screenshots, script)
    page.get_by_role("link", name="Add a range").click()
    send(page, "Keep this range")
    expect(page.get_by_role("alert")).to_contain_text("Name the job.")
    looked_at(page, "market-new-range_wrong", screenshots, script)
    for label, text in (("Job title", "Product Analyst"), ("Place", "Austin, TX"), ("Minimum", "80k")):
        page.get_by_label(label).fill(text)
    page.get_by_label("Maximum").fill("110,000")
    page.get_by_label("Who said it").fill("A friend in the team")
    send(page, "Keep this range")
    expect(page.get_by_text("USD 80,000 to 110,000 a year")).to_be_visible()
    KnownRange.objects.create(
        owner=alice, title="Data Analyst", level="L3", place="Remote", maximum=120_000, **SAID
    )
    page.reload()
    looked_at(page, "market-ranges_two", screenshots, script)
    page.goto(f"/offers/{offer.pk}/answers/range/")
    page.get_by_label("Your ranges in the currency of this offer").select_option(
        label=page.locator("#mine option").first.inner_text()
    )
    send(page, "Fill it in above")
    expect(page.get_by_label("Minimum", exact=True).first).to_have_value("80,000")
    looked_at(page, "offers-step_range-filled", screenshots, script)
    send(page, "Continue")
    assert Offer.objects.get().range_maximum == 110_000


SAID: dict[str, Any] = {"source": "Posting on their own site", "from_employer": True, "seen_on": "2026-11-02"}


def looked_at(page: Page, label: str, folder: Path, script: bool) -> None:
    """No fault; without script nothing can look for one."""
    if script:
        assert inspect(page, label, folder) == []
