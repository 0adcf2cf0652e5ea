"""The five cases as one gives them to the JSON door: read off the case by hand, by nothing of ours."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the questions `room` and `pay` are asked with; `days_left` is counted from today."""

    room: dict[str, Any]
    pay: dict[str, Any]
    days_left: int

    def room_on(self, today: date) -> dict[str, Any]:
        deadline = today + timedelta(days=self.days_left)
        return self.room | {"today": today.isoformat(), "deadline": deadline.isoformat()}


FACTS = {
    "Northwind Software": Facts(
        room={
            "offer": "80000",
            "target": "95000",
            "walk_away": "79000",
            "currency": "USD",
            "industry": "technology",
            "peers": ["78000", "82000", "84500"],
            "caps": {"sign_on": "8000", "days": "5"},
            "weights": {"days": "1"},
            "movable": {"sign_on": True},
        },
        pay={"base": "80000", "leave": {}},
        days_left=9,
    ),
    "Meridian Search": Facts(
        room={
            "offer": "178000",
            "target": "195000",
            "walk_away": "170000",
            "currency": "USD",
            "industry": "technology",
            "band": {"min": "160000", "mid": "185000", "max": "215000", "employer_given": True},
            "bonus_target": "0.15",
            "payout": "0.8",  # As the pages assume it; the engine counts an unknown one in full.
            "match_rate": "0.035",
            "other_value": "60000",
            "offered": {"sign_on": "40000"},
            "caps": {"days": "5", "remote_days": "1", "learning": "2000"},
            "weights": {"days": "1.5", "learning": "0.5"},
            "movable": {"sign_on": False, "remote_days": True},
            "unit_worth": {"remote_days": "2000"},
        },
        pay={
            "base": "178000",
            "bonus": {"target": "0.15", "payout": {"low": "0.5", "high": "1.2"}},
            "sign_on": {
                "instalments": [{"amount": "25000", "month": 1}, {"amount": "15000", "month": 13}],
                "clawback": {"months": 24, "kind": "prorated", "gross": True},
            },
            "grants": [
                {
                    "worth": "240000",
                    "label": "Shares on joining",
                    "vesting": {"points": [3300, 3300, 2200, 1200]},
                }
            ],
            "match": {
                "tiers": [
                    {"rate": "1", "low": "0", "high": "0.03"},
                    {"rate": "0.5", "low": "0.03", "high": "0.05"},
                ],
                "own": "0.04",
            },
            "leave": {"days": "20"},
            "health": {
                "premium": "180",
                "deductible": "1500",
                "coinsurance": "0.2",
                "most": "5000",
                "account": "500",
                "care": "4000",
            },
            "commute": {"days_a_week": "3", "cost_a_day": "12", "minutes_a_day": "80", "hour_value": "40"},
        },
        days_left=6,
    ),
    "Openfield": Facts(
        room={
            "offer": "61400",
            "target": "66000",
            "walk_away": "58000",
            "currency": "EUR",
            "employer_type": "formula",
            "industry": "general",
            "caps": {"days": "5"},
            "weights": {"days": "1"},
            "movable": {"relocation": False},
        },
        pay={"base": "61400", "leave": {"days": "25"}},
        days_left=12,
    ),
    "St Brendan's Hospital": Facts(
        room={
            "offer": "41.00",
            "target": "44",
            "walk_away": "41",
            "currency": "EUR",
            "unit": "hour",
            "hours_per_week": "24",
            "fte": "0.6",
            "employer_type": "step_scale",
            "industry": "pay_scale",
            "band": {"min": "38", "mid": "43", "max": "48", "employer_given": True},
            "peers": ["42.10", "43.50", "44.00"],
            "caps": {"days": "5"},
            "movable": {"days": True, "remote_days": False},
        },
        # 24 hours in each of 52 weeks.
        pay={"base": "51168", "leave": {"hours_a_week": "24"}},
        days_left=15,
    ),
    "Kestrel Robotics": Facts(
        room={
            "offer": "135000",
            "target": "150000",
            "walk_away": "125000",
            "currency": "USD",
            "industry": "technology",
            "posting": {"min": "120000", "max": "200000"},
            # Nothing of options that nobody can sell and no letter promises.
            "other_value": "0",
            "caps": {"sign_on": "13500"},
            "movable": {"sign_on": True, "equity": False},
        },
        pay={
            "base": "135000",
            "leave": {},
            "grants": [
                {
                    "units": "18000",
                    "price": "6.50",
                    "strike": "1.50",
                    "private": True,
                    "written": False,
                    "label": "Options",
                    "vesting": {"points": [2500, 2500, 2500, 2500]},
                }
            ],
        },
        days_left=4,
    ),
}
