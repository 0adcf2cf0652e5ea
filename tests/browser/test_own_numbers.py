"""One's own numbers and what they rest on in a real browser, with script and without."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from tests.browser.conftest import NewContext
from tests.browser.first_hour import labelled
from tests.browser.inspection import inspect
from tests.browser.steps import enter, follow, send
from tests.conftest import sign_in
from tests.factories import make_offer


def test_what_a_target_rests_on_and_what_is_known_of_their_budget_reach_the_room(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path
) -> None:
    offer = make_offer(alice)
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.goto(reverse("offers:step", args=[offer.pk, "range"]))
    page.get_by_text("Facts about their budget").click()
    labelled(page, "Hiring is frozen there").select_option("yes")
    faults = inspect(page, "budget", screenshots)
    send(page, "Continue")
    page.goto(reverse("offers:step", args=[offer.pk, "numbers"]))
    page.get_by_text("What your target rests on").click()
    told = "A posting of the next level at the same employer, in March"
    labelled(page, "The level: where you know it from").fill(told)
    labelled(page, "The level: the amount, or the lowest").fill("92k")
    labelled(page, "The level: the highest").fill("98k")
    faults += inspect(page, "grounds", screenshots)
    send(page, "Continue")
    page.goto(offer.get_absolute_url())
    expect(page.get_by_role("heading", name="What your target rests on")).to_be_visible()
    expect(page.get_by_text("USD 92,000 to USD 98,000")).to_be_visible()
    faults += inspect(page, "room-grounds", screenshots)
    assert faults == []


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_walk_away_is_worked_out_taken_and_saved(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    offer = make_offer(alice, walk_away=None)
    page = enter(new_context(java_script_enabled=script), sign_in(alice), live_server.url)
    page.goto(reverse("offers:step", args=[offer.pk, "numbers"]))
    follow(page, "Work out a walk-away from what you need")
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
