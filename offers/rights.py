"""What the law of a place says about pay ranges and about earlier pay, as far as it was checked.

Only a point that was read at its source and holds today, for an employer of this size, states a duty. It is
advice to the person alone: no message names a law.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from offers.bands.law import (
    Standing,
    earlier_pay,
    hires_by_law,
    is_old,
    on_request,
    places_around,
    unasked,
)
from offers.bands.models import Duty, History, PayRule, Verified
from offers.engine.policy import Policy
from offers.engine.reason import ASSUMPTION, Grade, Reason, in_words
from offers.engine.tone_sources import HISTORY
from offers.explain import Why, why
from offers.models import Offer

ASK_THE_OFFICE = "Not checked; ask the labour office."
TAGS = {
    Standing.HOLDS: "in force",
    Standing.LATER: "not yet in force",
    Standing.TOO_SMALL: "not for this size",
    Standing.SIZE_UNKNOWN: "depends on size",
    Standing.NOTHING: "no such rule",
    Standing.PENDING: "not in force",
    Standing.UNCHECKED: "not checked",
}
WHEN = {
    Duty.POSTING: "A posting has to name",
    Duty.SOME_POSTINGS: "Some postings have to name",
    Duty.BEFORE_INTERVIEW: "Before the interview at the latest they have to name",
    Duty.AFTER_INTERVIEW: "After an interview they have to name",
    Duty.BEFORE_CONTRACT: "Before the contract they have to name",
    Duty.BEFORE_END: "Before recruitment ends they have to name",
}
FORBIDDEN = {
    History.YES: "They may not ask what you earned before.",
    History.PROTECTED: "You may refuse to say what you earned before, and they may not hold it against you.",
}
NOTHING = {
    "unasked": "The text that was read has no duty to name a range unasked.",
    "request": "The text that was read names no such duty. You may ask all the same.",
    "history": "The text that was read has no rule against asking.",
}
PENDING = "In the text that was read this is not in force."
AROUND = "The law of the place around it decides."


@dataclass(frozen=True, kw_only=True)
class Point:
    """One question and what the law of a place says to it."""

    title: str
    tag: str
    holds: bool
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """The law of one place. Without `points` nothing of it was checked."""

    title: str
    points: tuple[Point, ...]
    note: str
    citation: str
    read_at: str
    url: str
    as_of: date
    to_check: str


@dataclass(frozen=True, kw_only=True)
class Rights:
    """`old_since` is the day on which the oldest of the rows was read, where that is long ago."""

    places: tuple[Place, ...]
    old_since: date | None
    hire: str
    whys: tuple[Why, ...]


def rights_of(offer: Offer, policy: Policy, today: date) -> Rights:
    """What is known of the place that was chosen and of those around it, the nearest first."""
    rules = list(places_around(offer.pay_rule))
    days = int(policy.law_old_days)
    return Rights(
        places=tuple(place_of(rule, offer.employees, today) for rule in rules),
        old_since=min((rule.as_of for rule in rules if is_old(rule, days, today)), default=None),
        hire=hire_sentence(offer, today),
        whys=(why(_OWN_PAY, "what was named first"), why(_SIGNAL, "the words of two laws")),
    )


def place_of(rule: PayRule, employees: int | None, today: date) -> Place:
    checked = rule.verified == Verified.SOURCE
    return Place(
        title=str(rule),
        points=tuple(points_of(rule, employees, today)) if checked else (),
        note=rule.note if checked else "",
        citation=rule.citation,
        read_at=urlsplit(rule.source).hostname or "" if checked else "",
        url=rule.source if checked else "",
        as_of=rule.as_of,
        to_check=rule.to_check,
    )


def points_of(rule: PayRule, employees: int | None, today: date) -> Iterator[Point]:
    yield point(
        "The range, before you ask",
        unasked(rule, employees, today),
        f"{WHEN.get(Duty(rule.duty), '')} {rule.disclose}.",
        NOTHING["unasked"],
        terms=(rule.since, rule.employees, employees),
    )
    yield point(
        "The range, when you ask",
        on_request(rule, employees, today),
        f"When asked they have to name {rule.request}.",
        NOTHING["request"],
        terms=(rule.request_since, rule.request_employees, employees),
    )
    yield point(
        "Your earlier pay",
        earlier_pay(rule, employees, today),
        FORBIDDEN.get(History(rule.history), ""),
        AROUND if rule.history == History.ABOVE else NOTHING["history"],
        terms=(rule.history_since, rule.history_employees, employees),
    )


Conditions = tuple[date | None, int | None, int | None]


def point(title: str, standing: Standing, duty: str, silent: str, *, terms: Conditions) -> Point:
    """One point in words; the duty stands in it only where it is in force."""
    return Point(
        title=title,
        tag=TAGS[standing],
        holds=standing is Standing.HOLDS,
        sentence=duty_in_force(duty, terms) if standing is Standing.HOLDS else other(standing, silent, terms),
    )


def duty_in_force(duty: str, terms: Conditions) -> str:
    since, least, _ = terms
    if since is None:
        return duty
    bound = {None: "", 1: " for employers of every size"}.get(least, f" for {many(least)}")
    return f"{duty} In force since {in_words(since)}{bound}."


def many(least: int | None) -> str:
    return f"employers of {least:,} or more people" if least else "employers"


def other(standing: Standing, silent: str, terms: Conditions) -> str:
    """What is said where no duty is."""
    since, least, employees = terms
    whom = many(least)
    return {
        Standing.LATER: f"A rule is to be in force from {in_words(since or date.max)}; today it is not.",
        Standing.TOO_SMALL: f"A rule holds for {whom}; you entered {employees or 0:,}.",
        Standing.SIZE_UNKNOWN: f"A rule holds for {whom}. Enter how many work there to see if it counts.",
        Standing.NOTHING: silent,
        Standing.PENDING: PENDING,
    }.get(standing, ASK_THE_OFFICE)


def hire_sentence(offer: Offer, today: date) -> str:
    """What the law makes of a posted range, where it makes it that of new hires."""
    law = hires_by_law(offer.pay_rule, offer.employees, offer.posted_on, today)
    if law is None:
        return ""
    used = "Your room counts its top as the line up to which no exception is needed."
    add = (
        "Enter the posted range, and your room counts its top as the line up to which no exception is needed."
    )
    posted = offer.posted_maximum is not None
    return (
        f"By the law of {law.place} a posted range is what a new hire will be paid. {used if posted else add}"
    )


def guess(place: str, country: str, rules: Iterable[PayRule]) -> PayRule | None:
    """The place that words such as "Austin, TX" most likely name; else that of the person's own country.

    A first choice in a list, to be checked by the person: names of places are not unique.
    """
    known = {
        name.strip().casefold(): rule for rule in rules for name in rule.known_as.split(";") if name.strip()
    }
    parts = [part.strip().casefold() for part in place.split(",") if part.strip()]
    endings = [", ".join(parts[start:]) for start in range(len(parts))]
    return next((known[name] for name in (*endings, country.casefold()) if name in known), None)


_OWN_PAY = Reason(
    code="OWN_PAY",
    sentence="A rule against asking binds them. In most places you may still say it yourself; pay below the "
    "market, once said, pulls the number towards it.",
    source=HISTORY,
    grade=Grade.C,
)
_SIGNAL = Reason(
    code="POSTED_SIGNAL",
    sentence="The top of a posted range is a strong sign and no limit: in some places the law itself lets an "
    "employer pay outside a range that was given in good faith.",
    source=ASSUMPTION,
    grade=Grade.E,
)
