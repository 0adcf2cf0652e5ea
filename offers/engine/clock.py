"""When to act: the last safe day to counter, the follow-up, more time, two offers side by side.

Today is given, never read. Days are business days unless said; dates that are not known stay None.
"""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from offers.engine.inputs import between
from offers.engine.policy import RULES, Policy
from offers.engine.reason import ASSUMPTION, Grade, Param, Reason
from offers.engine.workdays import NO_HOLIDAYS, add_business_days, business_days_between

_SIGN_DAYS = 4  # Business days: as long as one waits before asking again.


@dataclass(frozen=True, kw_only=True)
class TimeLeft:
    """Days until a deadline, today not counted, below zero once it has passed; None while it is not known."""

    business_days: int | None
    calendar_days: int | None
    overdue: bool
    ask_for_time_first: bool
    reason: Reason


def time_left(
    deadline: date | None,
    today: date,
    *,
    holidays: Set[date] = NO_HOLIDAYS,
    policy: Policy,
    extension_asked: bool = False,
    asks: bool = False,
) -> TimeLeft:
    """How long is left to answer, and whether asking for more time comes before anything else.

    The day of the deadline itself is not overdue. Under three business days, more time is asked first, once.
    `asks` is that the employer must first be asked something: then the answer has to be read too before the
    last safe day to counter, which takes seven.
    """
    if deadline is None:
        return _NO_DEADLINE
    days = business_days_between(today, deadline, holidays)
    overdue = deadline < today
    short = not overdue and days < policy.short_deadline_days
    late_to_ask = asks and not overdue and days < policy.counter_margin_days + 2 * policy.review_days
    params: dict[str, Param] = {"days": days, "deadline": deadline}
    return TimeLeft(
        business_days=days,
        calendar_days=(deadline - today).days,
        overdue=overdue,
        ask_for_time_first=(short or late_to_ask) and not extension_asked,
        reason=_left(overdue, short, extension_asked, late_to_ask, params),
    )


_NO_DEADLINE = TimeLeft(
    business_days=None,
    calendar_days=None,
    overdue=False,
    ask_for_time_first=False,
    reason=Reason(code="DEADLINE_UNKNOWN", sentence="No deadline is known; ask for one."),
)


def _left(overdue: bool, short: bool, asked: bool, late_to_ask: bool, params: dict[str, Param]) -> Reason:
    if overdue:
        told = "The deadline of {deadline} has passed; ask whether the offer still stands."
        return _told(None, "DEADLINE_PASSED", told, params)
    if short and asked:
        told = "Business days left until {deadline}: {days}. It counts until they agree to a later date."
        return _told("short_deadline_days", "DEADLINE_ASKED", told, params)
    if short:
        told = "Business days left until {deadline}: {days}. Ask for a later date before you counter."
        return _told("short_deadline_days", "DEADLINE_SHORT", told, params)
    if late_to_ask and not asked:
        told = (
            "Business days left until {deadline}: {days}. That is too few to ask what is open, read the "
            "answer and counter: ask for a later date."
        )
        code = "DEADLINE_TOO_SHORT_TO_ASK"
        return Reason(code=code, sentence=told, params=params, source=ASSUMPTION, grade=Grade.E)
    return _told(None, "DEADLINE", "Business days left until {deadline}: {days}.", params)


