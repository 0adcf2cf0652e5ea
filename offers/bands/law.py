"""Whether a law on pay ranges holds today for an employer of a size, as far as a row was checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from offers.bands.models import Duty, History, PayRule, RangeFor, Verified
from offers.bands.models.pay_rule import DEEPEST

SILENT = (Duty.NONE, Duty.PENDING)


class Standing(StrEnum):
    """What may be said of one point of a law. Only HOLDS states a duty."""

    HOLDS = "holds"
    LATER = "later"
    TOO_SMALL = "too_small"
    SIZE_UNKNOWN = "size_unknown"
    NOTHING = "nothing"  # Read at its source, and there is no such duty.
    PENDING = "pending"  # Read at its source: a text that is on its way, or that binds states.
    UNCHECKED = "unchecked"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """One duty of a row: whether there is one or it is still to come, from when, and from how many people.

    None is what is not on record.
    """

    exists: bool
    pending: bool
    since: date | None
    least: int | None


def places_around(rule: PayRule | None) -> Iterator[PayRule]:
    """The place and those around it, from the nearest on."""
    for _ in range(DEEPEST + 1):
        if rule is None:
            return
        yield rule
        rule = rule.within


def unasked(rule: PayRule, employees: int | None, today: date) -> Standing:
    """Naming the range without being asked."""
    return standing(
        rule,
        Terms(
            exists=rule.duty not in SILENT,
            pending=rule.duty == Duty.PENDING,
            since=rule.since,
            least=rule.employees,
        ),
        employees,
        today,
    )


def on_request(rule: PayRule, employees: int | None, today: date) -> Standing:
    pending = rule.duty == Duty.PENDING
    return standing(
        rule,
        Terms(
            exists=bool(rule.request) and not pending,
            pending=pending,
            since=rule.request_since,
            least=rule.request_employees,
        ),
        employees,
        today,
    )


def earlier_pay(rule: PayRule, employees: int | None, today: date) -> Standing:
    """Asking what somebody earned before.

    Where no size of its own was read, nobody has checked whom it binds under the size of the range.
    """
    least = rule.history_employees
    found = standing(
        rule,
        Terms(
            exists=rule.history in (History.YES, History.PROTECTED),
            pending=rule.history == History.PENDING,
            since=rule.history_since,
            least=rule.employees if least is None else least,
        ),
        employees,
        today,
    )
    is_unread = least is None and found in (Standing.TOO_SMALL, Standing.SIZE_UNKNOWN)
    return Standing.UNCHECKED if is_unread else found


def standing(rule: PayRule, terms: Terms, employees: int | None, today: date) -> Standing:
    if rule.verified != Verified.SOURCE or (terms.exists and terms.since is None):
        return Standing.UNCHECKED
    if not terms.exists or terms.since is None:
        return Standing.PENDING if terms.pending else Standing.NOTHING
    if terms.since > today:
        return Standing.LATER
    if employees is None and (terms.least or 0) > 1:
        return Standing.SIZE_UNKNOWN
    return Standing.TOO_SMALL if (employees or 1) < (terms.least or 1) else Standing.HOLDS


def hires_by_law(
    rule: PayRule | None, employees: int | None, posted_on: date | None, today: date
) -> PayRule | None:
    """The law by which a posted range is what a new hire will be paid; None where none is known to be.

    It has to be read at its source and in force today for an employer of this size; a range that was posted
    before it was in force is not bound by it.
    """
    for place in places_around(rule):
        if place.basis == RangeFor.HIRE and unasked(place, employees, today) is Standing.HOLDS:
            since = place.basis_since
            if since and since <= (posted_on or today) and since <= today:
                return place
    return None


def is_old(rule: PayRule, days: int, today: date) -> bool:
    """Whether it was read longer ago than so many days, and is to be read again."""
    return (today - rule.as_of).days > days
