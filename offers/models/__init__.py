"""A person's job offer and what belongs to it. Everything here is private to its owner."""

from offers.models.evidence import About, Evidence
from offers.models.facts import PayFacts
from offers.models.offer import Offer, OfferQuerySet, Stage
from offers.models.pay import Grant, Instalment, MatchTier
from offers.models.ranges import KnownRange
from offers.models.stated import Stated
from offers.models.team import Colleague
from offers.models.tokens import FormToken
from offers.models.wishes import Wish

__all__ = [
    "About",
    "Colleague",
    "Evidence",
    "FormToken",
    "Grant",
    "Instalment",
    "KnownRange",
    "MatchTier",
    "Offer",
    "OfferQuerySet",
    "PayFacts",
    "Stage",
    "Stated",
    "Wish",
]
