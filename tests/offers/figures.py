"""The figures of a page, and those of an answer of the JSON door, written as every page writes them."""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from offers.engine.encode import FRACTIONS
from offers.engine.money import percent, round_up, spoken
from offers.engine.reason import in_words
from offers.explain import figure
from tests.offers.reading import Element

Json = Any
MONTH, SHORT = ("|".join(names[1:]) for names in (month_name, month_abbr))
# A day, a month, a share, an amount: whatever somebody could read as a fact about the offer.
FIGURE = re.compile(rf"\d{{1,2}} (?:{MONTH}) \d{{4}}|(?:{SHORT}) \d{{4}}|\d+(?:,\d{{3}})*(?:\.\d+)?%?")
AMOUNT = re.compile(r"-?\d+\.\d{2}")
SHARE = re.compile(r"-?\d+\.\d{6}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What people wrote, and the sources of what is said: no figure about the offer.
LEFT_OUT = {"bdi", "why-source", "risk-title"}


def figures_in(main: Element) -> Iterator[tuple[str, str]]:
    """Every figure that can be read on a page, pictures and their words included, with the text around it."""
    for one in (main, *main.walk()):
        if LEFT_OUT & {name for above in one.above() for name in names_of(above)}:
            continue
        texts = [child for child in one.children if isinstance(child, str)]
        for text in (*texts, one.attributes.get("aria-label") or ""):
            for found in FIGURE.findall(text):
                yield found, " ".join(text.split())


def names_of(one: Element) -> set[str]:
    return {one.tag, *one.classes, one.attributes.get("aria-labelledby") or ""}


def written(answer: Json, name: str = "") -> Iterator[str]:
    """Every figure of an answer, as the formatters of the pages write it."""
    if isinstance(answer, dict):
        if answer.get("key") == "leave_days" and answer.get("amount"):
            yield spoken(round_up(Decimal(answer["amount"]), Decimal(1)))  # Whole days that suffice.
        for key, value in answer.items():
            yield from written(value, key)
    elif isinstance(answer, list):
        for value in answer:
            yield from written(value, name)
    elif isinstance(answer, int) and not isinstance(answer, bool):
        yield str(answer)
    elif isinstance(answer, str):
        yield from told(answer, name)


def told(text: str, name: str) -> Iterator[str]:
    if name in FRACTIONS and SHARE.fullmatch(text):
        yield percent(abs(Decimal(text)))
    elif AMOUNT.fullmatch(text):
        amount = Decimal(text)
        yield from (spoken(amount), figure(amount, cents=True))
        if name == "by_how_much":
            yield spoken(round_up(amount, Decimal(1)))
    elif DAY.fullmatch(text):
        day = date.fromisoformat(text)
        yield from (in_words(day), f"{day:%b %Y}")
    else:
        yield from FIGURE.findall(text)
