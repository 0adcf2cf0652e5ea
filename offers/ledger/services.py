"""Changes of what is written down: each is one transaction on a locked offer that is not decided."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from offers.ledger.entries import Entry
from offers.ledger.forms import EntryForm
from offers.ledger.models import Contact, Observation, Promise, Settled, Signal, Terms
from offers.ledger.parts import Change, of_terms, open_drops, versions_of
from offers.ledger.terms import give_back_deadline, locked
from offers.models import Offer

LONGEST_WHAT = 200


class DecidedError(Exception):
    """The negotiation is over; its record stays as it is until the decision is taken back."""


class StaleError(Exception):
    """The entry was changed elsewhere since the page was opened."""

    def __init__(self, saved: Any) -> None:
        super().__init__()
        self.saved = saved


def locked_open(offer: Offer) -> Offer:
    """The offer, locked. Raises DecidedError once it is decided."""
    saved = locked(offer)
    if saved.is_decided:
        raise DecidedError
    return saved


@transaction.atomic
def write_down(offer: Offer, form: EntryForm) -> Entry:
    """Keeps a valid form, which makes no second entry, also not at the same moment.

    Raises OtherWordsError as `KeyedForm.kept` does, DecidedError once it is decided.
    """
    saved = locked(offer)
    already: Entry | None = form.kept()
    if already:
        return already
    if saved.is_decided:
        raise DecidedError
    entry: Entry = form.save(commit=False)
    entry.key = form.cleaned_data["key"]
    entry.save()
    return entry


@transaction.atomic
def remove(entry: Promise | Signal) -> None:
    """Takes away what was written down by mistake."""
    locked_open(entry.offer)
    entry.delete()


@transaction.atomic
def take_back_terms(terms: Terms) -> None:
    """A version that was written down by mistake. What the offer took on from it stays as it is."""
    give_back_deadline(locked_open(terms.offer), terms)
    terms.delete()


@transaction.atomic
def settle(promise: Promise, state: Settled, *, was: Settled, today: date) -> Promise:
    """In writing, waived, or open again. Raises StaleError where it stands otherwise than the page showed."""
    locked_open(promise.offer)
    promise.refresh_from_db(fields=["state", "settled_on"])
    if promise.state == state:
        return promise
    if promise.state != was:
        raise StaleError(promise)
    promise.state, promise.settled_on = state, None if state == Settled.OPEN else today
    promise.save(update_fields=["state", "settled_on"])
    return promise


@transaction.atomic
def promise_again(terms: Terms, part: str) -> Promise | None:
    """What a version dropped, as a promise to be asked about: once for each part of an offer.

    Who said it, when and how is taken from the last version that had it, else from the offer as entered. None
    for a part that this version did not drop.
    """
    saved = locked_open(terms.offer)
    key = drop_key(saved.pk, part)
    already: Promise | None = Promise.objects.filter(offer=saved, key=key).first()
    dropped = None if already else drop_of(saved, terms, part)
    if dropped is None:
        return already
    what = f"{dropped.label}: {dropped.before}"
    told = where_from(saved, terms, part)
    return Promise.objects.create(offer=saved, key=key, what=shortened(what), **told)


def drop_key(offer: UUID, part: str) -> UUID:
    """The key of the promise that is made of one part that was dropped."""
    return uuid5(offer, part)


def unkept_drops(offer: Offer) -> list[Change]:
    """Dropped parts that nobody has written down as a promise. Terms and promises are loaded."""
    kept = {promise.key for promise in offer.promises.all()}
    return [drop for drop in open_drops(offer) if drop_key(offer.pk, drop.name) not in kept]


def drop_of(offer: Offer, terms: Terms, part: str) -> Change | None:
    compared = next((one for one in versions_of(offer) if one.terms.pk == terms.pk), None)
    return next((drop for drop in compared.drops if drop.name == part), None) if compared else None


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST_WHAT else f"{words[: LONGEST_WHAT - 1]}…"


def where_from(offer: Offer, terms: Terms, part: str) -> dict[str, Any]:
    """Who named a part last before this version, when, and how it came."""
    newest_first = list(offer.terms.all())
    place = next(number for number, one in enumerate(newest_first) if one.pk == terms.pk)
    for one in newest_first[place + 1 :]:
        if part in of_terms(one):
            return {"person": one.person, "channel": one.channel, "promised_on": one.heard_on}
    channel = "letter" if offer.stated_as == "written" else "call"
    entered_on = min(timezone.localdate(offer.created_at), terms.heard_on)
    return {"person": "", "channel": channel, "promised_on": entered_on}


@transaction.atomic
def strike_out(observation: Observation, *, now: datetime) -> None:
    """A mistake stays to be read, struck through. Doing it twice changes nothing."""
    locked_open(observation.offer)
    Observation.objects.filter(pk=observation.pk, struck_at=None).update(struck_at=now)


@transaction.atomic
def change_contact(contact: Contact, version: int, typed: dict[str, Any]) -> Contact:
    """Saves what was typed. Raises StaleError instead of overwriting what another page saved."""
    locked_open(contact.offer)
    contact = Contact.objects.select_related("offer").get(pk=contact.pk)
    if all(getattr(contact, name) == value for name, value in typed.items()):
        return contact
    if contact.version != version:
        raise StaleError(contact)
    for name, value in typed.items():
        setattr(contact, name, value)
    contact.version += 1
    contact.save(update_fields=[*typed, "version"])
    return contact


@transaction.atomic
def remove_contact(contact: Contact, version: int) -> None:
    """Takes a person off the list. Raises StaleError when another page has changed them since."""
    locked_open(contact.offer)
    contact.refresh_from_db()
    if contact.version != version:
        raise StaleError(contact)
    contact.delete()
