"""What is done in a window on drafts, and what is seen there."""

import re
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offers.accounts.models import User
from offers.drafts.asked import asked_in
from offers.drafts.models import Draft, Kind, Tone
from offers.drafts.record import Record, record_of
from offers.drafts.services import send_draft, start_draft
from offers.engine import draft as engine
from offers.models import Offer
from tests.conftest import sign_in


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


def read(offer: Offer) -> Record:
    """The record of the offer as it is saved now."""
    return record_of(Offer.objects.with_case().get(pk=offer.pk), timezone.localdate())


def text(offer: Offer, kind: Kind) -> str:
    return read(offer).text(engine.Kind(kind))


def send(owner: User, offer: Offer, kind: Kind = Kind.COUNTER, text: str = "") -> None:
    """Marks the message as it is composed now, or with another text, as sent today."""
    mine, today = Offer.objects.with_case().get(pk=offer.pk), timezone.localdate()
    made = start_draft(mine, kind=kind, tone=Tone.PLAIN, key=uuid4(), today=today)
    content: dict[str, Any] = {"preferred": False, "override": "As it is.", "signature": ""}
    content["asked"] = asked_in(record_of(mine, today), made, text or made.text)
    send_draft(owner, made.pk, version=1, sent_on=today, today=today, text=text or made.text, **content)


def page(alice: User, name: str, offer: Offer) -> str:
    """What she reads there."""
    return text_of(sign_in(alice).get(reverse(name, args=[offer.pk]))).replace("\u00a0", " ")


def paragraph(text: str, number: int) -> str:
    return text.split("\n\n")[number]


def requests_in(text: str) -> list[str]:
    return [
        sentence.strip()
        for sentence in text.replace("\n", " ").split(". ")
        if "I would like to ask" in sentence
    ]


CLEAN = "Thank you for the offer. I will read it with care and you will hear from me by Friday."
