"""What is done on the pages of the ledger, and what they say to it."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from offers.ledger.models import Contact, Promise
from offers.models import Offer


def post(desk: Client, offer: Offer, name: str, sent: dict[str, str], *more: object) -> HttpResponse:
    return desk.post(reverse(f"ledger:{name}", args=[offer.pk, *more]), sent)


def told(response: HttpResponse) -> list[str]:
    return [str(message) for message in response.wsgi_request._messages]


def settled(desk: Client, promise: Promise, state: str, was: str) -> HttpResponse:
    return post(desk, promise.offer, "settle-promise", {"state": state, "was": was}, promise.pk)


def changed_contact(desk: Client, contact: Contact, **typed: str) -> HttpResponse:
    sent = {"name": contact.name, "part": contact.part, "email": contact.email, "version": "1"} | typed
    return post(desk, contact.offer, "contact", sent, contact.pk)
