"""What is done in a window on drafts, and what is seen there."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.drafts.models import Draft


def at(page: str, draft: Draft) -> str:
    return reverse(f"drafts:{page}", args=[draft.offer_id, draft.pk])


def post(window: Client, page: str, draft: Draft, **fields: Any) -> HttpResponse:
    given = {"version": draft.version, "text": draft.text, "sent_on": timezone.localdate().isoformat()}
    return window.post(at(page, draft), given | fields)


def text_of(response: HttpResponse) -> str:
    """What a reader sees, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def live_check(window: Client, draft: Draft, text: str, **fields: Any) -> str:
    """The part of the page that a script receives."""
    given = {"version": draft.version, "text": text} | fields
    return window.post(at("check", draft), given, headers={"HX-Request": "true"}).content.decode()
