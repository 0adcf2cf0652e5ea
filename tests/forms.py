"""What a browser sends for each page of the wizard, complete by default. Needs no database."""

ROLE = {
    "company": "Northwind Software",
    "role": "Product Analyst",
    "place": "Austin, TX",
    "currency": "usd",
    "employer_type": "banded",
}
OFFER = {
    "stated_as": "verbal",
    "base": "80k",
    "unit": "year",
    "payments_per_year": "12",
    "fte": "100",
}
BONUS = {"bonus_stated": "not_stated", "variable_stated": "not_stated"}
SIGN_ON = {"sign_on_stated": "not_stated", "clawback_from": "start"}
EQUITY = {"equity_stated": "not_stated"}
BENEFITS = {"leave_stated": "not_stated", "match_stated": "not_stated", "health_stated": "not_stated"}
GRANT = {"label": "Shares", "figure": "", "meaning": "whole", "schedule": "even_4_monthly"} | {
    "cliff_months": "0",
    "vests_every": "1",
    "starts_after_months": "0",
    "is_written": "on",
}
NUMBERS = {"target": "95,000", "walk_away": "79 000", "stance": "standard"}
WISHES = {"cap_sign_on": "8k", "cap_leave_days": "5", "cap_learning": "2,000", "weight_learning": "0.5"}
KNOWN_RANGE = {
    "title": "Product Analyst",
    "place": "Austin, TX",
    "currency": "usd",
    "unit": "year",
    "minimum": "80k",
    "maximum": "110,000",
    "source": "The recruiter, on the phone",
    "from_employer": "on",
    "seen_on": "2026-11-20",
}
VARIES = BONUS | {"bonus_stated": "given", "bonus_target_rate": "10"}
