"""Whole negotiations in a real browser: from the first call to the archived decision, and two at once."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.models import Offer, Stage
from offers.outcome.models import Decision
from tests.browser.conftest import NewContext
from tests.browser.first_hour import Mouse, answer_the_wizard
from tests.browser.steps import enter, follow, send
from tests.conftest import sign_in
from tests.factories import make_offer

SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
COAST: dict[str, object] = {"target": Decimal(1_200_000), "walk_away": Decimal(1_000_000)}
Fields = dict[str, str]


@pytest.fixture
def desk(new_context: NewContext, live_server: LiveServer, alice: User) -> Callable[[bool], Page]:
    """Alice's browser, on a phone, with or without JavaScript."""
    phone = {"width": 360, "height": 740}
    return lambda script: enter(
        new_context(java_script_enabled=script, viewport=phone), sign_in(alice), live_server.url
    )


def go(page: Page, tab: str) -> None:
    """Another page of the same offer."""
    with page.expect_navigation():
        page.get_by_label("This offer").get_by_role("link", name=tab).click()


def press(page: Page, button: str) -> None:
    """As `send`, for a button whose name says further what it is about."""
    with page.expect_navigation():
        page.get_by_role("button", name=button).first.click()


def fill(page: Page, fields: Fields) -> None:
    for label, text in fields.items():
        page.get_by_label(label).fill(text)


def write(page: Page, kind: str) -> None:
    """Starts a message, checks that nothing is held against it, and marks it as sent today."""
    go(page, "Drafts")
    send(page, f"Start the {kind}")
    mark_as_sent(page)


def mark_as_sent(page: Page) -> None:
    expect(page.locator("#findings")).to_contain_text("Nothing to change")
    send(page, "Mark as sent")
    expect(page.get_by_text("It stays as it was sent.")).to_be_visible()


def stage() -> str:
    return Offer.objects.values_list("stage", flat=True).get()


def answer(page: Page, fields: Fields, *, final: bool, channel: str) -> None:
    fill(page, fields)
    page.get_by_label("How you have it").select_option(channel)
    page.get_by_label("They called it final").set_checked(final)
    send(page, "Save their answer")


@SCRIPT
def test_from_the_first_call_to_the_archived_decision(desk: Callable[[bool], Page], script: bool) -> None:
    page = desk(script)
    page.goto("/offers/new/")
    answer_the_wizard(Mouse(), page, lambda _: None)
    say_what_was_said_by_phone(page)
    write(page, "acknowledgement")
    read_the_letter(page)
    write(page, "questions about the written offer")
    counter(page)
    hear_that_it_is_looked_at(page)
    hear_the_final_package(page)
    be_stopped_by_a_promise(page)
    stay_readable_for_ever(page)


def say_what_was_said_by_phone(page: Page) -> None:
    """A sign-on that the recruiter named on the call."""
    page.goto(page.url.replace("/answers/", "/record/terms/verbal/"))
    fill(page, {"Base pay": "98k", "Sign-on": "8,000", "Who said it": "Ms Berg"})
    send(page, "Save it")
    assert stage() == Stage.RECEIVED


def read_the_letter(page: Page) -> None:
    """The letter leaves the sign-on out, and that is seen and written down."""
    go(page, "Room")
    follow(page, "I have it in writing")
    page.get_by_text("More of the package").click()
    fill(page, {"Base pay": "98k", "Days of paid leave": "22", "Level": "L4"})
    send(page, "Save it")
    assert stage() == Stage.REVIEWED
    expect(page.get_by_text("Sign-on: it was USD\u00a08,000")).to_be_visible()
    press(page, "Write it down as a promise")
    expect(page.locator("#promises")).to_contain_text("Sign-on")
    expect(page.locator("#promises")).to_contain_text("Not in writing yet")


def counter(page: Page) -> None:
    write(page, "counter")
    assert stage() == Stage.COUNTERED
    go(page, "Timeline")
    expect(page.get_by_text("Follow up", exact=False).first).to_be_visible()


def hear_that_it_is_looked_at(page: Page) -> None:
    go(page, "Their answer")
    send(page, "They only said it is being looked at")
    assert stage() == Stage.REVIEW
    go(page, "Timeline")
    follow(page, "Add a signal")
    page.get_by_label("What it was").select_option("escalates_fast")
    fill(page, {"Their words": "The pay team has it today."})
    send(page, "Save the signal")
    expect(page.locator("#signals")).to_contain_text("The pay team has it today.")


