"""The documents of one offer: what each is for, what may be switched on, and how its pages come about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from offers.accounts.models import User
from offers.briefs import brief, sheet, summary
from offers.briefs.earlier import read_earlier
from offers.briefs.frame import Frame, file_name
from offers.briefs.paper import A4, chosen
from offers.dates.events import with_dates
from offers.drafts.process import with_process
from offers.ledger.models import Terms
from offers.models import Offer, OfferQuerySet

Told = tuple[Offer, Terms | None]  # An offer, and the version of its terms that it was read up to.
Pages = Callable[[Offer, date, Frame, bool], tuple[str, ...]]
WITH = "yes"  # The one word that puts the walk-away on paper.


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a person chose for one document."""

    paper: str = A4
    private: bool = False
    terms: UUID | None = None  # The version of the terms to stop at.


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One document. `most` is how many pages it may have, 0 for any number."""

    key: str
    title: str
    line: str
    pages: Pages
    frame: str = "brief"
    mark: str = "Private: not for the employer"
    most: int = 0
    has_walk_away: bool = True
    has_versions: bool = True
    for_employer: bool = False

    def choices(self, sent: QueryDict, user: User) -> Choices:
        """From the address; the walk-away only where this document can have it.

        A version that can be none of this document is a 404: it would be made of other terms than it is for.
        """
        private = self.has_walk_away and sent.get("walk-away") == WITH
        return Choices(paper=chosen(sent, user), private=private, terms=self.version(sent.get("terms", "")))

    def version(self, named: str) -> UUID | None:
        if not named:
            return None
        try:
            found = UUID(named)
        except ValueError:
            raise Http404 from None
        if not self.has_versions:
            raise Http404
        return found

    def drawn(self, told: Told, today: date, choices: Choices, back: str = "") -> tuple[str, ...]:
        """The versions of its page, the richest first; none where there is nothing to hand over.

        With `back` it is for a screen, and leads there. Earlier terms are read as on the day they came.
        """
        offer, terms = told
        name = f"{self.title} with the walk-away" if choices.private else self.title
        mark = "Private: holds your walk-away" if choices.private else self.mark
        day = min(terms.heard_on, today) if terms else today
        frame = Frame(
            name=name,
            about=str(offer),
            mark=mark,
            made=today,
            then=day if terms else None,
            version=str(terms.get_kind_display()) if terms else "",
            paper=choices.paper,
            kind=self.frame,
            back=back,
        )
        return self.pages(offer, day, frame, choices.private)

    def named(self, offer: Offer, choices: Choices) -> str:
        """The header that names its file."""
        held = ("with-walk-away" if choices.private else "", "earlier-terms" if choices.terms else "")
        return file_name(self.key, offer.company, *held)


def read(offers: OfferQuerySet, pk: UUID, choices: Choices) -> Told:
    """An offer with all that any of the documents stands on; what is not there is a 404."""
    if choices.terms:
        return read_earlier(offers, pk, choices.terms)
    return get_object_or_404(with_dates(with_process(offers.with_case().with_pay())), pk=pk), None


CALL_SHEET = Kind(
    key="call-sheet",
    title="Call sheet",
    line="One page to hold during the call: how to open, the ask, what to say next, and to their number.",
    pages=sheet.pages_of,
    frame="sheet",
    most=1,
)
PRIVATE_BRIEF = Kind(
    key="private-brief",
    title="Private brief",
    line="The whole of it to think with: the ask and why, their screen, packages, pay by year, what is open.",
    pages=brief.pages_of,
)
SUMMARY = Kind(
    key="summary",
    title="Summary for the employer",
    line="One page to hand over: that you want the role, the request, what it rests on, other ways to it.",
    pages=summary.pages_of,
    mark="",
    most=1,
    has_walk_away=False,
    has_versions=False,
    for_employer=True,
)
KINDS: Mapping[str, Kind] = {kind.key: kind for kind in (CALL_SHEET, PRIVATE_BRIEF, SUMMARY)}
