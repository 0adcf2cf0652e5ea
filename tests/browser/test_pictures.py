"""The pictures of the README, taken from the pages themselves: PICTURES=docs/images makes them anew."""

import os
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import FloatRect, Locator, Page
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from offers.demo import WORKED_EXAMPLE, load_case
from tests.browser.conftest import NewContext
from tests.browser.steps import enter
from tests.conftest import sign_in
from tests.factories import make_industry

WIDTH = 1100
AIR = 24  # Pixels below the last thing that a picture shows whole.


@pytest.fixture
def folder(screenshots: Path) -> Path:
    return Path(os.environ.get("PICTURES") or screenshots)


def test_the_first_page_down_to_its_worked_example(
    new_context: NewContext, live_server: LiveServer, folder: Path
) -> None:
    page = new_context().new_page()
    page.goto(live_server.url)
    take(page, folder / "first-page.png", page.locator(".screen"))


def test_the_room_down_to_pay_on_one_line(
    new_context: NewContext, live_server: LiveServer, alice: User, folder: Path
) -> None:
    make_industry()
    offer = load_case(alice, WORKED_EXAMPLE | {"stated_as": "written"}, timezone.localdate())
    page = enter(new_context(), sign_in(alice), live_server.url)
    page.goto(offer.get_absolute_url())
    take(page, folder / "room.png", page.locator(".pay-bar"))


def take(page: Page, path: Path, last: Locator) -> None:
    """The page from its top to just below `last`, in light colours."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDTH, "height": 1400})
    box = last.bounding_box()
    assert box is not None
    page.screenshot(path=path, clip=FloatRect(x=0, y=0, width=WIDTH, height=box["y"] + box["height"] + AIR))
    assert path.stat().st_size > 20_000
