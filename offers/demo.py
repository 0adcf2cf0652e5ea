"""Five cases to look around in and to test with: the kinds of offer that differ most. All invented."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from offers.accounts.models import User
from offers.bands.models import Industry
from offers.models import Colleague, Offer, Stage

Fields = Mapping[str, Any]

WORKED_EXAMPLE: Fields = {
    "company": "Northwind Software",
    "role": "Product Analyst",
    "level": "Level 3",
    "place": "Austin, TX",
    "base": Decimal(80_000),
    "target": Decimal(95_000),
    "walk_away": Decimal(79_000),
    "team": (78_000, 82_000, 84_500),
    "industry": "Technology",
    "days_left": 9,
}
FRONT_LOADED: Fields = {
    "company": "Meridian Search",
    "role": "Site Reliability Engineer",
    "level": "L5",
    "place": "Seattle, WA",
    "stated_as": "written",
    "base": Decimal(178_000),
    "bonus_stated": "given",
    "bonus_target_rate": Decimal("0.15"),
    "sign_on_stated": "given",
    "sign_on": Decimal(40_000),
    "sign_on_clawback_months": 24,
    "equity_stated": "given",
    "equity_grant": Decimal(240_000),
    "equity_years": 4,
    "leave_stated": "given",
    "leave_days": Decimal(20),
    "range_minimum": Decimal(160_000),
    "range_midpoint": Decimal(185_000),
    "range_maximum": Decimal(215_000),
    "range_from_employer": True,
    "target": Decimal(195_000),
    "walk_away": Decimal(170_000),
    "industry": "Technology",
    "days_left": 6,
}
FORMULA: Fields = {
    "company": "Openfield",
    "role": "Support Engineer",
    "level": "Step 2",
    "place": "Remote, Portugal",
    "currency": "EUR",
    "employer_type": "formula",
    "stated_as": "written",
    "base": Decimal(61_400),
    "leave_stated": "given",
    "leave_days": Decimal(25),
    "target": Decimal(66_000),
    "walk_away": Decimal(58_000),
    "industry": "General",
    "days_left": 12,
}
PAY_SCALE: Fields = {
    "company": "St Brendan's Hospital",
    "role": "Radiographer",
    "level": "Grade 6",
    "place": "Cork",
    "currency": "EUR",
    "employer_type": "step_scale",
    "stated_as": "written",
    "unit": "hour",
    "base": Decimal("41.00"),
    "hours_per_week": Decimal(24),
    "fte": Decimal("0.6"),
    "range_minimum": Decimal(38),
    "range_midpoint": Decimal(43),
    "range_maximum": Decimal(48),
    "range_from_employer": True,
    "team": ("42.10", "43.50", "44.00"),
    "target": Decimal(44),
    "walk_away": Decimal(41),
    "industry": "Public pay scale",
    "days_left": 15,
}
START_UP: Fields = {
    "company": "Kestrel Robotics",
    "role": "Founding Engineer",
    "place": "Boston, MA",
    "base": Decimal(135_000),
    "equity_stated": "given",
    "equity_grant": Decimal(90_000),
    "equity_years": 4,
    "posted_minimum": Decimal(120_000),
    "posted_maximum": Decimal(200_000),
    "posted_url": "https://example.org/jobs/founding-engineer",
    "target": Decimal(150_000),
    "walk_away": Decimal(125_000),
    "industry": "Technology",
    "days_left": 4,
}
CASES = (WORKED_EXAMPLE, FRONT_LOADED, FORMULA, PAY_SCALE, START_UP)


@transaction.atomic
def load_case(owner: User, case: Fields, today: date) -> Offer:
    """One of the cases as an offer of `owner`, with a deadline counted from `today`."""
    plain = {name: value for name, value in case.items() if name not in {"team", "industry", "days_left"}}
    offer = Offer.objects.create(
        owner=owner,
        is_example=True,
        industry=Industry.objects.filter(name=case["industry"]).first(),
        deadline=today + timedelta(days=case["days_left"]),
        visited=["role", "offer", "range", "team", "numbers"],
        stage=Stage.REVIEWED if plain.get("stated_as") == "written" else Stage.RECEIVED,
        **plain,
    )
    Colleague.objects.bulk_create(Colleague(offer=offer, pay=Decimal(pay)) for pay in case.get("team", ()))
    return offer