def hear_the_final_package(page: Page) -> None:
    """Base moved, and the leave of the letter is not mentioned any more."""
    go(page, "Their answer")
    by = (timezone.localdate() + timedelta(days=6)).isoformat()
    answer(page, {"The base they answer with": "104k", "decision by": by}, final=True, channel="letter")
    assert stage() == Stage.FINAL
    expect(page.get_by_text("USD\u00a06,000 more")).to_be_visible()
    leave = page.locator(".moves div", has_text="Days of leave")
    expect(leave).to_contain_text("ask whether it stands")


def be_stopped_by_a_promise(page: Page) -> None:
    expect(page.get_by_label("Promised and not in writing: Sign-on")).to_be_visible()
    page.get_by_label("I accepted").check()
    send(page, "Save the decision")
    expect(page.get_by_role("alert")).to_contain_text("Have each of these in writing first")
    assert Decision.objects.count() == 0
    go(page, "Timeline")
    press(page, "It is in writing now")
    go(page, "Their answer")
    page.get_by_label("I accepted").check()
    expect(page.get_by_role("main")).not_to_contain_text("Promised and not in writing")
    for doubt in page.locator("input[name=sure]").all():
        doubt.check()
    send(page, "Save the decision")
    assert (Decision.objects.get().outcome, stage()) == ("accepted", Stage.DECIDED)


def stay_readable_for_ever(page: Page) -> None:
    expect(page.get_by_text("In the end")).to_be_visible()
    go(page, "Timeline")
    expect(page.get_by_text("This page stays as it is.")).to_be_visible()
    for word in ("Counter", "The pay team has it today.", "Sign-on"):
        expect(page.get_by_role("main")).to_contain_text(word)
    page.goto("/offers/")
    expect(page.get_by_role("main")).to_contain_text("I accepted")


@SCRIPT
def test_two_offers_in_two_currencies_lie_on_the_table_at_once(
    desk: Callable[[bool], Page], alice: User, script: bool
) -> None:
    today = timezone.localdate()
    make_offer(alice, company="Acme", stated_as="written", deadline=today + timedelta(days=8), level="L4")
    make_offer(alice, company="Coast", currency="SEK", base=Decimal(1_100_000), **COAST)
    page = desk(script)
    page.goto("/offers/")
    follow(page, "Compare your offers")
    give_a_rate(page, today)
    ask_the_first_to_wait(page, today)
    tell_the_preferred_one(page)
    share_out_and_score(page)
    page.goto("/dates/")
    expect(page.get_by_role("main")).to_contain_text("Acme")


def give_a_rate(page: Page, today: date) -> None:
    """Until a rate is known, the other offer stands outside the order."""
    expect(page.get_by_text("There is no rate for SEK").first).to_be_visible()
    fill(page, {"One SEK in USD": "0.0985"})
    send(page, "Save the rate of SEK")
    expect(page.get_by_role("main")).to_contain_text("Coast is worth 28,350 a year more than Acme.")


def ask_the_first_to_wait(page: Page, today: date) -> None:
    """The one that ends first is asked for a day on which the other is known."""
    fill(page, {"When do you expect Coast?": (today + timedelta(days=10)).isoformat()})
    send(page, "Save the day of Coast")
    send(page, "Write to Acme for more time")
    expect(page.get_by_label("Text", exact=True)).to_have_value(re.compile("Could I give it to you by"))
    mark_as_sent(page)


def tell_the_preferred_one(page: Page) -> None:
    """Acme hears that Coast exists, without its name and without a number of it."""
    page.goto("/offers/compare/")
    send(page, "A note to Acme")
    field = page.get_by_label("Text", exact=True)
    gap = "[the one term, such as the base or the place of work]"
    text = field.input_value().replace(gap, "the place of work, which is closer there")
    field.fill(text)
    send(page, "Check")
    assert ("another offer" in text, "Coast" in text, "1,100,000" in text) == (True, False, False)
    mark_as_sent(page)


def share_out_and_score(page: Page) -> None:
    page.goto("/offers/compare/")
    follow(page, "Share out 100 points")
    for number, (name, points) in enumerate((("Pay", "60"), ("Growth", "40")), 1):
        fill(page, {f"What matters, {number}": name, f"Points, {number}": points})
    send(page, "Save and lock")
    for name, pay, growth in (("Acme", "60", "80"), ("Coast", "80", "40")):
        page.goto("/offers/compare/")
        follow(page, f"Give scores of {name}")
        fill(page, {"Pay, 0 to 100": pay, "Growth, 0 to 100": growth})
        fill(page, {"Why, for Pay": "As compared.", "Why, for Growth": "What they told me."})
        send(page, "Save the scores")
    page.goto("/offers/compare/")
    expect(page.get_by_role("main")).to_contain_text("turns the order")