def _told(rule: str | None, code: str, sentence: str, params: dict[str, Param]) -> Reason:
    """A reason that stands on `rule` of the policy, or on the dates alone."""
    if rule is None:
        return Reason(code=code, sentence=sentence, params=params)
    known = RULES[rule]
    return Reason(
        code=code, sentence=sentence, params=params, binding=rule, source=known.source, grade=known.grade
    )


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A day to act on, and why; `on` is None while what it hangs on is not known."""

    on: date | None
    reason: Reason


def latest_counter(
    deadline: date | None,
    today: date,
    *,
    holidays: Set[date] = NO_HOLIDAYS,
    policy: Policy,
    review_days: int | None = None,
    extension_asked: bool = False,
) -> Moment:
    """The last day on which a counter still leaves the employer time to review it before the deadline.

    One business day is kept free and `review_days` (None: the policy's 3) are left for the review: a
    deadline on Friday 13 March 2026 gives Monday 9 March.
    """
    between("review_days", review_days, 0, 60)
    if deadline is None:
        told = "Without a deadline there is no last day to counter; ask for one."
        return Moment(on=None, reason=Reason(code="COUNTER_NO_DEADLINE", sentence=told))
    review = int(policy.review_days) if review_days is None else review_days
    on = add_business_days(deadline, -(int(policy.counter_margin_days) + review), holidays)
    code, told = "COUNTER_BY", "Counter by {on}: a review takes about {review} business days."
    if on < today:
        code, told = "COUNTER_LATE", "The last safe day to counter was {on}; ask for more time with it."
        if extension_asked:
            told = "The last safe day to counter was {on}; send it now that you have asked for more time."
    params: dict[str, Param] = {"on": on, "review": review}
    return Moment(on=on, reason=_told("review_days", code, told, params))


def sign_by(today: date, deadline: date | None, *, holidays: Set[date] = NO_HOLIDAYS) -> date:
    """The day by which one can say yes: a few business days from now, and not after the deadline.

    From Wednesday 4 March 2026: Tuesday 10 March, or the deadline where that comes first.
    """
    usual = add_business_days(today, _SIGN_DAYS, holidays)
    return deadline if deadline and today <= deadline <= usual else usual


def follow_up(
    sent_on: date | None,
    today: date,
    *,
    holidays: Set[date] = NO_HOLIDAYS,
    policy: Policy,
    is_reviewed: bool = False,
) -> Moment:
    """The day to ask again when no answer came: four business days after sending.

    Sent on Wednesday 4 March 2026: Tuesday 10 March. Where it `is_reviewed`, `sent_on` is the day of that.
    """
    if sent_on is None:
        told = "Nothing is sent yet, so there is nothing to follow up."
        return Moment(on=None, reason=Reason(code="FOLLOW_UP_NOT_SENT", sentence=told))
    on = add_business_days(sent_on, int(policy.follow_up_days), holidays)
    begun = "With those who decide since {sent}" if is_reviewed else "Sent on {sent}"
    code, told = "FOLLOW_UP", f"{begun}; follow up on {{on}} if no answer has come."
    if on <= today:
        code, told = "FOLLOW_UP_DUE", f"{begun}; a short follow-up is due since {{on}}."
    params: dict[str, Param] = {"sent": sent_on, "on": on}
    return Moment(on=on, reason=_told("follow_up_days", code, told, params))


class ExtensionClass(StrEnum):
    """How an employer is likely to take the length of an extension."""

    NOT_NEEDED = "not_needed"
    ORDINARY = "ordinary"
    EXPLAIN = "explain"
    RISKY = "risky"


@dataclass(frozen=True, kw_only=True)
class Extension:
    """A later date to ask for, how many business days it adds, and how usual that is."""

    until: date
    days: int
    kind: ExtensionClass
    reason: Reason


def extension(deadline: date, until: date, *, holidays: Set[date] = NO_HOLIDAYS, policy: Policy) -> Extension:
    """How usual it is to ask for `until` instead of `deadline`: up to 5 business days, up to 10, or more.

    From Friday 13 to Thursday 19 March 2026 is 4 business days: ordinary.
    """
    days = max(0, business_days_between(deadline, until, holidays))
    if until <= deadline:
        kind, rule = ExtensionClass.NOT_NEEDED, None
    elif days <= policy.extension_ordinary_days:
        kind, rule = ExtensionClass.ORDINARY, "extension_ordinary_days"
    elif days <= policy.extension_explain_days:
        kind, rule = ExtensionClass.EXPLAIN, "extension_explain_days"
    else:
        kind, rule = ExtensionClass.RISKY, "extension_explain_days"
    params: dict[str, Param] = {
        "days": days,
        "until": until,
        "deadline": deadline,
    }
    reason = _told(rule, f"EXTENSION_{kind.name}", _EXTENSIONS[kind], params)
    return Extension(until=until, days=days, kind=kind, reason=reason)


_EXTENSIONS = {
    ExtensionClass.NOT_NEEDED: "{until} is within the deadline of {deadline}: no more time is needed.",
    ExtensionClass.ORDINARY: "Until {until} (business days more: {days}) is an ordinary request.",
    ExtensionClass.EXPLAIN: "Until {until} (business days more: {days}) needs its reason beside it.",
    ExtensionClass.RISKY: "Until {until} (business days more: {days}) is long; they may refuse or move on.",
}


def align(
    deadline: date | None,
    other_expected_on: date | None,
    *,
    holidays: Set[date] = NO_HOLIDAYS,
    policy: Policy,
) -> Extension | None:
    """Until when to ask this employer to wait so that both offers lie on the table.

    Two business days after the other is expected: Tuesday 17 March 2026 gives Thursday 19 March. None while
    one of the two dates is missing.
    """
    if deadline is None or other_expected_on is None:
        return None
    until = add_business_days(other_expected_on, int(policy.alignment_days), holidays)
    return extension(deadline, until, holidays=holidays, policy=policy)


@dataclass(frozen=True, kw_only=True)
class Clock:
    """All dates of one offer."""

    left: TimeLeft
    counter_by: Moment
    follow_up: Moment
    wait_until: Extension | None


def clock(
    today: date,
    *,
    deadline: date | None = None,
    sent_on: date | None = None,
    other_expected_on: date | None = None,
    review_days: int | None = None,
    holidays: Set[date] = NO_HOLIDAYS,
    policy: Policy,
) -> Clock:
    """Every date of an offer, seen from `today`."""
    return Clock(
        left=time_left(deadline, today, holidays=holidays, policy=policy),
        counter_by=latest_counter(deadline, today, holidays=holidays, policy=policy, review_days=review_days),
        follow_up=follow_up(sent_on, today, holidays=holidays, policy=policy),
        wait_until=align(deadline, other_expected_on, holidays=holidays, policy=policy),
    )
