"""What is typed is saved when the page is left at once; what cannot be saved holds the page, once."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Request, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import Offer
from tests.browser.conftest import NewContext
from tests.browser.first_hour import labelled
from tests.browser.steps import enter, follow, send, until
from tests.conftest import sign_in
from tests.factories import make_offer

PHONE = {"width": 360, "height": 640}


@pytest.fixture
def desk(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    """Alice on her phone, where she says what is offered: 80,000 so far."""
    page = enter(new_context(viewport=PHONE), sign_in(alice), live_server.url)
    offer = make_offer(alice)
    page.goto(reverse("offers:step", args=[offer.pk, "role"]))
    page.goto(reverse("offers:step", args=[offer.pk, "offer"]))
    return page


def saves_of(page: Page) -> list[Request]:
    """Every request that writes, from now on."""
    seen: list[Request] = []
    page.on("request", lambda request: seen.append(request) if request.method == "POST" else None)
    return seen


@pytest.mark.parametrize("link", ["Back", "Go to the room", "Dates", "Offers"])
def test_a_link_that_is_pressed_at_once_waits_for_one_save(desk: Page, link: str) -> None:
    saves = saves_of(desk)
    labelled(desk, "Base pay").fill("97k")
    with desk.expect_navigation():
        desk.get_by_role("link", name=link, exact=True).first.click()
    assert Offer.objects.get().base == 97_000
    assert len(saves) == 1


def test_the_pages_after_show_what_was_typed_last(desk: Page) -> None:
    labelled(desk, "Base pay").fill("97k")
    with desk.expect_navigation():
        desk.get_by_role("link", name="Go to the room").click()
    expect(desk.get_by_text("97,000").first).to_be_visible()
    desk.go_back()
    expect(labelled(desk, "Base pay")).to_have_value("97,000")


def test_the_way_back_of_the_browser_saves_too(desk: Page) -> None:
    labelled(desk, "Base pay").fill("97k")
    desk.go_back()
    # What a page sends as it is left may come to the server after the next page was asked for.
    until(lambda: Offer.objects.get().base == 97_000)
    desk.go_forward()
    expect(labelled(desk, "Base pay")).to_have_value("97,000")


def test_another_form_of_the_page_waits_too(desk: Page) -> None:
    labelled(desk, "Base pay").fill("97k")
    desk.evaluate("document.querySelector('form[action*=logout]').requestSubmit()")
    expect(desk.locator("[data-quiet-save]")).to_have_count(0)
    assert Offer.objects.get().base == 97_000


def test_what_cannot_be_saved_holds_the_page_once(desk: Page) -> None:
    labelled(desk, "Base pay").fill("a lot")
    back = desk.get_by_role("link", name="Back", exact=True)
    back.click()
    expect(desk.locator("#saved")).to_contain_text("To leave without it, press again.")
    expect(labelled(desk, "Base pay")).to_have_value("a lot")
    with desk.expect_navigation():
        back.click()
    assert Offer.objects.get().base == 80_000


def test_a_stale_tab_is_told_so_and_overwrites_nothing_as_it_is_left(desk: Page) -> None:
    other = desk.context.new_page()
    other.goto(desk.url)
    labelled(other, "Base pay").fill("98k")
    send(other, "Continue")
    labelled(desk, "Base pay").fill("97k")
    back = desk.get_by_role("link", name="Back", exact=True)
    back.click()
    expect(desk.locator("#saved")).to_contain_text("Changed in another tab")
    with desk.expect_navigation():
        back.click()
    expect(desk.get_by_role("heading", name="Role and place")).to_be_visible()
    assert Offer.objects.get().base == 98_000


def test_what_was_refused_is_forgotten_once_it_is_mended_and_saved(desk: Page) -> None:
    base = labelled(desk, "Base pay")
    base.fill("a lot")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert")).to_be_focused()
    expect(desk.locator(".invalid-feedback")).to_have_count(1)
    base.fill("97k")
    expect(desk.locator("#saved")).to_contain_text("Saved at")
    expect(desk.get_by_text("Please look at this again")).to_have_count(0)
    expect(desk.locator(".invalid-feedback, .is-invalid")).to_have_count(0)


def test_what_came_back_refused_holds_the_page_once(desk: Page) -> None:
    labelled(desk, "Base pay").fill("a lot")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    link = desk.get_by_role("link", name="Dates", exact=True)
    link.click()
    expect(desk.locator("#saved")).to_contain_text("To leave without it, press again.")
    expect(labelled(desk, "Base pay")).to_have_value("a lot")
    with desk.expect_navigation():
        link.click()


def test_a_first_page_that_comes_again_makes_no_second_offer(desk: Page) -> None:
    Offer.objects.all().delete()
    desk.goto(reverse("offers:dashboard"))
    follow(desk, "Add your offer")
    for label, words in (("Company", "Kestrel"), ("Role", "Engineer"), ("Place of work", "Boston")):
        labelled(desk, label).fill(words)
    # Left at once: the list was asked for before the save, and shows it all the same.
    desk.go_back()
    expect(desk.get_by_role("link", name="Engineer", exact=True)).to_be_visible()
    desk.go_forward()
    expect(labelled(desk, "Company")).to_have_value("Kestrel")
    send(desk, "Continue")
    assert Offer.objects.count() == 1


def test_a_first_page_asks_before_words_that_make_no_offer_yet_go(desk: Page) -> None:
    asked: list[str] = []
    desk.goto(reverse("offers:dashboard"))
    desk.goto(reverse("offers:new"))
    labelled(desk, "Company").press_sequentially("Kestrel")
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.go_back()
    assert asked == ["beforeunload"]


def test_a_page_that_the_browser_kept_is_loaded_anew_unless_words_would_go(desk: Page) -> None:
    kept = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    desk.goto(reverse("ledger:add-promise", args=[Offer.objects.get().pk]))
    with desk.expect_navigation():
        desk.evaluate(kept)
    desk.locator("textarea, input[type=text]").first.fill("A review")
    desk.evaluate(f"window.same = {kept}")
    desk.wait_for_timeout(100)
    assert desk.evaluate("window.same")


def test_a_first_page_that_is_left_is_kept_as_one_offer(desk: Page) -> None:
    Offer.objects.all().delete()
    desk.goto(reverse("offers:new"))
    for label, words in (("Company", "Kestrel"), ("Role", "Engineer"), ("Place of work", "Boston")):
        labelled(desk, label).fill(words)
    expect(desk.locator("#saved")).to_contain_text("Saved at")
    labelled(desk, "Company").fill("Kestrel Robotics")
    with desk.expect_navigation():
        desk.get_by_role("link", name="Dates", exact=True).click()
    assert Offer.objects.get().company == "Kestrel Robotics"
    desk.go_back()
    expect(labelled(desk, "Company")).to_have_value("Kestrel Robotics")
    send(desk, "Continue")
    assert Offer.objects.count() == 1


def test_a_grant_that_is_left_is_kept_as_one_grant(desk: Page) -> None:
    offer = Offer.objects.get()
    desk.goto(reverse("offers:new-grant", args=[offer.pk]))
    labelled(desk, "The figure they named").fill("40k")
    expect(desk.locator("#saved")).to_contain_text("Saved at")
    labelled(desk, "The figure they named").fill("60k")
    with desk.expect_navigation():
        desk.get_by_role("link", name="Back to equity").click()
    assert [grant.figure for grant in offer.grants.all()] == [60_000]
