"""Replies in a real browser: every face of the page, the step-away check, and the rehearsal."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from offers.accounts.models import User
from tests.browser.conftest import NewContext
from tests.browser.inspection import inspect
from tests.browser.steps import enter
from tests.conftest import sign_in
from tests.factories import make_answer
from tests.rooms import CLOSED, ROOMS

FACES = {**ROOMS, **CLOSED}


@pytest.fixture
def page(new_context: NewContext, live_server: LiveServer, alice: User) -> Page:
    return enter(new_context(), sign_in(alice), live_server.url)


@pytest.mark.parametrize("face", FACES)
def test_the_page_of_replies_has_no_fault(page: Page, alice: User, face: str, screenshots: Path) -> None:
    offer = FACES[face](alice)
    if offer.base:
        make_answer(offer, base=offer.base)
    page.goto(f"/offers/{offer.pk}/replies/")
    assert inspect(page, f"replies-{face}", screenshots) == []
