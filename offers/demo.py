"""Five cases to look around in and to test with: the kinds of offer that differ most. All invented."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from offers.accounts.models import User
from offers.bands.models import Industry
from offers.models import Colleague, Grant, Instalment, MatchTier, Offer, Stage, Wish

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
    "wishes": (
        {"key": "sign_on", "movable": True, "cap": Decimal(8_000)},
        {"key": "leave_days", "cap": Decimal(5), "weight": Decimal("1.0")},
    ),
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
    "bonus_payout_low_rate": Decimal("0.5"),
    "bonus_payout_high_rate": Decimal("1.2"),
    "sign_on_stated": "given",
    "sign_on": Decimal(40_000),
    "sign_on_clawback_months": 24,
    "clawback_kind": "prorated",
    "clawback_gross": "gross",
    "instalments": ((25_000, 1), (15_000, 13)),
    "equity_stated": "given",
    "equity_grant": Decimal(240_000),
    "equity_years": 4,
    "grants": ({"label": "Shares on joining", "figure": Decimal(240_000), "schedule": "front_loaded"},),
    "leave_stated": "given",
    "leave_days": Decimal(20),
    "match_stated": "given",
    "match_own_rate": Decimal("0.04"),
    "match_rate": Decimal("0.035"),
    "match_tiers": (("1", "0", "0.03"), ("0.5", "0.03", "0.05")),
    "health_stated": "given",
    "health_premium": Decimal(180),
    "health_deductible": Decimal(1_500),
    "health_coinsurance_rate": Decimal("0.2"),
    "health_most": Decimal(5_000),
    "health_account": Decimal(500),
    "health_care": Decimal(4_000),
    "onsite_days": Decimal(3),
    "commute_minutes": 80,
    "commute_cost": Decimal(12),
    "hour_value": Decimal(40),
    "range_minimum": Decimal(160_000),
    "range_midpoint": Decimal(185_000),
    "range_maximum": Decimal(215_000),
    "range_from_employer": True,
    "wishes": (
        {"key": "sign_on", "movable": False},
        {"key": "leave_days", "cap": Decimal(5), "weight": Decimal("1.5")},
        {"key": "remote_days", "movable": True, "cap": Decimal(1), "each": Decimal(2_000)},
        {"key": "learning", "cap": Decimal(2_000), "weight": Decimal("0.5")},
    ),
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
    "wishes": (
        {"key": "leave_days", "cap": Decimal(5), "weight": Decimal("1.0")},
        {"key": "relocation", "movable": False},
    ),
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
    "wishes": (
        {"key": "leave_days", "movable": True, "cap": Decimal(5)},
        {"key": "remote_days", "movable": False},
    ),
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
    "equity_believed_rate": Decimal(0),
    "grants": (
        {
            "label": "Options",
            "units": 18_000,
            "price": Decimal("6.50"),
            "strike": Decimal("1.50"),
            "is_private": True,
            "is_written": False,
            "schedule": "even_4_monthly",
        },
    ),
    "posted_minimum": Decimal(120_000),
    "posted_maximum": Decimal(200_000),
    "posted_url": "https://example.org/jobs/founding-engineer",
    "wishes": (
        {"key": "sign_on", "movable": True, "cap": Decimal(13_500)},
        {"key": "equity", "movable": False},
    ),
    "target": Decimal(150_000),
    "walk_away": Decimal(125_000),
    "industry": "Technology",
    "days_left": 4,
}
BESIDE = {
    "team",
    "industry",
    "days_left",
    "grants",
    "instalments",
    "match_tiers",
    "wishes",
}  # Not columns of the offer.
CASES = (WORKED_EXAMPLE, FRONT_LOADED, FORMULA, PAY_SCALE, START_UP)


@transaction.atomic
def load_case(owner: User, case: Fields, today: date) -> Offer:
    """One of the cases as an offer of `owner`, with a deadline counted from `today`."""
    plain = {name: value for name, value in case.items() if name not in BESIDE}
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
    Grant.objects.bulk_create(Grant(offer=offer, **fields) for fields in case.get("grants", ()))
    Instalment.objects.bulk_create(
        Instalment(offer=offer, amount=Decimal(amount), month=month)
        for amount, month in case.get("instalments", ())
    )
    MatchTier.objects.bulk_create(
        MatchTier(offer=offer, rate=Decimal(rate), low=Decimal(low), high=Decimal(high))
        for rate, low, high in case.get("match_tiers", ())
    )
    Wish.objects.bulk_create(Wish(offer=offer, **fields) for fields in case.get("wishes", ()))
    return offer
