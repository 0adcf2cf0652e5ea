"""Signing up, in and out: what a stranger learns, what a thief can do, what ends a session."""

import re
import statistics
import time
from collections.abc import Callable

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import LazySettings
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.accounts.models import User
from tests.conftest import PASSWORD, make_person, sign_in
from tests.factories import make_totp, totp

NEW = "seven slow herons"
SECRET = "JBSWY3DPEHPK3PXP"


def post(client: Client, name: str, **body: str) -> HttpResponse:
    return client.post(reverse(name), body)


def code_in_mail() -> str:
    return re.search(r"^[0-9A-Z]{4}-?[0-9A-Z]{4}$|^[0-9A-Z]{6}$", mail.outbox[-1].body, re.MULTILINE)[0]


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("account_email")).status_code == 200


def log_in(email: str, password: str = PASSWORD, **where: str) -> Client:
    client = Client(**where)
    post(client, "account_login", login=email, password=password)
    return client


def test_a_new_person_confirms_the_address_with_the_mailed_code(db: None) -> None:
    client = Client()
    post(client, "account_signup", email="Alice@Example.org", password1=NEW)
    assert not is_signed_in(client)
    post(client, "account_email_verification_sent", code=code_in_mail())
    assert is_signed_in(client)
    assert User.objects.get().email == "alice@example.org"


def test_one_address_is_one_account_however_it_is_written(alice: User) -> None:
    post(Client(), "account_signup", email="ALICE@example.ORG", password1=NEW)
    assert User.objects.filter(email__iexact="alice@example.org").count() == 1


def test_closed_sign_ups_say_so_and_make_no_account(db: None, settings: LazySettings) -> None:
    settings.SIGNUP_OPEN = False
    answer = post(Client(), "account_signup", email="alice@example.org", password1=NEW)
    assert "No new accounts here" in answer.content.decode()
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "email",
    [
        "a@b@c",
        "alice",
        "alice@example.org\r\nBcc: bob@example.org",
        "a\x00@example.org",
        "x" * 300 + "@example.org",
    ],
)
def test_an_address_that_is_none_is_said_beside_the_field(db: None, email: str) -> None:
    answer = post(Client(), "account_signup", email=email, password1=NEW)
    assert list(answer.context["form"].errors) == ["email"]
    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["short", "password1234", "a" * 4097, "null\x00null null null"])
def test_a_password_that_will_not_do_is_said_beside_the_field(db: None, password: str) -> None:
    answer = post(Client(), "account_signup", email="alice@example.org", password1=password)
    assert list(answer.context["form"].errors) == ["password1"]
    assert not User.objects.exists()


def test_a_password_of_4096_characters_is_kept_whole(db: None) -> None:
    post(Client(), "account_signup", email="alice@example.org", password1="ab" * 2048)
    assert User.objects.get().check_password("ab" * 2048)


def without_token(response: HttpResponse, email: str) -> tuple[int, dict[str, str], str]:
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())
    headers = {name: value for name, value in response.headers.items() if name != "Expires"}
    return response.status_code, headers, text.replace(email, "ADDRESS")


FLOWS: dict[str, Callable[[Client, str], HttpResponse]] = {
    "sign-up": lambda client, email: client.post(
        reverse("account_signup"), {"email": email, "password1": NEW}, follow=True
    ),
    "sign-in": lambda client, email: client.post(
        reverse("account_login"), {"login": email, "password": "wrong wrong wrong"}, follow=True
    ),
    "reset": lambda client, email: client.post(
        reverse("account_reset_password"), {"email": email}, follow=True
    ),
    "code": lambda client, email: client.post(
        reverse("account_request_login_code"), {"email": email}, follow=True
    ),
}


@pytest.mark.parametrize("flow", FLOWS)
def test_known_and_unknown_addresses_get_the_same_answer(flow: str, alice: User) -> None:
    known = without_token(FLOWS[flow](Client(), "alice@example.org"), "alice@example.org")
    unknown = without_token(FLOWS[flow](Client(), "quinn@example.org"), "quinn@example.org")
    assert known == unknown


