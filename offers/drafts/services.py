"""Changes of drafts: each is one transaction on locked rows."""

from datetime import date
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from offers.accounts.models import User
from offers.drafts.checks import Checked, check_text
from offers.drafts.composer.ground import NothingToSayError as NothingToSayError
from offers.drafts.models import Draft, Kind, Tone
from offers.drafts.record import Record, record_of
from offers.engine import draft as engine
from offers.engine.encode import encode
from offers.models import Offer, Stage

Person = User | AnonymousUser  # Whoever is asking; nobody owns nothing.
BEFORE_COUNTER = (Stage.RECEIVED, Stage.REVIEWED)


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


@transaction.atomic
def start_draft(offer: Offer, *, kind: Kind, key: UUID, today: date, tone: Tone = Tone.PLAIN) -> Draft:
    """A draft with its first text. The same key makes no second one, also not at the same moment.

    Raises NothingToSayError, with the reason, for a kind that has nothing to say of this offer now.
    """
    record = record_of(offer, today)
    text = record.text(engine.Kind(kind), tone)
    made = {"kind": kind, "tone": tone, "text": text, "made_on": today}
    made["made_of"] = record.digest(engine.Kind(kind), tone)
    return Draft.objects.get_or_create(offer=offer, key=key, defaults=made)[0]


def answers_changed(draft: Draft, record: Record) -> bool:
    """Whether its text would be composed from other answers now than on the day it was made.

    Both are read as of that day, so that time alone, such as a deadline that comes near, is no change.
    """
    if draft.made_on is None:
        return False
    then = record if record.today == draft.made_on else record_of(draft.offer, draft.made_on)
    return then.digest(engine.Kind(draft.kind), Tone(draft.tone)) not in ("", draft.made_of)


@transaction.atomic
def keep_text(owner: Person, pk: UUID, *, today: date) -> None:
    """The text stays although the answers changed; from now on it counts as made of them."""
    draft = locked(owner, pk)
    if draft.sent_on is None:
        record = record_of(draft.offer, today)
        draft.made_of, draft.made_on = record.digest(engine.Kind(draft.kind), Tone(draft.tone)), today
        draft.save(update_fields=["made_of", "made_on"])


@transaction.atomic
def save_draft(owner: Person, pk: UUID, *, version: int, text: str, preferred: bool, override: str) -> Draft:
    """Saves what was typed. Raises StaleDraftError instead of overwriting what another page saved."""
    draft = locked(owner, pk)
    if draft.says(text=text, preferred=preferred, override=override):
        return draft
    if draft.sent_on or draft.version != version:
        raise StaleDraftError(draft)
    draft.text, draft.preferred, draft.override = text, preferred, override
    return keep(draft, "text", "preferred", "override")


@transaction.atomic
def send_draft(
    owner: Person,
    pk: UUID,
    *,
    version: int,
    text: str,
    preferred: bool,
    override: str,
    sent_on: date,
    today: date,
) -> Draft:
    """Freezes the text as it went out, with the basis it stood on, and moves the offer's stage.

    Raises BlockedError for a text that the check blocks without a written reason, StaleDraftError as saving
    does. Marking the same message twice changes nothing.
    """
    draft = locked(owner, pk)
    if draft.says(text=text, preferred=preferred, override=override, sent_on=sent_on):
        return draft
    if draft.sent_on or draft.version != version:
        raise StaleDraftError(draft)
    record = record_of(draft.offer, today)
    checked = check_text(text, record, engine.Kind(draft.kind), preferred=preferred)
    if checked.blocks and not override:
        raise BlockedError(checked)
    draft.text, draft.preferred, draft.override, draft.sent_on = text, preferred, override, sent_on
    draft.basis = encode(record.basis)
    move_on(draft)
    return keep(draft, "text", "preferred", "override", "sent_on", "basis")


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
    """A counter that went out opens the next stage; an acknowledgement leaves the offer where it is."""
    offer = draft.offer
    if draft.kind == Kind.COUNTER and offer.stage in BEFORE_COUNTER:
        offer.stage = Stage.COUNTERED
        offer.save(update_fields=["stage", "changed_at"])
