"""Where a negotiation stands, and what comes next."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from offers.engine.draft import Kind
from offers.engine.policy import Policy
from offers.engine.process import Component, Counter, Detail, Outcome, Process, Promise
from offers.engine.reason import Reason
from offers.engine.stage_scripts import SCRIPTS, Stage
from offers.engine.stages import stage_of, standing

COMPLETE = dict.fromkeys(Component, Detail.GIVEN)
HALF = COMPLETE | {Component.EQUITY: Detail.OPEN, Component.REPORTING_LINE: Detail.OPEN}


def march(day: int) -> date:
    return date(2026, 3, day)


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


WRITTEN = {"offered_on": march(2), "written_on": march(3), "details": COMPLETE}
SENT = Counter(sent_on=march(4))
REVIEWED = Counter(sent_on=march(4), review_on=march(5))
ANSWERED = Counter(sent_on=march(4), answered_on=march(9))


@pytest.mark.parametrize(
    ("process", "stage"),
    [
        (Process(), Stage.OFFER_RECEIVED),
        (Process(offered_on=march(2)), Stage.OFFER_RECEIVED),
        (Process(**WRITTEN), Stage.WRITTEN_REVIEWED),
        (Process(**WRITTEN | {"details": HALF}), Stage.WRITTEN_REVIEWED),
        (Process(**WRITTEN, counters=(SENT,)), Stage.COUNTER_SUBMITTED),
        (Process(counters=(SENT,)), Stage.COUNTER_SUBMITTED),
        (Process(**WRITTEN, counters=(REVIEWED,)), Stage.INTERNAL_REVIEW),
        (Process(**WRITTEN, counters=(SENT, REVIEWED)), Stage.INTERNAL_REVIEW),
        (Process(**WRITTEN, counters=(ANSWERED,)), Stage.FINAL_ADJUSTMENT),
        (Process(**WRITTEN, final_on=march(9)), Stage.FINAL_ADJUSTMENT),
        (Process(**WRITTEN, counters=(SENT,), final_on=march(9)), Stage.FINAL_ADJUSTMENT),
        (Process(**WRITTEN, counters=(SENT,), final_on=march(3)), Stage.COUNTER_SUBMITTED),
        (Process(outcome=Outcome.WITHDRAWN), Stage.DECIDED),
        (Process(**WRITTEN, counters=(SENT,), outcome=Outcome.ACCEPTED), Stage.DECIDED),
    ],
)
def test_stage_is_the_one_that_the_record_has_reached(process: Process, stage: Stage) -> None:
    assert stage_of(process) is stage


@pytest.mark.parametrize(
    ("process", "missing", "opens", "suggested"),
    [
        (Process(), ["MISSING_WRITTEN"], "OPENS_WRITTEN", Kind.ACKNOWLEDGE),
        (Process(yes_said=True), ["MISSING_WRITTEN"], "OPENS_WRITTEN", Kind.QUESTIONS),
        (
            Process(**WRITTEN | {"details": HALF}),
            ["MISSING_PART", "MISSING_PART"],
            "OPENS_COMPLETE",
            Kind.QUESTIONS,
        ),
        (Process(**WRITTEN), [], "OPENS_COUNTER", Kind.COUNTER),
        (Process(**WRITTEN, yes_said=True), [], "OPENS_COUNTER", Kind.QUESTIONS),
        (Process(**WRITTEN, counters=(SENT,)), [], "OPENS_REVIEW", None),
        (Process(**WRITTEN, counters=(REVIEWED,)), [], "OPENS_FINAL", None),
        (Process(**WRITTEN, counters=(ANSWERED,)), ["MISSING_FINAL"], "OPENS_DECISION", None),
        (Process(**WRITTEN, final_on=march(5)), ["MISSING_DECIDE_BY"], "OPENS_DECISION", None),
        (
            Process(
                final_on=march(5),
                final_decide_by=march(12),
                promises=(Promise(what="a review", person="Mr Okafor"),),
            ),
            ["OPEN_PROMISE"],
            "OPENS_DECISION",
            None,
        ),
        (Process(outcome=Outcome.ACCEPTED), [], None, None),
    ],
)
def test_stage_says_what_is_missing_and_what_opens_the_next(
    process: Process, missing: list[str], opens: str | None, suggested: Kind | None
) -> None:
    now = standing(process, march(6))
    opened = now.opens_next and now.opens_next.code
    assert (codes(now.missing), opened, now.suggested) == (missing, opens, suggested)


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_says_what_to_do_and_what_not(stage: Stage) -> None:
    script = SCRIPTS[stage]
    assert (len(script.do) > 0, len(script.avoid) > 0) == (True, True)


def test_first_stage_offers_the_acknowledgement_only() -> None:
    assert standing(Process(), march(6)).drafts == (Kind.ACKNOWLEDGE,)


def test_stages_follow_each_other_and_the_last_has_no_next() -> None:
    processes = (
        Process(),
        Process(**WRITTEN),
        Process(counters=(SENT,)),
        Process(counters=(REVIEWED,)),
        Process(final_on=march(5)),
        Process(outcome=Outcome.EXPIRED),
    )
    found = [(standing(each, march(6)).stage, standing(each, march(6)).next_stage) for each in processes]
    order = list(Stage)
    assert found == [*pairwise(order), (Stage.DECIDED, None)]


@pytest.mark.parametrize(
    ("deadline", "asked", "suggested"),
    [
        (march(10), False, Kind.EXTENSION),
        (march(10), True, Kind.COUNTER),
        (march(11), False, Kind.COUNTER),
        (None, False, Kind.COUNTER),
    ],
)
def test_more_time_comes_before_the_counter_when_the_deadline_is_near(
    deadline: date | None, asked: bool, suggested: Kind
) -> None:
    process = Process(**WRITTEN, deadline=deadline, extension_asked=asked)
    assert standing(process, march(6)).suggested is suggested


def test_more_time_comes_before_the_questions_when_their_answer_would_come_too_late() -> None:
    half = Process(**WRITTEN | {"details": HALF}, deadline=march(13))
    found = [standing(half, march(day)).suggested for day in (4, 5)]
    assert found == [Kind.QUESTIONS, Kind.EXTENSION]
    assert codes(standing(half, march(5)).do)[0] == "DEADLINE_TOO_SHORT_TO_ASK"


@pytest.mark.parametrize(
    ("thanked", "asked", "suggested"),
    [(False, False, Kind.ACKNOWLEDGE), (True, False, Kind.EXTENSION), (True, True, None)],
)
def test_a_spoken_offer_is_thanked_for_before_more_time_is_asked_for(
    thanked: bool, asked: bool, suggested: Kind | None
) -> None:
    now = standing(Process(deadline=march(10), thanked=thanked, extension_asked=asked), march(6))
    assert now.suggested is suggested


ASKED = COMPLETE | {Component.EQUITY: Detail.ASKED_NOT_GIVEN, Component.LEVEL: Detail.ASKED_NOT_GIVEN}


def test_what_was_asked_for_is_waited_for() -> None:
    process = Process(**WRITTEN | {"details": ASKED}, asked_on=march(4), deadline=march(13))
    now = standing(process, march(6))
    assert (now.suggested, now.avoid, codes(now.missing)) == (None, (), ["MISSING_ASKED"] * 2)
    assert [reason.text for reason in now.do] == [
        "Wait for their answers; counter by 9 March 2026, also without them.",
        "Write down what they say, with the day and the person.",
    ]
    assert now.waits == now.do[0]


@pytest.mark.parametrize(("asked_on", "today"), [(march(4), march(9)), (None, march(6))])
def test_what_was_asked_for_and_not_given_leaves_the_counter(asked_on: date | None, today: date) -> None:
    process = Process(**WRITTEN | {"details": ASKED}, asked_on=asked_on, deadline=march(13))
    now = standing(process, today)
    assert (now.suggested, now.avoid, now.waits) == (Kind.COUNTER, (), None)
    assert codes(now.do) == ["DO_READ"]


@pytest.mark.parametrize(
    ("counter", "today", "suggested"),
    [
        (SENT, march(9), None),
        (SENT, march(10), Kind.FOLLOW_UP),
        (REVIEWED, march(10), None),
        (REVIEWED, march(11), Kind.FOLLOW_UP),
    ],
)
def test_follow_up_is_suggested_after_four_business_days(
    counter: Counter, today: date, suggested: Kind | None
) -> None:
    assert standing(Process(counters=(counter,)), today).suggested is suggested


def test_follow_up_waits_over_holidays() -> None:
    process = Process(counters=(SENT,))
    assert standing(process, march(10), holidays={march(9)}).suggested is None


@pytest.mark.parametrize(
    ("days", "warned"),
    [((4, 11), ["MANY_COUNTERS"]), ((4, 12), []), ((4,), []), ((4, 20, 23), ["MANY_COUNTERS"])],
)
def test_two_open_counters_within_five_business_days_are_warned(
    days: tuple[int, ...], warned: list[str]
) -> None:
    process = Process(counters=tuple(Counter(sent_on=march(day)) for day in days))
    assert codes(standing(process, march(24)).warnings) == warned


def test_warning_counts_the_counters_and_says_why() -> None:
    process = Process(counters=(SENT, Counter(sent_on=march(6))))
    (warning,) = standing(process, march(6), policy=Policy(counter_window_days=Decimal(2))).warnings
    assert warning.text == (
        "2 counters are open within 2 business days; each change restarts an approval round."
    )


def test_decided_negotiation_warns_of_nothing() -> None:
    process = Process(
        counters=(SENT, SENT),
        outcome=Outcome.DECLINED,
        yes_said=True,
        number_named=True,
        deadline=march(1),
    )
    now = standing(process, march(6))
    assert (now.warnings, now.starts, now.drafts, now.outcome) == ((), (), (), Outcome.DECLINED)


def test_number_already_named_leaves_the_ask_as_it_is() -> None:
    (start,) = standing(Process(**WRITTEN, number_named=True), march(6)).starts
    assert (start.code, start.text) == (
        "NUMBER_NAMED",
        "You have named a number: your reason says what has changed since. The ask stays as it is.",
    )


def test_yes_already_said_opens_the_questions_mail() -> None:
    now = standing(Process(yes_said=True), march(6))
    assert (codes(now.starts), now.drafts) == (["YES_SAID"], (Kind.ACKNOWLEDGE, Kind.QUESTIONS))


@pytest.mark.parametrize(
    ("process", "drafts"),
    [
        (Process(deadline=march(5)), (Kind.ACKNOWLEDGE, Kind.FOLLOW_UP)),
        (Process(counters=(SENT,), deadline=march(5)), SCRIPTS[Stage.COUNTER_SUBMITTED].drafts),
        (
            Process(final_on=march(4), final_decide_by=march(5)),
            (*SCRIPTS[Stage.FINAL_ADJUSTMENT].drafts, Kind.FOLLOW_UP),
        ),
    ],
)
def test_passed_deadline_asks_whether_the_offer_stands(process: Process, drafts: tuple[Kind, ...]) -> None:
    now = standing(process, march(6))
    assert (codes(now.starts), now.suggested, now.drafts) == (["DEADLINE_PASSED"], Kind.FOLLOW_UP, drafts)


def test_deadline_of_today_has_not_passed() -> None:
    assert standing(Process(deadline=march(6)), march(6)).starts == ()


def test_final_package_carries_the_day_that_counts() -> None:
    process = Process(deadline=march(5), final_on=march(5), final_decide_by=march(12))
    now = standing(process, march(6))
    assert (now.decide_by, now.starts) == (march(12), ())
