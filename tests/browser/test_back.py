"""The way back of the browser onto a page that came back with an error: it shows what is saved."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import Offer
from tests.browser.conftest import NewContext
from tests.browser.first_hour import labelled
from tests.browser.steps import enter, follow, send
from tests.conftest import sign_in
from tests.factories import make_offer


@pytest.fixture
def desk(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    """Alice, whose base of "eighty" has just come back with an error."""
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.goto(reverse("offers:step", args=[make_offer(alice).pk, "offer"]))
    labelled(page, "Base pay").fill("eighty")
    send(page, "Continue")
    expect(page.get_by_text("Please look at this again")).to_be_visible()
    return page


def mend(page: Page) -> None:
    labelled(page, "Base pay").fill("50k")
    send(page, "Continue")


def leave(page: Page) -> None:
    """By a link: what cannot be saved holds the page, once."""
    labelled(page, "Base pay").fill("50k")
    follow(page, "Back")


@pytest.mark.parametrize("go_on", [mend, leave])
def test_back_onto_a_mended_page_shows_what_is_saved(desk: Page, go_on: Callable[[Page], None]) -> None:
    go_on(desk)
    desk.go_back()
    expect(desk.get_by_role("heading", name="What is offered")).to_be_visible()
    expect(labelled(desk, "Base pay")).to_have_value("50,000")
    assert Offer.objects.get().base == 50_000


def test_back_onto_any_other_form_that_was_mended_shows_it(desk: Page) -> None:
    address = reverse("ledger:add-promise", args=[Offer.objects.get().pk])
    desk.goto(address)
    send(desk, "Save the promise")
    labelled(desk, "What they promised").fill("A review in June")
    send(desk, "Save the promise")
    desk.go_back()
    expect(labelled(desk, "What they promised")).to_be_visible()


def test_the_page_with_the_error_is_loaded_anew_with_what_was_typed(desk: Page) -> None:
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.reload()
    expect(labelled(desk, "Base pay")).to_have_value("eighty")
