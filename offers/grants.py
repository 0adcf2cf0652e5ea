"""Changes of the grants of an offer; each sets what the offer says of its equity in one figure."""

from uuid import UUID, uuid4

from django.db import transaction
from django.shortcuts import get_object_or_404

from offers.accounts.models import User
from offers.bands.policy import current_policy
from offers.engine.grants import grant_value
from offers.engine.money import spoken
from offers.engine.policy import Policy
from offers.engine.vesting import EquityMeaning, read_equity
from offers.explain import money
from offers.grant_forms import GrantForm
from offers.models import Grant, Offer, Stated
from offers.package import claimed, counted_rate, years_of
from offers.services import StaleError

MOST = 20
SUMMARY = ("equity_stated", "equity_grant", "equity_years", "equity_believed_rate", "visited", "changed_at")
EVEN = {3: "even_3_yearly", 4: "even_4_monthly"}  # What an even grant over so many years is usually.


class TooManyError(Exception):
    """More grants than anybody has."""


def new_grant(offer: Offer) -> Grant:
    """The first one starts from the figure that was typed for the whole: nobody types it twice.

    What was said aloud stands in no letter yet.
    """
    is_written = offer.stated_as == "written"
    if offer.grants.exists():
        return Grant(offer=offer, is_written=is_written)
    return Grant(
        offer=offer,
        is_written=is_written,
        figure=offer.equity_grant,
        schedule=EVEN.get(offer.equity_years or 4, "even_4_monthly"),
    )


@transaction.atomic
def save_grant(owner: User, pk: UUID, form: GrantForm) -> Grant:
    """Keeps a valid form. A page may save again and again: that is one grant, and its own save no other's.

    Raises StaleError where another page changed the grant since this one was opened, TooManyError past 20.
    """
    offer = locked(owner, pk)
    grant: Grant = form.instance
    page = form.cleaned_data.get("page") or uuid4()
    made = offer.grants.filter(key=page).first()
    if grant.pk:
        current = GrantForm(instance=get_object_or_404(offer.grants, pk=grant.pk))
        if form.cleaned_data.get("opened") != current.state and made != grant:
            raise StaleError(current)
    elif made:
        grant.pk = made.pk
    elif offer.grants.count() >= MOST:
        raise TooManyError
    grant.offer = offer
    if made in (None, grant):
        grant.key = page
    grant.save()
    sum_up(offer)
    return grant


@transaction.atomic
def remove_grant(owner: User, pk: UUID, grant: int) -> None:
    """Takes one grant away; where it was the last, no figure stands until somebody gives one."""
    offer = locked(owner, pk)
    offer.grants.filter(pk=grant).delete()
    sum_up(offer)


def locked(owner: User, pk: UUID) -> Offer:
    return get_object_or_404(Offer.objects.owned_by(owner).select_for_update(), pk=pk)


def sum_up(offer: Offer) -> None:
    """What the grants come to together, in the columns that drafts and comparisons read."""
    known = [grant.to_grant() for grant in offer.grants.all()]
    offer.equity_stated = Stated.GIVEN
    offer.equity_grant = claimed(known)
    offer.equity_years = years_of(known) if known else None
    offer.equity_believed_rate = counted_rate(known, current_policy())
    offer.visited = sorted({*offer.visited, "equity"})
    columns = (
        "equity_stated",
        "equity_grant",
        "equity_years",
        "equity_believed_rate",
        "visited",
        "changed_at",
    )
    offer.save(update_fields=columns)


def said(grant: Grant, policy: Policy) -> list[str]:
    """The grant as it was understood, in sentences to confirm."""
    found = grant.to_grant()
    told = []
    if grant.figure is not None:
        told.append(read_equity(grant.figure, EquityMeaning(grant.meaning), found.vesting).reason.text)
    elif grant.strike is None and found.claimed is not None:
        price = spoken(grant.price or found.claimed)
        told.append(f"{grant.units:,} shares at {price}: {money(found.claimed, grant.currency)}.")
    return told + [reason.text for reason in grant_value(found, policy).reasons]
