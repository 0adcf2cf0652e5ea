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
    "bonus_stated": "not_stated",
    "sign_on_stated": "not_stated",
    "equity_stated": "not_stated",
    "leave_stated": "not_stated",
}
NUMBERS = {"target": "95,000", "walk_away": "79 000", "stance": "standard"}
