"""A message from its first text to the day it went out, in a real browser."""

import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.bands.reference import load_industries
from offers.drafts.models import Draft
from offers.engine.policy import Policy
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter, send, until
from tests.conftest import sign_in
from tests.drafts.cases import make_late_case
from tests.factories import make_offer

CLIPBOARD = ["clipboard-read", "clipboard-write"]
BLOCKED = "I also have another offer."
READ_CLIPBOARD = "navigator.clipboard.readText()"


def start_counter(page: Page, alice: User) -> None:
    offer = make_offer(alice, level="Level 3")
    page.goto(f"/offers/{offer.pk}/drafts/")
    page.get_by_text("Other messages").click()
    send(page, "Start the counter")


@pytest.fixture
def page(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    """Alice, in the editor of a new counter."""
    context = new_context(permissions=CLIPBOARD)
    page = enter(context, sign_in(alice), live_server.url)
    start_counter(page, alice)
    return page


def add(page: Page, sentence: str) -> None:
    page.get_by_label("Text", exact=True).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(f"\n\n{sentence}")


def test_findings_come_while_typing_and_go_when_mended(page: Page) -> None:
    findings = page.locator("#findings")
    expect(findings).to_contain_text("Nothing to change")
    add(page, BLOCKED)
    expect(findings).to_contain_text("more about another employer than is on record")
    expect(page.get_by_label("Your reason to send it as it is")).to_be_visible()
    for _ in BLOCKED:
        page.keyboard.press("Backspace")
    expect(findings).to_contain_text("Nothing to change")
    expect(page.get_by_label("Your reason to send it as it is")).to_be_hidden()


def test_the_text_is_copied(page: Page) -> None:
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    assert "a base of USD 88,500 a year" in page.evaluate(READ_CLIPBOARD)


def test_a_text_that_was_just_typed_is_checked_before_it_is_copied(page: Page) -> None:
    page.evaluate("navigator.clipboard.writeText('before')")
    add(page, BLOCKED)
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("#copied")).to_contain_text("The check blocks this text.")
    expect(page.get_by_label("Your reason to send it as it is")).to_be_focused()
    assert page.evaluate(READ_CLIPBOARD) == "before"


def test_a_blocked_text_is_copied_with_a_written_reason(page: Page) -> None:
    add(page, BLOCKED)
    expect(page.locator("#findings [data-blocks]")).to_be_visible()
    page.get_by_label("Your reason to send it as it is").fill("It is true, I have it by phone.")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    assert page.evaluate(READ_CLIPBOARD).endswith(BLOCKED)


def test_a_tick_at_first_choice_checks_anew(page: Page) -> None:
    add(page, "You are my first choice.")
    expect(page.locator("#findings")).to_contain_text("which you have not confirmed")
    page.get_by_label("They are my first choice").check()
    expect(page.locator("#findings")).not_to_contain_text("which you have not confirmed")


def test_a_check_that_does_not_answer_leaves_the_text_and_says_so(page: Page) -> None:
    def lost(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<h1>Sign in</h1>")

    page.route("**/check/", lost)
    add(page, BLOCKED)
    expect(page.locator("#copied")).to_contain_text("The check does not answer")
    expect(page.locator("#findings")).to_contain_text("Nothing to change")
    page.unroute("**/check/")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("#copied")).to_contain_text("The check blocks this text.")


def test_a_message_that_went_out_is_kept_and_found_in_the_list(page: Page, screenshots: Path) -> None:
    send(page, "Mark as sent")
    expect(page.get_by_text("It stays as it was sent.")).to_be_visible()
    assert inspect(page, "drafts-sent", screenshots) == []
    page.get_by_role("button", name="Copy the text").click()
    assert page.evaluate(READ_CLIPBOARD) == Draft.objects.get().text
    page.get_by_role("link", name="Drafts").click()
    expect(page.get_by_text("Sent on")).to_be_visible()
    assert inspect(page, "drafts-list-sent", screenshots) == []


def test_a_blocked_text_comes_back_with_the_focus_on_what_is_wrong(page: Page, screenshots: Path) -> None:
    add(page, f"{BLOCKED} I deserve it.")
    send(page, "Mark as sent")
    expect(page.locator(".error-summary")).to_be_focused()
    assert inspect(page, "drafts-blocked", screenshots) == []


def test_two_windows_show_both_texts(page: Page, screenshots: Path) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    add(other, "Saved in the other window.")
    send(other, "Save")
    add(page, "Typed in this one.")
    send(page, "Save")
    expect(page.get_by_role("heading", name="There are two versions of this text")).to_be_visible()
    assert inspect(page, "drafts-conflict", screenshots) == []
    send(page, "Save yours over it")
    assert Draft.objects.get().text.endswith("Typed in this one.")


