"""Shared data that lets a fresh installation show something true to life. Invented, and said to be."""

from datetime import date
from decimal import Decimal

from offers.bands.models import Band, Basis, Confidence, Employer
from offers.bands.reference import load_industries
from offers.engine.policy import Policy

SOURCE = "Invented for demonstration"
# employer, family, title, level, location, currency, minimum, midpoint, maximum, basis
BANDS = (
    (
        "Northwind Software",
        "Engineering",
        "Software Engineer",
        "L3",
        "Austin, TX",
        "USD",
        110,
        135,
        160,
        "position",
    ),
    (
        "Northwind Software",
        "Engineering",
        "Software Engineer",
        "L4",
        "Austin, TX",
        "USD",
        135,
        162,
        190,
        "position",
    ),
    ("Harbour Analytics", "Data", "Data Analyst", "III", "Chicago, IL", "USD", 70, 82, 94, "hire"),
    ("Lindqvist & Co", "Finance", "Controller", "Senior", "Hamburg", "EUR", 68, 80, 92, "position"),
)


def load_demo(as_of: date) -> None:
    """Everything shared that a first look needs."""
    load_industries(Policy())
    load_bands(as_of)


def load_bands(as_of: date) -> None:
    employers = {name: Employer.objects.create(name=name) for name in sorted({row[0] for row in BANDS})}
    for employer, family, title, level, location, currency, low, middle, high, basis in BANDS:
        Band.objects.create(
            employer=employers[employer],
            family=family,
            title=title,
            level=level,
            location=location,
            currency=currency,
            minimum=Decimal(low * 1000),
            midpoint=Decimal(middle * 1000),
            maximum=Decimal(high * 1000),
            basis=Basis(basis),
            source=SOURCE,
            as_of=as_of,
            confidence=Confidence.LOW,
        )
