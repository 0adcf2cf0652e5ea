"""From the wizard to the market and back with a range, in a real browser, with and without script."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.market.shipped import load_market
from offers.models import Offer
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter, follow, send
from tests.conftest import sign_in
from tests.factories import make_offer
from tests.market.files import SOFTWARE
from tests.market.test_look_up import AUSTIN, METRO, import_areas, import_titles, import_wages


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_person_looks_up_their_role_and_takes_the_range(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    load_market()
    import_areas(AUSTIN)
    import_titles(("15-1252.00", "Software Engineer"), ("55-1015.00", "Chief Staff of Long Plans"))
    import_wages(SOFTWARE | METRO | {"A_PCT90": "#", "A_MEDIAN": "131000"})
    offer = make_offer(alice, role="Sofware Enginer", place="Austin, TX")
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    faults = []

    def look(label: str) -> None:
        if script:
            faults.extend(inspect(page, f"market_{label}", screenshots))

    page.goto("/market/")
    look("first")
    page.goto(f"{offer.get_absolute_url()}answers/range/")
    follow(page, "Look up what the market pays for this role")
    expect(page.get_by_role("heading", level=2, name="Software Developers, Austin")).to_be_visible()
    expect(page.get_by_text("Read as “software engineer”.")).to_be_visible()
    expect(page.get_by_text("at least 239,200").first).to_be_visible()
    look("answer")
    page.get_by_label("Job title").fill("data engineer")
    send(page, "Look up")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("means several kinds of work")
    look("choices")
    follow(page, "Data Scientists")
    page.get_by_label("Job title").fill("chief of staff")
    send(page, "Look up")
    expect(page.get_by_role("heading", name="A weak match only")).to_be_visible()
    look("weak")
    page.go_back()
    page.go_back()
    page.go_back()
    page.get_by_text("Use these figures in your offer").first.click()
    look("take")
    page.get_by_label("Which part").first.select_option("10th to 90th percentile")
    with page.expect_navigation():
        page.get_by_role("button", name="Use as their range").first.click()
    expect(page.get_by_label("Minimum")).to_have_value("79,850")
    expect(page.get_by_label("Maximum")).to_have_value("")
    look("taken")
    assert Offer.objects.get(pk=offer.pk).range_minimum is None
    send(page, "Continue")
    saved = Offer.objects.get(pk=offer.pk)
    assert (saved.range_minimum, saved.range_from_employer) == (79_850, False)
    assert (
        "Austin-Round Rock, TX, 10th to 90th percentile (upper end: at least 239,200)" in saved.range_source
    )
    assert faults == []
