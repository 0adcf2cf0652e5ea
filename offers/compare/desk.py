"""Everything of one person that a comparison stands on, read in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.http import QueryDict
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from offers.accounts.models import User
from offers.accounts.workdays import holidays_of
from offers.bands.policy import current_policy
from offers.compare.alignment import left_of
from offers.compare.matters import locked_of, scored_of
from offers.compare.models import Comparison, Criterion, Rate, Score
from offers.compare.sides import Told, told_of
from offers.engine import comparison as engine
from offers.engine.clock import TimeLeft
from offers.engine.policy import Policy
from offers.engine.situation import ExchangeRate
from offers.models import Offer, OfferQuerySet, PayFacts

FEWEST, MOST, USUAL = 2, 6, 4  # Offers side by side; of those that are undecided, the newest.
LISTED = 30
# What a comparison reads of an offer: no walk-away, and no target.
READ = (
    *("owner_id", "company", "role", "stage", "is_example", "created_at", "changed_at", "deadline"),
    *("currency", "employer_type", "stated_as", "level", "unit", "base", "payments_per_year"),
    *("hours_per_week", "fte"),
    *("bonus_stated", "bonus_target_rate", "sign_on_stated", "sign_on", "sign_on_clawback_months"),
    *("equity_stated", "equity_grant", "equity_years", "leave_stated", "leave_days"),
    *(field.name for field in PayFacts._meta.get_fields()),
    "expectation__expected_on",
)
PAID = ("instalments", "grants", "match_tiers")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One offer that could be compared."""

    pk: UUID
    label: str
    tag: str
    is_picked: bool


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The compared offers and what the person typed for them; `found` is what the engine makes of it."""

    choices: tuple[Choice, ...]
    told: tuple[Told, ...]
    comparison: Comparison | None
    criteria: tuple[Criterion, ...]
    scores: tuple[Score, ...]
    rates: dict[str, Rate]
    expected: dict[UUID, date]
    home: str
    left: tuple[TimeLeft, ...]
    holidays: frozenset[date]
    today: date
    policy: Policy
    found: engine.Comparison

    @property
    def picked(self) -> SafeString:
        """The compared offers as hidden fields: every form comes back to them."""
        return format_html_join(
            "", '<input type="hidden" name="offer" value="{}">', ((one.offer.pk,) for one in self.told)
        )

    @property
    def exchange(self) -> dict[str, ExchangeRate]:
        return exchange_of(self.rates)


def picked(sent: QueryDict) -> list[UUID] | None:
    """The offers that an address or form names, each once; what is no number of one is passed over."""
    if "offer" not in sent:
        return None
    found: dict[UUID, None] = {}
    for text in sent.getlist("offer")[:100]:
        try:
            found[UUID(text)] = None
        except ValueError:
            continue
    return list(found)[:MOST]


def desk_of(user: User, ids: Sequence[UUID] | None, today: date) -> Desk:
    """The person's own offers among `ids`; without any named, the newest that are undecided."""
    known = list(read(user)[:LISTED])
    offers = picked_of(user, known, ids)
    prefetch_related_objects(offers, "terms", "promises", *PAID)
    policy, (comparison, criteria) = current_policy(), shares_of(user)
    told, holidays = tuple(told_of(offers, policy)), holidays_of(user, today)
    scores = scores_of(offers, comparison) if comparison and comparison.locked_on else ()
    chosen, sides = comparison.home if comparison else "", tuple(one.side for one in told)
    is_mixed = len({chosen, *(one.currency for one in told)} - {""}) > 1
    saved = list(Rate.objects.owned_by(user).order_by("-dated_on")) if is_mixed else []
    home = chosen or home_of(told, saved)
    rates = {one.currency: one for one in saved if one.home == home}
    weights = locked_of(comparison, criteria)
    scored = scored_of(told, scores, comparison, weights) if comparison and weights else ()
    exchange = tuple(exchange_of(rates).values())
    return Desk(
        choices=tuple(choice_of(one, is_picked=one in offers) for one in known),
        told=told,
        comparison=comparison,
        criteria=criteria,
        scores=scores,
        rates=rates,
        expected=expected_of(offers),
        home=home,
        left=tuple(left_of(told, today, holidays, policy)),
        holidays=holidays,
        today=today,
        policy=policy,
        found=engine.compare(sides, scored=scored, home=home, rates=exchange, policy=policy),
    )


def home_of(told: Sequence[Told], saved: Sequence[Rate]) -> str:
    """The currency of the first offer, unless the rates that were read are for another of them."""
    currencies = [one.currency for one in told]
    return next((one.home for one in saved if one.home in currencies), currencies[0] if currencies else "")


def read(user: User) -> OfferQuerySet:
    return Offer.objects.owned_by(user).select_related("expectation").only(*READ)


def picked_of(user: User, known: Sequence[Offer], ids: Sequence[UUID] | None) -> list[Offer]:
    """The offers to compare, the oldest first. One more query where one is asked for that is not listed."""
    if ids is None:
        found = [one for one in known if not one.is_decided and not one.is_example][:USUAL]
    elif set(ids) <= {one.pk for one in known} or len(known) < LISTED:
        found = [one for one in known if one.pk in ids]
    else:
        found = list(read(user).filter(pk__in=ids))
    return sorted(found, key=lambda one: (one.created_at, one.pk))


def shares_of(user: User) -> tuple[Comparison | None, tuple[Criterion, ...]]:
    """The person's comparison with how the points are shared out: one query where they are."""
    criteria = tuple(Criterion.objects.filter(comparison__owner=user).select_related("comparison"))
    if criteria:
        return criteria[0].comparison, criteria
    return Comparison.objects.filter(owner=user).first(), ()


def scores_of(offers: Sequence[Offer], comparison: Comparison) -> tuple[Score, ...]:
    """The scores that count: those under the points as they are locked now."""
    return tuple(Score.objects.filter(offer__in=[offer.pk for offer in offers], lock=comparison.lock))


def choice_of(offer: Offer, *, is_picked: bool) -> Choice:
    tag = "example" if offer.is_example else "decided" if offer.is_decided else ""
    return Choice(pk=offer.pk, label=str(offer), tag=tag, is_picked=is_picked)


def expected_of(offers: Sequence[Offer]) -> dict[UUID, date]:
    return {offer.pk: offer.expectation.expected_on for offer in offers if hasattr(offer, "expectation")}


def exchange_of(rates: dict[str, Rate]) -> dict[str, ExchangeRate]:
    return {
        currency: ExchangeRate(currency=currency, rate=rate.rate.normalize(), on=rate.dated_on)
        for currency, rate in rates.items()
    }
