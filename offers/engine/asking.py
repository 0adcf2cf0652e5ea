"""Asking for what a written offer leaves out: by when, and how long to wait for the answer.

Each part is given, or asked for and not given, before the counter; both take days that the counter needs.
"""

from collections.abc import Set
from dataclasses import replace
from datetime import date

from offers.engine.clock import Moment, latest_counter
from offers.engine.policy import RULES, Policy
from offers.engine.reason import ASSUMPTION, Grade, Param, Reason
from offers.engine.workdays import NO_HOLIDAYS, add_business_days


def ask_by(
    deadline: date | None,
    today: date,
    *,
    holidays: Set[date] = NO_HOLIDAYS,
    policy: Policy,
    extension_asked: bool = False,
) -> Moment:
    """The last day to ask, so that the answer can be read before the last safe day to counter.

    Reading takes as long as the messages promise, the policy's review days: a deadline on Friday 13 March
    2026 gives Wednesday 4 March. Once that day has passed there is none; the reason is that of the counter.
    """
    last = latest_counter(deadline, today, holidays=holidays, policy=policy, extension_asked=extension_asked)
    if last.on is None:
        return last
    on = add_business_days(last.on, -int(policy.review_days), holidays)
    if on < today:
        return replace(last, on=None)
    told = "Ask by {on}: that leaves time to read the answer before the last safe day to counter, {last}."
    params: dict[str, Param] = {"on": on, "last": last.on}
    return Moment(
        on=on, reason=Reason(code="ASK_BY", sentence=told, params=params, source=ASSUMPTION, grade=Grade.E)
    )


def await_answers(
    asked_on: date,
    deadline: date | None,
    today: date,
    *,
    holidays: Set[date] = NO_HOLIDAYS,
    policy: Policy,
) -> Moment | None:
    """Until when to wait for what was asked for; None once it counts as asked and not given.

    As long as before a follow-up, and not into the last safe day to counter. Asked on Tuesday 3 March 2026:
    until Monday 9 March.
    """
    last = latest_counter(deadline, today, holidays=holidays, policy=policy).on
    again = add_business_days(asked_on, int(policy.follow_up_days), holidays)
    until = min(again, last) if last else again
    if until <= today:
        return None
    told = "Wait for their answers until {on}, then counter."
    params: dict[str, Param] = {"on": until}
    if last:
        told, params = "Wait for their answers; counter by {last}, also without them.", {"last": last}
    rule = RULES["follow_up_days"]
    reason = Reason(
        code="AWAIT_ANSWERS",
        sentence=told,
        params=params,
        binding="follow_up_days",
        source=rule.source,
        grade=rule.grade,
    )
    return Moment(on=until, reason=reason)
