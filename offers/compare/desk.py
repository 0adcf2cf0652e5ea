"""Everything of one person that a comparison stands on, read in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import QueryDict

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
from offers.models import Offer, Stage

FEWEST, MOST, USUAL = 2, 6, 4  # Offers side by side; of those that are undecided, the newest.
LISTED = 30
UNUSED = ("pages", "visited", "walk_away", "target")


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
    mine = Offer.objects.owned_by(user)
    known = list(mine.values_list("pk", "company", "role", "stage", "is_example")[:LISTED])
    if ids is None:
        ids = [pk for pk, _, _, stage, example in known if stage != Stage.DECIDED and not example][:USUAL]
    offers = list(
        mine.filter(pk__in=ids).select_related("expectation").defer(*UNUSED).order_by("created_at", "pk")
    )
    policy, comparison = current_policy(), Comparison.objects.filter(owner=user).first()
    told = tuple(told_of(offers, policy))
    criteria = tuple(Criterion.objects.filter(comparison=comparison)) if comparison else ()
    scores = tuple(Score.objects.filter(offer__in=[offer.pk for offer in offers])) if criteria else ()
    home = (comparison.home if comparison else "") or (told[0].currency if told else "")
    rates = {one.currency: one for one in Rate.objects.owned_by(user).filter(home=home)}
    weights = locked_of(comparison, criteria)
    scored = scored_of(told, scores, comparison, weights) if comparison and weights else ()
    holidays = holidays_of(user, today)
    return Desk(
        choices=tuple(
            Choice(pk=pk, label=f"{role}, {company}", tag=tag(stage, example), is_picked=pk in ids)
            for pk, company, role, stage, example in known
        ),
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
        found=engine.compare(
            tuple(one.side for one in told),
            scored=scored,
            home=home,
            rates=tuple(exchange_of(rates).values()),
            policy=policy,
        ),
    )


def tag(stage: str, is_example: bool) -> str:
    return "example" if is_example else "decided" if stage == Stage.DECIDED else ""


def expected_of(offers: Sequence[Offer]) -> dict[UUID, date]:
    return {offer.pk: offer.expectation.expected_on for offer in offers if hasattr(offer, "expectation")}


def exchange_of(rates: dict[str, Rate]) -> dict[str, ExchangeRate]:
    return {
        currency: ExchangeRate(currency=currency, rate=rate.rate, on=rate.dated_on)
        for currency, rate in rates.items()
    }
