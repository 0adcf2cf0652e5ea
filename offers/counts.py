"""The numbers that are counted and not paid, by the name of their column: what of, an example, and limits."""

from functools import partial

from offers.fields import CountField
from offers.models.law import COUNT
from offers.models.law import MOST as MOST_PEOPLE


def count(what: str, such_as: int, least: int, most: int, places: int = 0) -> partial[CountField]:
    return partial(CountField, what=what, such_as=such_as, least=least, most=most, places=places)


COUNTS = {
    "hours_per_week": count("hours a week", 40, 1, 80, places=1),
    "leave_days": count("days of leave", 25, 0, 120, places=1),
    "public_holidays": count("days", 10, 0, 50, places=1),
    "onsite_days": count("days a week", 3, 0, 7, places=1),
    "commute_minutes": count("minutes", 60, 0, 1_440),
    "commute_weeks": count("weeks", 46, 0, 52),
    "sign_on_clawback_months": count("months", 12, 0, 60),
    "ramp_months": count("months", 6, 0, 120),
    "draw_months": count("months", 6, 0, 120),
    "equity_years": count("years", 4, 1, 10),
    "units": count("shares or options", 1_200, 1, 1_000_000_000),
    "cliff_months": count("months", 12, 0, 120),
    "starts_after_months": count("months", 12, 0, 120),
    "role_open_days": count("days", 60, 0, 3_650),
    "employees": partial(count("people", 250, 1, MOST_PEOPLE), error_messages={"outside": COUNT}),
}
