"""The time that amounts are for changes: a question stands beside it at once, with and without script."""

from decimal import Decimal

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import Offer
from tests.browser.conftest import NewContext
from tests.browser.first_hour import labelled
from tests.browser.steps import enter, send, until
from tests.conftest import sign_in
from tests.factories import make_offer

PHONE = {"width": 360, "height": 640}
QUESTION = "Your other amounts are for a year"


def open_offer(context_of: NewContext, site: str, alice: User, *, script: bool) -> Page:
    """Alice on her phone, where she says what is offered; it was 60,000 a year until now."""
    page = enter(context_of(viewport=PHONE, java_script_enabled=script), sign_in(alice), site)
    offer = make_offer(alice, base=Decimal(60_000), target=Decimal(68_000), walk_away=None, team=("61000",))
    page.goto(reverse("offers:step", args=[offer.pk, "offer"]))
    labelled(page, "Base pay").fill("5k")
    page.get_by_label("Amounts are for").select_option("month")
    return page


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_the_other_amounts_are_converted_where_somebody_says_so(
    new_context: NewContext, live_server: LiveServer, alice: User, script: bool
) -> None:
    page = open_offer(new_context, live_server.url, alice, script=script)
    if not script:
        send(page, "Continue")
    expect(page.get_by_role("group", name=QUESTION)).to_be_visible()
    expect(page.get_by_role("radio", name="Convert them", checked=True)).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.get_by_label("Convert them").check()
    send(page, "Continue")
    expect(page.get_by_text("Your other amounts are converted.")).to_be_visible()
    assert Offer.objects.values_list("unit", "base", "target").get() == ("month", 5_000, Decimal("5666.67"))


def test_the_question_goes_with_the_change_and_keeps_its_answer_meanwhile(
    new_context: NewContext, live_server: LiveServer, alice: User
) -> None:
    page = open_offer(new_context, live_server.url, alice, script=True)
    keep = page.get_by_label("They are for a month already")
    expect(keep).to_be_visible()
    bar = page.locator(".step-buttons")
    until(lambda: keep.bounding_box()["y"] < bar.bounding_box()["y"])
    keep.check()
    expect(page.locator("#saved")).to_contain_text("It is saved with the button below.")
    expect(keep).to_be_checked()
    expect(keep).to_be_focused()
    assert Offer.objects.get().unit == "year"
    page.get_by_label("Amounts are for").select_option("year")
    expect(page.locator("#saved")).to_contain_text("Saved at")
    expect(page.get_by_role("group", name=QUESTION)).to_have_count(0)
