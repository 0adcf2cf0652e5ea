"""Leaving in a real browser: the file comes down, the account goes, no page on the way has a fault."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from offers.accounts.models import User
from tests.browser.inspection import inspect
from tests.browser.steps import confirm_password, give_password, send
from tests.conftest import make_person
from tests.factories import make_offer


def open_your_data(page: Page, user: User) -> None:
    give_password(page, user.email)
    page.goto("/account/email/")
    page.get_by_role("link", name="Your data").click()
    confirm_password(page)


def test_everything_comes_down_as_one_file(page: Page, alice: User, screenshots: Path) -> None:
    make_offer(alice)
    open_your_data(page, alice)
    assert inspect(page, "archive-data", screenshots) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Download everything").click()
    content = json.loads(download.value.path().read_text())
    assert content["offers"][0]["walk_away"] == "79000.00"


def test_the_account_goes_after_the_page_has_said_what_that_is(
    page: Page, alice: User, screenshots: Path
) -> None:
    open_your_data(page, alice)
    page.get_by_role("link", name="Delete my account").click()
    assert inspect(page, "archive-delete", screenshots) == []
    send(page, "Delete my account")
    assert inspect(page, "archive-delete_errors", screenshots) == []
    page.get_by_label("Delete everything, for good").check()
    send(page, "Delete my account")
    expect(page.get_by_role("status").first).to_have_text("Your account is deleted, with everything in it.")
    assert inspect(page, "archive-goodbye", screenshots) == []
    assert not User.objects.filter(pk=alice.pk).exists()


def test_the_last_administrator_sees_the_way_out(page: Page, alice: User, screenshots: Path) -> None:
    open_your_data(page, make_person("ada", is_staff=True, is_superuser=True))
    page.goto("/account/data/delete/")
    expect(page.get_by_role("heading", level=1)).to_have_text("You are the last administrator")
    assert inspect(page, "archive-last-administrator", screenshots) == []
