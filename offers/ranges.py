"""Ranges that a person keeps: saved, removed, filled into an offer, and told in their download."""

from django.db import transaction
from django.db.models import Case, F, When
from django.http import QueryDict
from django.shortcuts import get_object_or_404

from offers.accounts.export import Exported, told
from offers.accounts.models import User
from offers.engine.money import spoken
from offers.forms import RangeForm
from offers.models import KnownRange, Offer
from offers.models.ranges import KnownRangeQuerySet
from offers.range_form import AMOUNTS, KnownRangeForm

MOST = 100
GONE = "That range is not here any more. Nothing was filled in."
FILLED = (
    "Filled in: {amounts}, from “{source}”. It is not saved yet: the button below keeps it. If this employer "
    "told you, tick that."
)


class TooManyError(Exception):
    """More ranges than a page can show."""


class StaleRangeError(Exception):
    """Another page has changed the range since this one was opened."""

    def __init__(self, saved: KnownRangeForm) -> None:
        super().__init__()
        self.saved = saved


@transaction.atomic
def save_range(owner: User, form: KnownRangeForm) -> None:
    """Keeps a valid form. The same page sent again makes no second range.

    Raises `StaleRangeError`, and `TooManyError` past 100.
    """
    mine = KnownRange.objects.owned_by(User.objects.select_for_update().get(pk=owner.pk))
    known, page = form.instance, form.cleaned_data.get("page")
    if known.pk:
        current = KnownRangeForm(instance=get_object_or_404(mine, pk=known.pk))
        if form.cleaned_data.get("opened") != current.state:
            raise StaleRangeError(current)
    elif page and mine.filter(key=page).exists():
        return
    elif mine.count() >= MOST:
        raise TooManyError
    known.owner = owner
    if page and not known.pk:
        known.key = page
    known.save()


def remove_range(owner: User, pk: int) -> None:
    KnownRange.objects.owned_by(owner).filter(pk=pk).delete()


def usable(offer: Offer) -> KnownRangeQuerySet:
    """One's own ranges that fit an offer, those of its very title and place first. One query."""
    same = When(title__iexact=offer.role.strip(), place__iexact=offer.place.strip(), then=0)
    mine = KnownRange.objects.filter(owner=offer.owner_id).fitting(offer)
    return mine.order_by(Case(same, default=1), F("seen_on").desc(), "-pk")


def filled_in(offer: Offer, sent: QueryDict) -> tuple[RangeForm, str]:
    """The page of their range as it was sent, with one of the person's own ranges in it."""
    key = sent.get("mine", "")
    found = usable(offer).filter(pk=int(key)).first() if key.isdecimal() and len(key) < 19 else None
    if found is None:
        return RangeForm(sent, instance=offer), GONE
    typed = sent.copy()
    for name in AMOUNTS:
        amount = getattr(found, name)
        typed[f"range_{name}"] = spoken(amount) if amount is not None else ""
    typed["range_source"] = f"{found.source}, {found.seen_on:%d %B %Y}"[:200]
    # Who told it was another employer, maybe: whether this one did is for the person to say.
    typed.pop("range_from_employer", None)
    return RangeForm(typed, instance=offer), FILLED.format(amounts=found.amounts, source=found.source)


def export(user: User) -> list[Exported]:
    """Every range that the person keeps, the oldest first. One query."""
    mine = KnownRange.objects.owned_by(user).order_by("pk")
    return [told(one, "id", "owner", "key") for one in mine]
