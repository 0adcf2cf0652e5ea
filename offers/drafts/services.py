"""Changes of drafts: each is one transaction on locked rows."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Unpack
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.db.models import Q

from offers.accounts.models import User
from offers.drafts.asked import with_what_was_proposed
from offers.drafts.checks import Checked, check_text
from offers.drafts.composer.ground import NothingToSayError as NothingToSayError
from offers.drafts.models import COUNTERS, Content, Draft, Kind, Tone, signed
from offers.drafts.record import Record, digest, record_of
from offers.drafts.revisions import remember
from offers.engine import draft as engine
from offers.models import Offer, Stage

Person = User | AnonymousUser  # Whoever is asking; nobody owns nothing.
COUNTERED_FROM = (Stage.RECEIVED, Stage.REVIEWED, Stage.FINAL)
DECIDED = "This is decided. Take the decision back to write another message."


class StaleDraftError(Exception):
    """The draft was saved or sent elsewhere since the page was opened."""

    def __init__(self, saved: Draft) -> None:
        super().__init__()
        self.saved = saved


class BlockedError(Exception):
    """The check blocks the text, and nobody has written why it goes out all the same."""

    def __init__(self, checked: Checked) -> None:
        super().__init__()
        self.checked = checked


class OwnWordsError(Exception):
    """The text was changed by hand since it was made; `made` is what would stand in its place."""

    def __init__(self, saved: Draft, made: str) -> None:
        super().__init__()
        self.saved, self.made = saved, made


@transaction.atomic
def start_draft(offer: Offer, *, kind: Kind, key: UUID, today: date, tone: Tone = Tone.PLAIN) -> Draft:
    """A draft with its first text. The same key makes no second one, also not at the same moment.

    Raises NothingToSayError, with the reason, for a kind that has nothing to say of this offer now.
    """
    if offer.is_decided:
        raise NothingToSayError(DECIDED)
    record = record_of(offer, today)
    text = record.text(engine.Kind(kind), tone)
    made = {"kind": kind, "tone": tone, "text": text, "made_on": today}
    made["made_of"] = record.digest(engine.Kind(kind), tone)
    made["signature"] = "" if kind == Kind.PHONE else name_of(offer)  # A script is not signed.
    draft, is_new = Draft.objects.get_or_create(offer=offer, key=key, defaults=made)
    if is_new:
        remember(draft, before=text)
    return draft


def name_of(offer: Offer) -> str:
    """The name below the last message of the same person."""
    mine = Draft.objects.filter(offer__owner=offer.owner_id).exclude(signature="")
    return mine.order_by("-changed_at").values_list("signature", flat=True).first() or ""


@transaction.atomic
def keep_text(owner: Person, pk: UUID, *, today: date) -> None:
    """The text stays although the answers changed; from now on it counts as made of them."""
    draft = locked(owner, pk)
    if draft.sent_on is None:
        record = record_of(draft.offer, today)
        draft.made_of, draft.made_on = record.digest(engine.Kind(draft.kind), Tone(draft.tone)), today
        draft.save(update_fields=["made_of", "made_on"])


@transaction.atomic
def save_draft(
    owner: Person, pk: UUID, *, version: int, quiet: bool = False, **content: Unpack[Content]
) -> Draft:
    """Saves what was typed. Raises StaleDraftError instead of overwriting what another page saved."""
    draft = locked(owner, pk)
    if draft.says(**content):
        if not draft.sent_on:
            remember(draft, before=draft.text, quiet=quiet)
        return draft
    if draft.sent_on or draft.version != version:
        raise StaleDraftError(draft)
    return put(draft, content, quiet=quiet)


def with_choice(draft: Draft, text: str, *, preferred: bool, today: date) -> str | None:
    """The text with or without the sentence of a first choice; None for one that was changed by hand."""
    kind, tone, record = engine.Kind(draft.kind), Tone(draft.tone), record_of(draft.offer, today)
    try:
        made = record.text(kind, tone, preferred=draft.preferred)
        return record.text(kind, tone, preferred=preferred) if text == made else None
    except NothingToSayError:
        return None


def put(draft: Draft, content: Mapping[str, object], *more: str, quiet: bool = False) -> Draft:
    """Writes `content` and the fields named `more`, and keeps a revision of a text that has changed."""
    before = draft.text
    for name, value in content.items():
        setattr(draft, name, value)
    kept = keep(draft, *content, *more)
    if draft.text != before or not quiet:
        remember(draft, before=before, quiet=quiet)
    return kept


@transaction.atomic
def restore(owner: Person, pk: UUID, *, version: int, number: int) -> Draft:
    """Puts back an earlier text; the one that stood until now is a revision as well.

    Raises StaleDraftError as saving does, Revision.DoesNotExist for a number that there is not.
    """
    draft = locked(owner, pk)
    text = draft.revisions.get(number=number).text
    if draft.says(text=text):
        return draft
    if draft.sent_on or draft.version != version:
        raise StaleDraftError(draft)
    return put(draft, {"text": text})


@transaction.atomic
def change_tone(
    owner: Person, pk: UUID, *, version: int, tone: Tone, today: date, is_sure: bool = False
) -> Draft:
    """Makes the text again in another tone; the one that stood until now is a revision.

    Raises OwnWordsError for a text that was changed by hand, unless `is_sure`; StaleDraftError as saving
    does; NothingToSayError where the text could not be made any more.
    """
    draft = locked(owner, pk)
    if draft.sent_on or draft.version != version:
        raise StaleDraftError(draft)
    kind, record = engine.Kind(draft.kind), record_of(draft.offer, today)
    text = record.text(kind, tone, preferred=draft.preferred)
    plain = {draft.made_of, digest(record.text(kind, Tone(draft.tone), preferred=draft.preferred))}
    if not is_sure and digest(draft.text) not in plain:
        raise OwnWordsError(draft, text)
    draft.tone, draft.made_of, draft.made_on = tone, record.digest(kind, tone), today
    return put(draft, {"text": text}, "tone", "made_of", "made_on")


@transaction.atomic
def send_draft(
    owner: Person,
    pk: UUID,
    *,
    version: int,
    sent_on: date,
    today: date,
    asked: Decimal | None,
    **content: Unpack[Content],
) -> Draft:
    """Freezes the text as it went out, with the basis it stood on, and moves the offer's stage.

    `asked` is the base that it asked for, as the person has seen it; None where it asked for none.
    Raises BlockedError for a text that the check blocks without a written reason, StaleDraftError as saving
    does. Marking the same message twice changes nothing.
    """
    draft = locked(owner, pk)
    if draft.says(sent_on=sent_on, **content):
        return draft
    if draft.sent_on or draft.version != version:
        raise StaleDraftError(draft)
    record = record_of(draft.offer, today)
    check_way_out(draft, record, content)
    draft.sent_on, draft.basis = sent_on, with_what_was_proposed(record, draft, content["text"], asked)
    move_on(draft)
    return put(draft, content, "sent_on", "basis")


class StandsOnItError(Exception):
    """A later message, an answer or the decision stands on a message that went out."""


@transaction.atomic
def take_back(owner: Person, pk: UUID) -> Draft:
    """A message that did not go out after all is a draft again, and the stage goes back with a counter.

    Raises StandsOnItError once something stands on it. Doing it twice changes nothing.
    """
    draft = locked(owner, pk)
    if draft.sent_on is None:
        return draft
    if stands_on(draft):
        raise StandsOnItError
    draft.sent_on = draft.review_on = draft.basis = None
    kept = keep(draft, "sent_on", "review_on", "basis")
    move_back(draft)
    return kept


def stands_on(draft: Draft) -> bool:
    """Whether a later message or an answer came after it, or all is decided."""
    offer = draft.offer
    others = offer.drafts.exclude(pk=draft.pk)
    later = Q(sent_on__gt=draft.sent_on) | Q(sent_on=draft.sent_on, changed_at__gt=draft.changed_at)
    heard = Q(heard_on__gt=draft.sent_on) | Q(heard_on=draft.sent_on, made_at__gt=draft.changed_at)
    answers = offer.terms.answers().filter(heard)
    return offer.is_decided or others.filter(later).exists() or answers.exists()


def move_back(draft: Draft) -> None:
    """Without that counter the offer is where it was before it."""
    offer = draft.offer
    if draft.kind not in COUNTERS or offer.stage not in (Stage.COUNTERED, Stage.REVIEW):
        return
    if offer.terms.answers().exists():
        offer.stage = Stage.FINAL
    elif not offer.drafts.sent().filter(kind__in=COUNTERS).exists():
        offer.stage = Stage.REVIEWED if offer.stated_as == "written" else Stage.RECEIVED
    offer.save(update_fields=["stage", "changed_at"])


@transaction.atomic
def remove_draft(owner: Person, pk: UUID, *, version: int) -> None:
    """Takes a draft away that was not sent. Raises StaleDraftError where it is not as the page showed it."""
    draft = locked(owner, pk)
    if draft.sent_on or draft.version != version:
        raise StaleDraftError(draft)
    draft.delete()


def check_way_out(draft: Draft, record: Record, content: Content) -> None:
    """Raises BlockedError for a message that the check blocks, unless there is a written reason.

    `content` has all of it, so that no way out can forget a part.
    """
    whole = signed(content["text"], content["signature"])
    checked = check_text(whole, record, engine.Kind(draft.kind), preferred=content["preferred"])
    if checked.blocks and not content["override"]:
        raise BlockedError(checked)


def locked(owner: Person, pk: UUID) -> Draft:
    """One's own draft, its offer locked before it, so that two changes of one offer wait for each other.

    Raises Draft.DoesNotExist for one that is not there, or not theirs.
    """
    mine = Offer.objects.owned_by(owner)
    if mine.select_for_update(of=("self",)).filter(drafts=pk).first() is None:
        raise Draft.DoesNotExist
    return Draft.objects.about(mine).with_case().select_for_update(of=("self",)).get(pk=pk)


def keep(draft: Draft, *fields: str) -> Draft:
    draft.version += 1
    draft.save(update_fields=[*fields, "version", "changed_at"])
    return draft


def move_on(draft: Draft) -> None:
    """A counter that went out is waited for, also after an answer; an acknowledgement changes nothing."""
    offer = draft.offer
    if draft.kind in COUNTERS and offer.stage in COUNTERED_FROM:
        offer.stage = Stage.COUNTERED
        offer.save(update_fields=["stage", "changed_at"])
