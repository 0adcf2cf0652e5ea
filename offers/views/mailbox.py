"""Mails of a server without mail settings: files of this machine, shown on a page of this machine."""

import email
from dataclasses import dataclass
from email import policy
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offers.context_processors import mailbox_is_open

SHOWN = 20


@dataclass(frozen=True, kw_only=True)
class Mail:
    to: str
    subject: str
    date: str
    body: str


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    if not mailbox_is_open():
        raise Http404
    return render(request, "mailbox.html", {"mails": latest(Path(settings.EMAIL_FILE_PATH))})


def latest(folder: Path) -> list[Mail]:
    """The newest mails first. Django's file backend writes one file a connection, one mail or more each."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)[:SHOWN]
    return [mail for file in files for mail in reversed(mails_in(file))][:SHOWN]


def mails_in(file: Path) -> list[Mail]:
    separator = b"\n" + b"-" * 79 + b"\n"
    return [read(raw) for raw in file.read_bytes().split(separator) if raw.strip()]


def read(raw: bytes) -> Mail:
    message = email.message_from_bytes(raw, policy=policy.default)
    body = message.get_body(("plain",))
    return Mail(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        date=str(message["Date"]),
        body=str(body.get_content()) if body else "",
    )
