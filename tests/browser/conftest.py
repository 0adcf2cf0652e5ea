"""A real Chromium against the live server; every test fails on whatever the browser complains about."""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext
from pytest_django.live_server_helper import LiveServer

from tests.browser.gate import GATE
from tests.browser.watch import watch
from tests.conftest import forget_jobs

NewContext = Callable[..., BrowserContext]
# Without windows to draw it takes half the time of the same Chromium with them.
PROGRAMS = (
    "chromium-headless-shell",
    "chromium",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
MISSING = "The browser tests need a browser: apt-get install chromium-headless-shell libatomic1"
PATIENCE = 10_000


@pytest.fixture(scope="session", autouse=True)
def program() -> str:
    """The installed browser; without it, or what Playwright's driver is linked to, every test fails."""
    program = next((path for path in map(shutil.which, PROGRAMS) if path), None)
    if program is None:
        pytest.fail(MISSING, pytrace=False)
    if sys.platform == "linux":
        try:
            ctypes.CDLL("libatomic.so.1")
        except OSError:
            pytest.fail(MISSING, pytrace=False)
    return program


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], program: str) -> dict[str, Any]:
    # Chromium's sandbox refuses root, and containers have little shared memory.
    flags = ["--disable-dev-shm-usage"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    return browser_type_launch_args | {"executable_path": program, "args": flags}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], live_server: LiveServer) -> dict[str, Any]:
    # The address is http://localhost:port: passkeys work there and not at 127.0.0.1.
    return browser_context_args | {"base_url": live_server.url, "reduced_motion": "reduce"}


@pytest.fixture
def complaints() -> list[str]:
    """What the browsers of this test have complained about so far."""
    return []


@pytest.fixture
def new_context(
    new_context: NewContext, complaints: list[str], live_server: LiveServer
) -> Iterator[NewContext]:
    """As Playwright's, but watched: console errors, refused code and requests to others fail the test."""

    def open_context(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        watch(context, live_server.url, complaints)
        return context

    yield open_context
    assert complaints == []


@pytest.fixture(autouse=True)
def _fresh_limits(transactional_db: None) -> Iterator[None]:
    """The cache is no table of a model, so nothing else forgets its counts of tries."""
    cache.clear()
    yield
    GATE.shut()  # The browser is closed, and the tables are emptied next.
    forget_jobs()
    cache.clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Whoever still waits at the gate meets empty tables."""
    try:
        return (yield)
    finally:
        GATE.open()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """Where screenshots are kept: SCREENSHOTS, or .data/screenshots."""
    default = Path(__file__).parents[2] / ".data" / "screenshots"
    folder = Path(os.environ.get("SCREENSHOTS") or default)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
