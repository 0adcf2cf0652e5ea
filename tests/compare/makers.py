"""Offers to compare, as the engine's page on comparing has them, and what is added to them."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from offers.accounts.models import User
from offers.compare.models import Comparison, Criterion, Rate, Score
from offers.models import Offer
from tests.factories import make_offer


def days(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def make_acme(owner: User, **fields: Any) -> Offer:
    """In writing, with a bonus, a sign-on and a grant: 140,000 + 11,200 + 3,000 + 10,000 a year."""
    return make_offer(
        owner,
        **{
            "company": "Acme",
            "base": Decimal(140_000),
            "target": Decimal(160_000),
            "walk_away": Decimal("133717"),
            "stated_as": "written",
            "bonus_stated": "given",
            "bonus_target_rate": Decimal("0.1"),
            "sign_on_stated": "given",
            "sign_on": Decimal(9_000),
            "sign_on_clawback_months": 12,
            "equity_stated": "given",
            "equity_grant": Decimal(40_000),
            "equity_years": 4,
            "leave_stated": "given",
            "leave_days": Decimal(25),
            "deadline": days(9),
        }
        | fields,
    )


def make_brick(owner: User, **fields: Any) -> Offer:
    """Said aloud, base alone: 125,000."""
    return make_offer(
        owner,
        **{
            "company": "Brick",
            "role": "Data Analyst",
            "base": Decimal(125_000),
            "target": Decimal(150_000),
            "walk_away": Decimal("118717"),
            "bonus_stated": "none",
        }
        | fields,
    )


def make_rate(owner: User, **fields: Any) -> Rate:
    defaults = {"currency": "SEK", "home": "USD", "rate": Decimal("0.095"), "dated_on": days(0)}
    return Rate.objects.create(owner=owner, **defaults | fields)


def make_locked(owner: User, **points: int) -> Comparison:
    """Points that are locked: 50 for pay, 20 for growth and 30 for place, if nothing else is said."""
    made = Comparison.objects.create(owner=owner, lock=1, locked_on=days(-3))
    shares = points or {"Pay": 50, "Growth": 20, "Place": 30}
    Criterion.objects.bulk_create(
        Criterion(comparison=made, place=place, name=name, points=share)
        for place, (name, share) in enumerate(shares.items(), 1)
    )
    return made


def make_scores(offer: Offer, *points: int, lock: int = 1) -> None:
    """Scores for pay, growth and place, in this order."""
    for name, number in zip(("Pay", "Growth", "Place"), points, strict=False):
        Score.objects.create(offer=offer, lock=lock, criterion=name, points=number, reason="From the letter.")
