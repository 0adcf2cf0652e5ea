"""The worked example: one team, one offer, one target, answered by the engine like any other case."""

from datetime import date
from decimal import Decimal
from functools import cache

from offers.demo import WORKED_EXAMPLE
from offers.engine.advice import Advice, advise
from offers.engine.policy import Policy
from offers.engine.situation import Industry, Numbers, Peer, Peers, Situation, Terms
from offers.models import Offer

EXAMPLE = Situation(
    terms=Terms(base=Decimal(80_000)),
    numbers=Numbers(target=Decimal(95_000), walk_away=Decimal(79_000)),
    peers=Peers(salaries=tuple(Peer(pay=Decimal(pay)) for pay in (78_000, 82_000, 84_500))),
    industry=Industry.TECHNOLOGY,
)


@cache
def example_advice() -> Advice:
    """The answer under the engine's own rules. The example has no dates, so any day gives the same."""
    return advise(EXAMPLE, Policy(), date(2026, 1, 1))


def example_offer() -> Offer:
    """The same example as an offer that is in no database: its names, and what was not said."""
    names = {name: WORKED_EXAMPLE[name] for name in ("company", "role", "level", "place", "base", "target")}
    return Offer(currency="USD", **names)