@pytest.mark.parametrize("flow", ["sign-up", "sign-in"])
def test_known_and_unknown_addresses_take_the_same_time(
    flow: str, alice: User, settings: LazySettings
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = False
    alice.set_password(PASSWORD)
    alice.save()

    def seconds(email: str) -> float:
        start = time.perf_counter()
        FLOWS[flow](Client(), email)
        return time.perf_counter() - start

    seconds("warm@example.org")
    pairs = [(seconds("alice@example.org"), seconds(f"nobody{n}@example.org")) for n in range(9)]
    known, unknown = (statistics.median(column) for column in zip(*pairs, strict=True))
    assert 0.5 < known / unknown < 2


def test_ten_wrong_passwords_stop_the_guesser_and_nobody_else(alice: User) -> None:
    for _ in range(10):
        log_in(alice.email, "wrong wrong wrong", REMOTE_ADDR="192.0.2.1")
    assert not is_signed_in(log_in(alice.email, REMOTE_ADDR="192.0.2.1"))
    assert is_signed_in(log_in(alice.email, REMOTE_ADDR="192.0.2.2"))


def test_sign_ups_without_end_are_told_when_to_come_back(db: None) -> None:
    answers = [
        post(Client(), "account_signup", email=f"p{n}@example.org", password1="short") for n in range(21)
    ]
    assert (answers[19].status_code, answers[20].status_code) == (200, 429)
    assert answers[20].headers["Retry-After"] == "300"


def test_one_address_gets_three_reset_mails_an_hour(alice: User) -> None:
    for _ in range(10):
        post(Client(), "account_reset_password", email=alice.email)
    assert len(mail.outbox) == 3


def test_signing_in_gives_a_new_session(alice: User) -> None:
    client = Client()
    client.get(reverse("account_login"))
    client.cookies["session"] = "planted-by-a-stranger-0123456789"
    post(client, "account_login", login=alice.email, password=PASSWORD)
    assert client.cookies["session"].value != "planted-by-a-stranger-0123456789"
    assert is_signed_in(client)


def replay(client: Client) -> Client:
    copy = Client()
    copy.cookies["session"] = client.cookies["session"].value
    return copy


def test_signing_out_ends_the_session_on_the_server(alice: User) -> None:
    client = log_in(alice.email)
    old = replay(client)
    post(client, "account_logout")
    assert not is_signed_in(old)


def test_a_changed_password_ends_the_other_sessions(alice: User) -> None:
    here, elsewhere = log_in(alice.email), log_in(alice.email)
    post(here, "account_change_password", oldpassword=PASSWORD, password1=NEW, password2=NEW)
    assert (is_signed_in(here), is_signed_in(elsewhere)) == (True, False)


def test_a_reset_password_ends_every_session(alice: User) -> None:
    elsewhere, client = log_in(alice.email), Client()
    post(client, "account_reset_password", email=alice.email)
    post(client, "account_confirm_password_reset_code", code=code_in_mail())
    post(client, "account_complete_password_reset", password1=NEW, password2=NEW)
    assert not is_signed_in(elsewhere)
    assert is_signed_in(log_in(alice.email, NEW))


def test_a_new_second_factor_ends_the_other_sessions(transactional_db: None, alice: User) -> None:
    here, elsewhere = sign_in(alice), log_in(alice.email)
    session = here.session
    session["mfa.totp.secret"] = SECRET
    session.save()
    post(here, "mfa_activate_totp", code=totp(SECRET))
    assert alice.authenticator_set.filter(type="totp").count() == 1
    assert (is_signed_in(here), is_signed_in(elsewhere)) == (True, False)


def test_a_removed_second_factor_ends_the_other_sessions(alice: User) -> None:
    elsewhere = log_in(alice.email)
    TOTP.activate(alice, SECRET)
    here = sign_in(alice, second_factor=True)
    post(here, "mfa_deactivate_totp")
    assert (is_signed_in(here), is_signed_in(elsewhere)) == (True, False)


@pytest.fixture
def carol(db: None) -> User:
    """Somebody with a second factor."""
    user = make_person("carol")
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def test_a_password_alone_does_not_pass_the_second_factor(carol: User) -> None:
    client = log_in(carol.email)
    assert not is_signed_in(client)
    post(client, "mfa_authenticate", code=totp(SECRET))
    assert is_signed_in(client)


def test_a_reset_does_not_pass_the_second_factor(carol: User) -> None:
    client = Client()
    post(client, "account_reset_password", email=carol.email)
    post(client, "account_confirm_password_reset_code", code=code_in_mail())
    post(client, "account_complete_password_reset", password1=NEW, password2=NEW)
    assert not is_signed_in(client)
    assert not is_signed_in(log_in(carol.email, NEW))


def test_a_mailed_code_does_not_pass_the_second_factor(carol: User) -> None:
    client = Client()
    post(client, "account_request_login_code", email=carol.email)
    post(client, "account_confirm_login_code", code=code_in_mail())
    assert not is_signed_in(client)


def test_a_remembered_session_does_not_pass_the_second_factor_again(carol: User) -> None:
    client = Client()
    post(client, "account_login", login=carol.email, password=PASSWORD, remember="on")
    post(client, "mfa_authenticate", code=totp(SECRET))
    post(client, "account_logout")
    post(client, "account_login", login=carol.email, password=PASSWORD, remember="on")
    assert not is_signed_in(client)


def test_a_recovery_code_works_once(carol: User) -> None:
    code = carol.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
    first, second = log_in(carol.email), log_in(carol.email)
    post(first, "mfa_authenticate", code=code)
    post(second, "mfa_authenticate", code=code)
    assert (is_signed_in(first), is_signed_in(second)) == (True, False)


def test_a_used_authenticator_code_does_not_work_again(carol: User) -> None:
    first, second, code = log_in(carol.email), log_in(carol.email), totp(SECRET)
    post(first, "mfa_authenticate", code=code)
    post(second, "mfa_authenticate", code=code)
    assert (is_signed_in(first), is_signed_in(second)) == (True, False)


def test_a_session_can_be_seen_and_ended_from_another(alice: User) -> None:
    here, elsewhere = log_in(alice.email), log_in(alice.email)
    assert is_signed_in(elsewhere)
    post(here, "usersessions_list")
    assert (is_signed_in(here), is_signed_in(elsewhere)) == (True, False)


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_elsewhere(alice: User, target: str) -> None:
    answer = post(Client(), "account_login", login=alice.email, password=PASSWORD, next=target)
    assert answer.headers["Location"] == "/offers/"


def test_a_mail_holds_our_address_whatever_the_request_claims(alice: User) -> None:
    client = Client(headers={"x-forwarded-host": "evil.example"})
    post(client, "account_reset_password", email=alice.email)
    assert "evil.example" not in mail.outbox[-1].body


def test_a_second_key_needs_nothing_of_the_first(alice: User) -> None:
    make_totp(alice)
    assert not is_signed_in(log_in(alice.email))