def test_everything_works_without_a_script(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path
) -> None:
    page = enter(new_context(java_script_enabled=False), sign_in(alice), live_server.url)
    start_counter(page, alice)
    text = page.get_by_label("Text", exact=True)
    expect(page.get_by_role("button", name="Copy the text")).to_be_hidden()
    text.fill(f"{text.input_value()}\n\n{BLOCKED}")
    send(page, "Check")
    expect(page.locator("#findings")).to_contain_text("more about another employer than is on record")
    page.get_by_label("Your reason to send it as it is").fill("It is true, I have it by phone.")
    send(page, "Mark as sent")
    expect(page.get_by_text("It stays as it was sent.")).to_be_visible()
    assert Draft.objects.get().text.endswith(BLOCKED)


def test_what_is_typed_is_saved_without_a_press_and_stays_when_the_page_is_left(page: Page) -> None:
    add(page, "Typed and left alone.")
    expect(page.locator("#saved")).to_contain_text("Saved at")
    add(page, "And a little more.")
    expect(page.locator("#id_version")).to_have_value("3")
    add(page, "The very last words.")
    page.get_by_role("link", name="Drafts").click()
    # What a page sends as it is left may come to the server after the next page was asked for.
    until(lambda: "The very last words." in Draft.objects.get().text)
    page.get_by_role("link", name="Counter", exact=True).click()
    expect(page.get_by_label("Text", exact=True)).to_have_value(re.compile("The very last words\\.$"))


def test_a_quiet_save_does_not_stand_in_the_way_of_another_window(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    add(other, "Saved in the other window.")
    expect(other.locator("#saved")).to_contain_text("Saved at")
    add(page, "Typed in this one.")
    expect(page.locator("#saved")).to_contain_text("Not saved: it was changed in another window.")
    assert Draft.objects.get().text.endswith("Saved in the other window.")


def late(alice: User, context: BrowserContext, site: str) -> Page:
    """Alice, at her drafts late in a negotiation."""
    load_industries(Policy())
    offer = make_late_case(alice, "worked")
    page = enter(context, sign_in(alice), site)
    page.goto(f"/offers/{offer.pk}/drafts/")
    return page


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_message_goes_from_its_tone_to_a_file(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path, script: bool
) -> None:
    page = late(alice, new_context(java_script_enabled=script), live_server.url)
    page.get_by_label("Warm").check()
    send(page, "Start the fallback")
    page.get_by_label("Your name below it").fill("Alice Smith")
    page.get_by_label("To", exact=True).select_option("lindqvist@example.org")
    if script:
        expect(page.locator("#saved")).to_contain_text("Saved at")
        expect(page.locator("#mail-link a")).to_have_attribute("href", re.compile("lindqvist@example.org"))
    with page.expect_download() as file:
        page.get_by_role("button", name="Mail file (.eml)").click()
    mail = message_from_bytes(file.value.path().read_bytes(), policy=default)
    assert (mail["To"], mail.get_content().splitlines()[-2:]) == (
        "lindqvist@example.org",
        ["Kind regards", "Alice Smith"],
    )
    send(page, "Save")
    expect(page.get_by_role("link", name="Open in your mail program")).to_be_visible()


def test_own_words_stay_among_the_earlier_versions(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path
) -> None:
    page = late(alice, new_context(), live_server.url)
    assert inspect(page, "drafts-late", screenshots) == []
    send(page, "Start the refusal")
    page.get_by_label("Text", exact=True).fill("My own words.")
    send(page, "brief")
    assert inspect(page, "drafts-tone", screenshots) == []
    send(page, "Take the new text")
    page.get_by_role("link", name="Earlier versions").click()
    assert inspect(page, "drafts-versions", screenshots) == []
    send(page, "Put version 2 back")
    expect(page.get_by_label("Text", exact=True)).to_have_value("My own words.")


def test_a_number_on_no_record_is_marked_and_one_on_record_is_put_in(page: Page) -> None:
    add(page, "I thought of USD 91,000 a year.")
    expect(page.locator("#origins")).to_contain_text("not traced")
    expect(page.locator("#mail-link")).to_contain_text("Open in your mail program")
    page.get_by_role("button", name="Insert USD 80,000 a year").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value(re.compile("USD 80,000 a year$"))
    expect(page.locator("#origins")).to_contain_text("Base offered")


def test_an_acceptance_asks_for_a_tick(
    new_context: NewContext, live_server: LiveServer, alice: User, screenshots: Path
) -> None:
    page = late(alice, new_context(), live_server.url)
    send(page, "Start the acceptance")
    send(page, "Mark as sent")
    expect(page.locator(".error-summary")).to_contain_text("Tick this before you mark it as sent.")
    assert inspect(page, "drafts-acceptance", screenshots) == []
    page.get_by_label("I know that this may conclude a contract").check()
    send(page, "Mark as sent")
    expect(page.get_by_text("It stays as it was sent.")).to_be_visible()
