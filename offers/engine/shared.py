"""What may leave the person's hands: the basis of a draft, a share link or a summary for the employer.

These types have no field for the walk-away, what it is derived from, the pay of colleagues or other offers,
so no template can print them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from offers.engine.advice import Advice
from offers.engine.items import item_phrase
from offers.engine.packages import Package, Pick
from offers.engine.situation import Unit


@dataclass(frozen=True, kw_only=True)
class SharedRange:
    """A range that the employer stated or posted; `None` for an end it left open."""

    minimum: Decimal | None
    midpoint: Decimal | None
    maximum: Decimal | None


@dataclass(frozen=True, kw_only=True)
class SharedItem:
    """How much of one item a package holds, in money or days, on top of what is `offered` already."""

    key: str
    quantity: Decimal
    offered: Decimal = Decimal(0)

    def phrase(self, currency: str) -> str:
        """The item as it stands in a message."""
        return item_phrase(self.key, self.quantity, currency, self.offered)


@dataclass(frozen=True, kw_only=True)
class SharedPackage:
    """A package as the employer reads it."""

    base: Decimal
    items: tuple[SharedItem, ...]
    phrase: str


@dataclass(frozen=True, kw_only=True)
class SharedBasis:
    """The numbers a message stands on, in the unit of the offer; `range_top` when the ask is said as a range.

    `sentences` are ready to be said, from the ask down to the review.
    """

    currency: str
    unit: Unit
    offer: Decimal
    ask: Decimal | None
    range_top: Decimal | None
    pay_range: SharedRange | None
    opening: tuple[SharedPackage, ...]
    fallback: tuple[SharedPackage, ...]
    sentences: tuple[str, ...]

    @property
    def public_figures(self) -> frozenset[Decimal]:
        """The figures on record that a message may hold however near they are to a private number."""
        limits = (
            (self.pay_range.minimum, self.pay_range.midpoint, self.pay_range.maximum)
            if self.pay_range
            else ()
        )
        return frozenset(number for number in (self.offer, *limits) if number is not None)


def shared_basis(advice: Advice) -> SharedBasis:
    """What of `advice` may be shared. Offer 80,000: the ask 88,500 and its packages, never the 79,000.

    The last rung of the ladder stays out, since it tells whether the offer reaches the walk-away.
    """
    state, rungs = advice.state, advice.ladder.rungs
    first = rungs[0]
    return SharedBasis(
        currency=state.situation.terms.measure.currency,
        unit=state.situation.terms.measure.unit,
        offer=state.offer,
        ask=advice.ask.amount,
        range_top=first.range_top,
        pay_range=_stated_range(advice),
        opening=_shared(advice.packages.opening.packages),
        fallback=_shared(advice.packages.fallback.packages),
        sentences=tuple(rung.say.text for rung in rungs[:-1]),
    )


def shared_item(pick: Pick) -> SharedItem:
    """One item of a package, as a message may name it."""
    return SharedItem(key=pick.key, quantity=pick.quantity, offered=pick.offered)


def _shared(packages: Iterable[Package]) -> tuple[SharedPackage, ...]:
    return tuple(
        SharedPackage(
            base=package.base,
            items=tuple(shared_item(pick) for pick in package.picks),
            phrase=package.phrase,
        )
        for package in packages
    )


def _stated_range(advice: Advice) -> SharedRange | None:
    """The band as the employer stated it, else the posted range; one found elsewhere is not theirs to see."""
    band, posting = advice.state.band, advice.state.situation.posting
    if band.employer_given and band.stated:
        said = band.stated
        return SharedRange(minimum=said.minimum, midpoint=said.midpoint, maximum=said.maximum)
    if posting is None:
        return None
    return SharedRange(minimum=posting.minimum, midpoint=None, maximum=posting.maximum)
