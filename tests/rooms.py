"""The faces a room has: offers that differ in what is known, how pay is set and how much there is of it."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils import timezone

from offers.accounts.models import User
from offers.demo import FORMULA, FRONT_LOADED, PAY_SCALE, START_UP, Fields, load_case
from offers.models import Offer
from tests.factories import make_offer

Build = Callable[[User], Offer]
LONG: dict[str, Any] = {"company": "W" * 200, "role": "Oberster" * 18, "place": "Llanfair " * 16}
THIRTY = tuple(str(70_000 + 1_000 * number) for number in range(30))


def case(fields: Fields) -> Build:
    return lambda owner: load_case(owner, fields, timezone.localdate())


def told_inside(owner: User) -> Offer:
    return make_offer(
        owner,
        posted_minimum=Decimal(70_000),
        posted_maximum=Decimal(99_000),
        inside_maximum=Decimal(92_000),
        inside_by="recruiter",
        named_number=Decimal(82_000),
    )


def bare(owner: User) -> Offer:
    return make_offer(owner, team=(), industry=None, target=None, walk_away=None)


ROOMS: Mapping[str, Build] = {
    "worked-example": make_offer,
    "bare": bare,
    "told-inside": told_inside,
    "walk-away-out-of-reach": lambda owner: make_offer(owner, walk_away=Decimal(90_000)),
    "front-loaded": case(FRONT_LOADED),
    "formula": case(FORMULA),
    "hourly": case(PAY_SCALE),
    "start-up": case(START_UP),
    "long-names": lambda owner: make_offer(owner, **LONG),
    "thirty-colleagues": lambda owner: make_offer(owner, team=THIRTY),
}
CLOSED: Mapping[str, Build] = {
    "base-unknown": lambda owner: make_offer(owner, base=None),
    "contradiction": lambda owner: make_offer(
        owner, range_minimum=Decimal(90_000), range_midpoint=Decimal(70_000)
    ),
}
