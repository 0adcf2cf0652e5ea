"""Pages that take steps to reach, and further faces of others: each state brings a browser there."""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import LazySettings
from playwright.sync_api import Page

from offers.accounts.models import User
from tests.browser.steps import (
    ask_for_code,
    ask_for_reset,
    confirm_password,
    give_code,
    give_password,
    mailed_code,
    open_guarded,
    send,
)
from tests.factories import make_security_key, make_totp


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A browser of nobody yet, Alice, and what the site is set to."""

    page: Page
    alice: User
    settings: LazySettings


State = Callable[[Visit], None]
STATES: dict[tuple[str, str], State] = {}
WRONG = "AAAA-AAAA"


def state(name: str, label: str) -> Callable[[State], State]:
    """Registers the way to one face of the page that has this name in the URLconf."""

    def register(steps: State) -> State:
        STATES[name, label] = steps
        return steps

    return register


@state("account_email_verification_sent", "code")
def sign_up(visit: Visit) -> None:
    visit.page.goto("/account/signup/")
    visit.page.get_by_label("Email").fill("carol@example.org")
    visit.page.get_by_label("Password").fill("seven slow herons")
    send(visit.page, "Create account")


@state("account_email_verification_sent", "wrong-code")
def sign_up_with_a_wrong_code(visit: Visit) -> None:
    sign_up(visit)
    give_code(visit.page, WRONG)


@state("account_signup", "closed")
def sign_up_where_that_is_closed(visit: Visit) -> None:
    visit.settings.SIGNUP_OPEN = False
    visit.page.goto("/account/signup/")


@state("account_confirm_login_code", "code")
def sign_in_by_code(visit: Visit) -> None:
    ask_for_code(visit.page, visit.alice.email)


@state("account_confirm_login_code", "wrong-code")
def sign_in_by_a_wrong_code(visit: Visit) -> None:
    sign_in_by_code(visit)
    give_code(visit.page, WRONG)


@state("offers:dashboard", "just-signed-in")
def sign_in(visit: Visit) -> None:
    give_password(visit.page, visit.alice.email)


@state("mfa_authenticate", "second-step")
def sign_in_half(visit: Visit) -> None:
    make_totp(visit.alice)
    make_security_key(visit.alice)
    give_password(visit.page, visit.alice.email)


@state("mfa_authenticate", "wrong-code")
def sign_in_half_with_a_wrong_code(visit: Visit) -> None:
    sign_in_half(visit)
    visit.page.get_by_role("textbox", name="Code").fill("000000")
    send(visit.page, "Sign in")


@state("account_confirm_password_reset_code", "code")
def reset(visit: Visit) -> None:
    ask_for_reset(visit.page, visit.alice.email)


@state("account_confirm_password_reset_code", "wrong-code")
def reset_by_a_wrong_code(visit: Visit) -> None:
    reset(visit)
    give_code(visit.page, WRONG)


@state("account_complete_password_reset", "new-password")
def reset_by_the_code(visit: Visit) -> None:
    reset(visit)
    give_code(visit.page, mailed_code(visit.alice.email))


@state("account_complete_password_reset", "short-password")
def reset_to_a_short_password(visit: Visit) -> None:
    reset_by_the_code(visit)
    for field in visit.page.get_by_label("New password").all():
        field.fill("short")
    send(visit.page, "Save new password")


@state("account_set_password", "none-yet")
def sign_in_without_a_password(visit: Visit) -> None:
    visit.alice.set_unusable_password()
    visit.alice.save()
    sign_in_by_code(visit)
    give_code(visit.page, mailed_code(visit.alice.email))
    visit.page.goto("/account/password/set/")


@state("account_email_verification_sent", "new-address")
def change_the_address(visit: Visit) -> None:
    sign_in(visit)
    visit.page.goto("/account/email/")
    visit.page.get_by_label("Email").fill("alice@example.net")
    send(visit.page, "Change address")
    confirm_password(visit.page)


@state("account_email", "waiting")
def have_an_address_that_is_not_confirmed(visit: Visit) -> None:
    EmailAddress.objects.create(user=visit.alice, email="alice@example.net")
    sign_in(visit)
    visit.page.goto("/account/email/")


@state("account_email", "errors")
def change_the_address_to_none(visit: Visit) -> None:
    sign_in(visit)
    visit.page.goto("/account/email/")
    visit.page.get_by_label("Email").fill("nowhere")
    send(visit.page, "Change address")


@state("mfa_index", "everything")
def have_every_factor(visit: Visit) -> None:
    sign_in(visit)
    make_totp(visit.alice)
    make_security_key(visit.alice)
    RecoveryCodes.activate(visit.alice)
    visit.page.goto("/account/factors/")


@state("mfa_view_recovery_codes", "ten")
def see_the_recovery_codes(visit: Visit) -> None:
    have_every_factor(visit)
    open_guarded(visit.page, "/account/factors/recovery-codes/")


@state("mfa_generate_recovery_codes", "again")
def replace_the_recovery_codes(visit: Visit) -> None:
    have_every_factor(visit)
    open_guarded(visit.page, "/account/factors/recovery-codes/generate/")


@state("usersessions_list", "two")
def sign_in_twice(visit: Visit) -> None:
    sign_in(visit)
    visit.page.context.clear_cookies()
    sign_in(visit)
    visit.page.goto("/account/sessions/")


@state("mailbox", "empty")
def open_the_mailbox(visit: Visit) -> None:
    visit.settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    visit.page.goto("/mailbox/")


@state("mailbox", "mails")
def read_the_mailbox(visit: Visit) -> None:
    visit.settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    sign_up(visit)
    visit.page.goto("/mailbox/")
