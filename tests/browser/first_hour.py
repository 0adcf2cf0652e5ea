"""The first hour as one walk, whatever the hands: each way of filling and pressing is a Hands."""

import re
from collections.abc import Callable
from typing import Literal, Protocol

from playwright.sync_api import Locator, Page, expect

from offers.drafts.composer import GAP
from tests.conftest import PASSWORD

STOPS = 60  # A person gives up long before so many presses of Tab.
FOCUS = """() => {
    const stop = document.activeElement, box = stop.getBoundingClientRect(), style = getComputedStyle(stop);
    const at = (x, y) => document.elementFromPoint(x, y);
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const on = at((left + right) / 2, (top + bottom) / 2);
    return {
        name: stop.innerText || stop.name || stop.tagName,
        ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        seen: bottom - top >= Math.min(box.height, 20) && right > left
            && (stop.contains(on) || on?.contains(stop) || on?.control === stop),
    };
}"""


WAITING = 6  # The pages about what else they pay, and what matters, can wait.
ASKS = re.compile(r"I would like to ask for a base of USD 109,500 a year\.")


class Hands(Protocol):
    """How a person uses a page."""

    def fill(self, page: Page, label: str, text: str) -> None: ...

    def press(self, page: Page, role: str, name: str) -> None: ...

    def open(self, page: Page, line: str) -> None: ...


class Mouse:
    """Clicks and types; without JavaScript and on a phone as well."""

    def fill(self, page: Page, label: str, text: str) -> None:
        labelled(page, label).fill(text)

    def press(self, page: Page, role: str, name: str) -> None:
        with page.expect_navigation():
            named(page, role, name).click()

    def open(self, page: Page, line: str) -> None:
        """Opens what is folded behind a line."""
        page.locator("summary", has_text=line).click()


class Keyboard:
    """Tab, Enter and typing alone; every stop on the way must be ringed and in view."""

    def fill(self, page: Page, label: str, text: str) -> None:
        tab_to(page, labelled(page, label))
        page.keyboard.type(text)

    def press(self, page: Page, role: str, name: str) -> None:
        tab_to(page, named(page, role, name))
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def open(self, page: Page, line: str) -> None:
        tab_to(page, page.locator("summary", has_text=line))
        page.keyboard.press("Enter")


def labelled(page: Page, label: str) -> Locator:
    """The field of this label; a label of what must be filled in ends in a star that is not shown."""
    return page.get_by_label(re.compile(rf"^\s*{label}\s*\*?\s*$"))


def named(page: Page, role: str, name: str) -> Locator:
    """The link or button of this name in the page itself, not in its frame."""
    kind: Literal["link", "button"] = "link" if role == "link" else "button"
    return page.get_by_role("main").get_by_role(kind, name=name, exact=True).first


def tab_to(page: Page, wanted: Locator) -> None:
    """Presses Tab until the focus is there; never goes back."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        assert (stop["seen"], stop["ring"] >= 2) == (True, True), stop
        if wanted.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not reached by Tab")


def sign_in_with(hands: Hands, page: Page, email: str) -> None:
    page.goto("/account/login/")
    hands.fill(page, "Email", email)
    hands.fill(page, "Password", PASSWORD)
    hands.press(page, "button", "Sign in")


def answer_the_wizard(hands: Hands, page: Page, after: Callable[[Page], None]) -> None:
    """Six answers and nothing else: company, role, place, base, target, walk-away; `after` sees each page."""
    pages: tuple[dict[str, str], ...] = (
        {"Company": "Harbour Analytics", "Role": "Data Engineer", "Place of work": "Chicago, IL"},
        {"Base pay": "98k"},
        {},
        {},
        {"Target": "110,000", "Walk-away": "95 000"},
    )
    for answers in pages:
        after(page)
        for label, text in answers.items():
            hands.fill(page, label, text)
        # What was just typed may still be on its way to be saved, and the page goes on after that.
        with page.expect_navigation():
            hands.press(page, "button", "Continue")
    for _ in range(WAITING):
        after(page)
        hands.press(page, "button", "Skip")
    after(page)


def take_the_brief(page: Page) -> None:
    """The sheet for the call is a file of its own, and the page that makes it stays open."""
    named(page, "link", "On paper").click()
    with page.expect_download() as waiting:
        named(page, "button", "Make the PDF of the call sheet").click()
    assert waiting.value.path().read_bytes()[:5] == b"%PDF-"


def walk(hands: Hands, page: Page, email: str, after: Callable[[Page], None]) -> None:
    """From signing in to a counter that passes its checks and is marked as sent."""
    sign_in_with(hands, page, email)
    after(page)
    hands.press(page, "link", "Add your offer")
    answer_the_wizard(hands, page, after)
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    hands.press(page, "link", "See what to ask for")
    expect(page.locator(".ask-figure")).to_have_text("USD\u00a0109,500 a year")
    after(page)
    take_the_brief(page)
    page.reload()  # The tabs stand above the brief, and nobody tabs backwards here.
    hands.press(page, "link", "Drafts")
    after(page)
    hands.open(page, "Other messages")
    hands.press(page, "button", "Start the counter")
    text = page.get_by_label("Text", exact=True)
    expect(text).to_have_value(ASKS)
    expect(page.locator("#findings")).to_contain_text("A gap of the text is still open")
    text.fill(text.input_value().replace(GAP, "six years of running such pipelines"))
    hands.press(page, "button", "Check")
    expect(page.locator("#findings")).to_contain_text("Nothing to change")
    after(page)
    hands.press(page, "button", "Mark as sent")
    expect(page.get_by_text("It stays as it was sent.")).to_be_visible()
    after(page)
