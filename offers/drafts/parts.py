"""The parts of what they offer, as a message names them: what is missing and what is agreed."""

import re
from collections.abc import Iterator, Set
from datetime import date
from decimal import Decimal

from offers.drafts.composer import as_name
from offers.drafts.composer.words import PER, day
from offers.engine.draft import Term
from offers.engine.money import percent, spoken
from offers.engine.situation import Unit
from offers.ledger.parts import Stand
from offers.models import Offer, Stated

LEVEL = re.compile(r"^level (?=\S)", re.IGNORECASE)  # "Level: Level 3" says it twice.
FIRST_DAY = "[the first day that you have agreed]"
TERMS = {
    "level": Term.LEVEL,
    "bonus_target_rate": Term.BONUS,
    "sign_on": Term.SIGN_ON,
    "sign_on_clawback_months": Term.CLAWBACK,
    "equity_grant": Term.EQUITY,
    "equity_years": Term.VESTING,
    "leave_days": Term.LEAVE,
    "place": Term.PLACE,
}


def missing(offer: Offer, kept: Stand, today: date, gone: Set[str]) -> Iterator[tuple[str, str]]:
    """The parts of a written offer that nobody has named yet: in a list, and as a question.

    What was named and is `gone` again is asked back, so it is not missing.
    """
    stand = {**kept, **dict.fromkeys(gone)}
    if "level" not in stand:
        yield "the level", "Which level does the role have?"
    if offer.bonus_stated == Stated.NOT_STATED and "bonus_target_rate" not in stand:
        yield (
            "the bonus terms",
            "Is there a bonus, what is its target, and how much of it was paid in the last two years?",
        )
    if offer.equity_stated == Stated.NOT_STATED and "equity_grant" not in stand:
        yield "any equity", "Is there any equity, and over which years does it vest?"
    if "sign_on" in kept and "sign_on_clawback_months" not in stand:
        yield (
            "when the sign-on would have to be paid back",
            "In which case would the sign-on have to be paid back, and for how long?",
        )
    if offer.leave_stated == Stated.NOT_STATED and "leave_days" not in stand:
        yield "the days of leave", "How many days of paid leave are there?"
    if "reporting_line" not in stand:
        yield "the reporting line", "Who would I report to?"
    if "benefits" not in stand and not offer.has_entered_benefits:
        yield "the benefits", "Which benefits come with the role, and from which day?"
    if offer.has_passed_its_deadline(today):
        yield "the new date for my answer", "By which date do you need my answer now?"
    elif offer.deadline is None:
        yield "the date by which you need my answer", "By which date do you need my answer?"


def more_questions(kept: Stand, gone: Set[str]) -> Iterator[str]:
    """What a mail with questions asks besides; a short acknowledgement leaves it out."""
    stand = {**kept, **dict.fromkeys(gone)}
    if "starts_on" not in stand:
        yield "Which first day do you have in mind?"


def agreed(offer: Offer, stand: Stand) -> Iterator[str]:
    """Every term that stands, one a line. The first day is a gap while none is on record."""
    currency, unit = offer.currency, Unit(offer.unit)
    yield f"Title: {as_name(offer.role)}"
    if "level" in stand:
        yield f"Level: {re.sub(LEVEL, '', as_name(stand['level']))}"
    if "base" in stand:
        yield f"Base: {currency} {spoken(stand['base'])} {PER[unit]}"
    if "bonus_target_rate" in stand:
        yield f"Bonus: a target of {percent(stand['bonus_target_rate'])} of base"
    if "sign_on" in stand:
        yield f"Sign-on: {currency} {spoken(stand['sign_on'])}{clawback(stand)}"
    if "equity_grant" in stand:
        yield f"Equity: a grant of {currency} {spoken(stand['equity_grant'])}{vesting(stand)}"
    if "leave_days" in stand:
        yield f"Leave: {days(stand['leave_days'])} of paid leave"
    yield from typed(stand)
    yield f"Place of work: {as_name(stand.get('place') or offer.place)}"
    yield (
        f"Start date: {day(stand['starts_on'])} {stand['starts_on'].year}"
        if "starts_on" in stand
        else (f"Start date: {FIRST_DAY}")
    )


def typed(stand: Stand) -> Iterator[str]:
    """What the person wrote down in words of their own."""
    for name, label in (("benefits", "Benefits"), ("reporting_line", "I report to")):
        if name in stand:
            yield f"{label}: {as_name(stand[name])}"


def clawback(stand: Stand) -> str:
    months = stand.get("sign_on_clawback_months")
    return f", repayable if I leave within {months} month{'s' if months != 1 else ''}" if months else ""


def vesting(stand: Stand) -> str:
    years = stand.get("equity_years")
    return f", vesting over {years} year{'s' if years != 1 else ''}" if years else ""


def days(count: Decimal) -> str:
    return f"{count.normalize():f} day{'s' if count != 1 else ''}"


def terms_of(stand: Stand) -> tuple[Term, ...]:
    """The agreed terms as the check knows them, so that an acceptance that forgets one is told."""
    extra = [term for name, term in TERMS.items() if stand.get(name)]
    return (Term.TITLE, *dict.fromkeys(extra))


def amounts(stand: Stand) -> Iterator[Decimal]:
    """The amounts of money that stand."""
    for name in ("base", "sign_on", "equity_grant"):
        if stand.get(name) is not None:
            yield stand[name]
