"""Every page, as everybody who may open it sees it: no fault, and a screenshot to judge it by."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import LazySettings
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.views.errors import PROBLEMS
from tests import test_access as matrix
from tests.access import ROWS
from tests.browser.conftest import NewContext
from tests.browser.inspection import EACH_ONCE, FACES, PICTURED, inspect
from tests.browser.pages import EXCLUDED, WALKERS, answers_no_get, opened_by, refused_by
from tests.browser.states import STATES, Visit
from tests.browser.steps import enter

SEND_EMPTY = """form => {
    for (const field of form.querySelectorAll("input:not([type=hidden], [type=checkbox]), textarea"))
        field.value = "";
    form.submit();
}"""
TEXT = re.compile(r">[^<]+<|\b(value|src|href|id|for|action)=\"[^\"]*\"")
world = matrix.world  # Everybody, and one of everything that an address can name.


def test_every_page_is_walked_or_has_a_state_or_is_excluded() -> None:
    walked = {name for role in WALKERS for name in opened_by(role)}
    forms = {name for name in ROWS if answers_no_get(name)}
    assert set(ROWS) - walked - forms - {name for name, _ in STATES} == set(EXCLUDED)


def test_the_walk_is_as_long_as_the_site() -> None:
    assert len([name for role in WALKERS for name in opened_by(role)]) >= 100
    assert len([name for role in WALKERS for name in refused_by(role)]) >= 25
    assert len(STATES) == 22


def is_new(page: Page, name: str, seen: set[str]) -> bool:
    """Whether the page has a head, content or foot of a make that is not in `seen`; remembers them there."""
    html = {tag: page.locator(tag).first.inner_html() for tag in ("header", "main", "footer")}
    head, content, foot = (TEXT.sub("><", html[tag]) for tag in html)
    parts = {head, foot, f"{name} {content}"}
    new = not parts <= seen
    seen |= parts
    return new


def test_pages_that_people_may_open_have_no_fault(
    new_context: NewContext, live_server: LiveServer, world: dict[str, Any], screenshots: Path
) -> None:
    """One walk after another: a page that looks to one as it did to another is not looked at twice."""
    seen: set[str] = set()
    faults = []
    for role in WALKERS:
        page = enter(new_context(), matrix.browser(role, world), live_server.url)
        for name in opened_by(role):
            faults += opened(page, name, role, world, seen, screenshots)
    assert faults == []


def opened(
    page: Page, name: str, role: str, world: dict[str, Any], seen: set[str], screenshots: Path
) -> list[str]:
    """The faults of one page as it opens, and as it comes back when its form is sent empty."""
    address, label, faults = matrix.address(name, ROWS[name], world), f"{name.replace(':', '-')}_{role}", []
    page.goto(address)
    assert urlsplit(page.url).path == address
    assert page.evaluate("document.contentType") == "text/html", f"{name} is no page: exclude it"
    if is_new(page, name, seen):
        faces = EACH_ONCE if name.startswith("admin:") else FACES
        faults += inspect(page, label, screenshots, faces)
    if name in refused_by(role):
        with page.expect_navigation():
            page.locator("main form[method=post]").first.evaluate(SEND_EMPTY)
        if is_new(page, f"{name} errors", seen):
            faults += inspect(page, f"{label}-errors", screenshots)
    return faults


@pytest.mark.parametrize(("name", "label"), STATES, ids=[f"{name}-{label}" for name, label in STATES])
def test_pages_in_every_state_have_no_fault(
    name: str, label: str, page: Page, alice: User, settings: LazySettings, screenshots: Path
) -> None:
    STATES[name, label](Visit(page=page, alice=alice, settings=settings))
    assert urlsplit(page.url).path == reverse(name)
    assert inspect(page, f"{name.replace(':', '-')}_{label}", screenshots) == []


def test_error_pages_have_no_fault(page: Page, settings: LazySettings, screenshots: Path) -> None:
    settings.ROOT_URLCONF = "tests.browser.urls"
    faults, answers = [], []
    for status in PROBLEMS:
        response = page.goto(f"/error/{status}/")
        answers.append(response and response.status)
        faults += inspect(page, f"error_{status}", screenshots)
    assert (faults, answers) == ([], [400, 403, 404, 405, 409, 413, 429, 500, 503])


def test_the_mailbox_shows_a_mail_that_was_sent(page: Page, alice: User, settings: LazySettings) -> None:
    STATES["mailbox", "mails"](Visit(page=page, alice=alice, settings=settings))
    mail = page.get_by_role("article").first
    expect(mail).to_contain_text("To carol@example.org")
    expect(mail).to_contain_text(re.compile("[A-Z0-9]{4}-[A-Z0-9]{4}"))


def test_an_inspection_finds_every_kind_of_fault(
    page: Page, settings: LazySettings, complaints: list[str], tmp_path: Path
) -> None:
    settings.ROOT_URLCONF = "tests.browser.urls"
    page.goto("/faulty/")
    found = "\n".join(inspect(page, "faulty", tmp_path) + complaints)
    complaints.clear()
    kinds = (
        "px wide|not on a summary|image-alt|color-contrast|target-size|inline style|inline script|elsewhere"
    )
    assert [kind for kind in kinds.split("|") if kind not in found] == []
    assert len(list(tmp_path.glob("*.jpg"))) == len(PICTURED)
