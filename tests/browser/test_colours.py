"""Light and dark: as the system says or as the person chose, from the first paint on."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext

LIGHT, DARK = "rgb(250, 249, 246)", "rgb(20, 24, 29)"
INK, PALE = "rgb(28, 36, 48)", "rgb(233, 231, 225)"
# Runs before the page: notes when the theme is set, and the background of each frame that is painted.
RECORD = """
    window.frames_seen = [];
    const look = () => {
        if (document.body) window.frames_seen.push(getComputedStyle(document.body).backgroundColor);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new MutationObserver((_, observer) => {
        if (!document.documentElement?.dataset.bsTheme) return;
        window.theme_set_at = performance.now();
        observer.disconnect();
    }).observe(document, { attributes: true, childList: true, subtree: true });
"""
# Not for `wait_for_function`: it evaluates its text inside the page, where our policy refuses that.
PAINTED = """() => new Promise(resolve => {
    const painted = () => performance.getEntriesByName("first-paint").length && window.frames_seen.length > 1;
    const wait = () => painted() ? resolve() : requestAnimationFrame(wait);
    wait();
})"""


def expect_background(page: Page, colour: str) -> None:
    expect(page.locator("body")).to_have_css("background-color", colour)


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_the_switch_changes_the_colours_of_every_page(new_context: NewContext, script: bool) -> None:
    page = new_context(java_script_enabled=script, color_scheme="light").new_page()
    page.goto("/privacy/")
    for name, colour in (("Dark", DARK), ("Light", LIGHT), ("Dark", DARK)):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
        expect(page).to_have_url("/privacy/")
        expect_background(page, colour)
    page.goto("/not-advice/")
    expect_background(page, DARK)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_paper_is_dark_on_white_and_keeps_the_colours_that_say_something(page: Page, theme: str) -> None:
    page.goto("/example/")
    page.get_by_role("button", name=theme).click()
    page.emulate_media(media="print")
    expect_background(page, "rgb(255, 255, 255)")
    expect(page.locator("body")).to_have_css("color", INK)
    expect(page.locator("svg text").first).not_to_have_css("fill", PALE)
    for name in (".key", ".bulb"):
        expect(page.locator(name).first).to_have_css("print-color-adjust", "exact")
    expect(page.locator(".key-free").first).to_have_css("background-color", "rgb(205, 232, 224)")


def test_colours_follow_the_system_until_one_is_chosen(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    expect_background(page, DARK)
    page.emulate_media(color_scheme="light")
    expect_background(page, LIGHT)
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    expect_background(page, DARK)


@pytest.mark.parametrize("chosen", ["auto", "dark"])
def test_the_first_paint_has_the_right_colours(new_context: NewContext, chosen: str) -> None:
    context = new_context(color_scheme="light" if chosen == "dark" else "dark")
    page = context.new_page()
    page.goto("/")
    if chosen == "dark":
        page.get_by_role("button", name="Dark").click()
        expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    page.add_init_script(RECORD)
    page.goto("/privacy/")
    page.evaluate(PAINTED)
    painted = page.evaluate("performance.getEntriesByName('first-paint')[0].startTime")
    assert page.evaluate("window.theme_set_at") < painted
    assert set(page.evaluate("window.frames_seen")) == {DARK}


def test_form_controls_are_drawn_in_the_colours_of_the_page(new_context: NewContext) -> None:
    page = new_context(color_scheme="dark").new_page()
    page.goto("/account/login/")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    page.get_by_role("button", name="Light").click()
    expect(page.get_by_role("button", name="Light")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light"
