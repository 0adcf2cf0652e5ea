"""What people do in more than one test: signing in and up, reading codes, using an authenticator."""

import re
import time
from collections.abc import Callable

from django.core import mail
from django.test import Client
from playwright.sync_api import BrowserContext, Page

from tests.conftest import PASSWORD


def until(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    """Waits for what happens on the server by itself."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def enter(context: BrowserContext, client: Client, site: str) -> Page:
    """A page of a browser that is signed in as the test client is; anonymous when that is."""
    if "session" in client.cookies:
        context.add_cookies([{"name": "session", "value": client.cookies["session"].value, "url": site}])
    return context.new_page()


def send(page: Page, button: str) -> None:
    """Presses a button and waits for the page that it leads to; a page may change its own address first."""
    with page.expect_event("load"):
        page.get_by_role("button", name=button, exact=True).click()


def follow(page: Page, link: str) -> None:
    """Follows a link and waits for the page that it leads to, with its scripts: typed text is saved then."""
    with page.expect_event("load"):
        page.get_by_role("main").get_by_role("link", name=link, exact=True).first.click()


def give_password(page: Page, email: str, password: str = PASSWORD) -> None:
    """Fills the sign-in form and sends it; what comes next depends on the account."""
    page.goto("/account/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(password)
    send(page, "Sign in")


def ask_for_code(page: Page, email: str) -> None:
    """Asks for a sign-in code by mail and arrives where it is entered."""
    page.goto("/account/login/code/")
    page.get_by_label("Email").fill(email)
    send(page, "Request code")


def ask_for_reset(page: Page, email: str) -> None:
    """Asks for a code that allows a new password and arrives where it is entered."""
    page.goto("/account/password/reset/")
    page.get_by_label("Email").fill(email)
    send(page, "Send me a code")


def give_code(page: Page, code: str) -> None:
    """Enters a code from a mail where it is asked for."""
    page.get_by_role("textbox", name="Code", exact=True).fill(code)
    send(page, "Confirm")


def confirm_password(page: Page) -> None:
    """Gives the password once more, where what was asked for is worth it."""
    page.get_by_label("Password").fill(PASSWORD)
    send(page, "Confirm")


def open_guarded(page: Page, path: str) -> None:
    """Opens a page that asks for the password once more first."""
    page.goto(path)
    confirm_password(page)


def give_second_factor(page: Page, code: str) -> None:
    """Enters a code of an authenticator app, or a recovery code, as the second step of signing in."""
    page.get_by_role("textbox", name="Code", exact=True).fill(code)
    send(page, "Sign in")


def mailed_code(email: str) -> str:
    """The code in the newest mail to this address."""
    (message, *_) = [message for message in reversed(mail.outbox) if message.to == [email]]
    return str(re.findall(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", message.body, re.MULTILINE)[0])


def plug_in_authenticator(page: Page) -> None:
    """Gives the browser a device that holds passkeys and confirms at once, by Chromium's own protocol."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
