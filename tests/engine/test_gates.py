"""What to know before a message goes out."""

from datetime import date
from decimal import Decimal

import pytest

from offers.engine.draft import Kind
from offers.engine.gates import gate
from offers.engine.policy import Policy
from offers.engine.process import Component, Counter, Detail, Outcome, Process, Promise


def march(day: int) -> date:
    return date(2026, 3, day)


COMPLETE = dict.fromkeys(Component, Detail.GIVEN)
READY = Process(written_on=march(3), details=COMPLETE)


FRIDAY = march(6)


def warned(kind: Kind, process: Process, today: date = FRIDAY, **more: object) -> list[str]:
    return [reason.code for reason in gate(kind, process, today, **more).warnings]


@pytest.mark.parametrize(
    ("process", "warnings"),
    [
        (Process(), ["COUNTER_BEFORE_WRITTEN"]),
        (Process(details=COMPLETE), ["COUNTER_BEFORE_WRITTEN"]),
        (Process(written_on=march(3)), ["COUNTER_BEFORE_COMPLETE"]),
        (
            Process(written_on=march(3), details=COMPLETE | {Component.BONUS: Detail.ASKED_NOT_GIVEN}),
            [],
        ),
        (READY, []),
    ],
)
def test_early_counter_is_possible_and_warned(process: Process, warnings: list[str]) -> None:
    found = gate(Kind.COUNTER, process, march(6))
    assert (found.possible, [reason.code for reason in found.warnings]) == (True, warnings)


def test_early_counter_is_told_how_much_is_open() -> None:
    (reason,) = gate(Kind.COUNTER, Process(written_on=march(3)), march(6)).warnings
    assert reason.text == "Open parts of the written offer: 7. Ask for them before you counter."


@pytest.mark.parametrize(
    ("kind", "today", "warnings"),
    [
        (Kind.COUNTER, march(11), ["MANY_COUNTERS"]),
        (Kind.COUNTER, march(12), []),
        (Kind.FALLBACK, march(4), ["MANY_COUNTERS"]),
        (Kind.FOLLOW_UP, march(5), []),
    ],
)
def test_second_counter_within_five_business_days_is_warned(
    kind: Kind, today: date, warnings: list[str]
) -> None:
    process = Process(written_on=march(3), details=COMPLETE, counters=(Counter(sent_on=march(4)),))
    assert warned(kind, process, today) == warnings


def test_holidays_lengthen_the_window_and_the_policy_sets_it() -> None:
    process = Process(written_on=march(3), details=COMPLETE, counters=(Counter(sent_on=march(4)),))
    short = Policy(counter_window_days=Decimal(1))
    found = (
        warned(Kind.COUNTER, process, march(12), holidays={march(9)}),
        warned(Kind.COUNTER, process, march(6), policy=short),
    )
    assert found == (["MANY_COUNTERS"], [])


def test_yes_asks_about_each_open_promise() -> None:
    promises = (
        Promise(what="a review in June", person="Mr Okafor"),
        Promise(what="a laptop", in_writing=True),
        Promise(what="two days at home"),
    )
    found = gate(Kind.ACCEPT, Process(written_on=march(3), promises=promises), march(6)).warnings
    assert [reason.text for reason in found] == [
        "Promised, not in writing: a review in June. Is it in the contract?",
        "Promised, not in writing: two days at home. Is it in the contract?",
    ]


def test_yes_before_the_written_offer_is_warned() -> None:
    assert (warned(Kind.ACCEPT, Process()), warned(Kind.ACCEPT, READY)) == (["YES_BEFORE_WRITTEN"], [])


def test_yes_asks_twice_when_they_pressed() -> None:
    assert warned(Kind.ACCEPT, READY, asks_twice=True) == ["ASK_TWICE"]


@pytest.mark.parametrize("kind", Kind)
def test_nothing_goes_out_after_the_decision(kind: Kind) -> None:
    found = gate(kind, Process(outcome=Outcome.DECLINED), march(6))
    assert (found.possible, [reason.text for reason in found.warnings]) == (
        False,
        ["This is decided: declined."],
    )


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.COUNTER, Kind.FALLBACK, Kind.ACCEPT}))
def test_other_messages_pass_without_a_warning(kind: Kind) -> None:
    assert warned(kind, Process()) == []
