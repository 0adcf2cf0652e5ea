"""The mailbox of a server that has no mail settings."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.mail import send_mail
from django.test import Client


@pytest.fixture
def mailbox(db: None, settings: LazySettings, tmp_path: Path) -> Client:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return Client()


def deliver(subject: str, body: str = "Your code is ABCD-1234") -> None:
    send_mail(subject, body, "noreply@example.org", ["alice@example.org"])


def test_an_empty_mailbox_says_what_will_come(mailbox: Client) -> None:
    assert "No mail yet." in mailbox.get("/mailbox/").content.decode()


def test_a_folder_that_is_not_there_yet_is_an_empty_mailbox(mailbox: Client, settings: LazySettings) -> None:
    settings.EMAIL_FILE_PATH += "/later"
    assert mailbox.get("/mailbox/").status_code == 200


def test_mails_are_shown_with_their_text_newest_first(mailbox: Client) -> None:
    deliver("First")
    deliver("Second")
    mails = mailbox.get("/mailbox/").context["mails"]
    assert [(mail.subject, mail.to, mail.body.strip()) for mail in mails] == [
        ("Second", "alice@example.org", "Your code is ABCD-1234"),
        ("First", "alice@example.org", "Your code is ABCD-1234"),
    ]


def test_what_looks_like_code_in_a_mail_is_shown_as_text(mailbox: Client) -> None:
    deliver("<script>alert(1)</script>", "<script>alert(2)</script>")
    assert "<script>alert" not in mailbox.get("/mailbox/").content.decode()


def test_a_server_that_sends_mail_has_no_mailbox(mailbox: Client, settings: LazySettings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert mailbox.get("/mailbox/").status_code == 404


def test_a_server_that_others_reach_has_no_mailbox(mailbox: Client, settings: LazySettings) -> None:
    settings.LOCAL = False
    assert mailbox.get("/mailbox/").status_code == 404
