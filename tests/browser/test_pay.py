"""The page of pay in a real browser: every face of it, on every screen."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter
from tests.conftest import sign_in
from tests.rooms import ROOMS


@pytest.fixture
def desk(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    return enter(new_context(), sign_in(alice), live_server.url)


@pytest.mark.parametrize("face", ["worked-example", "front-loaded", "hourly", "start-up", "long-names"])
def test_no_face_of_the_page_has_a_fault(face: str, desk: Page, alice: User, screenshots: Path) -> None:
    desk.goto(reverse("offers:pay", args=[ROOMS[face](alice).pk]))
    faults = inspect(desk, f"pay-{face}", screenshots)
    for fold in desk.locator("main details").all():
        fold.locator("> summary").evaluate("it => it.click()")
    assert faults + inspect(desk, f"pay-{face}-open", screenshots) == []
