"""What a set of bands does to the offers that stand on it: colours counted, and the offers that follow.

An administrator learns no figure of a person. A count could tell one when the set is made for it, so colours
are counted only where enough people stand on the set, and a small count is not told exactly.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from offers.bands.models import Band, BandSet
from offers.bands.policy import current_policy
from offers.bands.sets import followers, publish, set_in_force
from offers.case import situation_of
from offers.engine.errors import EngineError
from offers.engine.lights import lights
from offers.engine.normalise import normalise
from offers.engine.policy import Policy
from offers.engine.state import state_of
from offers.models import Offer, Stage
from offers.models.offer import OfferQuerySet

LIGHTS = {"band": "Band", "approval": "Approval"}  # Those that a band decides.
AT_ONCE = 200


@dataclass(frozen=True, kw_only=True)
class Shift:
    """How many offers have a light of one colour now and of one colour then."""

    light: str
    now: str
    then: str
    many: str


@dataclass(frozen=True, kw_only=True)
class Colours:
    """`shifts` is None where too few people stand on the set for any count."""

    fewest: int
    shifts: tuple[Shift, ...] | None


def standing_on(band_set: BandSet) -> OfferQuerySet:
    """Offers that are still open and rest on a band of the set."""
    return Offer.objects.filter(band__band_set=band_set).exclude(stage=Stage.DECIDED)


def colours_of(then: BandSet, today: date) -> Colours:
    """What publishing `then` would do to the lights of the offers that stand on the set in force."""
    policy, now = current_policy(), set_in_force(then)
    fewest = int(policy.fewest_counted)
    if now is None or standing_on(now).values("owner").distinct().count() < fewest:
        return Colours(fewest=fewest, shifts=None)
    next_bands = followers(now, then, today)
    counts: Counter[tuple[str, str, str]] = Counter()
    open_offers = standing_on(now).with_case().select_related("owner", "band__employer")
    for offer in open_offers.iterator(chunk_size=AT_ONCE):
        before = shown_on(offer, policy, today)
        offer.band = next_bands.get(offer.band_id or 0, offer.band)
        after = shown_on(offer, policy, today)
        counts.update((key, before[key], after[key]) for key in LIGHTS)
    return Colours(fewest=fewest, shifts=tuple(shifts(counts, fewest)))


def shifts(counts: Counter[tuple[str, str, str]], fewest: int) -> Iterator[Shift]:
    """Every change that there is, the lights in their order; small counts not exactly."""
    for (key, now, then), many in sorted(counts.items()):
        told = str(many) if many >= fewest else f"1 to {fewest - 1}"
        yield Shift(light=LIGHTS[key], now=now, then=then, many=told)


def shown_on(offer: Offer, policy: Policy, today: date) -> dict[str, str]:
    """The colours of the lights that a band decides, for the offered base."""
    if offer.base is None:
        return dict.fromkeys(LIGHTS, "no base yet")
    try:
        state = state_of(normalise(situation_of(offer, today, policy), policy), policy, today)
        found = lights(state.offer, state)
    except EngineError:
        return dict.fromkeys(LIGHTS, "answers that do not fit")
    return {"band": found.band.colour.value, "approval": found.approval.colour.value}


@transaction.atomic
def publish_set(band_set: BandSet, *, shown: str, today: date) -> None:
    """Brings a set into force; open offers on a band of the one before follow to the same job in this one.

    An offer whose job the set does not have keeps its band. Raises `ChangedError` and `TooEarlyError`.
    """
    now = publish(band_set, shown=shown, today=today)
    for number, band in followers(now, band_set, today).items():
        follow(number, band)


def follow(number: int, band: Band) -> None:
    Offer.objects.filter(band=number).exclude(stage=Stage.DECIDED).update(band=band)
