"""The site with the keyboard alone."""

from playwright.sync_api import Page, expect

from offers.accounts.models import User
from tests.conftest import PASSWORD

FOCUS = """() => {
    const stop = document.activeElement, box = stop.getBoundingClientRect(), style = getComputedStyle(stop);
    return {
        name: (stop.innerText || stop.name || stop.tagName).trim(),
        ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        seen: box.height > 0 && box.top >= 0 && box.left >= 0
            && box.bottom <= innerHeight && box.right <= innerWidth,
    };
}"""


def tab_to(page: Page, name: str) -> list[str]:
    """Presses Tab until the focus is on `name`; every stop must be in view and ringed. Answers the stops."""
    stops: list[str] = []
    while name not in stops:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        stops.append(stop["name"])
        assert (stop["seen"], stop["ring"] >= 2) == (True, True), stop
        assert len(stops) < 30, stops
    return stops


def test_the_first_stop_skips_to_the_content(page: Page) -> None:
    page.goto("/privacy/")
    tab_to(page, "Skip to the content")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_person_signs_in_with_the_keyboard_alone(page: Page, alice: User) -> None:
    page.goto("/")
    tab_to(page, "Sign in")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/account/login/")
    tab_to(page, "login")
    page.keyboard.type(alice.email)
    tab_to(page, "password")
    page.keyboard.type(PASSWORD)
    tab_to(page, "Sign in")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_the_focus_lands_on_the_summary_of_errors_and_its_link_on_the_field(page: Page, alice: User) -> None:
    page.goto("/account/login/")
    tab_to(page, "login")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Email")).to_be_focused()


def test_every_stop_of_a_page_is_ringed_and_in_view_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/account/signup/")
    stops = tab_to(page, "Dark")
    assert [stops[0], *stops[-3:]] == ["Skip to the content", "As the system", "Light", "Dark"]
