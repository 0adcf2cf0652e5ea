"""The parts of what they offer that a message asks for, since nobody has named them yet."""

from collections.abc import Iterator, Set
from datetime import date
from decimal import Decimal

from offers.ledger.parts import Stand
from offers.models import Offer, Stated


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


def amounts(stand: Stand) -> Iterator[Decimal]:
    """The amounts of money that stand."""
    for name in ("base", "sign_on", "equity_grant"):
        if stand.get(name) is not None:
            yield stand[name]
