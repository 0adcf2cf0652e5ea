"""From signing in to a counter that went out: with every kind of hands, and with all that comes between."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.drafts.models import Draft
from offers.models import Offer
from tests.browser.conftest import NewContext
from tests.browser.first_hour import Hands, Keyboard, Mouse, labelled, walk
from tests.browser.inspection import EACH_ONCE, inspect
from tests.browser.steps import enter, give_password, send
from tests.conftest import sign_in
from tests.factories import make_offer

ZOOMED = {"width": 320, "height": 256}  # A window of 1280 by 1024 at 400 %.
PHONE = {"width": 360, "height": 640}


def stays_in_its_width(page: Page) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") == width, page.url


def starts_with_the_skip_link(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()


@pytest.mark.parametrize(
    ("hands", "options", "after"),
    [
        (Keyboard(), {}, starts_with_the_skip_link),
        (Mouse(), {"java_script_enabled": False}, lambda page: None),
        (Mouse(), {"viewport": PHONE, "has_touch": True}, stays_in_its_width),
        (Keyboard(), {"viewport": ZOOMED}, stays_in_its_width),
    ],
    ids=["keyboard", "no-script", "phone", "zoomed"],
)
def test_six_answers_lead_to_a_counter_that_went_out(
    hands: Hands, options: dict[str, Any], after: Callable[[Page], None], new_context: NewContext, alice: User
) -> None:
    walk(hands, new_context(**options).new_page(), alice.email, after)
    assert [draft.offer.owner for draft in Draft.objects.exclude(sent_on=None)] == [alice]


def test_no_page_of_the_first_hour_has_a_fault(page: Page, alice: User, screenshots: Path) -> None:
    faults: list[str] = []
    places = count(1)

    def look(seen: Page) -> None:
        faults.extend(inspect(seen, f"first-hour-{next(places):02}", screenshots, EACH_ONCE))

    walk(Mouse(), page, alice.email, look)
    assert (faults, next(places)) == ([], 18)


@pytest.fixture
def desk(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    """Alice, where she says what is offered; nothing is known of it yet."""
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.goto(step_of(make_offer(alice, base=None), "offer"))
    return page


def step_of(offer: Offer, key: str) -> str:
    return reverse("offers:step", args=[offer.pk, key])


def type_base(page: Page, text: str) -> None:
    """Types as a person does; the quiet save follows by itself."""
    labelled(page, "Base pay").press_sequentially(text)


def saved(page: Page) -> Locator:
    return page.locator("#saved")


def test_what_was_saved_quietly_is_there_after_a_reload_and_after_back(desk: Page) -> None:
    type_base(desk, "98k")
    expect(saved(desk)).to_contain_text("Base pay USD\u00a098,000")
    desk.reload()
    expect(labelled(desk, "Base pay")).to_have_value("98,000")
    send(desk, "Continue")
    desk.go_back()
    expect(labelled(desk, "Base pay")).to_have_value("98,000")


def test_a_part_shows_its_details_once_it_is_given(desk: Page) -> None:
    desk.goto(desk.url.replace("/answers/offer/", "/answers/bonus/"))
    bonus = labelled(desk, "Bonus target")
    expect(bonus).to_be_hidden()
    labelled(desk, "A yearly bonus").select_option("given")
    expect(bonus).to_be_visible()
    expect(labelled(desk, "Base and these together in a year")).to_be_hidden()


def test_the_room_is_one_press_away_once_base_is_known(desk: Page) -> None:
    expect(desk.get_by_role("link", name="Go to the room")).to_have_count(0)
    type_base(desk, "98k")
    send(desk, "Continue")
    with desk.expect_navigation():
        desk.get_by_role("link", name="Go to the room").click()
    expect(desk.get_by_role("heading", name="Ask for", exact=False).first).to_be_visible()


def test_a_refused_page_takes_the_focus_and_its_links_lead_to_the_fields(
    desk: Page, screenshots: Path
) -> None:
    type_base(desk, "a lot")
    labelled(desk, "The number you named").fill("1e9")
    desk.keyboard.press("Enter")
    summary = desk.get_by_role("alert")
    expect(summary).to_be_focused()
    assert inspect(desk, "wizard-refused", screenshots, EACH_ONCE) == []
    for label, text in (("Base pay", "a lot"), ("The number you named", "1e9")):
        summary.get_by_role("link", name=label).click()
        expect(labelled(desk, label)).to_be_focused()
        expect(labelled(desk, label)).to_have_value(text)


def test_two_tabs_show_both_answers_and_overwrite_nothing(desk: Page, screenshots: Path) -> None:
    other = desk.context.new_page()
    other.goto(desk.url)
    type_base(other, "98k")
    send(other, "Continue")
    type_base(desk, "97k")
    expect(saved(desk)).to_contain_text("Changed in another tab")
    send(desk, "Continue")
    expect(desk.get_by_role("row", name="Base pay")).to_have_text("Base payUSD\u00a098,00097k")
    assert inspect(desk, "wizard-conflict", screenshots, EACH_ONCE) == []
    assert Offer.objects.get().base == 98_000
    send(desk, "Save mine")
    assert Offer.objects.get().base == 97_000


def test_signing_out_in_the_middle_loses_nothing(desk: Page, alice: User) -> None:
    type_base(desk, "98k")
    expect(saved(desk)).to_contain_text("Saved at")
    desk.context.clear_cookies(name="session")
    labelled(desk, "Base pay").fill("97k")
    expect(saved(desk)).to_contain_text("you are signed out")
    send(desk, "Continue")
    expect(desk.get_by_role("heading", name="You are signed out")).to_be_visible()
    assert Offer.objects.get().base == 98_000
    give_password(desk.context.new_page(), alice.email)
    send(desk, "Continue")
    expect(desk.get_by_role("heading", name="Nearly saved")).to_be_visible()
    send(desk, "Continue")
    assert Offer.objects.get().base == 97_000


def test_a_server_that_does_not_answer_is_said_and_the_text_stays(desk: Page, complaints: list[str]) -> None:
    desk.route("**/answers/offer/", lambda route: route.abort())
    type_base(desk, "98k")
    expect(saved(desk)).to_contain_text("the server does not answer")
    complaints.clear()  # That the request failed.
    desk.unroute("**/answers/offer/")
    send(desk, "Continue")
    assert Offer.objects.get().base == 98_000
