"""What is on record of one offer: the advice, what was said and sent, and which numbers may be named."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import Prefetch, prefetch_related_objects
from django.db.models.functions import Left

from offers.accounts.workdays import holidays_of
from offers.bands.policy import current_policy
from offers.case import advice_on
from offers.drafts import agreed, parts, rivals
from offers.drafts.composer.ground import Dropped
from offers.drafts.drops import apart_from, dropped, refused, without
from offers.drafts.models import Draft
from offers.drafts.process import process_of
from offers.engine.advice import Advice
from offers.engine.draft import DraftFacts, Kind
from offers.engine.errors import EngineError
from offers.engine.leak import is_leak
from offers.engine.policy import Policy
from offers.engine.process import Process
from offers.engine.shared import SharedBasis, shared_basis
from offers.engine.tone_figures import amounts
from offers.engine.tone_text import Page
from offers.ledger.parts import Stand, standing
from offers.models import Offer, Stage

MONTHS = 12
OPENING = 300  # As much of a text as the list of drafts looks at.


@dataclass(frozen=True, kw_only=True)
class Case:
    """One offer, with what the engine says of it. Private; each part is worked out when first asked for.

    `advice` is None while the base is missing, or `problem` says what keeps the engine from an answer.
    """

    offer: Offer
    today: date

    @cached_property
    def advised(self) -> tuple[Advice | None, str]:
        """The advice, or what keeps the engine from it."""
        try:
            return advice_on(self.offer, self.today), ""
        except EngineError as error:
            return None, error.sentence

    @property
    def advice(self) -> Advice | None:
        return self.advised[0]

    @property
    def problem(self) -> str:
        return self.advised[1]

    @cached_property
    def policy(self) -> Policy:
        """As it was read for the advice, where that has been asked for already."""
        advice = self.advised[0] if "advised" in vars(self) else None
        return advice.state.policy if advice else current_policy()

    @cached_property
    def holidays(self) -> frozenset[date]:
        return holidays_of(self.offer.owner, self.today)

    @cached_property
    def written(self) -> Offer:
        """The offer with what was said and sent so far, in three queries."""
        light = Draft.objects.defer("text", "basis", "override").annotate(opening=Left("text", OPENING))
        prefetch_related_objects([self.offer], Prefetch("drafts", queryset=light), "terms", "promises")
        return self.offer

    @cached_property
    def process(self) -> Process:
        return process_of(self.written)

    @cached_property
    def stand(self) -> Stand:
        """What stands of each part of the offer now. One query."""
        prefetch_related_objects([self.offer], "terms")
        return standing(self.offer)

    @cached_property
    def drops(self) -> tuple[Dropped, ...]:
        """What they named and then left out or lowered without a word, and have not refused for good."""
        gone = refused(self.written)
        return tuple(one for one in dropped(self.written) if one.name not in gone)

    @cached_property
    def kept(self) -> Stand:
        """What stands without what was dropped."""
        return without(self.stand, self.drops)

    @cached_property
    def agreed(self) -> Stand:
        """What an acceptance lists: nothing that is asked back, and not as low as they have it either."""
        return apart_from(self.stand, {one.name for one in self.drops})

    @cached_property
    def basis(self) -> SharedBasis | None:
        return shared_basis(self.advice) if self.advice else None

    @cached_property
    def colleagues(self) -> frozenset[Decimal]:
        return frozenset(one.pay for one in self.offer.colleagues.all())

    @cached_property
    def known(self) -> frozenset[Decimal]:
        """Amounts the employer knows already: it stated them, or was told."""
        offer = self.offer
        told = (
            offer.named_number,
            offer.sign_on,
            offer.equity_grant,
            offer.posted_minimum,
            offer.posted_maximum,
        )
        stated = self.basis.public_figures if self.basis else frozenset()
        public = stated | {figure for figure in told if figure is not None} | self.said
        return public | frozenset(self.in_other_units(public))

    @property
    def said(self) -> frozenset[Decimal]:
        """The amounts in every version of the terms that they have named."""
        stand = self.stand  # Loads the terms.
        versions = (vars(one) for one in self.offer.terms.all())
        return frozenset(number for one in (stand, *versions) for number in parts.amounts(one))

    @cached_property
    def sayable(self) -> frozenset[Decimal]:
        """Amounts of the advice that may stand in a message: the ask, packages, steps of the ladder."""
        if self.basis is None:
            return frozenset()
        packages = (*self.basis.opening, *self.basis.fallback)
        found = {package.base for package in packages}
        items = [item for package in packages for item in package.items]
        found |= {amount for item in items for amount in (item.quantity, item.quantity + item.offered)}
        found |= {number for sentence in self.basis.sentences for number in numbers_in(sentence)}
        ask = frozenset() if self.basis.ask is None else frozenset({self.basis.ask})
        safe = {number for number in found if not self.gives_away(number)}
        return frozenset(number for number in safe | ask if not self.is_near_walk_away(number))

    @cached_property
    def others(self) -> list[Offer]:
        """The other offers and processes of this person that are still open. One query."""
        mine = Offer.objects.filter(owner_id=self.offer.owner_id, is_example=False)
        return list(mine.exclude(pk=self.offer.pk).exclude(stage=Stage.DECIDED))

    def loaded_others(self) -> None:
        prefetch_related_objects(self.others, "terms", "expectation")

    def gives_away(self, number: Decimal) -> bool:
        """Whether a number tells the walk-away or what a colleague earns."""
        return self.is_near_walk_away(number) or (number in self.colleagues and number not in self.known)

    def is_near_walk_away(self, number: Decimal) -> bool:
        return is_leak(number, self.offer.walk_away, self.known, self.policy)

    def in_other_units(self, figures: frozenset[Decimal]) -> Iterator[Decimal]:
        """The same amounts a year and a month."""
        for figure in figures if self.advice is None else map(self.advice.per_year, figures):
            yield from (figure, figure / MONTHS)

    def facts(self, kind: Kind, *, preferred: bool) -> DraftFacts:
        """What a message of this kind has to agree with.

        What colleagues earn and the walk-away of another offer are guarded as its own walk-away.
        """
        walk_away = self.offer.walk_away
        own = frozenset() if walk_away is None else frozenset({walk_away})
        guarded = self.colleagues | {one.walk_away for one in self.others if one.walk_away is not None}
        accepts = kind is Kind.ACCEPT
        repeated = frozenset(agreed.amounts(self.offer, self.agreed)) if accepts else frozenset()
        known = self.known | repeated
        return DraftFacts(
            kind=kind,
            target=self.advice.state.target if self.advice else self.offer.target,
            walk_away=walk_away,
            private_figures=(*self.in_other_units(own), *sorted(guarded - known - self.sayable)),
            figures=tuple(sorted(known | self.sayable)),
            competing=rivals.strongest(self.others),
            competitors=tuple(one.company for one in self.others if one.company != self.offer.company),
            employer=self.offer.company,
            preferred=preferred,
            agreed=agreed.terms_of(self.offer, self.agreed) if accepts else (),
            bases=tuple(sorted(self.bases)) if accepts else (),
        )

    @property
    def bases(self) -> frozenset[Decimal]:
        """The base that stands, as low as they have it, and the same a year and a month."""
        base = frozenset({self.kept["base"]}) if "base" in self.kept else frozenset()
        return base | frozenset(self.in_other_units(base))

    @property
    def stands(self) -> Decimal:
        """The base that stands now."""
        base: Decimal | None = self.stand.get("base")
        return base or Decimal(0)

    def may_say(self, sentence: str, *heard: Decimal) -> bool:
        """Whether it gives nothing private away. `heard` are numbers that the employer has said by then."""
        return not any(self.gives_away(number) for number in numbers_in(sentence) if number not in heard)


def numbers_in(sentence: str) -> tuple[Decimal, ...]:
    return tuple(found.value for found in amounts(Page(sentence)))
