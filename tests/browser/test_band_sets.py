"""An administrator writes a set, sees what it changes, publishes it and goes back, in a real browser."""

from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import Offer
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter
from tests.conftest import make_person, sign_in
from tests.factories import make_band, make_offer


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_set_is_published_and_taken_back(
    new_context: NewContext, live_server: LiveServer, ada: User, screenshots: Path, script: bool
) -> None:
    band = make_band()
    for number in range(5):
        make_offer(
            make_person(f"person{number}"), band=band, base=Decimal(120_000), target=None, walk_away=None
        )
    page = enter(new_context(java_script_enabled=script), sign_in(ada, second_factor=True), live_server.url)
    page.goto(f"/admin/bands/bandset/{band.band_set_id}/change/")
    faults = inspect(page, "set_in_force", screenshots) if script else []
    page.get_by_role("button", name="Copy into a new draft").click()
    page.get_by_role("link", name="Software Engineer").click()
    page.get_by_label("Midpoint").fill("112000")
    page.get_by_label("Maximum").fill("115000")
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto("/admin/bands/bandset/")
    page.get_by_role("link", name="First set, copy 1").click()
    page.get_by_role("link", name="See what changes, and publish").click()
    expect(page.get_by_role("row", name="Band green red 5", exact=True)).to_be_visible()
    faults += inspect(page, "set_publish", screenshots) if script else []
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("is in force now")).to_be_visible()
    faults += inspect(page, "set_published", screenshots) if script else []
    assert set(Offer.objects.values_list("band__maximum", flat=True)) == {Decimal(115_000)}
    page.get_by_role("button", name="Go back to First set").click()
    expect(page.get_by_text("First set is in force now")).to_be_visible()
    assert set(Offer.objects.values_list("band", flat=True)) == {band.pk}
    assert faults == []


def test_many_bands_are_raised_after_a_look_at_them(
    new_context: NewContext, live_server: LiveServer, ada: User, screenshots: Path
) -> None:
    for level in ("L3", "L4"):
        make_band(level=level)
    page = enter(new_context(), sign_in(ada, second_factor=True), live_server.url)
    page.goto("/admin/bands/band/")
    faults = inspect(page, "bands", screenshots)
    page.locator("#action-toggle").check()
    page.get_by_label("Action:").select_option("change_many")
    page.get_by_role("button", name="Go").click()
    page.get_by_label("Raise by percent").fill("3.3")
    page.get_by_role("button", name="Show what changes").click()
    expect(page.get_by_role("cell", name="139,500")).to_have_count(2)
    faults += inspect(page, "bands_many", screenshots)
    page.get_by_role("button", name="Save all 2").click()
    expect(page.get_by_text("2 bands are changed.")).to_be_visible()
    assert faults == []
