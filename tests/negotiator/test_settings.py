"""The start refuses an unsafe or half-made configuration with one sentence."""

import os
import subprocess
import sys

import pytest

GOOD = {
    "SECRET_KEY": "an-honest-secret-of-more-than-fifty-characters-for-tests",
    "SITE_URL": "https://offers.example.org",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
    "DATABASE_URL": "postgres://user:password@db/negotiator",
    "PATH": os.environ["PATH"],
}


def start(**changes: str | None) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in (GOOD | changes).items() if value is not None}
    facts = "s.SECURE, s.SESSION_COOKIE_NAME, s.SECURE_REFERRER_POLICY, *s.ALLOWED_HOSTS"
    shown = f"import negotiator.settings as s; print({facts})"
    return subprocess.run(
        [sys.executable, "-c", shown], env=environment, capture_output=True, text=True, check=False
    )


def test_a_complete_https_site_starts_with_safe_cookies_and_its_forms_name_their_origin() -> None:
    assert start().stdout == "True __Host-session same-origin offers.example.org\n"


def test_a_site_of_this_machine_needs_no_mail_server() -> None:
    answer = start(SITE_URL="http://localhost:8000", EMAIL_URL=None)
    assert answer.stdout == "False session same-origin localhost 127.0.0.1 ::1 [::1] localhost\n"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is not set."),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is too short or is the example."),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY is too short or is the example."),
        ({"SECRET_KEY": "change-me-" * 6}, "SECRET_KEY is too short or is the example."),
        ({"SITE_URL": None}, "SITE_URL is not set."),
        ({"SITE_URL": "offers.example.org"}, "SITE_URL must be an address"),
        ({"SITE_URL": "https://offers.example.org/path"}, "SITE_URL must be an address"),
        ({"SITE_URL": "http://offers.example.org"}, "is not safe: use https"),
        ({"EMAIL_URL": None}, "EMAIL_URL is not set."),
        ({"DATABASE_URL": None}, "DATABASE_URL is not set."),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS may not hold a wildcard."),
        ({"ALLOWED_HOSTS": "a.example.org,*.example.org"}, "ALLOWED_HOSTS may not hold a wildcard."),
        ({"DEBUG": "true"}, "DEBUG may only be on where SITE_URL is on this machine."),
    ],
)
def test_an_unsafe_start_is_refused_in_one_sentence(changes: dict[str, str | None], sentence: str) -> None:
    answer = start(**changes)
    assert answer.returncode == 1
    assert answer.stderr.startswith("negotiator cannot start: ")
    assert sentence in answer.stderr
    assert answer.stderr.count("\n") == 1
