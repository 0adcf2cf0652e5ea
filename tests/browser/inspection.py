"""Looks at one page as everybody would see it: both colours, phone and desk, with axe and a screenshot."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

Face = tuple[int, Literal["light", "dark"]]
EVERY: tuple[Face, ...] = ((360, "light"), (360, "dark"), (1280, "light"), (1280, "dark"))
# Each width and each colour once; this is enough for what Django draws and tests itself.
EACH_ONCE = EVERY[1:3]
FACES = EVERY if "THOROUGH" in os.environ or "SCREENSHOTS" in os.environ else EACH_ONCE
PICTURED = EVERY if "SCREENSHOTS" in os.environ else EACH_ONCE if "THOROUGH" in os.environ else EVERY[2:3]
NARROWEST = 320
HEIGHT = 800
OPTIONS: dict[str, object] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    # The rule for targets of 24 pixels is off unless it is asked for.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    # Fetching the style sheets once more serves one rule that the tags above leave out, and CSP refuses it.
    "preload": False,
}
# The rules that look at colours: the others find the same in the other colour.
COLOUR_RULES = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# A text near a pseudo-element is judged like any other, not left open: stricter, and a third quicker.
STRICT = """const contrast = axe._audit.checks["color-contrast"];
contrast.options = {...contrast.options, ignorePseudo: true};"""
# Only what is wrong leaves the browser: the whole answer is large and slow to read.
RUN = """options => axe.run(options).then(answer => answer.violations.map(({id, impact, nodes}) =>
    `${id} (${impact}) of ${nodes.map(node => node.target.join(" ")).join(", ")}`))"""
# The browser moves the focus a moment after the page is there.
LOST_FOCUS = """() => new Promise(resolve => {
    if (!document.querySelector("main .is-invalid, main .invalid-feedback")) return resolve(false);
    const end = performance.now() + 1000;
    const look = () => {
        const lost = !document.activeElement.matches(".error-summary");
        if (lost && performance.now() < end) setTimeout(look, 20);
        else resolve(lost);
    };
    look();
})"""


def inspect(page: Page, label: str, folder: Path, faces: tuple[Face, ...] = FACES) -> list[str]:
    """Every fault of the page that is open, one line each; leaves pictures of it named by `label`."""
    page.wait_for_load_state()  # A click leaves when the next page begins, and that may have no element yet.
    faults = [*lost_focus(page), *overflow(page)]
    page.evaluate(AXE_SCRIPT)
    page.evaluate(STRICT)
    for width, colour in faces:
        laid_out_anew = resize(page, width)
        page.emulate_media(color_scheme=colour)
        found = violations(page, OPTIONS if laid_out_anew else OPTIONS | {"runOnly": COLOUR_RULES})
        faults += [f"{fault} in {colour} at {width}" for fault in found]
        if (width, colour) in PICTURED:
            # Half the time of a PNG, and there are hundreds.
            page.screenshot(path=folder / f"{label}_{colour}_{width}.jpg", type="jpeg", quality=85)
    return [f"{label}: {fault}" for fault in faults]


def resize(page: Page, width: int) -> bool:
    """A window of this width, as high as the page: a screenshot of all then takes half the time.

    Whether it had another width before.
    """
    if (page.viewport_size or {}).get("width") == width:
        return False
    page.set_viewport_size({"width": width, "height": HEIGHT})
    height: int = page.evaluate("document.documentElement.scrollHeight")
    if height > HEIGHT:
        page.set_viewport_size({"width": width, "height": height})
    return True


def lost_focus(page: Page) -> Iterator[str]:
    """A form that came back with errors puts the focus on the summary of them."""
    if page.evaluate(LOST_FOCUS):
        yield "the focus is not on a summary of the errors"


def overflow(page: Page) -> Iterator[str]:
    """A page of ours is never scrolled sideways; Django's administration scrolls its tables by itself."""
    page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROWEST:
        yield f"{width} px wide on a screen of {NARROWEST}"


def violations(page: Page, options: dict[str, object] = OPTIONS) -> list[str]:
    """What axe finds; its script must be in the page already."""
    found: list[str] = page.evaluate(RUN, options)
    return found
