"""Everything a person does to get in, in a real browser with real mails."""

import re

from playwright.sync_api import Page, expect

from offers.accounts.models import User
from tests.browser.conftest import NewContext
from tests.browser.steps import (
    ask_for_code,
    ask_for_reset,
    give_code,
    give_password,
    give_second_factor,
    mailed_code,
    open_guarded,
    plug_in_authenticator,
    send,
)
from tests.factories import make_totp, totp

NEW = "carol@example.org"
PHRASE = "seven slow herons"
SECRET = "JBSWY3DPEHPK3PXP"


def signed_in(page: Page) -> None:
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def signed_out(page: Page) -> None:
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Sign in")).to_be_visible()


def sign_out(page: Page) -> None:
    send(page, "Sign out")
    signed_out(page)


def test_a_person_signs_up_by_the_code_from_the_mail(page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Create account").click()
    page.get_by_label("Email").fill(NEW)
    page.get_by_label("Password").fill(PHRASE)
    send(page, "Create account")
    expect(page).to_have_url(re.compile("/account/confirm-email/$"))
    give_code(page, mailed_code(NEW))
    signed_in(page)
    assert list(User.objects.get(email=NEW).emailaddress_set.values_list("verified", flat=True)) == [True]


def test_a_person_signs_in_by_a_mailed_code(page: Page, alice: User) -> None:
    ask_for_code(page, alice.email)
    give_code(page, mailed_code(alice.email))
    signed_in(page)


def test_a_forgotten_password_is_replaced_by_the_code_from_the_mail(page: Page, alice: User) -> None:
    ask_for_reset(page, alice.email)
    give_code(page, mailed_code(alice.email))
    for field in page.get_by_label("New password").all():
        field.fill(PHRASE)
    send(page, "Save new password")
    expect(page.get_by_role("heading", name="Your password is changed")).to_be_visible()
    give_password(page, alice.email, PHRASE)
    signed_in(page)


def test_a_passkey_that_was_added_signs_in_without_a_password(page: Page, alice: User) -> None:
    plug_in_authenticator(page)
    give_password(page, alice.email)
    open_guarded(page, "/account/factors/webauthn/add/")
    page.get_by_label("Name").fill("Laptop")
    page.get_by_label("Passwordless").check()
    send(page, "Add")
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    sign_out(page)
    page.goto("/account/login/")
    send(page, "Use a passkey")
    signed_in(page)


def test_an_authenticator_app_becomes_the_second_step_of_signing_in(page: Page, alice: User) -> None:
    give_password(page, alice.email)
    open_guarded(page, "/account/factors/totp/activate/")
    secret = page.get_by_label("Authenticator secret").input_value()
    page.get_by_label("Authenticator code").fill(totp(secret))
    send(page, "Activate")
    codes = page.get_by_label("Unused codes").input_value().split()
    assert len(set(codes)) == 10
    sign_out(page)
    give_password(page, alice.email)
    signed_out(page)
    give_second_factor(page, totp(secret))
    signed_in(page)


def test_a_recovery_code_signs_in_once(page: Page, alice: User) -> None:
    make_totp(alice, SECRET)
    give_password(page, alice.email)
    give_second_factor(page, totp(SECRET))
    open_guarded(page, "/account/factors/recovery-codes/generate/")
    send(page, "Make the codes")
    code = page.get_by_label("Unused codes").input_value().split()[0]
    sign_out(page)
    give_password(page, alice.email)
    give_second_factor(page, code)
    signed_in(page)
    sign_out(page)
    give_password(page, alice.email)
    give_second_factor(page, code)
    expect(page.get_by_role("alert")).to_contain_text("Incorrect code")
    signed_out(page)


def test_a_session_that_is_ended_elsewhere_is_signed_out(new_context: NewContext, alice: User) -> None:
    here, there = new_context().new_page(), new_context().new_page()
    give_password(here, alice.email)
    give_password(there, alice.email)
    here.goto("/account/sessions/")
    send(here, "Sign out everywhere else")
    there.goto("/account/email/")
    expect(there).to_have_url(re.compile("/account/login/"))
    here.goto("/account/email/")
    signed_in(here)
